"""Entities become shapes: blocks taken apart, curves into chords, straight vertices untouched."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ezdxf import path as paths
from ezdxf.entities import DXFEntity, Hatch, Insert, LWPolyline, Polyline
from ezdxf.math import Vec3

from layoutgen.geometry.tolerance import FLATTEN_SAG_M
from layoutgen.inputs.cad.bulges import bulged_points
from layoutgen.inputs.cad.names import mend_word
from layoutgen.inputs.cad.shapes import Shape
from layoutgen.sentence import Sentence

TEXTS = ("TEXT", "ATTRIB", "MTEXT")
CURVES = ("ARC", "CIRCLE", "ELLIPSE", "SPLINE")
SILENT = ("DIMENSION", "LEADER", "MULTILEADER", "VIEWPORT", "IMAGE", "WIPEOUT", "ATTDEF", "SEQEND", "OLE2FRAME")
NEST_MAX = 32  # blocks in blocks; a file that holds itself ends here
FITTED = 2 | 4  # a POLYLINE's flags of curve and spline fits
UNITLESS_SAG_SHARE = 1e-5  # of a curve's size, where the header names no unit
LEAST_SAG = 1e-9

Points = tuple[tuple[float, float], ...]


class Flattener:
    """Walks a layout once and counts what it could not read."""

    def __init__(self, metres_per_unit: float) -> None:
        self._metres_per_unit = metres_per_unit
        self._unread: Counter[str] = Counter()

    def shapes(self, entities: Iterable[DXFEntity]) -> Iterator[Shape]:
        """Shapes of the entities, in order."""
        for entity in entities:
            yield from self._entity(entity, "", 0)

    def notes(self) -> tuple[Sentence, ...]:
        """What was met and not read, in sentences."""
        return tuple(
            Sentence(en=f"{count} {kind} not read", zh=f"{count} 个 {kind} 未读入")
            for kind, count in sorted(self._unread.items())
        )

    def _entity(self, entity: DXFEntity, layer_above: str, depth: int) -> Iterator[Shape]:
        kind = str(entity.dxftype())
        layer = mend_word(str(entity.dxf.get("layer", "0")))
        if layer == "0" and layer_above:
            layer = layer_above
        try:
            if isinstance(entity, Insert):
                yield from self._insert(entity, layer, depth)
            else:
                yield from self._plain(entity, kind, layer, depth)
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            self._unread[kind] += 1

    def _plain(self, entity: DXFEntity, kind: str, layer: str, depth: int) -> Iterator[Shape]:
        handle = str(entity.dxf.get("handle", "") or "")
        for points, is_closed, text, is_curved in self._drawn(entity, kind):
            yield Shape(
                layer=layer,
                kind=kind,
                points=points,
                is_closed=is_closed,
                text=text,
                handle=handle,
                is_curved=is_curved,
                is_in_block=depth > 0,
            )

    def _drawn(self, entity: DXFEntity, kind: str) -> Iterator[tuple[Points, bool, str, bool]]:
        if kind in TEXTS:
            yield (_flat(entity.dxf.insert),), False, mend_word(str(entity.plain_text())).strip(), False
        elif kind == "POINT":
            yield (_flat(entity.dxf.location),), False, "", False
        elif kind == "LINE":
            yield (_flat(entity.dxf.start), _flat(entity.dxf.end)), False, "", False
        elif isinstance(entity, (LWPolyline, Polyline)):
            yield from self._polyline(entity, kind)
        elif kind in CURVES or isinstance(entity, Hatch):
            yield from self._curves(entity, kind)
        elif kind not in SILENT:
            self._unread[kind] += 1

    def _polyline(self, entity: LWPolyline | Polyline, kind: str) -> Iterator[tuple[Points, bool, str, bool]]:
        if kind == "POLYLINE" and (entity.is_polygon_mesh or entity.is_poly_face_mesh):
            self._unread["mesh"] += 1
            return
        is_light = isinstance(entity, LWPolyline)
        is_closed = bool(entity.closed if is_light else entity.is_closed)
        if kind == "POLYLINE" and bool(entity.dxf.get("flags", 0) & FITTED):
            yield self._chords(paths.make_path(entity)), is_closed, "", True
        elif entity.has_arc:
            bulged = bulged_points(_with_bulges(entity), is_closed=is_closed, sag=self._sag(_with_bulges(entity)))
            height = float(entity.dxf.get("elevation", 0.0)) if is_light else 0.0
            turned = entity.ocs().points_to_wcs([Vec3(x, y, height) for x, y in bulged])
            yield tuple(_flat(point) for point in turned), is_closed, "", True
        else:
            vertices = entity.vertices_in_wcs() if is_light else entity.points_in_wcs()
            yield tuple(_flat(point) for point in vertices), is_closed, "", False

    def _curves(self, entity: DXFEntity, kind: str) -> Iterator[tuple[Points, bool, str, bool]]:
        if isinstance(entity, Hatch):
            for edge in paths.from_hatch(entity):
                yield self._chords(edge), True, "", bool(edge.has_curves)
            return
        sag = self._sag([_flat(point) for point in paths.make_path(entity).control_vertices()])
        points = tuple(_flat(point) for point in entity.flattening(sag))
        is_closed = _is_closed_curve(entity, kind)
        if is_closed and points[0] != points[-1]:
            points = (*points, points[0])
        yield points, is_closed, "", True

    def _chords(self, curve: paths.Path) -> Points:
        sag = self._sag([_flat(point) for point in curve.control_vertices()])
        return tuple(_flat(point) for point in curve.flattening(sag))

    def _sag(self, points: Sequence[Sequence[float]]) -> float:
        """Allowed sag in drawing units; where the header names no unit, a share of the curve's size."""
        if self._metres_per_unit:
            return FLATTEN_SAG_M / self._metres_per_unit
        size = max(max(axis) - min(axis) for axis in list(zip(*points, strict=True))[:2])
        return max(float(size) * UNITLESS_SAG_SHARE, LEAST_SAG)

    def _insert(self, insert: Insert, layer: str, depth: int) -> Iterator[Shape]:
        if depth >= NEST_MAX:
            self._unread["nested INSERT"] += 1
            return
        name, handle = mend_word(str(insert.dxf.name)), str(insert.dxf.get("handle", "") or "")
        point = _flat(insert.dxf.insert)
        yield Shape(
            layer=layer, kind="INSERT", points=(point,), is_closed=False, text=name, handle=handle, is_in_block=depth > 0
        )
        for attrib in insert.attribs:
            yield from self._entity(attrib, layer, depth + 1)
        for cell in insert.multi_insert() if insert.mcount > 1 else (insert,):
            for entity in cell.virtual_entities():
                yield from self._entity(entity, layer, depth + 1)


def _flat(point: Iterable[float]) -> tuple[float, float]:
    x, y, *_ = point
    return float(x), float(y)


def _with_bulges(entity: LWPolyline | Polyline) -> list[tuple[float, float, float]]:
    if isinstance(entity, LWPolyline):
        return [(float(x), float(y), float(bulge)) for x, y, bulge in entity.get_points("xyb")]
    located = ((vertex.dxf.location, vertex.dxf.get("bulge", 0.0)) for vertex in entity.vertices)
    return [(float(point.x), float(point.y), float(bulge)) for point, bulge in located]


def _is_closed_curve(entity: DXFEntity, kind: str) -> bool:
    if kind == "CIRCLE":
        return True
    if kind == "SPLINE":
        return bool(entity.closed)
    if kind == "ELLIPSE":
        return abs(float(entity.dxf.end_param) - float(entity.dxf.start_param)) >= 6.283185
    return False
