"""Pedestrian gates: where they save the homes most, then one on every side of a block, and more to keep the spacing."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import LinearRing, LineString, Point

from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.foot_net import foot_net
from layoutgen.stages.grounds.foot_openings import FootOpening, foot_openings
from layoutgen.stages.grounds.spines import further_walks
from layoutgen.stages.grounds.ways import foot_way, lay_way

CLEAR_M = 10.0  # a pedestrian gate stands this far off a vehicle gate [m]
SIDE_LEAST_M = 45.0  # a shorter side of a block has no gate of its own [m]
CORNER_COSINE = 0.87  # 30 degrees: where a rim turns more one side ends and the next begins
SMOOTH_M = 2.0  # wiggles of a rim below this are no corners [m]
OPPOSITE_M = 15.0  # a gate leaves the middle of its side by so much to stand across from another [m]
WIDEST_M = 30.0  # between gates right across a street [m]
APART_M = 60.0  # between gates of one block that are opened for the walks they save [m]
IN_LINE = 1.15  # what a gate in line with a path or a gap between gables counts more

Place = tuple[float, FootOpening]  # how far along the rim, and the opening


def lay_pedestrian_gates(board: Board) -> None:
    """Set the pedestrian gates of every block and lay their paths from its ways to the roads, or to the lot beside.

    Walks between the lanes are laid along with them where they save as much.
    """
    cars = [spot.point for spot in board.spots if spot.kind is SpotKind.VEHICLE_GATE]
    found = [o for o in foot_openings(board) if all(o.gate.distance(car) >= CLEAR_M for car in cars)]
    blocks = sorted(board.allocation.blocks, key=lambda b: b.id)
    walks = [(block.id, walk) for block in blocks for walk in further_walks(board, block)]
    for n in _that_pay(board, found, walks):
        if n < len(found):
            _lay_gate(board, found[n])
        else:
            lay_way(board, walks[n - len(found)][1], foot_way(board, walks[n - len(found)][0]))
    for block in blocks:
        rim = shapely.orient_polygons(block.outline).exterior
        own = [opening for opening in found if opening.block == block.id and opening.is_street]
        places = sorted(((rim.project(o.gate), o) for o in own), key=lambda place: (place[0], place[1].line.wkb))
        for _, opening in _of_sides(board, block, rim, places):
            _lay_gate(board, opening)
        for _, opening in _between(board, block, rim, places):
            _lay_gate(board, opening)


def _that_pay(board: Board, found: Sequence[FootOpening], walks: Sequence[tuple[str, LineString]]) -> list[int]:
    """Openings and walks that shorten the homes' ways to what they need daily, by number, the most saving first."""
    trials = [*(opening.line for opening in found), *(walk for _, walk in walks)]
    places = [*((o.block, o.gate) for o in found), *((name, walk.centroid) for name, walk in walks)]
    if not trials:
        return []
    net = foot_net(board, trials)
    least = max(board.commission.choices.grounds.pedestrian_gate_saves_m * float(net.dwellings.sum()), 1.0)

    def worth_of(n: int) -> float:
        return net.saved(n) * (IN_LINE if n >= len(found) or found[n].is_in_line else 1.0)

    worth = {n: worth_of(n) for n in range(len(trials))}
    chosen: list[int] = []
    while worth:
        best = max(worth, key=lambda n: (round(worth[n]), -n))
        now = worth_of(best)
        if round(now) < round(worth[best]):  # what was laid since serves the same walks
            worth[best] = now
            continue
        if now < least:
            break
        net.take(best)
        chosen.append(best)
        del worth[best]
        (name, at), is_gate = places[best], best < len(found)
        near_by = [n for n in worth if places[n][0] == name and (n < len(found)) == is_gate]
        for n in near_by:
            if places[n][1].distance(at) < APART_M:
                del worth[n]
        worth |= {n: worth_of(n) for n in worth if places[n][1].distance(at) <= WIDEST_M}
    return chosen


def _of_sides(board: Board, block: Block, rim: LinearRing, places: list[Place]) -> list[Place]:
    """One place on a side without a gate: across from another block's gate, or else the middle."""
    spots = [spot for spot in board.spots if spot.kind is SpotKind.PEDESTRIAN_GATE]
    others = [spot.point for spot in spots if spot.of != block.id]
    taken = [float(rim.project(spot.point)) for spot in spots if spot.of == block.id and shapely.dwithin(rim, spot.point, 0.1)]
    chosen: list[Place] = []
    for low, high in _sides(rim):
        own = [p for p in places if low <= p[0] < high or low <= p[0] + rim.length < high]
        has_gate = any(low <= a < high or low <= a + rim.length < high for a in taken)
        if has_gate or high - low < SIDE_LEAST_M or not own:
            continue
        along = [p[0] if p[0] >= low else p[0] + rim.length for p in own]
        middle = (along[0] + along[-1]) / 2.0 if len(along) > 1 else along[0]
        rated = [
            (not _is_across(p[1], others) or abs(a - middle) > OPPOSITE_M, abs(a - middle))
            for p, a in zip(own, along, strict=True)
        ]
        chosen.append(own[min(range(len(own)), key=lambda n: (rated[n], own[n][0]))])
    return chosen


def _sides(rim: LinearRing) -> list[tuple[float, float]]:
    """Stretches of a rim between its corners; the last may run over the rim's end."""
    ring = shapely.get_coordinates(shapely.simplify(rim, SMOOTH_M))[:-1]
    rays = np.roll(ring, -1, axis=0) - ring
    rays = rays / np.hypot(*rays.T)[:, None]
    turns = np.sum(rays * np.roll(rays, 1, axis=0), axis=1) < CORNER_COSINE
    corners = sorted(float(rim.project(Point(corner))) for corner in ring[turns])
    return list(pairwise([*corners, corners[0] + rim.length])) if corners else [(0.0, rim.length)]


def _is_across(opening: FootOpening, others: Sequence[Point]) -> bool:
    """Whether the gate of another block stands right across the street."""
    return any(opening.gate.distance(other) <= WIDEST_M for other in others)


def _between(board: Board, block: Block, rim: LinearRing, places: list[Place]) -> list[Place]:
    """Further places, in the middle of stretches longer than gates may be apart."""
    spacing = board.commission.choices.grounds.pedestrian_gate_spacing_m
    gates = [spot.point for spot in board.spots if spot.kind is SpotKind.PEDESTRIAN_GATE and spot.of == block.id]
    stops = sorted(float(rim.project(gate)) for gate in gates)
    added: list[Place] = []
    queue = list(pairwise([*stops, stops[0] + rim.length])) if stops else [(0.0, rim.length)]
    while queue:
        low, high = queue.pop()
        if high - low <= spacing:
            continue
        inside = [(abs(a - (low + high) / 2.0), a, p) for p in places for a in (p[0], p[0] + rim.length) if low < a < high]
        shift, along, place = min(inside, key=lambda entry: entry[:2], default=(np.inf, 0.0, None))
        if place is not None and shift <= (high - low) / 4.0:
            added.append(place)
            queue += [(low, along), (along, high)]
    return added


def _lay_gate(board: Board, opening: FootOpening) -> None:
    lay_way(board, opening.line, foot_way(board, opening.block))
    if opening.block:
        board.add_spot(SpotKind.PEDESTRIAN_GATE, opening.gate, opening.block)
