"""Puts dimensions where there is room: no text over another, no line through one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot

from layoutgen.drawings.dimension_picture import picture_of, reading_turn, text_width
from layoutgen.drawings.notes.room import TEXT, Box, Room
from layoutgen.drawings.sheet import Dimension

AROUND = 1.0  # height of a text with the air round it
LEAST_M = 0.05  # less is nothing that is measured on a plan
THIN = 0.3  # ground that a line takes, in heights of the text

Place = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionPen:
    """Writes dimensions of one size on one layer."""

    layer: str
    text_m: float
    room: Room
    ink: int = TEXT

    def between(self, start: Place, end: Place, off: float = 0.0) -> Dimension:
        """Dimension whose line lies so many heights of its text to the left."""
        return Dimension(
            layer=self.layer, start=_rounded(start), end=_rounded(end), off_m=round(off * self.text_m, 3), height_m=self.text_m
        )

    def either(self, start: Place, end: Place) -> list[Dimension]:
        """Dimension with its text between the ends, or beyond one of them."""
        found, back = self.between(start, end), self.between(end, start)
        return [found, replace(found, is_beyond=True), replace(back, is_beyond=True)]

    def place(self, choices: Sequence[Dimension]) -> Dimension | None:
        """Take the choice that stands best; None where each would cover a text or is too short for its own."""
        fit = [choice for choice in choices if self._fits(choice)]
        boxes = [box_of(choice) for choice in fit]
        best = self.room.best(boxes)
        if best is None:
            return None
        self.room.take(boxes[best], self.ink)
        self.room.take(self._strip(fit[best], 0.0), self.ink)
        return fit[best]

    def _fits(self, choice: Dimension) -> bool:
        if choice.length_m < LEAST_M:
            return False
        is_long = choice.is_beyond or choice.length_m >= text_width(choice)
        return is_long and self.room.dislike(self._strip(choice, self.text_m)) < TEXT

    def _strip(self, dimension: Dimension, less_m: float) -> Box:
        """Ground of a dimension's line, shortened by so much."""
        (x1, y1), (x2, y2) = line = picture_of(dimension).line
        width = THIN * self.text_m
        return Box(
            middle=((x1 + x2) / 2.0, (y1 + y2) / 2.0),
            width=max(hypot(x2 - x1, y2 - y1) - less_m, width),
            height=width,
            turn_deg=reading_turn(*line),
        )


def box_of(dimension: Dimension) -> Box:
    """Ground of a dimension's text."""
    text = picture_of(dimension).text
    return Box(middle=text.point, width=text_width(dimension), height=AROUND * text.height_m, turn_deg=text.turn_deg)


def _rounded(place: Place) -> Place:
    return round(place[0], 3), round(place[1], 3)
