"""Painted trees on the greens: rows along garden paths and fences, a loose lattice elsewhere; they keep off everything else."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import STRtree
from shapely.geometry import Polygon

from layoutgen.drawings.alleys import rows_of_trees
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.sheet import Tree
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan

Numbers = NDArray[np.float64]
GREENS = (GroundKind.GREEN, GroundKind.CENTRAL_GREEN)
UNSEEN = (GroundKind.GARAGE,)  # under the ground: trees may stand over it
ROW_SHARE = 3.0**0.5 / 2.0  # rows of a triangular lattice, in pitches
JITTER = 0.45  # of the pitch
LARGE_PRIMES = (73856093, 19349663, 83492791)


def plant(plan: Plan, profile: Profile, kept_free: Sequence[Polygon]) -> tuple[Tree, ...]:
    """Trees of a plan, none over what is ``kept_free`` for captions; the same plan has the same trees."""
    greens = [ground.outline for ground in plan.grounds if ground.kind in GREENS]
    if not greens or plan.boundary.is_empty:
        return ()
    code = profile.holding("paint.tree").code
    rows, row_crown = rows_of_trees(plan, profile)
    places, crowns = _loose(plan, profile, rows)
    places = np.vstack([rows, places])
    crowns = np.concatenate([np.full(len(rows), row_crown), crowns])
    points = np.asarray(shapely.points(places), dtype=object)
    on_green = np.full(len(places), False)
    on_green[STRtree(greens).query(points, predicate="within")[0]] = True
    others = [plan.boundary.boundary, *_others(plan), *kept_free]
    on_green[STRtree(others).query(points, predicate="dwithin", distance=crowns)[0]] = False
    return tuple(
        Tree(layer=code, point=(round(float(x), 2), round(float(y), 2)), crown_m=float(crown))
        for (x, y), crown in zip(places[on_green], crowns[on_green], strict=True)
    )


def _loose(plan: Plan, profile: Profile, rows: Numbers) -> tuple[Numbers, Numbers]:
    """Places of the loose trees with their crowns, clear of the trees in rows."""
    places, chances = _lattice(plan.boundary.bounds, profile.size("tree_pitch"))
    least, most = profile.size("crown_least"), profile.size("crown_most")
    crowns = np.round(least + (most - least) * chances[:, 1], 1)
    wanted = chances[:, 0] < profile.size("tree_share")
    if len(rows):
        close = STRtree(np.asarray(shapely.points(rows), dtype=object)).query(
            shapely.points(places), predicate="dwithin", distance=crowns + profile.size("alley_crown")
        )[0]
        wanted[close] = False
    return places[wanted], crowns[wanted]


def _others(plan: Plan) -> list[Polygon]:
    """Return what a crown may not cover."""
    return [
        *(ground.outline for ground in plan.grounds if ground.kind not in (*GREENS, *UNSEEN)),
        *(way.outline for way in plan.ways),
        *(building.footprint for building in plan.buildings),
        *(stall.outline for stall in plan.stalls),
    ]


def _lattice(
    bounds: tuple[float, float, float, float], pitch_m: float
) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.float64]], np.ndarray[tuple[int, ...], np.dtype[np.float64]]]:
    """Places, and two chances 0…1 a place, all from the lattice's own numbers."""
    west, south, east, north = bounds
    columns = np.arange(int(west // pitch_m) - 1, int(east // pitch_m) + 2)
    rows = np.arange(int(south // (pitch_m * ROW_SHARE)) - 1, int(north // (pitch_m * ROW_SHARE)) + 2)
    column, row = (part.ravel() for part in np.meshgrid(columns, rows))
    chances = np.stack([_chance(column, row, salt) for salt in range(4)], axis=1)
    x = (column + 0.5 * (row % 2) + JITTER * (chances[:, 2] - 0.5)) * pitch_m
    y = (row + JITTER * (chances[:, 3] - 0.5)) * pitch_m * ROW_SHARE
    return np.stack([x, y], axis=1), chances[:, :2]


def _chance(
    column: np.ndarray[tuple[int, ...], np.dtype[np.int64]], row: np.ndarray[tuple[int, ...], np.dtype[np.int64]], salt: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Scrambled number of a place: no generator, so that a drawing needs no seed."""
    first, second, third = LARGE_PRIMES
    mixed = (column * first) ^ (row * second) ^ ((salt + 1) * third)
    mixed = (mixed ^ (mixed >> 13)) * 1274126177
    return ((mixed ^ (mixed >> 16)) & 0xFFFF) / 65536.0
