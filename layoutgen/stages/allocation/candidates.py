"""Candidates of a group of lots: pieces in every cell, with their lots, their knife and their cost."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import LotKind
from layoutgen.stages.allocation.costs import REFLEX, is_pair, lot_cost, pair_cost, rest_costs
from layoutgen.stages.allocation.frames import Frame
from layoutgen.stages.allocation.pieces import EXCESS_COST, Outline, Slot, orders, outlines_of, slots_of
from layoutgen.stages.allocation.setting import Setting
from layoutgen.stages.allocation.wishes import Wish

PIECES, PER_CELL = 20, (2, 4)  # pieces of a group kept before their lots are told apart; least and most in a cell
REORDERED = 8  # best pieces whose lots are tried in every order
KEPT = 28  # candidates of a group


@dataclass(frozen=True, slots=True, kw_only=True)
class LotDraft:
    """A lot with its wish."""

    wish: Wish
    outline: Polygon
    knife: Polygon


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A piece of a cell for a group of lots."""

    cell: int
    knife: Polygon
    lots: tuple[LotDraft, ...]
    cost: float

    def lot(self, kind: LotKind) -> Polygon:
        """Outline of the lot of a kind."""
        return next(draft.outline for draft in self.lots if draft.wish.kind is kind)


def candidates_of(group: Sequence[Wish], frames: Sequence[Frame], setting: Setting) -> tuple[Candidate, ...]:
    """Best candidates of a group, the cheapest first."""
    sequences = orders(group)
    per_cell = min(max(PIECES // len(setting.cells), PER_CELL[0]), PER_CELL[1])
    first: list[tuple[float, Outline, float]] = []
    found: list[Candidate] = []
    for cell in range(len(setting.cells)):
        own = [frame for frame in frames if frame.cell == cell]
        tried = [outline for frame in own for outline in outlines_of(frame, group)]
        for rest, outline in _rated(tried, setting.cells[cell], setting.inset_m)[:per_cell]:
            candidate = _try(outline, sequences[0], rest, setting)
            if candidate is not None:
                found.append(candidate)
                first.append((candidate.cost, outline, rest))
    for _, outline, rest in sorted(first, key=lambda entry: entry[0])[:REORDERED]:
        more = [_try(outline, order, rest, setting) for order in sequences[1:]]
        found.extend(candidate for candidate in more if candidate is not None)
    found.sort(key=lambda c: (round(c.cost, 9), c.cell, c.knife.bounds))
    return tuple(found[:KEPT])


def _try(outline: Outline, order: Sequence[Wish], rest: float, setting: Setting) -> Candidate | None:
    slots = slots_of(outline, order)
    return None if slots is None else _candidate(outline, slots, rest, setting)


def _rated(outlines: Sequence[Outline], cell: Polygon, inset_m: float) -> list[tuple[float, Outline]]:
    """Cost of what each piece leaves of its cell, and of land beyond the need; the cheapest first."""
    if not outlines:
        return []
    knives = [outline.frame.knife(-np.inf, outline.x_to, outline.depth_m) for outline in outlines]
    rests = shapely.difference(cell, np.array(knives, dtype=object))
    costs = rest_costs(cell, rests, inset_m)
    corners = np.array([REFLEX * np.isfinite(outline.x_to) for outline in outlines])
    excess = np.array([EXCESS_COST * outline.excess_m2 / 1000.0 for outline in outlines])
    total = costs + corners + excess
    return [(float(total[n]), outlines[n]) for n in np.argsort(np.round(total, 9), kind="stable")]


def _candidate(outline: Outline, slots: Sequence[Slot], rest: float, setting: Setting) -> Candidate:
    frame = outline.frame
    drafts = tuple(
        LotDraft(
            wish=slot.wish,
            outline=Polygon(shapely.get_coordinates(slot.shape.exterior) @ frame.axes),
            knife=frame.knife(slot.x_from, slot.x_to, outline.depth_m),
        )
        for slot in slots
    )
    cost = rest - EXCESS_COST * outline.excess_m2 / 1000.0 + sum(slot.cost for slot in slots)
    cost += sum(lot_cost(draft.wish, draft.outline, frame.cell, setting) for draft in drafts) + _inner_pairs(drafts)
    knife = frame.knife(-np.inf, slots[-1].x_to, outline.depth_m)
    return Candidate(cell=frame.cell, knife=knife, lots=drafts, cost=cost)


def _inner_pairs(drafts: Sequence[LotDraft]) -> float:
    total = 0.0
    for n, one in enumerate(drafts):
        for other in drafts[n + 1 :]:
            if is_pair(one.wish.kind, other.wish.kind):
                distance = np.array(one.outline.distance(other.outline))
                total += float(pair_cost(one.wish.kind, other.wish.kind, distance))
    return total


def rest_of(cell: Polygon, chosen: Sequence[Candidate]) -> BaseGeometry:
    """What pieces leave of a cell."""
    knives = [candidate.knife for candidate in chosen]
    return shapely.difference(cell, shapely.union_all(knives)) if knives else cell
