"""The garage under each block: its outline, levels and stalls, and the ramps that lead to it."""

from dataclasses import replace
from math import ceil

import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.parts import largest
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Block, tags_of
from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.ramps import choose_ramps, lay_ramps, ramps_needed, roof_of
from layoutgen.standards.asked import clauses_asking
from layoutgen.standards.scope import circumstances_of_brief

NARROWED_MAX_M = 60.0  # a garage is not drawn in further than this
HALVINGS = 12


def lay_garages(board: Board) -> None:
    """Lay the garage and ramps of every block; the stalls are counted by ``label_garages`` when the surface is full."""
    parking = board.commission.choices.parking
    kept = shapely.union_all(board.commission.site.keep_outs)
    for block in sorted(board.allocation.blocks, key=lambda b: b.id):
        asked = stalls_asked(board, block)
        whole = roof_of(shapely.difference(block.outline, kept), parking.garage_inset_m)
        if not asked or whole is None:
            continue
        bare = _no_larger(whole, asked * parking.garage_m2_per_stall)
        need = ramps_needed(asked)
        cells = sorted((cell for cell in board.allocation.cells if cell.block == block.id), key=lambda cell: cell.id)
        garage = choose_ramps(board, cells, bare, whole, need)
        laid = board.add_ground(GroundKind.GARAGE, garage.roof, block=block.id)
        lay_ramps(board, block.id, laid[0].id, garage.ramps)
        if not need.is_met_by(garage.ramps):
            board.notes.append(f"the garage of block {block.id} has {len(garage.ramps)} of {need.ramps} ramps")


def _no_larger(roof: Polygon, need_m2: float) -> Polygon:
    """Garage as large as its levels need, drawn in evenly from all sides."""
    target = need_m2 / ceil(need_m2 / roof.area)
    low, high = 0.0, NARROWED_MAX_M
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        part = largest(roof.buffer(-middle, join_style="mitre"))
        if part is not None and not part.interiors and part.area >= target:
            low = middle
        else:
            high = middle
    part = largest(roof.buffer(-low, join_style="mitre"))
    return roof if part is None else Polygon(part.exterior)


def stalls_asked(board: Board, block: Block) -> int:
    """Stalls that a block's households ask for, with the spare."""
    rate = board.commission.program.need("stalls").figure("per_household")
    return ceil(board.households(block.id) * rate * (1.0 + board.commission.choices.parking.spare_share))


def label_garages(board: Board) -> None:
    """Write levels and stalls on each garage: what is asked less the residents' stalls on the surface."""
    parking = board.commission.choices.parking
    share = board.commission.choices.grounds.accessible_share
    blocks = {block.id: block for block in board.allocation.blocks}
    defence = "yes" if _is_shelter_asked(board) else ""
    for n, ground in enumerate(board.grounds):
        if ground.kind is not GroundKind.GARAGE:
            continue
        surface = sum(s.block == ground.block and s.use == "resident" for s in board.stalls)
        stalls = max(stalls_asked(board, blocks[ground.block]) - surface, 1)
        levels = _levels(ground.outline, stalls, parking.garage_m2_per_stall, parking.garage_levels_max)
        room = int(ground.outline.area * levels / parking.garage_m2_per_stall)
        if room < stalls:
            board.notes.append(f"the garage of block {ground.block} holds {room} of {stalls} stalls")
        stalls = min(stalls, room)
        words = {"stalls": stalls, "levels": levels, "accessible": ceil(share * stalls)}
        tags = tags_of(ev="reserved", defence=defence, **{key: str(value) for key, value in words.items()})
        board.grounds[n] = replace(ground, tags=tags)


def _is_shelter_asked(board: Board) -> bool:
    """Whether a clause in force wants garages that serve as civil-defence shelters 人防."""
    claims = clauses_asking(board.standard, circumstances_of_brief(board.commission.brief), "ground.tag")
    return any(clause.of == GroundKind.GARAGE and clause.text("key") == "defence" for clause in claims)


def _levels(outline: Polygon, stalls: int, m2_per_stall: float, levels_max: int) -> int:
    return min(max(ceil(stalls * m2_per_stall / outline.area), 1), levels_max)
