import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon

from layoutgen.geometry.parts import clipped, largest, lines, polygons, snap_line, snap_polygon, without_holes

COORDINATE = st.floats(min_value=-500.0, max_value=500.0, allow_nan=False)


def test_a_ring_that_lies_on_the_rectangle_but_for_rounding_is_clipped():
    touching = Polygon([(4.000000000000001, 4.000000000000004), (1.000000000000001, 4.99999999999999), (2.00000000000001, 4.0)])
    assert clipped(touching, 4.0, 3.0, 5.0, 6.0).area == pytest.approx(0.0, abs=1e-12)
    assert clipped(touching, 0.0, 0.0, 3.0, 6.0).area == pytest.approx(5.0 / 6.0)  # of 1 m2 a sixth lies east of 3


def test_polygons_of_a_collection_come_largest_first_and_lines_are_left_out():
    small, large = shapely.box(0, 0, 1, 1), shapely.box(5, 5, 8, 8)
    mixed = shapely.GeometryCollection([LineString([(0, 0), (1, 1)]), small, shapely.MultiPolygon([large])])
    assert [p.area for p in polygons(mixed)] == [9.0, 1.0]
    assert largest(LineString([(0, 0), (1, 1)])) is None
    assert [line.length for line in lines(mixed)] == [pytest.approx(2**0.5)]


def test_a_snapped_outline_runs_counter_clockwise_from_its_least_vertex():
    clockwise = Polygon([(2.00049, 0.0), (0.0, 0.0), (0.0, 1.0), (2.0, 1.0)])
    assert list(snap_polygon(clockwise).exterior.coords) == [(0, 0), (2, 0), (2, 1), (0, 1), (0, 0)]


@given(st.tuples(COORDINATE, COORDINATE), st.floats(1.0, 80.0), st.floats(1.0, 80.0), st.floats(0.0, 90.0), st.integers(0, 3))
def test_snapping_twice_is_snapping_once_whatever_the_first_vertex(origin, width, depth, turn, start):
    box = shapely.affinity.rotate(shapely.box(0, 0, width, depth), turn)
    ring = [(x + origin[0], y + origin[1]) for x, y in box.exterior.coords[:-1]]
    snapped = snap_polygon(Polygon(ring[start:] + ring[:start]))
    assert snapped == snap_polygon(snapped)
    assert snapped == snap_polygon(Polygon(ring))


def test_an_outline_with_a_hole_or_without_area_is_refused():
    with pytest.raises(ValueError, match="hole"):
        snap_polygon(Polygon(shapely.box(0, 0, 9, 9).exterior, [shapely.box(1, 1, 2, 2).exterior.coords]))
    with pytest.raises(ValueError, match="collapses"):
        snap_polygon(Polygon([(0, 0), (0.0001, 0), (0.0001, 0.0001)]))


def test_an_outline_that_crosses_itself_is_refused_and_not_mended():
    with pytest.raises(ValueError, match="not valid on the grid"):
        snap_polygon(Polygon([(0, 0), (10, 10), (10, 0), (0, 10)]))


def test_cutting_out_holes_keeps_the_area():
    # 10 x 10 less two holes of 2 x 2: 92
    plate = Polygon(
        shapely.box(0, 0, 10, 10).exterior,
        [shapely.box(1, 1, 3, 3).exterior.coords, shapely.box(6, 6, 8, 8).exterior.coords],
    )
    pieces = without_holes(plate)
    assert all(not piece.interiors for piece in pieces)
    assert sum(piece.area for piece in pieces) == pytest.approx(92.0)


def test_a_snapped_line_keeps_its_direction_and_drops_repeated_vertices():
    line = snap_line(LineString([(3.0, 0.0), (3.0001, 0.0), (0.0, 0.0)]))
    assert list(line.coords) == [(3.0, 0.0), (0.0, 0.0)]
    with pytest.raises(ValueError, match="collapses"):
        snap_line(LineString([(0.0, 0.0), (0.0002, 0.0)]))
    assert Point(0, 0).distance(line) == 0.0


def test_a_corner_on_a_side_does_not_make_a_ring_touch_itself_on_the_grid():
    """A sliver 0.4 mm off a slanted side: the side's middle, rounded, would stand on it."""
    ring = [(0.0, 0.0), (2.001, 1.0), (2.001, 3.0), (0.0, 3.0), (1.0005, 0.5004)]
    split = [(0.0, 0.0), (1.0005, 0.5), *ring[1:]]
    assert snap_polygon(Polygon(split)) == snap_polygon(Polygon(ring))


def test_a_bend_of_short_chords_keeps_its_rise_where_another_side_is_mended():
    """A radius of 20 m over 2.001 m rises 2.001² / 160 m = 25 mm; each corner lies 0.25 mm off the line of its neighbours."""
    top = [(x, 3.0 + (1.0005**2 - (x - 1.0005) ** 2) / 40.0) for x in np.linspace(2.001, 0.0, 21)]
    ring = [(0.0, 0.0), (1.0005, 0.5), (2.001, 1.0), *top, (1.0005, 0.5004)]  # as above: the sliver wants mending
    assert snap_polygon(Polygon(ring)).bounds[3] == pytest.approx(3.025, abs=0.001)
