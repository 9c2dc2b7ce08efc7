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
ABOVE, ALWAYS_ZEROS = 1, 0  # texts over the line; "6.00" as it is


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
    height = sheet.dimensions[0].height_m
    style = doc.dimstyles.new(DIMENSION_STYLE)
    style.dxf.dimtxsty = sheet.profile.text_style
    style.dxf.dimtxt = round(CAPITAL * height, 3)
    style.dxf.dimtsz = STROKE * height
    style.dxf.dimexe = BEYOND * height
    style.dxf.dimexo = START * height
    style.dxf.dimgap = round((LIFT - CAPITAL / 2.0) * height, 3)
    style.dxf.dimtad = ABOVE
    style.dxf.dimtih = style.dxf.dimtoh = 0  # along the line, in and out
    style.dxf.dimdec = 2
    style.dxf.dimzin = ALWAYS_ZEROS
    style.dxf.dimclrd = style.dxf.dimclre = style.dxf.dimclrt = 256  # as the layer
