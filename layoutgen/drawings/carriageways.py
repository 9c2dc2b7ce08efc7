"""Carriageways of the public streets: open to each other where they meet, their kerbs rounded; footways beside; paint only."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.arcs import with_arcs
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.sheet import Hatch, Line
from layoutgen.geometry.parts import lines, polygons, without_holes
from layoutgen.geometry.tolerance import CITY_REACH_M, GRID_M, SNAP_NODE_M, TOUCH_EPS_M
from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.plan import Plan, Way

PUBLIC = (WayKind.CITY_ROAD, WayKind.STREET)
INNER = (WayKind.ATTACHED, WayKind.MAIN, WayKind.ACCESS)
SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)  # of the radius aimed at, the widest that leaves a footway round the corner
QUAD_SEGS = 16  # chords of a quarter circle: within the drawing's sagitta at 15 m
LEAST_M2 = 0.1  # less ground is no kerb's arc and no footway
LEAST_M = 0.3  # nor is a shorter line a kerb
HAIR_M = 0.005  # what buffers leave along a straight edge is thinner
TIP_M = 0.5  # length of an arc's tip that is as thin as a hair
SEAM_M = 0.02  # footways of two streets overlap by this where they meet


def carriageways_of(plan: Plan, profile: Profile) -> tuple[tuple[Hatch, ...], tuple[Line, ...]]:
    """Footways between kerb and red line, and the kerb lines.

    The fill of a street lies below both, so that what no footway covers is carriageway.
    """
    streets = [way for way in plan.ways if way.kind in PUBLIC]
    if not streets:
        return (), ()
    land = _areal(shapely.union_all([shapely.buffer(way.outline, TOUCH_EPS_M, join_style="mitre") for way in streets]))
    land = _areal(shapely.buffer(land, -TOUCH_EPS_M, join_style="mitre"))  # no hair between streets that touch
    driven = _areal(shapely.intersection(_driven(plan, streets, land, profile), land, grid_size=GRID_M))
    footway, kerb = profile.holding("paint.footway"), profile.holding("paint.kerb")
    hatches = tuple(
        Hatch(layer=footway.code, of="", points=_points(ring.exterior.coords[:-1]), rgb=footway.rgb)
        for way in streets
        for ring in _footways(way, land, driven)
    )
    edge = shapely.difference(shapely.boundary(driven), shapely.boundary(land).buffer(SNAP_NODE_M))
    drawn = lines(shapely.line_merge(edge), LEAST_M)
    return hatches, tuple(kerb_line(kerb.code, _points(line.coords)) for line in drawn)


def inner_kerbs(plan: Plan, profile: Profile) -> tuple[Line, ...]:
    """Edges of the roads inside the blocks, open to each other where they meet."""
    roads = [way.outline for way in plan.ways if way.kind in INNER]
    roads += [ground.outline for ground in plan.grounds if ground.kind is GroundKind.TURNING_HEAD]
    whole = shapely.union_all([shapely.buffer(road, SNAP_NODE_M, join_style="mitre") for road in roads])
    public = shapely.union_all([way.outline for way in plan.ways if way.kind in PUBLIC])
    edge = shapely.difference(shapely.boundary(shapely.buffer(whole, -SNAP_NODE_M, join_style="mitre")), public)
    code = profile.holding("paint.kerb").code
    return tuple(kerb_line(code, _points(line.coords)) for line in lines(shapely.line_merge(edge), LEAST_M))


def kerb_line(layer: str, points: Sequence[tuple[float, float]]) -> Line:
    """Kerb with its arcs as arcs."""
    kept, bulges, arcs = with_arcs(points)
    return Line(layer=layer, id="", points=kept, bulges=bulges if arcs else ())


def _driven(plan: Plan, streets: Sequence[Way], land: BaseGeometry, profile: Profile) -> BaseGeometry:
    """Carriageways with the arcs at their junctions, and with the mouths of the blocks' gates."""
    kept = shapely.buffer(land, -profile.size("kerb_footway"), quad_segs=QUAD_SEGS)
    bands = {way.id: _band(way, plan) for way in streets}
    mains = shapely.union_all([bands[way.id] for way in streets if way.kind is WayKind.CITY_ROAD])
    body = shapely.union_all([*bands.values(), *_joints(streets)])
    aimed, wide = profile.size("kerb_radius_street"), profile.size("kerb_radius_city")
    arcs = [arc for share in SHARES for arc in _arcs(body, share * aimed) if kept.covers(arc)]
    if not mains.is_empty:
        wider = (arc for share in SHARES for arc in _arcs(body, share * wide))
        arcs += [arc for arc in wider if kept.covers(arc) and arc.distance(mains) <= CITY_REACH_M]
    whole = shapely.union_all([body, *arcs])
    gates = shapely.union_all([whole, *_mouths(plan, land)])
    return shapely.union_all([gates, *_arcs(gates, profile.size("kerb_radius_gate"))])


