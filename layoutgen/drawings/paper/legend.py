"""The legend of the whole drawing: the kinds that are drawn, with the fill, line or mark of their layer."""

from layoutgen.drawings.frame import legend_layers
from layoutgen.drawings.layers import Layer
from layoutgen.drawings.paper.key import Entry, Mark
from layoutgen.drawings.paper.pen import MEDIUM, THIN
from layoutgen.drawings.sheet import Sheet

LEAST_MM = 0.25  # of a line that stands alone
ENTRANCES = ("gate", "door")
DASHES = {
    "PHANTOM": (8.0, 1.0, 1.0, 1.0, 1.0, 1.0),
    "DASHED": (3.0, 1.0),
    "DASHDOT": (5.0, 1.0, 0.5, 1.0),
    "CENTER": (6.0, 1.0, 1.5, 1.0),
}


def legend_of(sheet: Sheet) -> tuple[Entry, ...]:
    """Entries in the order of the legend, marks last."""
    outlines, lines = {outline.layer for outline in sheet.outlines}, {line.layer for line in (*sheet.lines, *sheet.paint_lines)}
    marks = {point.layer for point in sheet.points}
    kinds = legend_layers(sheet.profile, outlines | lines)
    return (
        *(line_entry(layer) if is_bare else area_entry(layer, sheet) for layer, is_bare in kinds),
        *(mark_entry(layer) for layer in sheet.profile.layers if layer.code in marks),
    )


def line_entry(layer: Layer) -> Entry:
    """Entry of a layer that shows only its line."""
    width = max(layer.lineweight / 100.0, LEAST_MM)
    return Entry(text=layer.zh, mark="line", line=layer.rgb, width_mm=width, dash_mm=DASHES.get(layer.linetype, ()))


def area_entry(layer: Layer, sheet: Sheet) -> Entry:
    """Entry of a layer whose outlines are filled."""
    width = min(layer.lineweight / 100.0, MEDIUM)
    return Entry(text=layer.zh, fill=sheet.profile.fill_by_holds[layer.holds], line=layer.rgb, width_mm=width)


def mark_entry(layer: Layer) -> Entry:
    """Entry of a layer of points."""
    mark: Mark = "triangle" if layer.holds.endswith(ENTRANCES) else "square"
    return Entry(text=layer.zh, mark=mark, fill=layer.rgb, line=layer.rgb, width_mm=THIN)
