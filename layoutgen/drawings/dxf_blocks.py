"""Blocks of a DXF file: the tree that is drawn many times, and the picture that every dimension carries with it."""

from math import cos, pi, sin

from ezdxf.document import Drawing

from layoutgen.drawings.dimension_picture import BEYOND, LIFT, START, STROKE
from layoutgen.drawings.dxf_entities import CAPITAL
from layoutgen.drawings.sheet import Sheet

TREE = "SP-TREE"
DIMENSION_STYLE = "SP-DIM"
BRANCHES = 5
INNER, OUTER = 0.18, 0.86  # of a branch, in radii of the crown
OVER = 1  # where texts of dimensions stand: over the line
BY_LAYER = 256  # colour


def add_tree(doc: Drawing) -> None:
    """Add a tree of radius one: it takes colour and weight from where it is put."""
    block = doc.blocks.new(TREE)
    block.add_circle((0.0, 0.0), 1.0)
    for n in range(BRANCHES):
        turn = 2.0 * pi * n / BRANCHES + pi / 2.0
        block.add_line((INNER * cos(turn), INNER * sin(turn)), (OUTER * cos(turn), OUTER * sin(turn)))


def add_dimensions(doc: Drawing, sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Add a style and an empty block for the picture of every dimension; name and owner of what is in it, in their order."""
    if not sheet.dimensions:
        return ()
    _add_style(doc, sheet)
    blocks = [doc.blocks.new_anonymous_block(type_char="D") for _ in sheet.dimensions]
    return tuple((block.name, block.layout_key) for block in blocks)


def _add_style(doc: Drawing, sheet: Sheet) -> None:
    """Add the style of dimensions, and say the same in the header: some programs draw by that."""
    height = sheet.dimensions[0].height_m
    values: dict[str, float | int] = {
        "DIMTXT": round(CAPITAL * height, 3),
        "DIMTSZ": STROKE * height,
        "DIMASZ": STROKE * height,
        "DIMEXE": BEYOND * height,
        "DIMEXO": START * height,
        "DIMGAP": round((LIFT - CAPITAL / 2.0) * height, 3),
        "DIMTAD": OVER,
        "DIMTIH": 0,  # along the line, within the leads and beyond
        "DIMTOH": 0,
        "DIMDEC": 2,
        "DIMZIN": 0,  # "6.00" as it is
        "DIMDSEP": ord("."),
    }
    style = doc.dimstyles.new(DIMENSION_STYLE)
    for name, value in values.items():
        style.set_dxf_attrib(name.lower(), value)
        doc.header[f"${name}"] = value
    style.dxf.dimtxsty = sheet.profile.text_style
    style.dxf.dimclrd = style.dxf.dimclre = style.dxf.dimclrt = BY_LAYER
    doc.header["$DIMSTYLE"] = DIMENSION_STYLE
