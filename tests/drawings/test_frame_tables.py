from dataclasses import replace

from layoutgen.drawings.compose import compose
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.model.facility_line import FacilityLine
from layoutgen.standards.parameters import settle_parameters

LINE = FacilityLine(
    kind="kindergarten",
    ids=("F-1",),
    floor_area_m2=3300.4,
    land_m2=5250.0,
    clause="CRC-02.gfa",
    owner="government",
    handover="yes",
    standalone="yes",
)


def painted(sheet):
    return {text.text for text in sheet.captions if not text.id}


def test_the_table_of_facilities_is_painted_beside_the_plan(plan):
    told = painted(compose(plan, (LINE,)))
    assert {"配套设施一览表", "产权", "移交", "独立占地", "控制条文"} <= told
    assert {"幼儿园", "3300", "5250", "CRC-02.gfa", "政府", "是"} <= told


def test_without_facilities_there_is_no_such_table(plan):
    assert "配套设施一览表" not in painted(compose(plan))


# A value of ours tells its source, one that the brief sets says so.
def test_every_parameter_is_painted_with_value_unit_and_source(plan):
    facts = replace(plan.facts, parameters=settle_parameters({"children_per_1000": 36.0}))
    told = painted(compose(replace(plan, facts=facts)))
    assert {"测算参数", "千人幼儿园学位数", "36", "个/千人", "任务书"} <= told
    assert {"幼儿园班额", "30", "人/班", "JGJ 39-2016（2019）表1.0.3-2，三个年级平均"} <= told


def test_tables_stand_beside_the_plan_and_inside_the_frame(plan):
    sheet = compose(plan, (LINE,))
    east = max(x for outline in sheet.outlines for x, _ in outline.points)
    left = next(text.point[0] for text in sheet.captions if text.text == "配套设施一览表")
    assert east < left < sheet.bounds[2]


def test_the_tables_are_paint_that_no_reader_reads(plan, tmp_path):
    write_dxf(compose(plan, (LINE,)), tmp_path / "plan.dxf")
    assert read_dxf(tmp_path / "plan.dxf").plan == plan


def test_the_mix_drawn_is_painted_by_type(plan):
    homes = [b for b in plan.buildings if b.use == "dwelling"]
    # 30 dwellings of 90 m2 in one slab, 10 of 112 m2 in another: 75 and 25 per cent
    first = replace(homes[0], tags=(("mix", "90.0:30"),))
    second = replace(homes[1], tags=(("mix", "112.0:10"),))
    told = painted(compose(replace(plan, buildings=tuple(sorted((first, second), key=lambda b: b.id)))))
    assert {"户型 90.0 ㎡", "75%", "户型 112.0 ㎡", "25%"} <= told
