"""A key 图例 on paper: entries in columns, each a swatch with its word."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.pages import BLACK, PaperPoint
from layoutgen.drawings.paper.pen import THIN, PaperPen, corners_of, disc_of

TITLE_MM, WORD_MM, ROW_MM = 5.0, 3.5, 6.5
SWATCH_MM = (12.0, 3.6)
HATCH_STROKES = 5
Mark = Literal["area", "line", "triangle", "square", "disc"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a key."""

    text: str
    mark: Mark = "area"
    fill: Colour | None = None
    line: Colour = BLACK
    hatch: Colour | None = None  # slanted strokes over an area
    width_mm: float = THIN
    dash_mm: tuple[float, ...] = ()


def key_mm(entries: Sequence[Entry], columns: int) -> float:
    """Height of a key with its title."""
    return 2.0 * TITLE_MM + ROW_MM * -(-len(entries) // columns)


def paint_key(pen: PaperPen, at_mm: PaperPoint, width_mm: float, entries: Sequence[Entry], columns: int = 4) -> float:
    """Paint a key from its upper left corner, column by column; its foot is given back."""
    left, top = at_mm
    pen.say((left + width_mm / 2.0, top - TITLE_MM), "图例", TITLE_MM, "middle", is_bold=True)
    rows = -(-len(entries) // columns)
    for number, entry in enumerate(entries):
        x = left + width_mm / columns * (number // rows)
        y = top - 2.0 * TITLE_MM - ROW_MM * (number % rows + 0.5)
        _swatch(pen, (x, y), entry)
        pen.say((x + SWATCH_MM[0] + 2.0, y), entry.text, WORD_MM)
    return top - key_mm(entries, columns)


def _swatch(pen: PaperPen, at_mm: PaperPoint, entry: Entry) -> None:
    x, y = at_mm
    wide, high = SWATCH_MM
    middle = x + wide / 2.0
    if entry.mark == "line":
        pen.draw(((x, y), (x + wide, y)), entry.width_mm, entry.line, entry.dash_mm)
        return
    corners = {
        "area": corners_of(x, y - high / 2.0, x + wide, y + high / 2.0),
        "triangle": ((middle - high / 2.0, y - high / 2.0), (middle + high / 2.0, y - high / 2.0), (middle, y + high / 2.0)),
        "square": corners_of(middle - 1.0, y - 1.0, middle + 1.0, y + 1.0),
        "disc": disc_of((middle, y), high / 2.0),
    }[entry.mark]
    if entry.fill is not None:
        pen.fill(corners, entry.fill)
    if entry.hatch is not None:
        feet = (x + (wide - high) / HATCH_STROKES * number for number in range(HATCH_STROKES + 1))
        for foot in feet:
            pen.draw(((foot, y - high / 2.0), (foot + high, y + high / 2.0)), THIN, entry.hatch)
    pen.ring(corners, entry.width_mm, entry.line, entry.dash_mm)
