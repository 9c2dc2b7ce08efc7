from itertools import product

import numpy as np
import pytest
from numpy.typing import NDArray

from layoutgen.stages.allocation.search import search, total

Values = NDArray[np.float64]


class Known:
    """Costs of pairs that are all exact."""

    def __init__(self, costs: Values) -> None:
        self.costs = costs

    def argmin(self, rows: Values, columns: Values) -> tuple[int, int]:
        whole = self.costs + rows[:, None] + columns[None, :]
        i, j = np.unravel_index(int(np.argmin(whole)), whole.shape)
        return int(i), int(j)

    def at(self, i: int, j: int) -> float:
        return float(self.costs[i, j])


def problem(seed: int) -> tuple[list[Values], dict[tuple[int, int], Known]]:
    rng = np.random.default_rng(seed)
    own = [rng.uniform(0.0, 2.0, 6) for _ in range(4)]
    pairs = {(a, b): Known(np.where(rng.random((6, 6)) < 0.2, 1e6, rng.random((6, 6)))) for b in range(4) for a in range(b)}
    return own, pairs


@pytest.mark.parametrize("seed", range(8))
def test_the_search_finds_what_trying_every_choice_finds(seed: int) -> None:
    own, pairs = problem(seed)
    every = min(total(chosen, own, pairs) for chosen in product(range(6), repeat=4))
    assert search(own, pairs)[0][0] == pytest.approx(every)


def test_choices_are_told_cheapest_first_and_no_two_alike() -> None:
    own, pairs = problem(3)
    found = search(own, pairs, 3)
    assert [cost for cost, _ in found] == sorted(cost for cost, _ in found)
    assert len({chosen for _, chosen in found}) == len(found)


def test_one_group_alone_takes_its_cheapest() -> None:
    assert search([np.array([3.0, 1.0, 2.0])], {}) == [(1.0, (1,))]
