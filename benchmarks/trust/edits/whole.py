"""The whole drawing moved, turned with its north, mirrored as another lawful plan, drawn in other units."""

import math
from collections.abc import Callable
from random import Random

from benchmarks.trust.edit import META, Doc, Edit, of_ours, place_of

Move = Callable[[float, float], tuple[float, float]]
MIRRORED_LINES = ("SP-WINDOW", "SP-NEIGHBOUR-WINDOW")  # what they look at lies to the right of them
GRID = 1e-3  # corners are rounded to the millimetre anew
RASTER = 0.02  # and sun on open ground is measured at points 2 m apart, laid from the west
INCHES, FEET, MILLIMETRES, CENTIMETRES, METRES = 1, 2, 4, 5, 6


def _put(doc: Doc, move: Move, *, is_mirrored: bool = False) -> None:
    """Put every corner, point and text of ours elsewhere; texts stay readable."""
    for entity in of_ours(doc):
        kind = entity.dxftype()
        if kind == "LWPOLYLINE":
            line = [move(x, y) for x, y, *_ in entity.get_points("xy")]
            entity.set_points(line[::-1] if is_mirrored and entity.dxf.layer.startswith(MIRRORED_LINES) else line, format="xy")
        elif kind == "POINT":
            entity.dxf.location = (*move(entity.dxf.location.x, entity.dxf.location.y), 0.0)
        elif kind == "TEXT":
            x, y = place_of(entity)
            to = move(x, y)
            entity.translate(to[0] - x, to[1] - y, 0)


def _moved(east: float, north: float) -> Callable[[Doc, Random], None]:
    def make(doc: Doc, _: Random) -> None:
        _put(doc, lambda x, y: (x + east, y + north))

    return make


def _turned(degrees: float) -> Callable[[Doc, Random], None]:
    """Turned counter-clockwise about the origin; north goes with it."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))

    def make(doc: Doc, _: Random) -> None:
        _put(doc, lambda x, y: (c * x - s * y, s * x + c * y))
        fact = next(e for e in of_ours(doc) if e.dxf.layer.startswith(META))
        doc.modelspace().add_text(f"north={-degrees:g}", dxfattribs={"layer": fact.dxf.layer}).set_placement((0, -30))

    return make


def _mirrored(doc: Doc, _: Random) -> None:
    """East and west change places: the sun of the morning becomes that of the afternoon, and no law knows the difference."""
    _put(doc, lambda x, y: (460.0 - x, y), is_mirrored=True)


def _in_units(times: float, code: int) -> Callable[[Doc, Random], None]:
    def make(doc: Doc, _: Random) -> None:
        _put(doc, lambda x, y: (x * times, y * times))
        for text in of_ours(doc):
            if text.dxftype() == "TEXT":
                text.dxf.height *= times
        doc.header["$INSUNITS"] = code

    return make


EDITS = (
    Edit(name="moved by some hundred metres", kind="translation", blur=GRID, make=_moved(1234.5, -987.25)),
    Edit(name="moved by a fraction of a millimetre", kind="translation", blur=GRID, make=_moved(0.00037, -0.00021)),
    Edit(name="moved to survey coordinates", kind="translation", blur=GRID, make=_moved(500_000.0, 3_790_000.0)),
    Edit(name="turned by 90 degrees, with its north", kind="rotation", blur=GRID, make=_turned(90.0)),
    Edit(name="turned by 30 degrees, with its north", kind="rotation", blur=GRID, make=_turned(30.0)),
    Edit(name="turned by 197.3 degrees, with its north", kind="rotation", blur=GRID, make=_turned(-162.7)),
    Edit(name="mirrored, east for west", kind="mirroring", blur=RASTER, make=_mirrored),
    Edit(name="drawn in millimetres", kind="units", blur=GRID, make=_in_units(1000.0, MILLIMETRES)),
    Edit(name="drawn in centimetres", kind="units", blur=GRID, make=_in_units(100.0, CENTIMETRES)),
    Edit(name="drawn in feet", kind="units", blur=GRID, make=_in_units(1 / 0.3048, FEET)),
    Edit(name="drawn in millimetres, the header says metres", kind="units", blur=GRID, make=_in_units(1000.0, METRES)),
    Edit(name="drawn in metres, the header says inches", kind="units", blur=GRID, make=_in_units(1.0, INCHES)),
)
