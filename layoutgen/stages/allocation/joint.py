"""The joint objective: what candidates cost by themselves and what every two of them cost beside each other."""

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from layoutgen.geometry.tolerance import OVERLAP_EPS_M2
from layoutgen.stages.allocation.candidates import Pool
from layoutgen.stages.allocation.costs import home_distances, reach_costs
from layoutgen.stages.allocation.pairs import is_pair, pair_cost
from layoutgen.stages.allocation.rests import rest_costs
from layoutgen.stages.allocation.setting import Setting

Values = NDArray[np.float64]
FORBIDDEN = 1e6


def between(first: Pool, second: Pool, setting: Setting) -> Values:
    """Cost of every candidate of one group beside every one of another; overlapping ones are forbidden.

    Two pieces in one cell cost what it loses beyond the sum of what it loses to each alone.
    """
    cost = np.zeros((len(first), len(second)))
    for a, one in enumerate(first.group):
        for b, other in enumerate(second.group):
            if is_pair(one.kind, other.kind):
                cost += pair_cost(one.kind, other.kind, shapely.distance(first.lots[:, None, a], second.lots[None, :, b]))
            if one.is_twin and other.is_twin:
                far = np.minimum(
                    home_distances(first.lots[:, a], setting)[:, None, :],
                    home_distances(second.lots[:, b], setting)[None, :, :],
                )
                cost += reach_costs(one.kind, far)
    rows, columns = np.nonzero(first.cells[:, None] == second.cells[None, :])
    cost[rows, columns] += _shared(first, second, rows, columns, setting)
    return cost


def _shared(first: Pool, second: Pool, rows: NDArray[np.intp], columns: NDArray[np.intp], setting: Setting) -> Values:
    cells = np.array([setting.cells[n] for n in first.cells[rows]], dtype=object)
    left = shapely.difference(cells, first.pieces[rows])
    taken = shapely.area(shapely.intersection(shapely.intersection(cells, first.pieces[rows]), second.pieces[columns]))
    extra = np.full(len(rows), FORBIDDEN)
    free = np.flatnonzero(taken <= OVERLAP_EPS_M2)
    if len(free):
        grounds = [setting.grounds[n] for n in first.cells[rows[free]]]
        both = rest_costs(grounds, shapely.difference(left[free], second.pieces[columns[free]]))
        extra[free] = both - first.rests[rows[free]] - second.rests[columns[free]]
    return extra


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
