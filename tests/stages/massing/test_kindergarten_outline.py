"""A kindergarten's outline: a wing of class units with a head behind it, of the area asked."""

import pytest
import shapely

from layoutgen.inputs.templates import load_choices
from layoutgen.stages.massing.kindergarten_outline import outlines_of

MANNER = load_choices().facilities


@pytest.mark.parametrize(("area", "classes", "units"), [(733.4, 6, 4), (1100.0, 9, 6), (1466.7, 12, 8)])
def test_the_first_outline_has_its_area_and_a_unit_for_every_ten_metres(area: float, classes: int, units: int) -> None:
    outline = next(outlines_of(area, classes, 3, MANNER, is_east=True))
    assert area <= outline.shape.area < area + 3.0  # rounded up by decimetres of a 12.6 m wing and a 13.5 m head
    assert len(outline.bays) == units
    assert 8.0 <= outline.length_m / units <= 12.0


@pytest.mark.parametrize("is_east", [True, False])
def test_the_court_is_open_to_the_road(is_east: bool) -> None:
    outline = next(outlines_of(733.4, 6, 3, MANNER, is_east=is_east))
    court = shapely.box(outline.court[0] + 0.1, MANNER.kindergarten_wing_m + 0.1, outline.court[1] - 0.1, outline.depth_m)
    assert not court.intersects(outline.shape)
    assert (outline.court[1] == outline.length_m) == is_east


def test_every_bay_lies_on_the_south_front() -> None:
    for outline in outlines_of(733.4, 6, 3, MANNER, is_east=True):
        for west, east in outline.bays:
            assert outline.shape.exterior.covers(shapely.LineString([(west, 0.0), (east, 0.0)]))


def test_the_last_outline_has_no_head() -> None:
    last = list(outlines_of(733.4, 6, 3, MANNER, is_east=True))[-1]
    assert last.depth_m == MANNER.kindergarten_wing_m
    assert last.court == (0.0, last.length_m)
