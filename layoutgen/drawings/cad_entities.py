"""What stands on the contract's layers of a drawing file: shapes and texts, before any meaning."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

import ezdxf
import numpy as np
from ezdxf import recover
from ezdxf.document import Drawing
from ezdxf.entities import DXFGraphic
from ezdxf.path import make_path
from shapely.geometry import LineString, Point

from layoutgen.drawings.layers import PREFIX, Layer, Profile, is_ours
from layoutgen.drawings.without_paint import text_without_paint
from layoutgen.drawings.words import shorten
from layoutgen.errors import InputError
from layoutgen.geometry.tolerance import GRID_M

logging.getLogger("ezdxf").addHandler(logging.NullHandler())  # its notes on a damaged file are no output of ours

METRES = 6
FLATTENING_M = 0.005
FARTHEST_M = 1e8  # no survey coordinate is larger
POLYLINES = ("LWPOLYLINE", "POLYLINE", "LINE")
TEXTS = ("TEXT", "MTEXT")

Corners = list[tuple[float, float]]


@dataclass(slots=True)
class LayerItems:
    """Everything found on one layer."""

    closed: list[Corners] = field(default_factory=list)  # rings, first corner not repeated
    lines: list[LineString] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)
    texts: list[tuple[Point, str]] = field(default_factory=list)


def open_drawing(path: Path, profile: Profile) -> tuple[Drawing, tuple[str, ...]]:
    """Document of a DXF file, repaired if need be, and a sentence for what is odd about the whole.

    Raises
    ------
    InputError
        If the file is missing, a folder, may not be read, or is no DXF.
    """
    try:
        if path.is_dir():
            raise InputError(str(path), "", "a folder", "a DXF file")
        with path.open("rb"):
            pass
    except OSError as error:
        raise InputError(str(path), "", error.strerror or "cannot be read", "a DXF file that you may read") from None
    defects: list[str] = []
    try:
        text = text_without_paint(path, {layer.name for layer in profile.layers if layer.geometry == "paint"})
        doc = ezdxf.readfile(path) if text is None else ezdxf.read(StringIO(text))
    except Exception:  # the library raises whatever a damaged file makes of it
        doc = _recovered(path)
        defects.append("The file is damaged and was read by repair.")
    unit = doc.header.get("$INSUNITS", METRES)
    if unit != METRES:
        defects.append(f"The drawing's unit code is {unit}, not {METRES} (metres).")
    return doc, tuple(defects)


def _recovered(path: Path) -> Drawing:
    try:
        doc, _ = recover.readfile(path)
    except Exception as error:
        raise InputError(str(path), "", f"not readable as DXF ({shorten(str(error))})", "a DXF file") from None
    if not any(is_ours(_layer_name(entity)) for entity in doc.modelspace()):
        raise InputError(str(path), "", "no readable DXF", f"a DXF file with layers {PREFIX}…")
    return doc


def collect(doc: Drawing, profile: Profile) -> tuple[dict[str, LayerItems], tuple[str, ...]]:
    """Items by layer code, and a sentence for each thing that is not understood."""
    found: dict[str, LayerItems] = {}
    defects: list[str] = []
    layers: dict[str, Layer | None] = {}
    for entity in doc.modelspace():
        name = _layer_name(entity)
        if not is_ours(name):
            continue
        if name not in layers:
            layers[name] = profile.named(name)
            if layers[name] is None:
                defects.append(f"The layer {shorten(name)} is not known.")
        layer = layers[name]
        if layer is not None and layer.geometry != "paint":
            defects.extend(_take(entity, layer, found.setdefault(layer.code, LayerItems())))
    return found, tuple(defects)


def _layer_name(entity: DXFGraphic) -> str:
    """Layer of an entity; an entity of a foreign program may have none that can be read."""
    return str(entity.dxf.layer) if entity.dxf.is_supported("layer") else ""


def _take(entity: DXFGraphic, layer: Layer, items: LayerItems) -> Iterator[str]:
    kind = entity.dxftype()
    if kind in TEXTS:
        place, text = _text(entity)
        if _is_near([place]):
            items.texts.append((Point(place), text))
        else:
            yield f"{layer.code}: the label {shorten(text)!r} stands beyond every site."
    elif kind == "POINT" and layer.geometry == "point":
        place = (entity.dxf.location.x, entity.dxf.location.y)
        if _is_near([place]):
            items.points.append(Point(place))
        else:
            yield f"{layer.code}: a point stands beyond every site."
    elif kind in POLYLINES and layer.geometry in ("outline", "line"):
        yield from _take_polyline(entity, layer, items)
    else:
        yield f"{layer.code}: a {kind} is not understood on this layer."


def _text(entity: DXFGraphic) -> tuple[tuple[float, float], str]:
    place = entity.dxf.insert
    if entity.dxftype() == "TEXT" and (entity.dxf.halign or entity.dxf.valign) and entity.dxf.hasattr("align_point"):
        place = entity.dxf.align_point
    return (place.x, place.y), entity.plain_text().replace("\n", " ")


def _take_polyline(entity: DXFGraphic, layer: Layer, items: LayerItems) -> Iterator[str]:
    corners, is_closed, has_bulge = _corners(entity)
    if not _is_near(corners):
        yield f"{layer.code}: a line runs beyond every site."
        return
    where = f"near ({corners[0][0]:.2f}, {corners[0][1]:.2f})" if corners else ""
    if has_bulge:
        yield f"{layer.code}: a line {where} has an arc; it was flattened."
    returns = corners[0] == corners[-1] if is_closed else len(corners) > 2 and _is_same(corners[0], corners[-1])
    if len(corners) > 2 and returns:
        corners, is_closed = corners[:-1], True
    if layer.geometry == "line":
        ring = [*corners, corners[0]] if is_closed else corners
        if len(ring) < 2 or LineString(ring).length <= GRID_M:
            yield f"{layer.code}: a line {where} has no length."
            return
        items.lines.append(LineString(ring))
    elif not is_closed or len(corners) < 3:
        yield f"{layer.code}: an outline {where} is not closed."
    else:
        items.closed.append(corners)


def _corners(entity: DXFGraphic) -> tuple[Corners, bool, bool]:
    kind = entity.dxftype()
    if kind == "LINE":
        return [(at.x, at.y) for at in (entity.dxf.start, entity.dxf.end)], False, False
    if kind == "LWPOLYLINE":
        packed = np.asarray(entity.lwpoints.values).reshape(-1, 5)  # x, y, two widths, bulge
        corners: Corners = packed[:, :2].tolist()
        is_closed, has_bulge = bool(entity.closed), bool(packed[:, 4].any())
    else:
        corners = [(at.x, at.y) for at in entity.points()]
        is_closed, has_bulge = bool(entity.is_closed), bool(entity.has_arc)
    if has_bulge or entity.dxf.extrusion.z != 1.0:
        corners = [(at.x, at.y) for at in make_path(entity).flattening(FLATTENING_M)]
    return corners, is_closed, has_bulge


def _is_near(corners: Corners) -> bool:
    return all(abs(x) <= FARTHEST_M and abs(y) <= FARTHEST_M for x, y in corners)  # false for what is no number


def _is_same(first: tuple[float, float], last: tuple[float, float]) -> bool:
    return abs(first[0] - last[0]) <= GRID_M and abs(first[1] - last[1]) <= GRID_M
