"""The legend 图例: the kinds that are drawn, with their fill or line."""

from layoutgen.drawings.frame import legend_layers
from layoutgen.drawings.layers import Layer
from layoutgen.drawings.pages import PaperPoint
from layoutgen.drawings.paper.pen import MEDIUM, PaperPen, corners_of
from layoutgen.drawings.sheet import Sheet

TITLE_MM, WORD_MM, ROW_MM = 5.0, 3.0, 6.0
SWATCH_MM = (12.0, 3.6)
COLUMNS = 4
DASHES = {
    "PHANTOM": (8.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "DASHED": (3.0, 1.0),
    "DASHDOT": (5.0, 1.0, 0.5, 1.0),
    "CENTER": (6.0, 1.0, 1.5, 1.0),
}


def legend_mm(sheet: Sheet) -> float:
    """Height of the legend of a drawing."""
    return 2.0 * TITLE_MM + ROW_MM * -(-len(_layers(sheet)) // COLUMNS)


def paint_legend(pen: PaperPen, at_mm: PaperPoint, width_mm: float, sheet: Sheet) -> float:
    """Paint the legend from its upper left corner; its foot is given back."""
    left, top = at_mm
    pen.say((left + width_mm / 2.0, top - TITLE_MM), "图例", TITLE_MM, "middle", is_bold=True)
    layers = _layers(sheet)
    rows = -(-len(layers) // COLUMNS)
    for number, (layer, is_bare) in enumerate(layers):
        x = left + width_mm / COLUMNS * (number // rows)
        y = top - 2.0 * TITLE_MM - ROW_MM * (number % rows + 0.5)
        _swatch(pen, (x, y), layer, None if is_bare else sheet.profile.fill_by_holds[layer.holds])
        pen.say((x + SWATCH_MM[0] + 2.0, y), layer.zh, WORD_MM)
    return top - legend_mm(sheet)


def _layers(sheet: Sheet) -> list[tuple[Layer, bool]]:
    codes = (
        {outline.layer for outline in sheet.outlines} | {line.layer for line in sheet.lines} | {at.layer for at in sheet.points}
    )
    return legend_layers(sheet.profile, codes)


def _swatch(pen: PaperPen, at_mm: PaperPoint, layer: Layer, fill: tuple[int, int, int] | None) -> None:
    x, y = at_mm
    wide, high = SWATCH_MM
    if fill is None:
        pen.draw(((x, y), (x + wide, y)), max(layer.lineweight / 100.0, 0.25), layer.rgb, DASHES.get(layer.linetype, ()))
        return
    corners = corners_of(x, y - high / 2.0, x + wide, y + high / 2.0)
    pen.fill(corners, fill)
    pen.ring(corners, min(layer.lineweight / 100.0, MEDIUM), layer.rgb)
