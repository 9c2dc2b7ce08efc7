"""The sheet as an office edits it: without labels and facts, the same plan beside its plan.json."""

from dataclasses import replace

import ezdxf
import pytest
from ezdxf.math import Matrix44
from shapely import affinity

from layoutgen.drawings.book import compose_book
from layoutgen.drawings.compose import compose
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_sheet_dxf import write_sheet_dxf

HOUSE = "SP-BLDG-HOUSE-住宅"


@pytest.fixture(scope="module")
def sheet(plan, judged_report, tmp_path_factory):
    path = tmp_path_factory.mktemp("sheet") / "sheet.dxf"
    write_sheet_dxf(compose_book(plan, compose(plan), judged_report, ()), path)
    return path


def said(read):
    return " ".join(sentence.en for sentence in read.reading.said)


def test_beside_its_plan_json_the_sheet_is_the_plan(sheet, plan):
    read = read_dxf(sheet, plan)
    assert read.plan == plan
    assert f"those of plan.json are taken ({plan.facts.people} people" in said(read)


def test_a_house_moved_on_the_sheet_is_moved_and_nothing_else(sheet, plan, tmp_path):
    doc = ezdxf.readfile(sheet)
    house = next(one for one in doc.modelspace() if one.dxf.layer == HOUSE and one.has_xdata("LAYOUTGEN"))
    name = house.get_xdata("LAYOUTGEN")[0].value
    house.transform(Matrix44.translate(0.0, 2.0, 0.0))
    doc.saveas(tmp_path / "edited.dxf")
    read = read_dxf(tmp_path / "edited.dxf", plan).plan
    north = {
        one.id: now.footprint.bounds[1] - one.footprint.bounds[1]
        for one, now in zip(plan.buildings, read.buildings, strict=True)
    }
    assert {key: round(way, 6) for key, way in north.items() if way} == {name: 2.0}
    assert read.facts == plan.facts


def test_a_plan_json_of_another_drawing_lends_no_facts(sheet, plan):
    turned = [replace(b, footprint=affinity.rotate(b.footprint, 17.0, origin=(0.0, 0.0))) for b in plan.buildings]
    moved = [replace(w, line=affinity.rotate(w.line, 17.0, origin=(0.0, 0.0))) for w in plan.windows]
    stalls = [replace(s, outline=affinity.rotate(s.outline, 17.0, origin=(0.0, 0.0))) for s in plan.stalls]
    other = replace(plan, buildings=tuple(turned), windows=tuple(moved), stalls=tuple(stalls), grounds=(), ways=(), spots=())
    read = read_dxf(sheet, other)
    assert read.plan.facts.people == 0
    assert "of another drawing" in said(read)


def test_alone_it_asks_for_its_plan_json(sheet):
    read = read_dxf(sheet)
    assert "name it by --plan" in said(read)
    assert any("people" in defect.says for defect in read.plan.defects)
