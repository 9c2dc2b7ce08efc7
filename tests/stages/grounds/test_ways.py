"""Ways laid on the board."""

from math import hypot

import pytest
import shapely
from shapely.geometry import LineString, Point

from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.ways import band, foot_way, lay_way

ROUND = LineString([(200, 10), (200, 80), (260, 80), (260, 40), (180, 40)])  # crosses itself at (200, 40)


def test_a_way_that_crosses_itself_keeps_its_ground_all_the_way_round(board: Board) -> None:
    laid = lay_way(board, ROUND, foot_way(board, ""))
    ground = shapely.union_all([way.outline for way in laid])
    assert all(ground.distance(Point(ROUND.interpolate(at))) < 0.01 for at in range(int(ROUND.length)))
    # 70 + 60 + 40 + 80 m of 1.8 m, three mitred corners that cover their own ground, one crossing counted once
    assert ground.area == pytest.approx(250.0 * 1.8 - 1.8**2, abs=0.1)


def test_parts_of_a_way_that_crosses_itself_do_not_overlap(board: Board) -> None:
    laid = lay_way(board, ROUND, foot_way(board, ""))
    assert sum(way.outline.area for way in laid) == pytest.approx(
        shapely.union_all([way.outline for way in laid]).area, abs=0.01
    )


def test_the_strip_of_a_line_with_a_step_shorter_than_it_is_wide_is_one_piece() -> None:
    # mitres of the 3 cm step reach metres back: the outline falls in three
    zigzag = LineString([(509.94, 234.185), (509.936, 234.214), (510.116, 234.238)])
    strip = band(zigzag, 1.8)
    straight = hypot(510.116 - 509.94, 234.238 - 234.185)
    assert strip.area == pytest.approx(1.8 * straight, rel=1e-6)
