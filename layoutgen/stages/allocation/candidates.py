"""Candidates of a group of lots: pieces in every cell, with their lots, their knives and their cost."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from layoutgen.stages.allocation.costs import crooked_costs, lot_costs
from layoutgen.stages.allocation.cuts import Cuts, cut_pieces
from layoutgen.stages.allocation.orders import orders_of
from layoutgen.stages.allocation.pairs import is_pair, pair_cost
from layoutgen.stages.allocation.pieces import Piece, Sides, pieces_of
from layoutgen.stages.allocation.rests import rest_costs
from layoutgen.stages.allocation.setting import Setting
from layoutgen.stages.allocation.wishes import Wish

Values = NDArray[np.float64]
Shapes = NDArray[np.object_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breadth:
    """How many candidates are looked at; the referee of the benchmarks looks at more."""

    weighed: int = 48  # pieces of a group whose rest is weighed
    pieces: int = 20  # that are cut into lots, the least and the most of one cell
    per_cell: tuple[int, int] = (2, 4)
    reordered: int = 6  # best pieces whose lots are tried in every order
    kept: int = 28  # candidates of a group


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

    def __len__(self) -> int:
        """Count of candidates."""
        return len(self.costs)


def pool_of(group: Sequence[Wish], sides: Sides, setting: Setting, breadth: Breadth) -> Pool:
    """Best candidates of a group."""
    orders = orders_of(group)
    weighed = _weighed(pieces_of(group, sides), setting, breadth)
    first = cut_pieces(group, [(piece, orders[0], rest) for piece, rest in weighed], setting.cells)
    costs = _costs(group, first, setting)
    best = np.argsort(np.round(costs, 9), kind="stable")[: breadth.reordered]
    again = [(first.pieces[n], order, float(first.rests[n])) for order in orders[1:] for n in best]
    more = cut_pieces(group, again, setting.cells)
    return _pool(group, (first, more), np.concatenate([costs, _costs(group, more, setting)]), breadth.kept)


def _weighed(pieces: Sequence[Piece], setting: Setting, breadth: Breadth) -> list[tuple[Piece, float]]:
    """The best pieces of each cell with the cost of what they leave, roughly rated before."""
    share = max(breadth.weighed // len(setting.cells), 2 * breadth.per_cell[0])
    rough: list[Piece] = []
    for cell in range(len(setting.cells)):
        own = sorted((piece for piece in pieces if piece.frame.cell == cell), key=lambda piece: piece.rough)
        rough += own[:share]
    if not rough:
        return []
    knives = shapely.polygons(np.array([piece.knife for piece in rough]))
    cells = np.array([setting.cells[piece.frame.cell] for piece in rough], dtype=object)
    grounds = [setting.grounds[piece.frame.cell] for piece in rough]
    rests = rest_costs(grounds, shapely.difference(cells, knives))
    total = rests + np.array([piece.rough for piece in rough])
    most = min(max(breadth.pieces // len(setting.cells), breadth.per_cell[0]), breadth.per_cell[1])
    left = dict.fromkeys(range(len(setting.cells)), most)
    found = []
    for n in np.argsort(np.round(total, 9), kind="stable"):
        if left[rough[n].frame.cell] > 0:
            left[rough[n].frame.cell] -= 1
            found.append((rough[n], float(rests[n])))
    return found


def _costs(group: Sequence[Wish], cuts: Cuts, setting: Setting) -> Values:
    if not cuts.pieces:
        return np.empty(0)
    cells = np.array([piece.frame.cell for piece in cuts.pieces])
    total = cuts.rests + cuts.rooms + np.array([piece.notch for piece in cuts.pieces]) + crooked_costs(group, cuts.fill)
    for n, wish in enumerate(group):
        total = total + lot_costs(wish, cuts.outlines[:, n], cuts.knives[:, n], cells, setting)
        for m in range(n):
            if is_pair(wish.kind, group[m].kind):
                apart = shapely.distance(cuts.outlines[:, n], cuts.outlines[:, m])
                total = total + pair_cost(wish.kind, group[m].kind, apart)
    return np.asarray(total, dtype=np.float64)


def _pool(group: Sequence[Wish], cuts: Sequence[Cuts], costs: Values, kept: int) -> Pool:
    pieces = [piece for cut in cuts for piece in cut.pieces]
    order = np.argsort(np.round(costs, 9), kind="stable")[:kept]
    rests = np.concatenate([cut.rests for cut in cuts])
    whole = np.array([pieces[n].knife for n in order]).reshape(-1, 5, 2)
    return Pool(
        group=tuple(group),
        cells=np.array([pieces[n].frame.cell for n in order], dtype=np.intp),
        costs=costs[order],
        rests=rests[order],
        lots=np.concatenate([cut.outlines for cut in cuts])[order],
        knives=np.concatenate([cut.knives for cut in cuts])[order],
        pieces=np.asarray(shapely.polygons(whole), dtype=object) if len(order) else np.empty(0, dtype=object),
    )


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
