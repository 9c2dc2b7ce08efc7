"""Loops, spines and ramps on the small site: what is spared, what is walked, what lies beside what."""

from itertools import pairwise

import shapely

from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.model.stages import Allocation, Commission, Grounds, Massing, Structure

Stages = tuple[Commission, Structure, Allocation, Massing]


def test_bends_of_loops_are_arcs(grounds: Grounds) -> None:
    # no corner of a loop's kerb turns by a right angle any more, but where a gate is cut off by the street
    loops = [way for way in grounds.ways if way.kind is WayKind.MAIN and way.centre.length > 50.0]
    assert loops
    for way in loops:
        runs = shapely.get_coordinates(way.centre)[1:] - shapely.get_coordinates(way.centre)[:-1]
        cosines = [float(a @ b) / float((a @ a) ** 0.5 * (b @ b) ** 0.5) for a, b in pairwise(runs)]
        assert min(cosines, default=1.0) > 0.9, way.id  # 25 degrees


def test_a_spine_crosses_every_block_with_homes(stages: Stages, grounds: Grounds) -> None:
    walks = [way for way in grounds.ways if way.kind is WayKind.FOOTPATH]
    rows = stages[3].rows
    for block in stages[2].blocks:
        cells = {cell.id for cell in stages[2].cells if cell.block == block.id}
        if not any(row.cell in cells for row in rows):
            continue
        across = [way for way in walks if way.block == block.id and way.centre.length > 15.0]
        assert sum(way.centre.length for way in across) > 60.0, block.id


def test_ramps_keep_off_the_central_greens(grounds: Grounds) -> None:
    greens = shapely.union_all([g.outline for g in grounds.grounds if g.kind is GroundKind.CENTRAL_GREEN])
    ramps = [g.outline for g in grounds.grounds if g.kind is GroundKind.RAMP]
    assert ramps
    assert max(float(ramp.intersection(greens).area) for ramp in ramps) == 0.0