def _arcs(body: BaseGeometry, radius_m: float) -> Iterator[BaseGeometry]:
    """Ground between the kerbs' corners and the arcs that round them: what no disc outside the carriageways reaches."""
    out = shapely.buffer(body, radius_m, quad_segs=QUAD_SEGS)
    closed = shapely.buffer(out, -radius_m, quad_segs=QUAD_SEGS)
    clear = shapely.buffer(body, HAIR_M, join_style="mitre")  # or hairs along the kerbs would tie corner to corner
    for part in polygons(shapely.difference(closed, clear), LEAST_M2):
        yield shapely.intersection(shapely.buffer(part, TIP_M), closed)


def _band(way: Way, plan: Plan) -> BaseGeometry:
    """Carriageway on the centre line, led on over the site's boundary where the street ends there."""
    coords = shapely.get_coordinates(way.centre)
    for tip, before in ((0, 1), (-1, -2)):
        if plan.boundary.exterior.distance(Point(coords[tip])) <= CITY_REACH_M:
            step = coords[tip] - coords[before]
            coords[tip] = coords[tip] + step / float(np.hypot(*step)) * 2.0 * way.carriageway_m
    return LineString(coords).buffer(way.carriageway_m / 2.0, cap_style="flat", quad_segs=QUAD_SEGS)


def _joints(streets: Sequence[Way]) -> Iterator[BaseGeometry]:
    """Discs where streets meet end to end, so that no notch is left on the outer side of the bend."""
    for n, way in enumerate(streets):
        for at in (Point(way.centre.coords[0]), Point(way.centre.coords[-1])):
            met = [o for m, o in enumerate(streets) if m != n and shapely.dwithin(o.centre, at, SNAP_NODE_M)]
            if met:
                half = min(way.carriageway_m, *(o.carriageway_m for o in met)) / 2.0
                yield at.buffer(half, quad_segs=QUAD_SEGS)


def _mouths(plan: Plan, land: BaseGeometry) -> Iterator[BaseGeometry]:
    """Ways of the blocks that lead into a street, in their own outline and across the footway; turning heads in a street."""
    for way in plan.ways:
        if way.kind in PUBLIC or way.kind is WayKind.FOOTPATH:
            continue
        inside = shapely.intersection(way.centre, land)
        if inside.length > LEAST_M:
            yield inside.buffer(way.carriageway_m / 2.0, cap_style="flat")
            yield shapely.intersection(way.outline, inside.buffer(way.carriageway_m))
    heads = [ground.outline for ground in plan.grounds if ground.kind is GroundKind.TURNING_HEAD]
    yield from (head for head in heads if shapely.intersects(land, head.representative_point()))


def _footways(way: Way, land: BaseGeometry, driven: BaseGeometry) -> Iterator[shapely.Polygon]:
    own = _areal(shapely.intersection(shapely.buffer(way.outline, SEAM_M, join_style="mitre"), land))
    for part in polygons(shapely.difference(own, driven, grid_size=GRID_M), LEAST_M2):
        yield from without_holes(part, LEAST_M2)


def _areal(shape: BaseGeometry) -> BaseGeometry:
    return shapely.union_all(polygons(shape))


def _points(coords: Iterable[Sequence[float]]) -> tuple[tuple[float, float], ...]:
    return tuple((round(float(at[0]), 3), round(float(at[1]), 3)) for at in coords)
