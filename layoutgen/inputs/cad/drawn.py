"""One entity of a drawing as points: straight vertices untouched, curves as chords, everything laid flat."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import hypot

import numpy as np
from ezdxf import path as paths
from ezdxf.entities import DXFEntity, Hatch, LWPolyline, MPolygon, Polyline, Spline
from ezdxf.math import Vec3

from layoutgen.geometry.tolerance import FLATTEN_SAG_M
from layoutgen.inputs.cad.bulges import bulged_points
from layoutgen.inputs.cad.splines import is_unclamped, spline_points

TEXTS = ("TEXT", "ATTRIB", "MTEXT")
CURVES = ("ARC", "CIRCLE", "ELLIPSE", "SPLINE")
POLYLINES = ("LWPOLYLINE", "POLYLINE")
FITTED = 2 | 4  # a POLYLINE's flags of curve and spline fits
UNITLESS_SAG_SHARE = 1e-5  # of a curve's size, where the header names no unit
LEAST_SAG_SHARE = 5e-8  # of a curve's size: ten thousand chords a circle; a finer sag than that is nobody's
LEAST_SAG = 1e-9
PARAMETER_MOST = 100.0  # of an ellipse's ends [radians]; beyond it the file is damaged
CHORDS_MOST = 200_000  # of a curve
LETTERS_MOST = 20_000  # of a text
FULL_TURN = 6.283185

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """Geometry of one entity."""

    points: Points
    is_closed: bool = False
    text: str = ""
    is_curved: bool = False
    z: float = 0.0
    turn_deg: float = 0.0  # of a text, counter-clockwise


def drawn_parts(entity: DXFEntity, kind: str, metres_per_unit: float) -> Iterator[Drawn] | None:
    """Geometry of an entity that can be read, None of any other.

    Parameters
    ----------
    metres_per_unit
        0 where the header names no unit: arcs then become chords within a share of their size.
    """
    if kind in TEXTS:
        return iter((_text(entity, kind),))
    if kind == "POINT":
        return iter((_at(entity.dxf.location),))
    if kind == "LINE":
        start, end = entity.dxf.start, entity.dxf.end
        return iter((Drawn(points=(_flat(start), _flat(end)), z=float(start.z)),))
    if kind in POLYLINES:
        if kind == "POLYLINE" and (entity.is_polygon_mesh or entity.is_poly_face_mesh):
            return None
        return iter((_polyline(entity, kind, metres_per_unit),))
    if isinstance(entity, (Hatch, MPolygon)):
        return _hatch(entity, metres_per_unit)
    if kind in CURVES:
        return iter((_curve(entity, kind, metres_per_unit),))
    return None


def insertion(entity: DXFEntity) -> Drawn:
    """Place of a block reference."""
    return _at(entity.ocs().to_wcs(Vec3(entity.dxf.insert)))


def _text(entity: DXFEntity, kind: str) -> Drawn:
    """A text stands where it is aligned to, if it is aligned, else where it begins."""
    place = Vec3(entity.dxf.insert)
    if kind != "MTEXT":
        if (entity.dxf.halign or entity.dxf.valign) and entity.dxf.hasattr("align_point"):
            place = Vec3(entity.dxf.align_point)
        place = entity.ocs().to_wcs(place)
    at = _at(place)
    return Drawn(points=at.points, text=_words(entity, kind), z=at.z, turn_deg=_turn_of(entity, kind))


def _turn_of(entity: DXFEntity, kind: str) -> float:
    if kind == "MTEXT":
        return float(entity.get_rotation())
    turn = float(entity.dxf.get("rotation", 0.0))
    return turn if entity.dxf.extrusion.z == 1.0 else float(entity.ocs().to_wcs(Vec3.from_deg_angle(turn)).angle_deg)


def _words(entity: DXFEntity, kind: str) -> str:
    """Words of a text without its codes; the library takes them off in a time that grows with the square of the length."""
    if kind == "MTEXT":
        entity.text = str(entity.text)[:LETTERS_MOST]
    else:
        entity.dxf.text = str(entity.dxf.text)[:LETTERS_MOST]
    return str(entity.plain_text())


def _at(place: Vec3) -> Drawn:
    return Drawn(points=(_flat(place),), z=float(place.z))


def _polyline(entity: LWPolyline | Polyline, kind: str, metres_per_unit: float) -> Drawn:
    if kind == "LWPOLYLINE" and entity.dxf.extrusion.z == 1.0:
        return _upright(entity, metres_per_unit)
    is_light = kind == "LWPOLYLINE"
    is_closed = bool(entity.closed if is_light else entity.is_closed)
    if not is_light and bool(entity.dxf.get("flags", 0) & FITTED):
        return Drawn(points=_chords(paths.make_path(entity), metres_per_unit), is_closed=is_closed, is_curved=True)
    if entity.has_arc:
        vertices = _with_bulges(entity)
        bulged = bulged_points(vertices, is_closed=is_closed, sag=_sag(vertices, metres_per_unit))
        height = float(entity.dxf.get("elevation", 0.0)) if is_light else 0.0
        turned = entity.ocs().points_to_wcs([Vec3(x, y, height) for x, y in bulged])
        return Drawn(points=tuple(_flat(point) for point in turned), is_closed=is_closed, is_curved=True)
    places = [Vec3(place) for place in (entity.vertices_in_wcs() if is_light else entity.points_in_wcs())]
    z = float(places[0].z) if places else 0.0
    return Drawn(points=tuple(_flat(place) for place in places), is_closed=is_closed, z=z)


def _upright(entity: LWPolyline, metres_per_unit: float) -> Drawn:
    """The common case, read in one piece: a light polyline in the drawing's own plane."""
    packed = np.asarray(entity.lwpoints.values, dtype=float).reshape(-1, 5)  # x, y, two widths, bulge
    is_closed, z = bool(entity.closed), float(entity.dxf.get("elevation", 0.0))
    if not packed[:, 4].any():
        return Drawn(points=tuple(map(tuple, packed[:, :2].tolist())), is_closed=is_closed, z=z)
    vertices = [(x, y, bulge) for x, y, bulge in packed[:, (0, 1, 4)].tolist()]
    points = bulged_points(vertices, is_closed=is_closed, sag=_sag(vertices, metres_per_unit))
    return Drawn(points=points, is_closed=is_closed, is_curved=True, z=z)


