"""Coordinates 坐标: every corner of the red line, and two corners of each building, three where it stands askew; X is north."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, degrees, hypot

from shapely.geometry import Polygon

from layoutgen.drawings.notes.room import Box, Room
from layoutgen.drawings.sheet import Line, Text

WIDE = 0.56  # width of a figure, of its height
PITCH = 1.15  # of two lines of text
REACHES = (1.6, 3.0, 4.6, 6.5)  # how far a text stands from its corner, in its heights
WAYS = ((1, 1), (-1, 1), (1, -1), (-1, -1))  # east or west, above or below
RIGHT_DEG = 1.0  # a building that leans less stands along the survey's axes
RING = 0.35  # radius of the mark of a red line's corner, of a text's height

Place = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class CornerPen:
    """Writes coordinates of one size on one layer."""

    layer: str
    text_m: float
    room: Room
    origin: Place  # shift taken off the survey coordinates, east and north [m]

    def tell(self, corner: Place, name: str, away: Place) -> tuple[list[Line], list[Text]]:
        """Lead and texts of a corner, where there is room; nothing where there is none.

        Parameters
        ----------
        name
            Stands above the coordinates; "" = none.
        away
            Side on which it stands best.
        """
        words = [f"X={corner[1] + self.origin[1]:.3f}", f"Y={corner[0] + self.origin[0]:.3f}"]
        words = [name, *words] if name else words
        wide = max(len(word) for word in words) * WIDE * self.text_m
        high = (len(words) - 1) * PITCH * self.text_m + self.text_m
        places = list(self._places(corner, away, wide, high))
        best = self.room.best([Box(middle=box, width=wide, height=high) for box, _ in places])
        if best is None:
            return [], []
        middle, way = places[best]
        self.room.take(Box(middle=middle, width=wide + self.text_m, height=high))
        return [self._lead(corner, middle, wide, high, way)], self._texts(words, middle, wide, high)

    def _places(self, corner: Place, away: Place, wide: float, high: float) -> Iterator[tuple[Place, Place]]:
        """Middles of the box tried, the side asked for first and the nearest first."""
        ways = sorted(WAYS, key=lambda way: -(way[0] * away[0] + way[1] * away[1]))
        for reach in REACHES:
            for way in ways:
                x = corner[0] + way[0] * (reach * self.text_m + wide / 2.0)
                y = corner[1] + way[1] * (reach * self.text_m + high / 2.0)
                yield (x, y), way

    def _lead(self, corner: Place, middle: Place, wide: float, high: float, way: Place) -> Line:
        """From the corner to the text, and on under its first two lines."""
        near, far = middle[0] - way[0] * wide / 2.0, middle[0] + way[0] * wide / 2.0
        y = middle[1] - way[1] * high / 2.0 if way[1] > 0 else middle[1] + high / 2.0
        return Line(layer=self.layer, id="", points=_rounded((corner, (near, y), (far, y))))

    def _texts(self, words: Sequence[str], middle: Place, wide: float, high: float) -> list[Text]:
        top = middle[1] + high / 2.0 - self.text_m / 2.0
        left = middle[0] - wide / 2.0
        return [
            Text(
                layer=self.layer,
                id="",
                point=(round(left, 3), round(top - number * PITCH * self.text_m, 3)),
                text=word,
                height_m=self.text_m,
                is_left=True,
            )
            for number, word in enumerate(words)
        ]


def red_line_corners(boundary: Polygon, pen: CornerPen) -> tuple[list[Line], list[Text]]:
    """Corners 界址点 of the red line, J1 first, told outside it."""
    lines: list[Line] = []
    texts: list[Text] = []
    for number, (corner, away) in enumerate(_corners(boundary), 1):
        lines.append(_ring(corner, pen))
        more, words = pen.tell(corner, f"J{number}", away)
        lines += more
        texts += words
    return lines, texts


def building_corners(outline: Polygon, pen: CornerPen) -> tuple[list[Line], list[Text]]:
    """Two corners across from each other of a building's outline; a third where it stands askew (GB/T 50103)."""
    corners = list(_corners(outline))
    west = min(corners, key=lambda one: (one[0][0] + one[0][1], one[0][0]))
    east = max(corners, key=lambda one: (one[0][0] + one[0][1], one[0][0]))
    told = [west, east]
    if _is_askew(outline):
        told.append(max(corners, key=lambda one: (one[0][0] - one[0][1], one[0][0])))
    lines: list[Line] = []
    texts: list[Text] = []
    for corner, away in told:
        more, words = pen.tell(corner, "", away)
        lines += more
        texts += words
    return lines, texts


def _corners(outline: Polygon) -> Iterator[tuple[Place, Place]]:
    """Each corner with the way out of the outline."""
    ring = list(outline.exterior.coords)[:-1]
    turn = 1.0 if outline.exterior.is_ccw else -1.0
    for before, corner, after in zip([ring[-1], *ring[:-1]], ring, [*ring[1:], ring[0]], strict=True):
        first, second = _unit(before, corner), _unit(corner, after)
        yield corner, (turn * (first[1] + second[1]), -turn * (first[0] + second[0]))


def _unit(a: Place, b: Place) -> Place:
    long = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return (b[0] - a[0]) / long, (b[1] - a[1]) / long


def _is_askew(outline: Polygon) -> bool:
    sides = [(hypot(b[0] - a[0], b[1] - a[1]), degrees(atan2(b[1] - a[1], b[0] - a[0]))) for a, b in pairwise(outline.exterior.coords)]
    turn = max(sides)[1] % 90.0
    return min(turn, 90.0 - turn) > RIGHT_DEG


def _ring(corner: Place, pen: CornerPen) -> Line:
    """A circle of two half turns."""
    radius = RING * pen.text_m
    west, east = (corner[0] - radius, corner[1]), (corner[0] + radius, corner[1])
    return Line(layer=pen.layer, id="", points=_rounded((west, east, west)), bulges=(1.0, 1.0, 0.0))


def _rounded(points: Sequence[Place]) -> tuple[Place, ...]:
    return tuple((round(x, 3), round(y, 3)) for x, y in points)
