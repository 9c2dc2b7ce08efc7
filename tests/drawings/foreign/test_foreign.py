"""A drawing of another office is read by its map: layers, texts, units, coordinates; what nothing says is told."""

import ezdxf
import pytest

from layoutgen.drawings.foreign.patterns import read_pattern, values_in
from layoutgen.drawings.read_drawing import read_drawing
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.errors import InputError

MAP = """
texts = ["文字"]
patterns = ["{name}#", "{storeys}F", "{dwellings}户", "H={height}", "停车{stalls}辆"]
absent = ["off_site.land"]
[figures]
storey_height_m = 3.0
parapet_m = 1.5
[brief]
city = "西安"
[[layer]]
name = "*红线"
holds = "site"
[[layer]]
name = "街坊"
holds = "block"
say = { gated = true }
[[layer]]
name = "A-BLDG"
holds = "building.dwelling"
[[layer]]
name = "A-BLDG"
text = "幼儿园"
holds = "building.kindergarten"
[[layer]]
name = "A-BLDG"
text = "幼儿园"
holds = "facility.kindergarten"
say = { classes = 6 }
[[layer]]
name = "路"
holds = "way.main"
say = { fire = "yes" }
[[layer]]
name = "路中"
holds = "centre.main"
[[layer]]
name = "车位"
holds = "stall.car"
[[layer]]
name = "绿地"
holds = "ground.green"
[[layer]]
name = "地库"
holds = "ground.garage"
[[layer]]
name = "大门"
holds = "spot.vehicle_gate"
[[layer]]
name = "用地-幼"
holds = "lot.kindergarten"
[[layer]]
name = "周边"
holds = "context"
say = { protected = "yes" }
[[thing]]
name = "2"
dwellings = 44
"""


def rectangle(space, x, y, wide, deep, layer):
    corners = [(x, y), (x + wide, y), (x + wide, y + deep), (x, y + deep)]
    space.add_lwpolyline([(1000 * a, 1000 * b) for a, b in corners], close=True, dxfattribs={"layer": layer})


def text(space, x, y, words, layer="文字"):
    space.add_text(words, dxfattribs={"layer": layer}).set_placement((1000 * x, 1000 * y))


def draw(space, x=500_000.0, y=3_800_000.0):
    """A site of 200 m x 150 m in millimetres at survey coordinates."""
    rectangle(space, x, y, 200, 150, "用地红线")
    rectangle(space, x, y, 120, 150, "街坊")
    rectangle(space, x + 130, y + 10, 60, 100, "用地-幼")
    rectangle(space, x + 20, y + 20, 40, 15, "A-BLDG")
    for words in ("1#", "11F", "66户"):
        text(space, x + 30, y + 25, words)
    rectangle(space, x + 20, y + 70, 40, 15, "A-BLDG")
    text(space, x + 30, y + 75, "2# 18F H=55.2")
    rectangle(space, x + 140, y + 20, 30, 15, "A-BLDG")
    text(space, x + 150, y + 25, "幼儿园 3F")
    rectangle(space, x + 5, y + 5, 6, 100, "路")
    space.add_line((1000 * (x + 8), 1000 * y), (1000 * (x + 8), 1000 * (y + 100)), dxfattribs={"layer": "路中"})
    rectangle(space, x + 10, y + 110, 80, 30, "地库")
    rectangle(space, x + 35, y + 115, 12, 12, "绿地")  # upon the garage, under its text
    text(space, x + 40, y + 120, "停车420辆")
    block = space.doc.blocks.new("车")
    block.add_lwpolyline([(0, 0), (2500, 0), (2500, 5300), (0, 5300)], close=True)
    rows = {"row_count": 1, "column_count": 4, "column_spacing": 2500, "layer": "车位"}
    space.add_blockref("车", (1000 * (x + 70), 1000 * (y + 5)), dxfattribs=rows)
    gate = space.doc.blocks.new("门")
    gate.add_circle((0, 0), 800)
    space.add_blockref("门", (1000 * (x + 8), 1000 * y), dxfattribs={"layer": "大门"})
    rectangle(space, x, y - 40, 50, 12, "周边")
    text(space, x + 20, y - 35, "H=24.0")
    rectangle(space, x - 20, y - 60, 300, 250, "图框")


