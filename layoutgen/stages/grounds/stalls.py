"""Surface stalls of the blocks, one by one: square to the loop on its inner side, visitors' first."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon

from layoutgen.model.kinds import SpotKind, StallKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board, as_array
from layoutgen.stages.grounds.free_ground import Gaps, boxes_along, free_ground
from layoutgen.stages.grounds.rings import Ring, driven_sides
from layoutgen.stages.grounds.stall_groups import StallGroups
from layoutgen.stages.grounds.turns import without_bends, without_turns

GRAIN_M = 0.01  # stalls keep this much more than their least distances [m]
WAY_GAP_M = 0.6  # of a stall off lanes, paths and other grounds [m]


def lay_stalls(board: Board, rings: Sequence[Ring]) -> None:
    """Lay each block's short-stop stalls and residents' stalls, up to the share of its households."""
    groups = StallGroups.of(board.standard)
    for stall in board.stalls:
        groups.take([stall.outline])
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        own = [ring for ring in rings if ring.cell.block == block.id]
        wanted = _wanted(board, block)
        _fill(board, block, _all_runs(board, block, own, is_clear=True), wanted, groups)
        if wanted.left["visitor"]:  # better a stall in the arc of an engine than none
            wanted.left["resident"] = 0
            _fill(board, block, _all_runs(board, block, own, is_clear=False), wanted, groups)
        if wanted.left["visitor"]:
            board.notes.append(f"block {block.id} lacks {wanted.left['visitor']} short-stop stalls")


@dataclass(slots=True, kw_only=True)
class _Wanted:
    """Stalls that a block still lacks, and how many of them are accessible ones, by use."""

    left: dict[str, int]
    accessible: dict[str, int]


def _wanted(board: Board, block: Block) -> _Wanted:
    choices = board.commission.choices
    budget = int(board.households(block.id) * choices.parking.surface_share_max)
    visitors = min(choices.grounds.short_stops, budget)
    residents = budget - visitors
    accessible = {"visitor": 1, "resident": max(1, ceil(residents * choices.grounds.accessible_share))}
    return _Wanted(left={"visitor": visitors, "resident": residents}, accessible=accessible)


def _all_runs(board: Board, block: Block, rings: Sequence[Ring], *, is_clear: bool) -> list[list[Polygon]]:
    """Runs along the loops of a block, clear of the arcs of fire engines or not."""
    runs = [run for ring in rings for run in _runs(board, ring, is_clear=is_clear)]
    return _apart(_by_nearness(board, block, runs))


def _by_nearness(board: Board, block: Block, runs: list[list[Polygon]]) -> list[list[Polygon]]:
    """Runs near the vehicle gates first: cars do not go deep into the block."""
    gates = as_array(s.point for s in board.spots if s.kind is SpotKind.VEHICLE_GATE and s.of == block.id)
    if not len(gates):
        return runs
    return sorted(runs, key=lambda run: (-(len(run) > 3), float(np.min(shapely.distance(gates, run[0]))), run[0].bounds))


def _apart(runs: list[list[Polygon]]) -> list[list[Polygon]]:
    """Runs without the places that lie on a place of an earlier run: loops bend, and loops lie side by side."""
    kept: list[list[Polygon]] = []
    for run in runs:
        earlier = as_array(place for other in kept for place in other)
        inner = shapely.buffer(as_array(run), -GRAIN_M, join_style="mitre")
        tree = shapely.STRtree(earlier)
        taken = set(tree.query(inner, predicate="intersects")[0].tolist()) if len(earlier) else set()
        fits = np.asarray([n not in taken for n in range(len(run))], dtype=bool)
        kept.extend(part for part in _split(run, fits, len(run)) if len(part) > 1)
    return kept


def _fill(board: Board, block: Block, runs: list[list[Polygon]], wanted: _Wanted, groups: StallGroups) -> None:
    aisle, left, accessible = board.commission.choices.parking.accessible_aisle_m, wanted.left, wanted.accessible
    for run in (run for run in runs if groups.has_room_for(run)):
        laid = len(board.stalls)
        use = "visitor" if left["visitor"] else "resident"
        place = 0
        while place < len(run) and left[use]:
            is_wide = accessible[use] > 0 and place + 1 < len(run)
            if accessible[use] and not is_wide:
                break
            outline = _widened(run[place], run[place + 1], aisle) if is_wide else run[place]
            kind = StallKind.ACCESSIBLE if is_wide else StallKind.CAR
            board.add_stall(kind, outline, block=block.id, lot="", use=use)
            accessible[use] -= int(is_wide)
            left[use] -= 1
            place += 2 if is_wide else 1
        if len(board.stalls) > laid:
            groups.take([stall.outline for stall in board.stalls[laid:]])


def _widened(stall: Polygon, beside: Polygon, aisle_m: float) -> Polygon:
    """A stall with the aisle that it takes from the place beside it."""
    first, second, third, fourth = shapely.get_coordinates(stall)[:4]
    run = shapely.get_coordinates(beside)[0] - first
    step = run / float(np.hypot(*run)) * aisle_m
    return Polygon([first, second + step, third + step, fourth])


def _runs(board: Board, ring: Ring, *, is_clear: bool) -> list[list[Polygon]]:
    """Runs of free places side by side along the loop, broken by a tree after so many."""
    choices = board.commission.choices
    parking, half = choices.parking, choices.lanes.loop_width_m / 2.0
    inside = ring.shape.buffer(-half, join_style="mitre")
    gaps = Gaps(wall_m=parking.stall_to_wall_m + GRAIN_M, way_m=0.0, path_m=WAY_GAP_M, ground_m=WAY_GAP_M)
    free = free_ground(board, inside, gaps)
    region = _off_lanes(board, without_turns(board, free) if is_clear else without_bends(board, free), ring)
    shapely.prepare(region)
    found: list[list[Polygon]] = []
    for side in driven_sides(ring):
        places = _places(side, (parking.stall_width_m, parking.stall_length_m), half, choices.lanes.loop_width_m)
        if len(places):
            found.extend(_split(list(places), shapely.covers(region, places), choices.grounds.stall_run))
    return [run for run in found if len(run) > 1]


def _places(
    side: LineString, size: tuple[float, float], half_m: float, margin_m: float
) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
    along = (margin_m + half_m, size[0], size[0])
    return boxes_along(side, along, (half_m + GRAIN_M, half_m + GRAIN_M + size[1]))


def _off_lanes(board: Board, region: shapely.Geometry, ring: Ring) -> shapely.Geometry:
    """Take off the lanes that join the loop, with room to see round the corner."""
    own = [way for way in board.ways if way.block == ring.cell.block and not _is_ring(way.centre, ring)]
    grown = shapely.buffer(as_array(way.outline for way in own), WAY_GAP_M, join_style="mitre")
    return shapely.difference(region, shapely.union_all(grown)) if own else region


def _is_ring(line: LineString, ring: Ring) -> bool:
    return bool(shapely.dwithin(line.interpolate(0.5, normalized=True), ring.shape.exterior, GRAIN_M)) and bool(
        shapely.dwithin(shapely.get_point(line, 0), ring.shape.exterior, GRAIN_M)
    )


def _split(places: list[Polygon], fits: "np.ndarray[tuple[int], np.dtype[np.bool_]]", run_max: int) -> list[list[Polygon]]:
    runs: list[list[Polygon]] = []
    current: list[Polygon] = []
    for place, is_free in zip(places, fits, strict=True):
        if is_free and len(current) < run_max:
            current.append(place)
            continue
        if current:
            runs.append(current)
        current = []
    return [*runs, current] if current else runs
