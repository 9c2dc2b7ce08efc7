"""A sheet becomes a DXF file: R2010, UTF-8, metres, the same bytes for the same sheet."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import ezdxf
from ezdxf.document import Drawing
from ezdxf.enums import TextEntityAlignment
from ezdxf.layouts import Modelspace

from layoutgen.drawings.layers import Layer, Profile
from layoutgen.drawings.sheet import Line, Sheet, Text
from layoutgen.drawings.staged import write_staged

VERSION = "R2010"
APPID = "LAYOUTGEN"
METRES = 6
LONGEST_XDATA = 80  # characters: 255 bytes at three bytes each
FONT_FAMILY = "SimSun"
POINT_MODE = 34  # a circle with a cross
POINT_SIZE_M = 0.8
SOLID = 7  # colour index of a hatch without true colour


def write_dxf(sheet: Sheet, path: Path) -> None:
    """Write a sheet as model space of a DXF file.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    with _fixed_metadata():
        doc = ezdxf.new(VERSION, setup=["linetypes"], units=METRES)
        _set_up(doc, sheet.profile)
        space = doc.modelspace()
        _draw_hatches(space, sheet)
        _draw_legal(space, sheet)
        _draw_paint(space, sheet)
        _set_extents(doc, sheet)
        write_staged(path, lambda target: _save(doc, target))


@contextmanager
def _fixed_metadata() -> Iterator[None]:
    """No clock and no random identity in the file; the library's option is put back."""
    before = ezdxf.options.write_fixed_meta_data_for_testing
    ezdxf.options.write_fixed_meta_data_for_testing = True
    try:
        yield
    finally:
        ezdxf.options.write_fixed_meta_data_for_testing = before


def _set_up(doc: Drawing, profile: Profile) -> None:
    doc.appids.add(APPID)
    doc.header["$PDMODE"] = POINT_MODE
    doc.header["$PDSIZE"] = POINT_SIZE_M
    doc.header["$LTSCALE"] = profile.size("linetype_scale")
    style = doc.styles.add(profile.text_style, font=profile.font)
    style.set_extended_font_data(FONT_FAMILY)
    for row in profile.layers:
        layer = doc.layers.add(row.name, color=row.aci, true_color=_true_colour(row.rgb), linetype=row.linetype)
        layer.dxf.lineweight = _lineweight(row.lineweight)


def _draw_hatches(space: Modelspace, sheet: Sheet) -> None:
    names = _names(sheet.profile)
    for hatch in sheet.hatches:
        fill = space.add_hatch(color=SOLID, dxfattribs={"layer": names[hatch.layer]})
        fill.rgb = hatch.rgb
        fill.paths.add_polyline_path(hatch.points, is_closed=True)


def _draw_legal(space: Modelspace, sheet: Sheet) -> None:
    rows = {row.code: row for row in sheet.profile.layers}
    for outline in sheet.outlines:
        row = rows[outline.layer]
        entity = space.add_lwpolyline(outline.points, format="xy", close=True, dxfattribs={"layer": row.name})
        entity.set_xdata(APPID, _xdata(outline.id, row))
    for line in sheet.lines:
        row = rows[line.layer]
        entity = space.add_lwpolyline(line.points, format="xy", dxfattribs={"layer": row.name})
        entity.set_xdata(APPID, _xdata(line.id, row))
    for mark in sheet.points:
        row = rows[mark.layer]
        entity = space.add_point(mark.point, dxfattribs={"layer": row.name})
        entity.set_xdata(APPID, _xdata(mark.id, row))
    for text in sheet.labels:
        _draw_text(space, text, rows[text.layer].name, sheet.profile.text_style)


def _draw_paint(space: Modelspace, sheet: Sheet) -> None:
    rows = {row.code: row for row in sheet.profile.layers}
    for line in sheet.paint_lines:
        space.add_lwpolyline(line.points, format="xy", dxfattribs={"layer": rows[line.layer].name, **_look(line, rows)})
    for tree in sheet.trees:
        space.add_circle(tree.point, tree.crown_m, dxfattribs={"layer": rows[tree.layer].name})
    for text in sheet.captions:
        _draw_text(space, text, rows[text.layer].name, sheet.profile.text_style)


def _look(line: Line, rows: dict[str, Layer]) -> dict[str, object]:
    if not line.look:
        return {}
    row = rows[line.look]
    return {
        "color": row.aci,
        "true_color": _true_colour(row.rgb),
        "linetype": row.linetype,
        "lineweight": _lineweight(row.lineweight),
    }


def _draw_text(space: Modelspace, text: Text, layer: str, style: str) -> None:
    look = {"layer": layer, "style": style, "rotation": text.turn_deg}
    entity = space.add_text(text.text, height=text.height_m, dxfattribs=look)
    entity.set_placement(
        text.point, align=TextEntityAlignment.MIDDLE_LEFT if text.is_left else TextEntityAlignment.MIDDLE_CENTER
    )


def _set_extents(doc: Drawing, sheet: Sheet) -> None:
    west, south, east, north = sheet.bounds
    low = min([south, *(text.point[1] for text in sheet.labels)])
    space = doc.modelspace()
    space.reset_extents((west, low, 0.0), (east, north, 0.0))
    doc.header["$EXTMIN"] = (west, low, 0.0)
    doc.header["$EXTMAX"] = (east, north, 0.0)
    doc.set_modelspace_vport(height=1.05 * (north - low), center=((west + east) / 2.0, (low + north) / 2.0))


def _save(doc: Drawing, target: Path) -> None:
    """Classes are sorted, or their order would follow the hash seed."""
    doc.classes.add_required_classes(doc.dxfversion)
    doc.classes.classes = dict(sorted(doc.classes.classes.items()))
    doc.saveas(target)


def _xdata(name: str, row: Layer) -> list[tuple[int, str]]:
    return [(1000, name[:LONGEST_XDATA]), (1000, row.holds)]


def _names(profile: Profile) -> dict[str, str]:
    return {row.code: row.name for row in profile.layers}


def _true_colour(rgb: tuple[int, int, int]) -> int:
    red, green, blue = rgb
    return red << 16 | green << 8 | blue


def _lineweight(asked: int) -> int:
    """Nearest weight that the format knows [1/100 mm]."""
    known: list[int] = sorted(weight for weight in ezdxf.lldxf.const.VALID_DXF_LINEWEIGHTS if weight >= 0)
    return min(known, key=lambda weight: abs(weight - asked))
