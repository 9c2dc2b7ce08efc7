"""Corners of fire lanes and the ground that an arc takes inside them."""

import math

import pytest
from shapely.geometry import LineString, Polygon

from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Way
from layoutgen.walking.lane_corners import lane_corners


def _way(name: str, *points: tuple[float, float], width: float = 4.0) -> Way:
    centre = LineString(points)
    outline = centre.buffer(width / 2.0, cap_style="flat", join_style="mitre")
    assert isinstance(outline, Polygon)
    return Way(
        id=name,
        kind=WayKind.ACCESS,
        centre=centre,
        outline=outline,
        carriageway_m=width,
        footway_m=0.0,
        is_fire_lane=True,
        block="",
    )


def test_a_right_angle_is_one_corner_and_its_arc_takes_the_square_less_a_quarter_circle() -> None:
    (corner,) = lane_corners([_way("R1", (50, 0), (0, 0), (0, 50))])
    fillet = corner.fillet(9.0)
    assert fillet.area == pytest.approx(81.0 * (1.0 - math.pi / 4.0), rel=1e-3)
    assert fillet.bounds == pytest.approx((2.0, 2.0, 11.0, 11.0), abs=1e-6)  # from the inner edges' corner on


def test_a_lane_that_joins_another_in_its_middle_makes_two_corners() -> None:
    corners = lane_corners([_way("R1", (-50, 0), (50, 0)), _way("R2", (0, 0), (0, 40))])
    assert len(corners) == 2
    assert {corner.at for corner in corners} == {(0.0, 0.0)}


def test_lanes_that_cross_make_four_and_lanes_in_one_line_none() -> None:
    assert len(lane_corners([_way("R1", (-50, 0), (50, 0)), _way("R2", (0, -40), (0, 40))])) == 4
    assert lane_corners([_way("R1", (-50, 0), (0, 0)), _way("R2", (0, 0), (50, 0))]) == ()


def test_a_wider_lane_moves_the_corner_out_by_half_its_width() -> None:
    (corner,) = lane_corners([_way("R1", (50, 0), (0, 0)), _way("R2", (0, 0), (0, 50), width=7.0)])
    assert corner.fillet(9.0).bounds == pytest.approx((3.5, 2.0, 12.5, 11.0), abs=1e-6)


@pytest.mark.parametrize("shift", [0.0, 0.01, 0.02, 0.024, 0.026, 0.04])
def test_ends_three_centimetres_apart_meet_wherever_they_lie(shift: float) -> None:
    corners = lane_corners([_way("R1", (50, 0), (shift, 0)), _way("R2", (shift, 0.03), (shift, 50))])
    assert len(corners) == 1
