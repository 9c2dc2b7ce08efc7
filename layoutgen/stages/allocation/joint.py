"""The joint objective: what every two candidates cost beside each other, weighed exactly only where it matters."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from layoutgen.geometry.tolerance import OVERLAP_EPS_M2
from layoutgen.stages.allocation.candidates import Pool
from layoutgen.stages.allocation.costs import middles_of
from layoutgen.stages.allocation.pairs import is_pair, pair_costs
from layoutgen.stages.allocation.reach import home_distances, reach_costs
from layoutgen.stages.allocation.rests import rest_costs
from layoutgen.stages.allocation.setting import Setting

Values = NDArray[np.float64]
Numbers = NDArray[np.intp]
FORBIDDEN = 1e6
BATCH = 12  # pairs weighed at a time
SHARED = 0.2  # of two pieces in one cell: what is left has one more step in its outline


class Between:
    """Cost of every candidate of one group beside every one of another; overlapping ones are forbidden.

    Two pieces in one cell cost what it loses beyond the sum of what it loses to each alone. That takes geometry, so
    ``costs`` begins with a bound below it, marked in ``is_open``, until a pair is weighed.
    """

    def __init__(self, first: Pool, second: Pool, setting: Setting) -> None:
        self._first, self._second, self._setting = first, second, setting
        self.is_open = first.cells[:, None] == second.cells[None, :]
        self._apart = _apart(first, second, setting)
        alone = first.rests[:, None] + second.rests[None, :]
        self.costs: Values = np.asarray(self._apart + self.is_open * (SHARED - alone), dtype=np.float64)

    def argmin(self, rows: Values, columns: Values) -> tuple[int, int]:
        """Candidates of both groups that cost least together, each with a cost of its own besides."""
        while True:
            whole = self.costs + rows[:, None] + columns[None, :]
            i, j = np.unravel_index(int(np.argmin(whole)), whole.shape)
            if not self.is_open[i, j]:
                return int(i), int(j)
            near = np.argsort(whole, axis=None, kind="stable")[:BATCH] if whole.size > BATCH else np.arange(whole.size)
            first, second = np.unravel_index(near, whole.shape)
            is_open = self.is_open[first, second]
            self.weigh(first[is_open], second[is_open])

    def at(self, i: int, j: int) -> float:
        """Exact cost of a pair."""
        if self.is_open[i, j]:
            self.weigh(np.array([i]), np.array([j]))
        return float(self.costs[i, j])

    def weigh(self, rows: Numbers, columns: Numbers) -> None:
        """Put the exact cost of pairs in place of its bound."""
        first, second, setting = self._first, self._second, self._setting
        cells = np.array([setting.cells[n] for n in first.cells[rows]], dtype=object)
        taken = shapely.area(shapely.intersection(first.grounds[rows], second.grounds[columns]))
        self.is_open[rows, columns] = False
        self.costs[rows, columns] = FORBIDDEN
        free = np.flatnonzero(taken <= OVERLAP_EPS_M2)
        if len(free):
            rows, columns = rows[free], columns[free]
            left = shapely.difference(shapely.difference(cells[free], first.pieces[rows]), second.pieces[columns])
            both = rest_costs([setting.grounds[n] for n in first.cells[rows]], left)
            self.costs[rows, columns] = self._apart[rows, columns] + SHARED + both - first.rests[rows] - second.rests[columns]

    def weigh_all(self) -> None:
        """Weigh every pair."""
        self.weigh(*np.nonzero(self.is_open))


def _apart(first: Pool, second: Pool, setting: Setting) -> Values:
    """What the distances between all pairs of lots cost."""
    cost = np.zeros((len(first), len(second)))
    for a, one in enumerate(first.group):
        for b, other in enumerate(second.group):
            mine, others = first.lots[:, a], second.lots[:, b]
            if is_pair(one.kind, other.kind):
                cost += pair_costs((one, mine[:, None]), (other, others[None, :]))
            if one.is_twin and other.is_twin:
                near, beyond = (home_distances(middles_of(lots), setting) for lots in (mine, others))
                cost += reach_costs(one.kind, np.minimum(near[:, :, None, :], beyond[:, None, :, :]))
    return cost


def crowding(chosen: Sequence[tuple[Pool, int]], setting: Setting) -> float:
    """What cells with three pieces or more lose beyond what every two of them tell."""
    total = 0.0
    by_cell: dict[int, list[tuple[Pool, int]]] = {}
    for pool, n in chosen:
        by_cell.setdefault(int(pool.cells[n]), []).append((pool, n))
    for cell, own in sorted(by_cell.items()):
        if len(own) < 3:
            continue
        ground, outline = setting.grounds[cell], setting.cells[cell]
        knives = [pool.pieces[n] for pool, n in own]
        sets = [[k] for k in range(len(own))] + [[a, b] for b in range(len(own)) for a in range(b)] + [list(range(len(own)))]
        rests = [shapely.difference(outline, shapely.union_all([knives[k] for k in one])) for one in sets]
        costs = rest_costs([ground] * len(sets), np.array(rests, dtype=object))
        alone = {k: float(costs[k]) for k in range(len(own))}
        pairs = sum(float(cost) - sum(alone[k] for k in one) for one, cost in zip(sets, costs, strict=True) if len(one) == 2)
        total += float(costs[-1]) - sum(alone.values()) - pairs
    return total