@pytest.fixture
def read(tmp_path):
    """Draw, change, read by the map."""

    def run(change=lambda space: None, said=MAP, code=4):
        doc = ezdxf.new("R2010")
        doc.header["$INSUNITS"] = code
        draw(doc.modelspace())
        change(doc.modelspace())
        path, by_map = tmp_path / "他院.dxf", tmp_path / "map.toml"
        doc.saveas(path)
        by_map.write_text(said, encoding="utf-8")
        return read_dxf(path, by_map=by_map)

    return run


def own(found):
    """Defects besides those of kinds that the map does not speak of."""
    return [one for one in found.plan.defects if "The map names no layer" not in one.says]


def test_shapes_of_mapped_layers_are_the_things_that_the_map_says(read):
    plan = read().plan
    assert plan.boundary.bounds == (20.0, 60.0, 220.0, 210.0)  # from the south-west corner of the sheet's frame
    assert [(one.id, one.is_gated) for one in plan.blocks] == [("BLOCK-1", True)]
    assert [one.footprint.area for one in plan.buildings] == [600.0, 600.0, 450.0]
    assert [one.kind.value for one in plan.stalls] == ["car"] * 4
    assert {round(one.outline.area, 6) for one in plan.stalls} == {13.25}
    assert [one.kind.value for one in plan.spots] == ["vehicle_gate"]


def test_figures_come_from_the_texts_in_the_outlines_from_the_map_and_from_nowhere_else(read):
    one, two, school = read().plan.buildings
    # 11 storeys of 3.0 m; 1.5 m of parapet; 11 x 600 m2.
    assert (one.id, one.storeys, one.dwellings, one.fire_height_m, one.planning_height_m) == ("1", 11, 66, 33.0, 34.5)
    assert (one.floor_area_m2, one.block, one.lot) == (6600.0, "BLOCK-1", "")
    assert (two.id, two.storeys, two.dwellings, two.fire_height_m) == ("2", 18, 44, 55.2)
    assert (school.use.value, school.storeys, school.block, school.lot) == ("kindergarten", 3, "", "LOT-KG-1")


def test_one_outline_may_be_a_building_and_its_facility(read):
    plan = read().plan
    (facility,) = plan.facilities
    school = next(one for one in plan.buildings if one.use == "kindergarten")
    assert facility.outline == school.footprint
    assert (facility.building, facility.floors, facility.classes, facility.lot) == (school.id, (1, 2, 3), 6, "LOT-KG-1")


def test_a_centre_line_belongs_to_the_outline_in_which_most_of_it_lies_and_tells_its_mean_width(read):
    (way,) = read().plan.ways
    # 600 m2 of outline; 95 m of the line lie in it.
    assert (way.carriageway_m, way.is_fire_lane, way.block) == (round(600 / 95, 2), True, "BLOCK-1")


def test_texts_of_grounds_and_of_what_stands_around_are_read(read):
    plan = read().plan
    (garage,) = (one for one in plan.grounds if one.kind == "garage")
    assert dict(garage.tags)["stalls"] == "420"
    assert [(one.height_m, one.is_protected) for one in plan.context] == [(24.0, True)]


def test_people_follow_from_the_dwellings_and_the_shift_of_the_survey_is_kept(read):
    facts = read().plan.facts
    assert facts.people == 352  # (66 + 44) x 3.2
    assert facts.place.city == "Xi'an"
    assert facts.origin == (499_980.0, 3_799_940.0)  # the south-west corner of the frame of the sheet
    assert any("110 x 3.2 = 352" in one.en for one in facts.assumptions)


def test_the_reading_tells_what_was_mapped_and_what_was_not(read):
    said = " | ".join(sentence.en for sentence in read().reading.said)
    assert "a drawing of another office, read by map.toml" in said
    assert "layers that the map does not name: 图框 (1)" in said
    assert "the drawing is in millimetres by the size of the site" in said


def test_a_header_that_lies_is_outranked_by_the_size_of_the_site_and_all_by_the_map(read):
    assert read(code=6).plan.boundary.area == 30_000.0
    assert read(said=f'unit = "mm"\n{MAP}', code=1).plan.boundary.area == 30_000.0


