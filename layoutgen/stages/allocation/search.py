"""Pairwise local search: every two groups re-optimised by a joint argmin until nothing improves, from several starts."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


class Costs(Protocol):
    """Costs of the candidates of two groups beside each other, some of them only bounds from below."""

    @property
    def costs(self) -> Values:
        """A row a candidate of the first group, a column one of the second."""

    def argmin(self, rows: Values, columns: Values) -> tuple[int, int]:
        """Candidates that cost least together, by exact costs."""

    def at(self, i: int, j: int) -> float:
        """Exact cost of two candidates."""


Pairs = Mapping[tuple[int, int], Costs]

SWEEPS = 8
STARTS = 12


def search(own: Sequence[Values], between: Pairs, count: int = 1) -> list[tuple[float, tuple[int, ...]]]:
    """Best choices of one candidate a group, the cheapest first, no two alike.

    Parameters
    ----------
    own
        Cost of each candidate of each group by itself.
    between
        Cost of each candidate of group a beside each of group b, for every a < b.
    count
        How many are given at most.
    """
    found: dict[tuple[int, ...], float] = {}
    for start in range(STARTS):
        chosen = _descend(_first(start, own, between), own, between)
        found[tuple(chosen)] = total(chosen, own, between)
    ranked = sorted(found.items(), key=lambda item: (round(item[1], 9), item[0]))
    return [(cost, chosen) for chosen, cost in ranked[:count]]


def _first(start: int, own: Sequence[Values], between: Pairs) -> list[int]:
    """Greedy from one group's nth best: starts go round the groups, so that each has its wish once."""
    group, rank = start % len(own), start // len(own)
    chosen: dict[int, int] = {group: min(rank, len(own[group]) - 1)}
    for n in range(len(own)):
        if n not in chosen:
            cost = own[n].copy()
            for m, k in chosen.items():
                cost = cost + (between[n, m].costs[:, k] if n < m else between[m, n].costs[k, :])
            chosen[n] = int(np.argmin(cost))
    return [chosen[n] for n in range(len(own))]


def _descend(chosen: list[int], own: Sequence[Values], between: Pairs) -> list[int]:
    if len(own) == 1:
        return [int(np.argmin(own[0]))]
    for _ in range(SWEEPS):
        before = list(chosen)
        for a, b in combinations(range(len(own)), 2):
            rows, columns = _given(a, chosen, own, between, b), _given(b, chosen, own, between, a)
            chosen[a], chosen[b] = between[a, b].argmin(rows, columns)
        if chosen == before:
            break
    return chosen


def _given(n: int, chosen: Sequence[int], own: Sequence[Values], between: Pairs, but: int) -> Values:
    """Cost of each candidate of a group while the other groups, all but one, stay where they are."""
    cost = own[n]
    for m in range(len(own)):
        if m not in (n, but):
            cost = cost + (between[n, m].costs[:, chosen[m]] if n < m else between[m, n].costs[chosen[m], :])
    return np.asarray(cost, dtype=np.float64)


def total(chosen: Sequence[int], own: Sequence[Values], between: Pairs) -> float:
    """Cost of a choice."""
    cost = sum(float(values[n]) for values, n in zip(own, chosen, strict=True))
    return cost + sum(pair.at(chosen[a], chosen[b]) for (a, b), pair in between.items())
