"""Candidates of a group of lots: pieces in every cell, with their lots, their knives and their cost."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from layoutgen.stages.allocation.costs import crooked_costs, lot_costs, rough_costs
from layoutgen.stages.allocation.cuts import Cuts, cut_pieces
from layoutgen.stages.allocation.orders import orders_of
from layoutgen.stages.allocation.pairs import is_pair, pair_costs
from layoutgen.stages.allocation.pieces import Piece, Sides, pieces_of
from layoutgen.stages.allocation.rests import rest_costs
from layoutgen.stages.allocation.setting import Setting
from layoutgen.stages.allocation.wishes import Wish

Values = NDArray[np.float64]
Shapes = NDArray[np.object_]

REORDERED = 6  # pieces of a group at least whose lots are tried in every order


@dataclass(frozen=True, slots=True, kw_only=True)
class Breadth:
    """How many candidates are looked at; the referee of the benchmarks looks at more."""

    weighed: int = 160  # pieces of a group whose rest is weighed
    cut: int = 96  # that are cut into lots
    least: int = 8  # of both in each cell
    reordered: int = 60  # lots in another order that are tried, those of the best pieces
    kept: int = 64  # candidates of a group


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Candidates of one group, the cheapest first: a row a candidate, a column a wish of the group."""

    group: tuple[Wish, ...]
    cells: NDArray[np.intp]
    costs: Values
    rests: Values  # the part of the cost that is what its cell loses
    lots: Shapes
    knives: Shapes  # of the lots
    pieces: Shapes  # knives of whole pieces
    grounds: Shapes  # the pieces

    def __len__(self) -> int:
        """Count of candidates."""
        return len(self.costs)


def pool_of(group: Sequence[Wish], sides: Sides, setting: Setting, breadth: Breadth) -> Pool:
    """Best candidates of a group."""
    orders = orders_of(group)
    weighed = _weighed(group, pieces_of(group, sides), setting, breadth)
    first = cut_pieces(group, [(piece, orders[0], rest) for piece, rest in weighed], setting.cells)
    costs = _costs(group, first, setting)
    count = max(breadth.reordered // max(len(orders) - 1, 1), REORDERED)
    best = np.argsort(np.round(costs, 9), kind="stable")[:count]
    again = [(first.pieces[n], order, float(first.rests[n])) for order in orders[1:] for n in best]
    more = cut_pieces(group, again, setting.cells)
    return _pool(group, (first, more), np.concatenate([costs, _costs(group, more, setting)]), breadth, setting)


def _weighed(group: Sequence[Wish], pieces: Sequence[Piece], setting: Setting, breadth: Breadth) -> list[tuple[Piece, float]]:
    """The best pieces of each cell, by their rooms, their place and what they leave, which is given with them."""
    if not pieces:
        return []
    cells = np.array([piece.frame.cell for piece in pieces])
    places = np.array([piece.place for piece in pieces])
    rough = np.array([piece.rough for piece in pieces]) + rough_costs(group, places[:, :2], places[:, 2], setting)
    count = len(setting.cells)
    kept = _best_of_cells(rough, cells, max(breadth.weighed // count, breadth.least))
    grounds = [setting.grounds[n] for n in cells[kept]]
    outlines = np.array([ground.outline for ground in grounds], dtype=object)
    knives = shapely.polygons(np.array([pieces[n].knife for n in kept.tolist()]))
    rests = rest_costs(grounds, shapely.difference(outlines, knives))
    best = _best_of_cells(rough[kept] + rests, cells[kept], max(breadth.cut // count, breadth.least))
    return [(pieces[int(kept[n])], float(rests[n])) for n in best.tolist()]


def _best_of_cells(costs: Values, cells: NDArray[np.intp], count: int) -> NDArray[np.intp]:
    """Numbers of so many of the cheapest of each cell, the cheapest first."""
    order = np.argsort(np.round(costs, 9), kind="stable")
    own = cells[order]
    rank = np.zeros(len(order), dtype=np.intp)
    for cell in np.unique(own):
        at = np.flatnonzero(own == cell)
        rank[at] = np.arange(len(at))
    return np.asarray(order[rank < count], dtype=np.intp)


def _costs(group: Sequence[Wish], cuts: Cuts, setting: Setting) -> Values:
    if not cuts.pieces:
        return np.empty(0)
    cells = np.array([piece.frame.cell for piece in cuts.pieces])
    total = cuts.rests + cuts.rooms + np.array([piece.notch for piece in cuts.pieces]) + crooked_costs(group, cuts.fill)
    for n, wish in enumerate(group):
        total = total + lot_costs(wish, cuts.outlines[:, n], cuts.knives[:, n], cells, setting)
        for m in range(n):
            if is_pair(wish.kind, group[m].kind):
                total = total + pair_costs((wish, cuts.outlines[:, n]), (group[m], cuts.outlines[:, m]))
    return np.asarray(total, dtype=np.float64)


def _pool(group: Sequence[Wish], cuts: Sequence[Cuts], costs: Values, breadth: Breadth, setting: Setting) -> Pool:
    pieces = [piece for cut in cuts for piece in cut.pieces]
    order = _kept(costs, np.array([piece.frame.cell for piece in pieces], dtype=np.intp), group, len(setting.cells), breadth)
    rests = np.concatenate([cut.rests for cut in cuts])
    whole = np.array([pieces[n].knife for n in order]).reshape(-1, 5, 2)
    cells = np.array([pieces[n].frame.cell for n in order], dtype=np.intp)
    own = np.array([setting.cells[n] for n in cells], dtype=object)
    cut = shapely.polygons(whole) if len(order) else np.empty(0, dtype=object)
    return Pool(
        group=tuple(group),
        cells=cells,
        costs=costs[order],
        rests=rests[order],
        lots=np.concatenate([cut.outlines for cut in cuts])[order],
        knives=np.concatenate([cut.knives for cut in cuts])[order],
        pieces=np.asarray(cut, dtype=object),
        grounds=np.asarray(shapely.intersection(own, cut), dtype=object),
    )


def _kept(costs: Values, cells: NDArray[np.intp], group: Sequence[Wish], count: int, breadth: Breadth) -> NDArray[np.intp]:
    """The cheapest; of lots that reach the homes together as many of each cell, since only the pair tells whom one reaches."""
    if any(wish.is_twin for wish in group):
        return _best_of_cells(costs, cells, max(breadth.kept // count, breadth.least))
    return np.asarray(np.argsort(np.round(costs, 9), kind="stable")[: breadth.kept], dtype=np.intp)


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A piece of a cell as chosen, with its lots."""

    cell: int
    knife: Polygon
    wishes: tuple[Wish, ...]
    knives: tuple[Polygon, ...]  # of the lots


def placed(pool: Pool, n: int) -> Placed:
    """One candidate of a pool."""
    return Placed(cell=int(pool.cells[n]), knife=pool.pieces[n], wishes=pool.group, knives=tuple(pool.knives[n]))
