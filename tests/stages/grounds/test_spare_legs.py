"""What is left of a loop has outlines without holes."""

import pytest
import shapely
from shapely.geometry import LineString

from layoutgen.stages.grounds.spare_legs import outlined

# a loop 7 m wide about a square of 60 m, led in and out by two legs 6 m apart: they overlap by 1 m
PINCHED = LineString([(-50, 27), (0, 27), (0, 0), (60, 0), (60, 60), (0, 60), (0, 33), (-50, 33)])


def test_a_run_that_closes_on_itself_at_a_neck_keeps_what_it_goes_round_free() -> None:
    found = outlined(PINCHED, PINCHED.buffer(3.5, cap_style="flat", join_style="mitre"), 7.0)
    ground = shapely.union_all([outline for _, outline in found])
    assert all(not outline.interiors for _, outline in found)
    assert shapely.box(4, 4, 56, 56).intersection(ground).area == pytest.approx(0.0, abs=0.1)


def test_the_halves_do_not_overlap_and_hold_the_whole_line() -> None:
    found = outlined(PINCHED, PINCHED.buffer(3.5, cap_style="flat", join_style="mitre"), 7.0)
    ground = shapely.union_all([outline for _, outline in found])
    assert sum(outline.area for _, outline in found) == pytest.approx(ground.area, abs=0.01)
    assert sum(piece.length for piece, _ in found) == pytest.approx(PINCHED.length, abs=0.01)
    assert ground.buffer(0.01).covers(PINCHED)