def _with_bulges(entity: LWPolyline | Polyline) -> list[tuple[float, float, float]]:
    if isinstance(entity, LWPolyline):
        return [(float(x), float(y), float(bulge)) for x, y, bulge in entity.get_points("xyb")]
    located = ((vertex.dxf.location, vertex.dxf.get("bulge", 0.0)) for vertex in entity.vertices)
    return [(float(point.x), float(point.y), float(bulge)) for point, bulge in located]


def _hatch(entity: Hatch | MPolygon, metres_per_unit: float) -> Iterator[Drawn]:
    for edge in paths.from_hatch(entity):
        yield Drawn(points=_chords(edge, metres_per_unit), is_closed=True, is_curved=bool(edge.has_curves))


def _curve(entity: DXFEntity, kind: str, metres_per_unit: float) -> Drawn:
    if kind == "ELLIPSE" and not all(abs(end) <= PARAMETER_MOST for end in (entity.dxf.start_param, entity.dxf.end_param)):
        raise ValueError("an ellipse without ends")
    sag = _sag([_flat(point) for point in paths.make_path(entity).control_vertices()], metres_per_unit)
    if isinstance(entity, Spline) and is_unclamped(entity):
        points = spline_points(entity, sag)
    else:
        points = tuple(_flat(point) for point in islice(entity.flattening(sag), CHORDS_MOST + 1))
        if len(points) > CHORDS_MOST:
            raise ValueError("a curve without end")
    is_closed = _is_closed_curve(entity, kind)
    if is_closed and len(points) > 1 and hypot(points[0][0] - points[-1][0], points[0][1] - points[-1][1]) <= sag:
        points = points[:-1]
    return Drawn(points=points, is_closed=is_closed, is_curved=True)


def _is_closed_curve(entity: DXFEntity, kind: str) -> bool:
    if kind == "CIRCLE":
        return True
    if kind == "SPLINE":
        return bool(entity.closed)
    if kind == "ELLIPSE":
        return abs(float(entity.dxf.end_param) - float(entity.dxf.start_param)) >= FULL_TURN
    return False


def _chords(curve: paths.Path, metres_per_unit: float) -> Points:
    sag = _sag([_flat(point) for point in curve.control_vertices()], metres_per_unit)
    return tuple(_flat(point) for point in curve.flattening(sag))


def _sag(points: Sequence[Sequence[float]], metres_per_unit: float) -> float:
    """Allowed sag in drawing units; where the header names no unit, a share of the curve's size."""
    size = max(max(axis) - min(axis) for axis in list(zip(*points, strict=True))[:2])
    if metres_per_unit:
        return max(FLATTEN_SAG_M / metres_per_unit, float(size) * LEAST_SAG_SHARE)
    return max(float(size) * UNITLESS_SAG_SHARE, LEAST_SAG)


def _flat(point: Iterable[float]) -> tuple[float, float]:
    x, y, *_ = point
    return float(x), float(y)
