"""The key of a theme 图例: what its colours, lines and marks mean, one row each in two columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.pages import BLACK, PaperPoint
from layoutgen.drawings.paper.pen import MEDIUM, THIN, PaperPen, corners_of, disc_of

TITLE_MM, WORD_MM, ROW_MM = 5.0, 3.0, 6.5
SWATCH_MM = (13.0, 4.0)
COLUMNS = 2
HATCH_STEPS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One row: a fill with its edge, or a line, or a mark, and the word for it."""

    word: str
    fill: Colour | None = None
    edge: Colour | None = None
    hatch: Colour | None = None
    width_mm: float = MEDIUM
    dash_mm: tuple[float, ...] = ()
    mark: str = ""  # "triangle" or "disc": in the colour of the fill


def keys_mm(keys: Sequence[Key]) -> float:
    """Height of a key."""
    return 2.0 * TITLE_MM + ROW_MM * -(-len(keys) // COLUMNS)


def paint_keys(pen: PaperPen, at_mm: PaperPoint, width_mm: float, keys: Sequence[Key]) -> float:
    """Paint a key from its upper left corner; its foot is given back."""
    left, top = at_mm
    pen.say((left + width_mm / 2.0, top - TITLE_MM), "图例", TITLE_MM, "middle", is_bold=True)
    rows = -(-len(keys) // COLUMNS)
    for number, key in enumerate(keys):
        x = left + width_mm / COLUMNS * (number // rows)
        y = top - 2.0 * TITLE_MM - ROW_MM * (number % rows + 0.5)
        _swatch(pen, (x, y), key)
        pen.say((x + SWATCH_MM[0] + 2.5, y), key.word, WORD_MM)
    return top - keys_mm(keys)


def _swatch(pen: PaperPen, at_mm: PaperPoint, key: Key) -> None:
    x, y = at_mm
    wide, high = SWATCH_MM
    if key.mark:
        _mark(pen, (x + wide / 2.0, y), key)
        return
    if key.fill is None and key.hatch is None:
        pen.draw(((x, y), (x + wide, y)), key.width_mm, key.edge or BLACK, key.dash_mm)
        return
    corners = corners_of(x, y - high / 2.0, x + wide, y + high / 2.0)
    if key.fill is not None:
        pen.fill(corners, key.fill)
    if key.hatch is not None:
        step = (wide - high) / HATCH_STEPS
        for number in range(HATCH_STEPS + 1):
            foot = x + step * number
            pen.draw(((foot, y - high / 2.0), (foot + high, y + high / 2.0)), THIN, key.hatch)
    if key.edge is not None:
        pen.ring(corners, key.width_mm, key.edge, key.dash_mm)


def _mark(pen: PaperPen, middle: PaperPoint, key: Key) -> None:
    x, y = middle
    half = SWATCH_MM[1] / 2.0
    ring = disc_of(middle, half) if key.mark == "disc" else ((x - half, y - half), (x + half, y - half), (x, y + half))
    pen.fill(ring, key.fill or BLACK)
    pen.ring(ring, THIN, key.edge or BLACK)
