"""Refuge 避难场地: open ground labelled as such until it is as much as clauses in force ask by the person."""

from collections.abc import Iterator
from dataclasses import replace

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.widths import inscribed_width
from layoutgen.indicators.refuge import effective_refuge, no_refuge
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Ground, tag
from layoutgen.stages.grounds.board import Board
from layoutgen.standards.asked import clauses_asking
from layoutgen.standards.clause import Clause
from layoutgen.standards.scope import circumstances_of_brief

TAG = "refuge"
OPEN = (GroundKind.POCKET_PARK, GroundKind.CENTRAL_GREEN, GroundKind.GREEN)  # taken in this order, the largest first
ROOM = 1.03  # set aside this much more than asked


def label_refuges(board: Board) -> None:
    """Set aside open green, the widest kinds first, until every clause about refuge has what it asks."""
    asking = clauses_asking(board.standard, circumstances_of_brief(board.commission.brief), "refuge.per_person")
    for clause in asking:
        _set_aside(board, clause)


def _set_aside(board: Board, clause: Clause) -> None:
    need = (clause.bound.low or 0.0) * board.commission.program.population * ROOM
    taken = _taken(board, clause.number("collapse_share"))
    have = effective_refuge(_labelled(board), taken)
    closed = shapely.union(taken, have)
    area = float(have.area)
    for n in _candidates(board):
        ground = board.grounds[n]
        more = float(effective_refuge((ground.outline,), closed).area)
        if area < need and more > 0.0:
            board.grounds[n] = replace(ground, tags=tuple(sorted((*ground.tags, (TAG, "yes")))))
            area += more
    if area < need:
        board.notes.append(f"{area:.0f} of {need:.0f} m2 of refuge for {clause.id}")


def _taken(board: Board, collapse_share: float) -> BaseGeometry:
    site = board.commission.site
    return no_refuge(board.massing.buildings, board.all_ways(), board.stalls, board.grounds, site.keep_outs, collapse_share)


def _labelled(board: Board) -> Iterator[Polygon]:
    yield from (lot.outline for lot in board.allocation.lots if tag(lot.tags, TAG) == "yes")
    yield from (ground.outline for ground in board.grounds if tag(ground.tags, TAG) == "yes")


def _candidates(board: Board) -> list[int]:
    """Places in the board's grounds of pieces that are wide enough to stay in and not labelled yet."""
    width = board.commission.choices.grounds.refuge_width_m

    def rank(n: int) -> tuple[int, float, str]:
        ground = board.grounds[n]
        return (OPEN.index(ground.kind), -ground.outline.area, ground.id)

    return sorted((n for n, ground in enumerate(board.grounds) if _is_open(ground, width)), key=rank)


def _is_open(ground: Ground, width_m: float) -> bool:
    return ground.kind in OPEN and tag(ground.tags, TAG) is None and inscribed_width(ground.outline) >= width_m
