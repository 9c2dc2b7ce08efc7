"""Notes beside the clouds: framed, on white, each with a leader, none upon another or upon a text of the drawing."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

import shapely
from shapely.geometry import Point, Polygon, box

from layoutgen.drawings.notes.room import LEAD, MARK, TEXT, Box, Room
from layoutgen.drawings.paper.measure import width_mm, wrap
from layoutgen.drawings.review.clouds import cloud_round
from layoutgen.drawings.review.ink import THICK, THIN, WHITE, Hue, Ink, Stroke, Word
from layoutgen.drawings.review.places import Place, said_at
from layoutgen.drawings.review.remark import Severity
from layoutgen.drawings.review.taste import Taste

PITCH = 1.45  # of a note's lines, in heights
LIGHT = (Severity.WAIVED, Severity.NEAR, Severity.ADVICE)  # marked by thin lines
DIRECTIONS = 16
STEP = 1.2  # between the distances tried, in heights
FAR = 0.12  # how much a note dislikes each such step
PAPER = Hue(aci=WHITE, rgb=(255, 255, 255))

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePen:
    """Marks places on a drawing."""

    ink: Ink
    room: Room
    taste: Taste
    lang: str
    mm: float  # a millimetre of the printed sheet [m]

    def mark(self, places: Sequence[Place]) -> None:
        """Draw the clouds of all places, then their notes; the gravest take their room first."""
        for place in places:
            self._cloud(place)
        for place in places:
            self._note(place)

    def _hue(self, place: Place) -> Hue:
        tint = self.taste.tints[place.severity]
        return Hue(aci=tint.aci, rgb=tint.rgb)

    def _cloud(self, place: Place) -> None:
        cloud = cloud_round(place.ground, self.taste.sizes, self.mm)
        weight = THIN if place.severity in LIGHT else THICK
        self.ink.marks.append(
            Stroke(points=cloud.points, bulges=cloud.bulges, is_closed=True, hue=self._hue(place), weight=weight)
        )
        self.room.take_line([*cloud.points, cloud.points[0]], MARK)
        if place.ground.area < (8.0 * self.taste.sizes["least_mm"] * self.mm) ** 2:
            self.room.take_polygon(place.ground, MARK)

    def _note(self, place: Place) -> None:
        """The whole note, or only the numbers where there is no room for it; these at the cloud if need be."""
        numbers = ", ".join(dict.fromkeys(str(number) for number, _ in place.lines))
        for lines in (self._lines(place), [numbers]):
            size = self._size(lines)
            found = self._best(place.ground, size)
            if found is not None:
                self._write(place, lines, size, found)
                return
        middle = shapely.point_on_surface(place.ground)
        self._write(place, [numbers], self._size([numbers]), (middle.x, place.ground.bounds[3]))

    def _lines(self, place: Place) -> list[str]:
        sizes = self.taste.sizes
        said = said_at(place, int(sizes["lines"]), self.lang)
        return [part for line in said for part in wrap(line, sizes["note_wide_mm"], sizes["note_mm"])]

    def _size(self, lines: Sequence[str]) -> tuple[float, float]:
        """Width and height of a note with its frame [m]."""
        sizes, mm = self.taste.sizes, self.mm
        wide = max(width_mm(line, sizes["note_mm"]) for line in lines)
        high = ((len(lines) - 1) * PITCH + 1.0) * sizes["note_mm"]
        return (wide + 2.0 * sizes["pad_mm"]) * mm, (high + 2.0 * sizes["pad_mm"]) * mm

    def _best(self, ground: Polygon, size: tuple[float, float]) -> Corner | None:
        """Middle of the note where it is disliked least; None where it would cover something everywhere."""
        found: Corner | None = None
        least = float(TEXT)
        for step, middle in _middles(ground, size, self._reaches()):
            dislike = FAR * step
            if dislike >= least:
                break
            dislike += self.room.dislike(Box(middle=middle, width=size[0], height=size[1]))
            if dislike < least and not self.room.is_crossed(leader(ground, middle, size)):
                found, least = middle, dislike
        return found

    def _reaches(self) -> list[float]:
        sizes = self.taste.sizes
        step = STEP * sizes["note_mm"]
        return [number * step * self.mm for number in range(1, int(sizes["reach_mm"] / step) + 1)]

    def _write(self, place: Place, lines: Sequence[str], size: tuple[float, float], middle: Corner) -> None:
        hue, height = self._hue(place), self.taste.sizes["note_mm"] * self.mm
        west, south, east, north = _bounds(middle, size)
        lead = leader(place.ground, middle, size)
        self.ink.marks.append(Stroke(points=lead, hue=hue))
        self.ink.panel(west, south, east, north, PAPER)
        self.ink.frame(west, south, east, north, hue)
        top = north - self.taste.sizes["pad_mm"] * self.mm - height / 2.0
        for number, line in enumerate(lines):
            at = (round(west + self.taste.sizes["pad_mm"] * self.mm, 3), round(top - number * PITCH * height, 3))
            self.ink.marks.append(Word(at=at, text=line, height=height, hue=hue))
        self.room.take(Box(middle=middle, width=size[0] + 2.0 * self.mm, height=size[1] + 2.0 * self.mm), TEXT)
        self.room.take_line(lead, LEAD)


def leader(ground: Polygon, middle: Corner, size: tuple[float, float]) -> tuple[Corner, ...]:
    """From the middle of a side of a note to the edge of the ground; nothing of length where the note stands on it."""
    west, south, east, north = _bounds(middle, size)
    feet = ((west, middle[1]), (east, middle[1]), (middle[0], south), (middle[0], north))
    edge = ground.exterior
    foot = min(feet, key=lambda foot: edge.distance(Point(foot)))
    ends = shapely.get_coordinates(shapely.shortest_line(Point(foot), edge)).tolist()
    return tuple((round(x, 3), round(y, 3)) for x, y in ends)


def _middles(ground: Polygon, size: tuple[float, float], reaches: Sequence[float]) -> Iterator[tuple[int, Corner]]:
    """Middles of a note round a piece of ground, the nearest first, each with its step."""
    west, south, east, north = ground.bounds
    x, y = (west + east) / 2.0, (south + north) / 2.0
    for step, reach in enumerate(reaches):
        for number in range(DIRECTIONS):
            turn = 2.0 * pi * (number + 1) / DIRECTIONS
            across, up = cos(turn), sin(turn)
            stretch = max(abs(across), abs(up))  # along the edge of a rectangle rather than of an ellipse
            wide, high = (east - west + size[0]) / 2.0 + reach, (north - south + size[1]) / 2.0 + reach
            yield step, (round(x + wide * across / stretch, 3), round(y + high * up / stretch, 3))


def _bounds(middle: Corner, size: tuple[float, float]) -> tuple[float, float, float, float]:
    shape = box(middle[0] - size[0] / 2.0, middle[1] - size[1] / 2.0, middle[0] + size[0] / 2.0, middle[1] + size[1] / 2.0)
    west, south, east, north = (round(float(value), 3) for value in shape.bounds)
    return west, south, east, north


def tint_of(taste: Taste) -> Mapping[str, Hue]:
    """Colours by the words of their severities, in both languages."""
    return {word: Hue(aci=tint.aci, rgb=tint.rgb) for tint in taste.tints.values() for word in (tint.zh, tint.en)}
