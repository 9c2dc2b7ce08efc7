"""Coordinates 坐标: every corner of the red line, and two corners of each building, three where it stands askew; X is north."""

from collections.abc import Iterator
from itertools import pairwise
from math import atan2, degrees, hypot

from shapely.geometry import Polygon

from layoutgen.drawings.notes.callouts import CalloutPen
from layoutgen.drawings.sheet import Line, Text

RIGHT_DEG = 1.0  # a building that leans less stands along the survey's axes
RING = 0.35  # radius of the mark of a red line's corner, of a text's height
TURN_LEAST = 0.01  # sine of the turn from which a corner of a building is one

Place = tuple[float, float]


def red_line_corners(boundary: Polygon, origin: Place, pen: CalloutPen) -> tuple[list[Line], list[Text]]:
    """Corners 界址点 of the red line, J1 first, told outside it.

    Parameters
    ----------
    origin
        Shift taken off the survey coordinates, east and north [m].
    """
    lines: list[Line] = []
    texts: list[Text] = []
    for number, (corner, away) in enumerate(_corners(boundary), 1):
        lines.append(_ring(corner, pen))
        more, words = pen.call(corner, (f"J{number}", *_told(corner, origin)), away)
        lines += more
        texts += words
    return lines, texts


def building_corners(outline: Polygon, origin: Place, pen: CalloutPen) -> tuple[list[Line], list[Text]]:
    """Tell the corners of a building's outline."""
    lines: list[Line] = []
    texts: list[Text] = []
    for corner, away in told_corners(outline):
        more, words = pen.call(corner, _told(corner, origin), away)
        lines += more
        texts += words
    return lines, texts


def told_corners(outline: Polygon) -> list[tuple[Place, Place]]:
    """Two corners of an outline across from each other, a third where it stands askew (GB/T 50103), each with its way out."""
    corners = [(corner, away) for corner, away in _corners(outline) if hypot(*away) > TURN_LEAST]
    told = [min(corners, key=lambda one: sum(one[0])), max(corners, key=lambda one: sum(one[0]))]
    return [*told, max(corners, key=lambda one: one[0][0] - one[0][1])] if _is_askew(outline) else told


def _told(corner: Place, origin: Place) -> tuple[str, str]:
    return f"X={corner[1] + origin[1]:.3f}", f"Y={corner[0] + origin[0]:.3f}"


def _corners(outline: Polygon) -> Iterator[tuple[Place, Place]]:
    """Each corner with the way out of the outline."""
    ring = [(float(x), float(y)) for x, y in outline.exterior.coords[:-1]]
    turn = 1.0 if outline.exterior.is_ccw else -1.0
    for before, corner, after in zip([ring[-1], *ring[:-1]], ring, [*ring[1:], ring[0]], strict=True):
        first, second = _unit(before, corner), _unit(corner, after)
        yield corner, (turn * (first[1] + second[1]), -turn * (first[0] + second[0]))


def _unit(a: Place, b: Place) -> Place:
    long = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return (b[0] - a[0]) / long, (b[1] - a[1]) / long


def _is_askew(outline: Polygon) -> bool:
    a, b = max(pairwise(outline.exterior.coords), key=lambda side: hypot(side[1][0] - side[0][0], side[1][1] - side[0][1]))
    turn = degrees(atan2(b[1] - a[1], b[0] - a[0])) % 90.0
    return min(turn, 90.0 - turn) > RIGHT_DEG


def _ring(corner: Place, pen: CalloutPen) -> Line:
    """A circle of two half turns."""
    radius = RING * pen.text_m
    west, east = round(corner[0] - radius, 3), round(corner[0] + radius, 3)
    points = ((west, corner[1]), (east, corner[1]), (west, corner[1]))
    return Line(layer=pen.layer, id="", points=points, bulges=(1.0, 1.0, 0.0))
