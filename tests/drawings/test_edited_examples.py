"""The two examples of docs/edited-drawings.md: one of ours that was damaged, one of another office."""

import pytest

from benchmarks.edited.__main__ import MAP
from benchmarks.edited.damage import damage
from benchmarks.edited.office import draw_as_office
from layoutgen.drawings.compose import compose
from layoutgen.drawings.read_dxf import read_dxf
from layoutgen.drawings.write_dxf import write_dxf


@pytest.fixture(scope="module")
def path(plan, tmp_path_factory):
    path = tmp_path_factory.mktemp("examples") / "plan.dxf"
    write_dxf(compose(plan), path)
    return path


def test_the_damaged_drawing_is_the_plan_it_was(plan, path, tmp_path):
    damage(path, tmp_path / "damaged.dxf")
    found = read_dxf(tmp_path / "damaged.dxf")
    assert found.plan == plan
    said = " | ".join(sentence.en for sentence in found.reading.said)
    for words in ("the drawing is in inches", "layers with other names understood", "put together from loose pieces"):
        assert words in said


def test_houses_that_lost_their_labels_are_there_without_figures(plan, path, tmp_path):
    damage(path, tmp_path / "damaged.dxf", is_losing=True)
    found = read_dxf(tmp_path / "damaged.dxf")
    assert len(found.plan.buildings) == len(plan.buildings)
    assert sum(one.storeys == 0 for one in found.plan.buildings) == 2
    assert {one.role for one in found.plan.defects} == {"building.dwelling"}


def test_the_drawing_of_another_office_has_the_same_outlines_and_dwellings(plan, tmp_path):
    draw_as_office(plan, tmp_path / "office.dxf")
    found = read_dxf(tmp_path / "office.dxf", by_map=MAP).plan
    assert found.boundary.area == pytest.approx(plan.boundary.area)
    for attribute in ("buildings", "stalls", "lots", "blocks"):
        assert len(getattr(found, attribute)) == len(getattr(plan, attribute))
    areas = sorted(one.footprint.area for one in plan.buildings)
    assert sorted(one.footprint.area for one in found.buildings) == pytest.approx(areas)
    assert sorted(one.storeys for one in found.buildings) == sorted(one.storeys for one in plan.buildings)
    assert sum(one.dwellings for one in found.buildings) == sum(one.dwellings for one in plan.buildings)
