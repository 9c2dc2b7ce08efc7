"""The joint choice of places as CP-SAT sees it: one model over all partitions, the same candidates and costs, solved to proof.

Needs ortools, which is in the dependency group `bench` alone: it is never there at run time, and never beside highspy.
What cannot be in a choice better than the one known is struck out before, by a bound that costs no solver.
"""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from ortools.sat.python import cp_model

from layoutgen.stages.allocation.choose import Partition, Places
from layoutgen.stages.allocation.joint import FORBIDDEN

UNITS = 100_000  # of cost: CP-SAT counts in whole numbers
EPS = 1e-4

Numbers = list[np.ndarray]  # candidates of each group that are left


def least_cost(places: Places, known: float, seconds: float) -> tuple[float, str]:
    """Least cost of all choices and the solver's word.

    Parameters
    ----------
    known
        Cost of a choice that is known.
    seconds
        Limit of the solver.

    Notes
    -----
    A group's candidates sum to whether its partition is chosen. What two candidates cost beside each other hangs on a
    variable of the pair; those of one candidate with a group sum to that candidate, which makes the relaxation tight.
    """
    model = cp_model.CpModel()
    terms: list[cp_model.LinearExprT] = []
    chosen = []
    for partition in places.partitions():
        left = useful(partition, places, known + EPS)
        if left:
            chosen.append(model.new_bool_var(""))
            terms += _partition(model, chosen[-1], partition, left, places)
    model.add_exactly_one(chosen)
    model.minimize(cp_model.LinearExpr.sum(terms))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 2
    solver.parameters.max_time_in_seconds = seconds
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return solver.objective_value / UNITS if found else float("nan"), solver.status_name(status)


def useful(partition: Partition, places: Places, known: float) -> Numbers:
    """Candidates of each group that may be in a choice no dearer than the one known; none where a group has none.

    A candidate costs at least its own, the least of every other group with it, and the least between every two others.
    """
    own = [places.pool(group).costs for group in partition]
    left: Numbers = [np.arange(len(costs)) for costs in own]
    pairs = {}
    for a, b in combinations(range(len(partition)), 2):
        pair = places.between(partition[a], partition[b])
        pair.weigh_all()
        pairs[a, b], pairs[b, a] = pair.costs, pair.costs.T
    while all(len(rows) for rows in left):
        kept = [left[g][_bounds(g, own, pairs, left) <= known] for g in range(len(partition))]
        if sum(map(len, kept)) == sum(map(len, left)):
            return left
        left = kept
    return []


def _bounds(group: int, own: Sequence[np.ndarray], pairs: dict[tuple[int, int], np.ndarray], left: Numbers) -> np.ndarray:
    others = [h for h in range(len(own)) if h != group]
    bound = own[group][left[group]].copy()
    for h in others:
        bound += (pairs[group, h][np.ix_(left[group], left[h])] + own[h][left[h]][None, :]).min(axis=1)
    return bound + sum(pairs[h, k][np.ix_(left[h], left[k])].min() for h, k in combinations(others, 2))


def _partition(
    model: cp_model.CpModel, is_chosen: cp_model.IntVar, partition: Partition, left: Numbers, places: Places
) -> list[cp_model.LinearExprT]:
    """Cost terms of one partition, with its variables."""
    ways = [[model.new_bool_var("") for _ in rows] for rows in left]
    terms: list[cp_model.LinearExprT] = []
    for group, rows, own in zip(partition, left, ways, strict=True):
        model.add(cp_model.LinearExpr.sum(own) == is_chosen)
        terms += [round(float(places.pool(group).costs[n]) * UNITS) * way for n, way in zip(rows, own, strict=True)]
    for a, b in combinations(range(len(partition)), 2):
        costs = places.between(partition[a], partition[b]).costs[np.ix_(left[a], left[b])]
        terms += _pairs(model, ways[a], ways[b], costs)
    return terms


def _pairs(
    model: cp_model.CpModel, rows: Sequence[cp_model.IntVar], columns: Sequence[cp_model.IntVar], cost: np.ndarray
) -> list[cp_model.LinearExprT]:
    if not np.any(cost):
        return []
    is_free = cost < FORBIDDEN / 2.0
    both = {(i, j): model.new_bool_var("") for i, j in np.argwhere(is_free).tolist()}
    for i, row in enumerate(rows):
        model.add(cp_model.LinearExpr.sum([both[i, j] for j in np.flatnonzero(is_free[i]).tolist()]) == row)
    for j, column in enumerate(columns):
        model.add(cp_model.LinearExpr.sum([both[i, j] for i in np.flatnonzero(is_free[:, j]).tolist()]) == column)
    return [round(float(cost[at]) * UNITS) * pair for at, pair in both.items()]