def test_a_kind_of_which_the_map_does_not_speak_is_a_defect_of_its_role_but_for_what_it_calls_absent(read):
    roles = {one.role for one in read().plan.defects}
    assert {"spot.door", "window", "facility.nursery"} <= roles
    assert not roles & {"off_site.land", "site", "building.dwelling", "stall.car"}


def test_a_house_without_a_word_of_its_dwellings_is_a_defect(read):
    assert own(read()) == []
    (defect,) = own(read(said=MAP.replace("dwellings = 44", "below = 1")))
    assert (defect.role, defect.id) == ("building.dwelling", "2")
    assert "nothing says how many dwellings 2 has" in defect.says


def test_figures_said_in_two_ways_are_not_used(read):
    found = read(lambda space: text(space, 500_040.0, 3_800_022.0, "12F"))
    assert any("the texts in 1 say storeys in two ways" in one.says for one in own(found))
    assert next(one for one in found.plan.buildings if one.id == "1").storeys == 0


def test_north_of_the_map_turns_the_drawing_back(read):
    found = read(said=f"north = 90.0\n{MAP}")
    west, south, east, north = found.plan.boundary.bounds
    assert (east - west, north - south) == (150.0, 200.0)


def test_what_stands_on_a_layer_that_is_off_is_left_out_and_told(read):
    def change(space):
        space.doc.layers.add("车位").off()

    found = read(change)
    assert found.plan.stalls == ()
    assert any("hidden" in sentence.en for sentence in found.reading.said)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('holds = "site"', 'holds = "sea"', "layer *红线: holds"),
        ('holds = "site"', "holds = {}", "layer *红线: holds"),
        ('name = "*红线"', 'name = ""', "layer.name"),
        ('name = "*红线"', 'name = "***"', "layer.name"),
        ('"{storeys}F"', '"F"', "patterns"),
        ('"{storeys}F"', '"{flats}F"', "patterns"),
        ("storey_height_m = 3.0", "storey_height_m = -1", "figures.storey_height_m"),
        ('city = "西安"', 'city = "Atlantis"', "city"),
        ('city = "西安"', "town = 1", "town"),
        ("say = { gated = true }", "say = { Gated = true }", "layer 街坊: say"),
        ("dwellings = 44", "dwelings = 44", "thing.dwelings"),
        ('name = "路中"', 'name = "路*"', "layer 路"),
        ("[figures]", "[figure]", "figure"),
    ],
)
def test_a_map_with_a_slip_is_told_with_its_key(read, old, new, key):
    with pytest.raises(InputError) as error:
        read(said=MAP.replace(old, new))
    assert error.value.key == key


def test_without_people_and_dwellings_the_map_must_say_the_population(read):
    said = MAP.replace('"{dwellings}户", ', "").replace("dwellings = 44", "below = 1")
    with pytest.raises(InputError) as error:
        read(said=said)
    assert error.value.key == "brief.population"


@pytest.mark.parametrize(
    ("pattern", "words", "found"),
    [
        ("{storeys}F", "住宅 18F/-2F", {"storeys": {"18"}}),
        ("{storeys}F", "-2F", {}),
        ("{storeys}F/-{below}F", "18F/-2F", {"storeys": {"18"}, "below": {"2"}}),
        ("H={height}", "H=54.60m", {"height": {"54.60"}}),
        ("{name}#楼", "12#楼 18F", {"name": {"12"}}),
        ("停车 {stalls} 辆", "停车420辆", {"stalls": {"420"}}),
        ("{dwellings}户", "约 72.5户", {}),
    ],
)
def test_patterns_find_figures_as_they_stand(pattern, words, found):
    assert values_in([words], [read_pattern("", pattern)]) == found


def test_a_plan_json_needs_no_map(tmp_path):
    for name in ("plan.json", "map.toml"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_drawing(tmp_path / "plan.json", by_map=tmp_path / "map.toml")
    assert error.value.key == "--map"


def test_waivers_of_the_maps_brief_stand_on_the_plan(read):
    waiver = '[[brief.waiver]]\nclause = "FIRE-12"\nreason = "agreed"\nby = "Li"\nuntil = "2027-12-31"\n'
    (one,) = read(said=MAP + waiver).plan.facts.waivers
    assert (one.clause, one.by) == ("FIRE-12", "Li")
