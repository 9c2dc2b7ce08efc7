"""Short texts with a lead to what they speak of, where there is room round it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

from layoutgen.drawings.notes.room import LEAD, TEXT, Box, Room
from layoutgen.drawings.sheet import Line, Text

PITCH = 1.15  # of lines of text
REACHES = (1.2, 2.5, 4.0, 6.0, 8.5)  # from the point, in heights of the text
WAYS = ((1, 1), (-1, 1), (1, -1), (-1, -1))  # east or west, above or below
BACK = 1.0  # a lead does not run back over what it speaks of: share of the way out, of 2^0.5 at most
LATIN = 0.56  # width of a letter or figure, of the height

Place = tuple[float, float]


def text_width(text: str, height_m: float) -> float:
    """Width of a line of text [m]."""
    return sum(LATIN if ord(c) < 0x2E80 else 1.0 for c in text) * height_m


@dataclass(frozen=True, slots=True, kw_only=True)
class CalloutPen:
    """Writes callouts of one size on one layer."""

    layer: str
    text_m: float
    room: Room
    ink: int = TEXT

    def call(self, point: Place, words: Sequence[str], away: Place = (1.0, 1.0)) -> tuple[list[Line], list[Text]]:
        """Lead and lines of text for a point; nothing where there is no room.

        Parameters
        ----------
        away
            Side on which it stands best.
        """
        wide = max(text_width(word, self.text_m) for word in words)
        high = (len(words) - 1) * PITCH * self.text_m + self.text_m
        found: tuple[Place, Line] | None = None
        least = float(TEXT)
        for middle, way in self._places(point, away, wide, high):
            dislike = self.room.dislike(Box(middle=middle, width=wide, height=high))
            lead = self._lead(point, middle, (wide, high), way)
            if dislike < least and not self.room.is_crossed(lead.points):
                found, least = (middle, lead), dislike
            if not least:
                break
        if found is None:
            return [], []
        self.room.take(Box(middle=found[0], width=wide + self.text_m / 2.0, height=high), self.ink)
        self.room.take_line(found[1].points, LEAD)
        return [found[1]], self._texts(words, found[0], wide, high)

    def _places(self, point: Place, away: Place, wide: float, high: float) -> Iterator[tuple[Place, Place]]:
        """Middles of the box tried, the nearest first, and of those the side asked for."""
        least = -BACK * hypot(*away)
        ways = [way for way in WAYS if way[0] * away[0] + way[1] * away[1] >= least]
        ways.sort(key=lambda way: -(way[0] * away[0] + way[1] * away[1]))
        for reach in REACHES:
            for way in ways:
                x = point[0] + way[0] * (reach * self.text_m + wide / 2.0)
                y = point[1] + way[1] * (reach * self.text_m + high / 2.0)
                yield (x, y), way

    def _lead(self, point: Place, middle: Place, size: tuple[float, float], way: Place) -> Line:
        """From the point to the text, and on beneath it, or over it where it hangs below."""
        near, far = middle[0] - way[0] * size[0] / 2.0, middle[0] + way[0] * size[0] / 2.0
        y = middle[1] - way[1] * size[1] / 2.0
        points = tuple((round(x, 3), round(y, 3)) for x, y in (point, (near, y), (far, y)))
        return Line(layer=self.layer, id="", points=points)

    def _texts(self, words: Sequence[str], middle: Place, wide: float, high: float) -> list[Text]:
        top = middle[1] + high / 2.0 - self.text_m / 2.0
        return [
            Text(
                layer=self.layer,
                id="",
                point=(round(middle[0] - wide / 2.0, 3), round(top - number * PITCH * self.text_m, 3)),
                text=word,
                height_m=self.text_m,
                is_left=True,
            )
            for number, word in enumerate(words)
        ]
