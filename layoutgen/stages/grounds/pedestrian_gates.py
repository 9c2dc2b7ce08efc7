"""Pedestrian gates: one in the middle of every side of a block along a road, more where they would be too far apart."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import LinearRing, Point

from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Block
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.openings import Opening, openings
from layoutgen.stages.grounds.paths import joined
from layoutgen.stages.grounds.rings import Ring
from layoutgen.stages.grounds.ways import foot_way, lay_way

CLEAR_M = 10.0  # a pedestrian gate stands this far off a vehicle gate [m]
SIDE_LEAST_M = 45.0  # a shorter side of a block has no gate of its own [m]
CORNER_COSINE = 0.87  # 30 degrees: where a rim turns more one side ends and the next begins
SMOOTH_M = 2.0  # wiggles of a rim below this are no corners [m]
OPPOSITE_M = 15.0  # a gate leaves the middle of its side by so much to stand across from another [m]
PITCH_M = 6.0

Place = tuple[float, Opening]  # how far along the rim, and the opening


def lay_pedestrian_gates(board: Board, rings: Sequence[Ring]) -> None:
    """Set the pedestrian gates of every block and lay their paths to the loops."""
    cars = [spot.point for spot in board.spots if spot.kind is SpotKind.VEHICLE_GATE]
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        rim = shapely.orient_polygons(block.outline).exterior
        own = [ring for ring in rings if ring.cell.block == block.id]
        found = [opening for ring in own for opening in openings(board, ring, PITCH_M, is_attached=False)]
        free = [o for o in found if all(o.gate.distance(car) >= CLEAR_M for car in cars)]
        places = sorted(((rim.project(o.gate), o) for o in free), key=lambda place: (place[0], place[1].inner.wkb))
        chosen = _of_sides(board, rim, places)
        chosen += _between(board, block, rim, places, chosen)
        for _, opening in chosen:
            _lay_gate(board, opening, block.id)


def _of_sides(board: Board, rim: LinearRing, places: list[Place]) -> list[Place]:
    """One place a side: across from another block's gate, or else the middle."""
    others = [spot.point for spot in board.spots if spot.kind is SpotKind.PEDESTRIAN_GATE]
    chosen: list[Place] = []
    for low, high in _sides(rim):
        own = [p for p in places if low <= p[0] < high or low <= p[0] + rim.length < high]
        if high - low < SIDE_LEAST_M or not own:
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


def _is_across(opening: Opening, others: Sequence[Point]) -> bool:
    """Whether the gate of another block stands right across the street."""
    street = opening.frontage.street
    if street is None:
        return False
    reach = 2.0 * street.centre.distance(opening.gate) + 1.0
    return any(1.0 < opening.gate.distance(other) <= reach for other in others)


def _between(board: Board, block: Block, rim: LinearRing, places: list[Place], chosen: list[Place]) -> list[Place]:
    """Further places, in the middle of stretches longer than gates may be apart."""
    spacing = board.commission.choices.grounds.pedestrian_gate_spacing_m
    gates = [spot.point for spot in board.spots if spot.kind is SpotKind.PEDESTRIAN_GATE and spot.of == block.id]
    stops = sorted([*(place[0] for place in chosen), *(float(rim.project(gate)) for gate in gates)])
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


def _lay_gate(board: Board, opening: Opening, block: str) -> None:
    line = joined(opening.inner, opening.gate, opening.frontage.arrival(opening.gate))
    lay_way(board, line, foot_way(board, block))
    board.add_spot(SpotKind.PEDESTRIAN_GATE, opening.gate, block)
