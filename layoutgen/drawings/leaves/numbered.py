"""Numbers in discs that do not cover each other: one that finds its place taken stands beside, with a line to its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

import shapely
from shapely.geometry import LineString, MultiPoint, Point

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.paper.ground_pen import GroundPen
from layoutgen.drawings.paper.pen import THIN

RADIUS_MM = 2.4
WORD_MM = 2.5
APART = 2.15  # least distance of two middles, in radii
LED_FROM = 2.5  # a mark farther from its place has a line to it, in radii
RINGS = 12  # of places tried round a mark
PLACES = 12  # on the first ring; more on the others


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A number at a place."""

    at: Point
    word: str
    rgb: Colour


def paint_marks(ground: GroundPen, marks: Sequence[Mark]) -> None:
    """Paint marks in their order: the first ones stand where they belong."""
    taken: list[Point] = []
    reach = RADIUS_MM * ground.metres_a_mm
    for mark in marks:
        place = next((at for at in _places(mark.at, reach) if _is_free(at, taken, APART * reach)), mark.at)
        taken.append(place)
        ground.disc(place, RADIUS_MM, mark.rgb)
        ground.say(place, mark.word, WORD_MM, is_bold=True)
    covered = shapely.buffer(MultiPoint(taken), reach)
    for mark, place in zip(marks, taken, strict=True):
        if place.distance(mark.at) > LED_FROM * reach:
            ground.line(shapely.difference(LineString([mark.at, place]), covered), THIN)


def _places(at: Point, reach: float) -> Iterator[Point]:
    yield at
    for ring in range(1, RINGS + 1):
        count = PLACES * ring
        away = APART * reach * ring
        for number in range(count):
            turn = 2.0 * pi * number / count
            yield Point(at.x + away * cos(turn), at.y + away * sin(turn))


def _is_free(at: Point, taken: Sequence[Point], apart: float) -> bool:
    return all(hypot(at.x - other.x, at.y - other.y) >= apart * 0.999 for other in taken)
