"""Painted trees in rows: on both sides of a garden's paths, and along the fence of a kindergarten."""

from collections.abc import Iterator

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.layers import Profile
from layoutgen.geometry.parts import lines
from layoutgen.model.kinds import LotKind, WayKind
from layoutgen.model.plan import Plan

Places = NDArray[np.float64]
APART_SHARE = 0.75  # trees of two rows stand no nearer than this share of the pitch
ROUND_M = 2.0  # bends of a path that are rounder than this are one run


def rows_of_trees(plan: Plan, profile: Profile) -> tuple[Places, float]:
    """Places (n, 2) of the trees in rows, and the radius of their crowns [m]."""
    crown, pitch = profile.size("alley_crown"), profile.size("alley_pitch")
    found = np.array([place for run in _runs(plan, crown) for place in _along(run, pitch)]).reshape(-1, 2)
    kept = np.zeros(len(found), dtype=bool)
    for n, place in enumerate(found):
        kept[n] = (np.hypot(*(found[:n][kept[:n]] - place).T) >= APART_SHARE * pitch).all()
    return found[kept], crown


def _runs(plan: Plan, crown_m: float) -> Iterator[LineString]:
    """Lines on which trees stand, the wider paths first."""
    gardens = [lot.outline for lot in plan.lots if lot.kind is LotKind.GARDEN]
    inside = shapely.union_all(gardens)
    paths = [way for way in plan.ways if way.kind is WayKind.FOOTPATH and way.centre.intersects(inside)]
    for way in sorted(paths, key=lambda way: (-way.carriageway_m, way.id)):
        for side in (1.0, -1.0):
            off = side * (way.carriageway_m / 2.0 + crown_m + 0.3)
            yield from lines(shapely.intersection(_beside(way.centre, off), inside), ROUND_M)
    for lot in plan.lots:
        if lot.kind is LotKind.KINDERGARTEN:
            fence = lot.outline.buffer(-(crown_m + 0.2), join_style="mitre")
            yield from lines(shapely.boundary(fence), ROUND_M)


def _beside(centre: LineString, off_m: float) -> BaseGeometry:
    return shapely.offset_curve(shapely.simplify(centre, 0.01), off_m, join_style="round", quad_segs=3)


def _along(run: LineString, pitch_m: float) -> Iterator[tuple[float, float]]:
    """Places at an even pitch, as far from both ends."""
    count = int(run.length // pitch_m) + 1
    first = (run.length - (count - 1) * pitch_m) / 2.0
    for n in range(count):
        point = run.interpolate(first + n * pitch_m)
        yield float(point.x), float(point.y)
