"""A name along a long piece of ground, where there is room on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from shapely.geometry import Polygon

from layoutgen.drawings.captions import sides_of
from layoutgen.drawings.notes.callouts import text_width
from layoutgen.drawings.notes.room import TEXT, Box, Room
from layoutgen.drawings.sheet import Text

SHARES = (0.5, 0.35, 0.65, 0.2, 0.8, 0.0, 1.0)  # of the free length: where a name may stand
LEAST = 0.7  # of the height asked for: smaller names are left out
ALONG, ACROSS = 0.95, 0.9  # of the ground's sides


@dataclass(frozen=True, slots=True, kw_only=True)
class NamePen:
    """Writes names of one size on one layer."""

    layer: str
    text_m: float
    room: Room
    dislike_most: float = TEXT  # of the ground where a name stands

    def name(self, shape: Polygon, names: Sequence[str]) -> Text | None:
        """Return the first of the names that fits the ground, along its longer side."""
        long, short, turn = sides_of(shape)
        for name in names:
            height = min(self.text_m, ACROSS * short, ALONG * long / text_width(name, 1.0))
            if height >= LEAST * self.text_m and (found := self._along(shape, (long, turn), name, height)):
                return found
        return None

    def _along(self, shape: Polygon, lie: tuple[float, float], name: str, height: float) -> Text | None:
        middle, (long, turn) = shape.centroid, lie
        wide = text_width(name, height)
        for share in SHARES:
            off = (share - 0.5) * ALONG * (long - wide)
            at = round(middle.x + cos(radians(turn)) * off, 3), round(middle.y + sin(radians(turn)) * off, 3)
            box = Box(middle=at, width=wide, height=height, turn_deg=turn)
            if self.room.dislike(box) < self.dislike_most:
                self.room.take(box)
                return Text(layer=self.layer, id="", point=at, text=name, height_m=round(height, 2), turn_deg=round(turn, 2))
        return None
