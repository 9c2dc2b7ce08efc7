"""A gatehouse 门卫岗亭 by a vehicle gate of every block with homes: a booth, no building."""

import numpy as np
from shapely.geometry import Point, Polygon

from layoutgen.geometry.placing import best_rectangle
from layoutgen.model.kinds import GroundKind, SpotKind
from layoutgen.model.plan import Block, Spot
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.free_ground import Gaps, free_ground, nearest_to, sides
from layoutgen.stages.grounds.turns import without_turns
from layoutgen.standards.ownership import load_ownerships

DEPTH_M = 2.0  # across the way that it stands at
REACH_M = (12.0, 25.0, 40.0)  # from the gate
GAPS = Gaps(wall_m=3.0, way_m=0.4, path_m=0.4, ground_m=0.3)
STEP_M = 0.5
ROUND_M = 0.6  # kept free round lockers, doors and waste points


def lay_gatehouses(board: Board) -> None:
    """Set one gatehouse a block, as near to one of its vehicle gates as the ground that is left lets it stand."""
    owner, handover, alone = load_ownerships().of(GroundKind.GATEHOUSE).said()
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        gates = sorted((s for s in board.spots if s.kind is SpotKind.VEHICLE_GATE and s.of == block.id), key=lambda s: s.id)
        if not gates or not board.households(block.id):
            continue
        place = _place(board, block, gates)
        if place is None:
            board.notes.append(f"block {block.id} has no room for a gatehouse at its gates")
        else:
            board.add_ground(GroundKind.GATEHOUSE, place, block=block.id, owner=owner, handover=handover, standalone=alone)


def _place(board: Board, block: Block, gates: list[Spot]) -> Polygon | None:
    length = board.commission.brief.parameter("gatehouse_area") / DEPTH_M
    points = [spot.point.buffer(ROUND_M) for spot in board.spots if spot.kind is not SpotKind.BUS_STOP]
    for reach in REACH_M:
        for gate in gates:
            around = gate.point.buffer(reach).intersection(block.outline)
            region = without_turns(board, free_ground(board, around, GAPS))
            for point in points:
                region = region.difference(point)
            azimuth = _azimuth(block, gate.point)
            found = best_rectangle(region, azimuth, (length, DEPTH_M), nearest_to(gate.point, azimuth), STEP_M)
            if found is not None:
                return found
    return None


def _azimuth(block: Block, gate: Point) -> float:
    """Direction of the side of the block that the gate is on."""
    side = min(sides(block.outline), key=lambda line: (line.distance(gate), -line.length))
    (ax, ay), (bx, by) = side.coords
    return float(np.degrees(np.arctan2(by - ay, bx - ax)))
