"""Spacing of city roads: how long and how wide the land is between the public streets and the edges of the site."""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.sides import Side, sides
from layoutgen.geometry.tolerance import CITY_REACH_M, OVERLAP_EPS_M2, WIDTH_SAMPLE_M
from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure every piece of land along both its axes, from centre line to centre line."""
    for piece in _pieces(plan):
        for side in sides(piece)[1:3]:
            yield Finding(subjects=_names(plan, piece), measured=_longest(piece, side), limit=clause.bound)


def _pieces(plan: Plan) -> tuple[Polygon, ...]:
    streets = [_drawn_out(way.centre) for way in plan.ways if way.kind is WayKind.STREET]
    noded = shapely.union_all([plan.boundary.exterior, *streets])
    return polygons(shapely.polygonize(list(shapely.get_parts(noded))), OVERLAP_EPS_M2)


def _drawn_out(line: LineString) -> LineString:
    """A centre line led on past both ends, so that it meets the boundary or the street at which it ends."""
    points = shapely.get_coordinates(line)
    heads = [a + (a - b) / np.hypot(*(a - b)) * CITY_REACH_M for a, b in ((points[0], points[1]), (points[-1], points[-2]))]
    return LineString([heads[0], *points, heads[1]])


def _longest(piece: Polygon, side: Side) -> float:
    """Longest straight run across a piece of land, parallel to a side of its least rectangle [m]."""
    depth = float(piece.length)
    (x, y), (ux, uy) = side.start, side.along
    steps = np.arange(WIDTH_SAMPLE_M / 2.0, depth, WIDTH_SAMPLE_M)
    starts = np.column_stack([x - uy * steps, y + ux * steps])
    run = np.array([ux, uy]) * side.length
    chords = shapely.linestrings(np.stack([starts - run, starts + 2.0 * run], axis=1))
    parts = shapely.get_parts(shapely.intersection(chords, piece))
    return float(shapely.length(parts).max(initial=0.0))


def _names(plan: Plan, piece: Polygon) -> tuple[str, ...]:
    land = [*((block.id, block.outline) for block in plan.blocks), *((lot.id, lot.outline) for lot in plan.lots)]
    return tuple(name for name, outline in land if piece.intersects(outline.representative_point())) or ("site",)
