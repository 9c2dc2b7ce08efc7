"""Windows of a central green: their sun is told of what is drawn, and shade is taken no more than the area asks for."""

import numpy as np
import pytest
from shapely.geometry import box

from layoutgen.stages.grounds.green_windows import Window, trimmed
from layoutgen.stages.grounds.sunny import LitGrid


def _grid(azimuth_deg: float = 0.0) -> LitGrid:
    """A piece of 40 x 20 m in squares of 2 m whose southern half is lit."""
    x, y = np.arange(0.0, 41.0, 2.0), np.arange(0.0, 21.0, 2.0)
    inside = np.ones((10, 20), dtype=bool)
    lit = inside.copy()
    lit[5:] = False
    return LitGrid(azimuth_deg=azimuth_deg, x=x, y=y, inside=inside, lit=lit)


def test_the_sun_of_a_part_is_that_of_its_squares() -> None:
    grid = _grid()
    assert grid.sunny_share(box(0, 0, 40, 20)) == pytest.approx(0.5)
    assert grid.sunny_share(box(0, 0, 40, 10)) == pytest.approx(1.0)
    assert grid.sunny_share(box(0, 4, 40, 14)) == pytest.approx(0.6)  # rows with middles at 5, 7, 9 | 11, 13: three of five
    assert grid.sunny_share(box(100, 0, 140, 20)) == 0.0


def test_a_window_is_cut_to_the_area_that_is_needed_and_keeps_its_width() -> None:
    window = Window(outline=box(0, 0, 40, 20), sunny_share=0.5, grid=_grid())
    cut = trimmed(window, 300.0, 8.0)
    assert 300.0 <= cut.outline.area <= 310.0  # 15 m of 20 m depth, cut to half a metre
    assert cut.sunny_share == pytest.approx(0.5)
    least = trimmed(window, 50.0, 8.0)
    assert least.outline.area == pytest.approx(160.0, abs=11.0)  # no narrower than 8 m
    assert trimmed(window, 900.0, 8.0) is window  # more than there is
