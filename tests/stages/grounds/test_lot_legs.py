"""The last steps from a lot to its road."""

import pytest
from shapely.geometry import LineString, Point

from layoutgen.stages.grounds.frontage import Frontage
from layoutgen.stages.grounds.lot_paths import _leg


@pytest.mark.parametrize(("start_y", "inner_y"), [(30.0, 2.0), (1.2, 1.2)])
def test_a_path_from_a_walk_by_the_road_does_not_turn_inward_first(start_y: float, inner_y: float) -> None:
    front = Frontage(line=LineString([(0, 0), (40, 0)]), street=None, edge=None)  # the lot is north of it
    leg = _leg(front, Point(20, 0), Point(18, start_y))
    assert leg.coords[0] == pytest.approx((20.0, inner_y))
    assert max(y for _, y in leg.coords) == pytest.approx(inner_y)
