import pytest
from shapely.geometry import MultiPolygon, Polygon, box

from layoutgen.geometry.widths import inscribed_width


def test_a_rectangle_is_as_wide_as_its_short_side() -> None:
    assert inscribed_width(box(0, 0, 134, 30)) == pytest.approx(30.0, abs=0.003)


def test_the_widest_piece_counts() -> None:
    assert inscribed_width(MultiPolygon([box(0, 0, 50, 4), box(0, 10, 9, 19)])) == pytest.approx(9.0, abs=0.003)


def test_the_circle_of_a_right_triangle() -> None:
    # legs 30 and 40, hypotenuse 50: the inscribed circle's diameter is 30 + 40 - 50 = 20
    assert inscribed_width(Polygon([(0, 0), (40, 0), (0, 30)])) == pytest.approx(20.0, abs=0.003)


def test_nothing_has_no_width() -> None:
    assert inscribed_width(Polygon()) == 0.0


def test_a_piece_that_is_wider_by_little_is_not_overlooked_for_one_of_more_ground() -> None:
    # the long piece has the larger box, the square the wider circle by 2 cm: nearer than rough circles tell apart
    pieces = MultiPolygon([box(0, 0, 200, 30.0), box(0, 50, 30.02, 80.02), box(100, 50, 129.99, 79.99)])
    assert inscribed_width(pieces) == pytest.approx(30.02, abs=0.003)
