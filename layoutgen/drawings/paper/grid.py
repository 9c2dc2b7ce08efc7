"""Crosses of the surveying grid on a view, with X (north) and Y (east) at its edges."""

from math import ceil, floor

from layoutgen.drawings.pages import View
from layoutgen.drawings.paper.pen import THIN, PaperPen

STEP_MM = 100.0
ARM_MM = 3.0
WORD_MM = 2.5
GREY = (120, 120, 120)


def paint_grid(pen: PaperPen, view: View, origin: tuple[float, float]) -> None:
    """Crosses every 100 mm of paper.

    Parameters
    ----------
    origin
        Shift taken off the survey coordinates, east and north [m].
    """
    step = STEP_MM * view.scale / 1000.0
    west, south, east, north = view.window_m
    eastings = _marks(west + origin[0], east + origin[0], step)
    northings = _marks(south + origin[1], north + origin[1], step)
    left, low = view.at_mm
    for easting in eastings:
        x, _ = view.on_paper((easting - origin[0], south))
        pen.draw(((x, low), (x, low + 2.0 * ARM_MM)), THIN, GREY)
        pen.say((x + 1.0, low + ARM_MM), f"Y={easting:.0f}", WORD_MM)
    for northing in northings:
        _, y = view.on_paper((west, northing - origin[1]))
        pen.draw(((left, y), (left + 2.0 * ARM_MM, y)), THIN, GREY)
        pen.say((left + 1.0, y + WORD_MM), f"X={northing:.0f}", WORD_MM)
        for easting in eastings:
            x, _ = view.on_paper((easting - origin[0], south))
            pen.draw(((x - ARM_MM, y), (x + ARM_MM, y)), THIN, GREY)
            pen.draw(((x, y - ARM_MM), (x, y + ARM_MM)), THIN, GREY)


def _marks(low: float, high: float, step: float) -> list[float]:
    """Round numbers well inside a span."""
    return [step * number for number in range(ceil((low + 0.1 * step) / step), floor((high - 0.02 * step) / step) + 1)]
