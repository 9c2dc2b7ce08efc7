"""The service cluster as arms about a court: every facility keeps its area, its proportions and its doors."""

import pytest
import shapely

from layoutgen.inputs.templates import load_choices
from layoutgen.model.kinds import FacilityKind
from layoutgen.model.program import Column, Part
from layoutgen.stages.massing.service_outline import ServiceOutline, outlines_of

MANNER = load_choices().facilities
DEPTH_M = 14.0
KINDS = (
    (19.1, FacilityKind.SERVICE_STATION),
    (5.4, FacilityKind.HEALTH_STATION),
    (7.2, FacilityKind.ELDERLY_STATION),
    (12.9, FacilityKind.DAY_CARE),
    (16.5, FacilityKind.NURSERY),
    (0.6, FacilityKind.PROPERTY_OFFICE),
)
COLUMNS = tuple(Column(width_m=width, parts=(Part(kind=kind, floors=(1,)),)) for width, kind in KINDS)


@pytest.fixture(scope="module", name="outlines")
def all_outlines() -> list[ServiceOutline]:
    return list(outlines_of(COLUMNS, DEPTH_M, MANNER))


def test_every_facility_has_at_least_its_area(outlines: list[ServiceOutline]) -> None:
    asked = {kind: width * DEPTH_M for width, kind in KINDS}
    for outline in outlines:
        found = {part.column.parts[0].kind: part.shape.area for part in outline.slices}
        assert found.keys() == asked.keys()
        assert all(found[kind] >= area - 1e-6 for kind, area in asked.items())


def test_slices_fill_the_outline_side_by_side(outlines: list[ServiceOutline]) -> None:
    for outline in outlines:
        slices = [part.shape for part in outline.slices]
        assert shapely.union_all(slices).symmetric_difference(outline.shape).area < 0.01
        assert sum(shape.area for shape in slices) == pytest.approx(outline.shape.area, abs=0.01)


def test_no_facility_is_narrower_than_four_metres(outlines: list[ServiceOutline]) -> None:
    for outline in outlines:
        for part in outline.slices:
            west, south, east, north = part.shape.bounds
            assert min(east - west, north - south) >= 4.2 - 1e-9


def test_the_best_outline_stands_on_three_sides_of_its_court(outlines: list[ServiceOutline]) -> None:
    shape = outlines[0].shape
    corners = len(shape.simplify(0.01).exterior.coords) - 1
    assert corners == 8  # a U with arms of any length
    assert shapely.box(*shape.bounds).difference(shape).area > 12.0 * 8.0  # least court by least arm


def test_every_door_stands_in_an_outer_wall_of_its_own_slice(outlines: list[ServiceOutline]) -> None:
    for outline in outlines:
        for part in outline.slices:
            for door in part.doors:
                point = shapely.Point(door)
                assert part.shape.exterior.distance(point) < 0.02
                assert outline.shape.exterior.distance(point) < 0.02
