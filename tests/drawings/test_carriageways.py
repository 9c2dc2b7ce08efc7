import math

import pytest
import shapely
from shapely.geometry import LineString, Polygon, box

from layoutgen.drawings.arcs import flattened
from layoutgen.drawings.carriageways import carriageways_of
from layoutgen.drawings.layers import load_profile
from tests.validator.plan_from_case import plan_from_case

ALONG = {"kind": "street", "at": [0, 100, 200, 100], "width": 14, "carriageway": 8, "footway": 3}
ACROSS = ALONG | {"at": [100, 0, 100, 200]}
GATE = {"kind": "main", "at": [50, 130, 50, 100], "width": 6, "carriageway": 6}


def painted(*ways: dict[str, object]) -> tuple[shapely.Geometry, list[LineString]]:
    """Ground of the footways, and the kerb lines."""
    footways, kerbs = carriageways_of(plan_from_case({"boundary": [0, 0, 200, 200], "way": list(ways)}), load_profile())
    return shapely.union_all([Polygon(hatch.points) for hatch in footways]), [
        LineString(flattened(line.points, line.bulges)) for line in kerbs
    ]


def test_the_footways_are_what_kerb_and_red_line_leave() -> None:
    # 2 x 200 x 3 m, up to the site's boundary at both ends
    footways, kerbs = painted(ALONG)
    assert footways.area == pytest.approx(1200.0, abs=0.01)
    assert sorted(kerb.length for kerb in kerbs) == pytest.approx([200.0, 200.0], abs=0.2)


def test_kerbs_are_rounded_as_far_as_a_footway_is_left_round_the_corner() -> None:
    # r - (r - 3) sqrt 2 >= 1.2 holds up to r = 7.3; the steps are tenths of 10 m, so 7 m. Land 2 x 200 x 14 - 14^2;
    # carriageways 2 x 200 x 8 - 8^2 and four corners of r^2 (1 - pi / 4)
    footways, kerbs = painted(ALONG, ACROSS)
    assert footways.area == pytest.approx(5404.0 - 3136.0 - 4.0 * 49.0 * (1.0 - math.pi / 4.0), abs=0.5)
    assert len(kerbs) == 4
    assert all(kerb.length == pytest.approx(2.0 * (96.0 - 7.0) + 7.0 * math.pi / 2.0, abs=0.3) for kerb in kerbs)


def test_a_main_road_has_wider_kerbs_than_a_street() -> None:
    # carriageways of 15 m, footways of 5.5 m: r - (r - 5.5) sqrt 2 >= 1.2 up to 15.9, so all of the 15 m;
    # chords leave the arc by 0.02 m at most: 4 x 23.6 m x 0.02 m = 1.9 m2
    road = ALONG | {"kind": "city_road", "width": 26, "carriageway": 15, "footway": 5.5}
    footways, _ = painted(road, road | {"at": [100, 0, 100, 200]})
    land, driven = 2.0 * 200.0 * 26.0 - 26.0**2, 2.0 * 200.0 * 15.0 - 15.0**2
    assert footways.area == pytest.approx(land - driven - 4.0 * 225.0 * (1.0 - math.pi / 4.0), abs=1.9)


def test_carriageways_meet_openly() -> None:
    footways, kerbs = painted(ALONG, ACROSS)
    middle = box(96.0, 96.0, 104.0, 104.0).buffer(0.5)
    assert not footways.intersects(middle)
    assert all(kerb.disjoint(middle) for kerb in kerbs)


def test_a_gate_of_a_block_opens_the_kerb_across_the_footway() -> None:
    # red line at y = 107, kerb at 104; the way is 6 m wide round x = 50
    footways, kerbs = painted(ALONG, GATE)
    mouth = box(47.05, 103.0, 52.95, 107.0)
    assert not footways.intersects(mouth)
    assert all(kerb.disjoint(mouth) for kerb in kerbs)


def test_nothing_is_painted_where_no_public_street_is() -> None:
    assert carriageways_of(plan_from_case({"boundary": [0, 0, 200, 200], "way": [GATE]}), load_profile()) == ((), ())
