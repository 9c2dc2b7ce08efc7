import pytest
from shapely.geometry import Polygon

from layoutgen.errors import InputError
from layoutgen.geometry.repair import mend_ring

SQUARE = ((0.0, 0.0), (400.0, 0.0), (400.0, 300.0), (0.0, 300.0))


def mend(points: tuple[tuple[float, float], ...], *, is_closed: bool = True) -> tuple[Polygon, tuple[str, ...]]:
    mended = mend_ring(points, is_closed=is_closed, file="f", key="boundary")
    return mended.outline, mended.repairs


def test_a_sound_ring_is_left_alone() -> None:
    outline, repairs = mend(SQUARE)
    assert (outline.area, repairs) == (120_000.0, ())


def test_a_clockwise_ring_is_turned_without_a_word() -> None:
    outline, repairs = mend(SQUARE[::-1])
    assert outline.exterior.is_ccw
    assert repairs == ()


def test_a_small_gap_is_closed_and_a_large_one_refused() -> None:
    _, repairs = mend((*SQUARE, (0.0, 0.002)), is_closed=False)
    assert [repair.en for repair in repairs] == ["boundary: open by 0.002 m: closed"]
    with pytest.raises(InputError, match=r"f: boundary = open by 0\.500 m at \(0\.00, 0\.50\)"):
        mend((*SQUARE, (0.0, 0.5)), is_closed=False)


def test_repeated_points_are_dropped_and_counted() -> None:
    outline, repairs = mend((SQUARE[0], SQUARE[0], *SQUARE[1:], SQUARE[3]))
    assert len(outline.exterior.coords) == 5
    assert [repair.en for repair in repairs] == ["boundary: 2 repeated points dropped"]


def test_a_spike_is_dropped_and_said() -> None:
    outline, repairs = mend((*SQUARE[:2], (400.0, 150.0), (460.0, 150.0), (400.0, 150.0), *SQUARE[2:]))
    assert outline.area == 120_000.0
    assert any("spike at (460.00, 150.00)" in repair.en for repair in repairs)


def test_a_bow_tie_is_refused_with_the_areas_of_its_wings() -> None:
    # the diagonals of 400 x 300 m cross in the middle: two triangles of 400 x 150 / 2
    with pytest.raises(InputError, match=r"crosses itself .* parts of 30,000 m2 and 30,000 m2"):
        mend((SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3]))


def test_a_tiny_loop_is_cut_off_and_said() -> None:
    # a slip at the corner: a loop of 1 x 1 m / 2
    outline, repairs = mend((SQUARE[0], (399.0, 0.0), (400.0, 1.0), (400.0, 0.0), (399.0, 1.0), *SQUARE[2:]))
    assert outline.is_valid
    assert outline.area == pytest.approx(120_000.0, abs=500.0)
    assert any("made valid" in repair.en for repair in repairs)


def test_points_that_are_no_numbers_and_lines_are_refused() -> None:
    for points in (
        ((0.0, 0.0), (float("nan"), 1.0), (3.0, 3.0)),
        ((0.0, 0.0), (5.0, 0.0)),
        ((0.0, 0.0), (5.0, 0.0), (9.0, 0.0)),
    ):
        with pytest.raises(InputError):
            mend(points)
