"""The joint choice of places: partitions of the lots into groups, and in each the best pieces by pairwise search."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import shapely
from numpy.typing import NDArray

from layoutgen.geometry.tolerance import OVERLAP_EPS_M2
from layoutgen.model.kinds import LotKind
from layoutgen.stages.allocation.candidates import Candidate, candidates_of, rest_of
from layoutgen.stages.allocation.costs import is_pair, pair_cost, rest_cost
from layoutgen.stages.allocation.frames import frames_of
from layoutgen.stages.allocation.setting import Setting
from layoutgen.stages.allocation.wishes import Wish

Values = NDArray[np.float64]
Group = tuple[LotKind, ...]

G, K, S, H, U, W = (
    LotKind.GARDEN,
    LotKind.KINDERGARTEN,
    LotKind.SERVICE,
    LotKind.SHOPS,
    LotKind.UTILITY,
    LotKind.WASTE_STATION,
)
PARTITIONS: tuple[tuple[Group, ...], ...] = (
    ((G, S, H), (K,), (U, W)),
    ((G, S), (K,), (H, U, W)),
    ((G,), (K,), (S, H, U, W)),
    ((G, S, H, U), (K,), (W,)),
    ((G,), (S, H), (K,), (U, W)),
    ((G,), (S, H, U), (K,), (W,)),
    ((G, S), (K, H), (U, W)),
    ((G, S, H), (K, U), (W,)),
    ((G, K), (S, H, U, W)),
    ((G, S, H, U, W), (K,)),
    ((G,), (S,), (H,), (K,), (U,), (W,)),
)
FORBIDDEN = 1e6
SHARED_CELL = 0.1  # guess of what two pieces in one cell cost more than each alone
SWEEPS = 6
STARTS = 4


def choose_places(wishes: dict[LotKind, Wish], setting: Setting) -> tuple[tuple[Candidate, ...], float] | None:
    """Best places of all lots and their cost; None where no partition of the lots has places for all."""
    frames = [frame for n, cell in enumerate(setting.cells) for frame in frames_of(n, cell)]
    pools: dict[Group, tuple[Candidate, ...]] = {}
    best: tuple[tuple[Candidate, ...], float] | None = None
    for partition in _partitions_of(frozenset(wishes)):
        for group in partition:
            if group not in pools:
                pools[group] = candidates_of([wishes[kind] for kind in group], frames, setting)
        for may_share in (True, False):
            found = _search([pools[group] for group in partition], setting, may_share=may_share)
            if found is not None and (best is None or found[1] < best[1] - 1e-9):
                best = found
    return best


def _partitions_of(kinds: frozenset[LotKind]) -> tuple[tuple[Group, ...], ...]:
    """Partitions of the lots that are asked for, each once: the others are struck out of every group."""
    left = (tuple(tuple(kind for kind in group if kind in kinds) for group in partition) for partition in PARTITIONS)
    return tuple(dict.fromkeys(tuple(group for group in partition if group) for partition in left))


def _search(
    pools: Sequence[tuple[Candidate, ...]], setting: Setting, *, may_share: bool
) -> tuple[tuple[Candidate, ...], float] | None:
    if not all(pools):
        return None
    own = [np.array([candidate.cost for candidate in pool]) for pool in pools]
    between = {(a, b): _between(pools[a], pools[b], may_share=may_share) for a, b in combinations(range(len(pools)), 2)}
    best: tuple[float, tuple[int, ...]] | None = None
    for start in range(STARTS):
        chosen = _descend([min(start, len(pool) - 1) for pool in pools], own, between)
        cost = _total(chosen, own, between)
        if best is None or cost < best[0] - 1e-9:
            best = (cost, tuple(chosen))
    if best is None or best[0] >= FORBIDDEN:
        return None
    picked = tuple(pool[n] for pool, n in zip(pools, best[1], strict=True))
    return picked, best[0] + _shared_rests(picked, setting)


Between = dict[tuple[int, int], Values]


def _descend(chosen: list[int], own: list[Values], between: Between) -> list[int]:
    """Re-optimise every pair of groups by a joint argmin until nothing improves."""
    count = len(own)
    if count == 1:
        return [int(np.argmin(own[0]))]
    for _ in range(SWEEPS):
        before = list(chosen)
        for a, b in combinations(range(count), 2):
            cost = _given(a, chosen, own, between, b)[:, None] + _given(b, chosen, own, between, a)[None, :] + between[a, b]
            i, j = np.unravel_index(int(np.argmin(cost)), cost.shape)
            chosen[a], chosen[b] = int(i), int(j)
        if chosen == before:
            break
    return chosen


def _given(n: int, chosen: list[int], own: list[Values], between: Between, but: int) -> Values:
    """Cost of each candidate of a group while the other groups, all but one, stay where they are."""
    cost = own[n]
    for m in range(len(own)):
        if m not in (n, but):
            cost = cost + (between[n, m][:, chosen[m]] if n < m else between[m, n][chosen[m], :])
    return np.asarray(cost, dtype=np.float64)


def _total(chosen: list[int], own: list[Values], between: Between) -> float:
    cost = sum(float(values[n]) for values, n in zip(own, chosen, strict=True))
    return cost + sum(float(matrix[chosen[a], chosen[b]]) for (a, b), matrix in between.items())


def _between(first: Sequence[Candidate], second: Sequence[Candidate], *, may_share: bool) -> Values:
    """Cost of every pair of candidates of two groups; overlapping ones are forbidden."""
    cost = np.zeros((len(first), len(second)))
    cells_a, cells_b = np.array([c.cell for c in first]), np.array([c.cell for c in second])
    same = cells_a[:, None] == cells_b[None, :]
    for one in first[0].lots:
        for other in second[0].lots:
            if is_pair(one.wish.kind, other.wish.kind):
                a = np.array([c.lot(one.wish.kind) for c in first], dtype=object)
                b = np.array([c.lot(other.wish.kind) for c in second], dtype=object)
                cost += pair_cost(one.wish.kind, other.wish.kind, shapely.distance(a[:, None], b[None, :]))
    if not may_share:
        return np.asarray(cost + FORBIDDEN * same, dtype=np.float64)
    for i, j in np.argwhere(same):
        cost[i, j] += FORBIDDEN if _overlap(first[i], second[j]) else SHARED_CELL
    return cost


def _overlap(one: Candidate, other: Candidate) -> bool:
    return any(shapely.area(shapely.intersection(a.outline, b.outline)) > OVERLAP_EPS_M2 for a in one.lots for b in other.lots)


def _shared_rests(chosen: Sequence[Candidate], setting: Setting) -> float:
    """What the cells with several pieces lose beyond the sum of the pieces' own losses."""
    extra = 0.0
    for cell in sorted({candidate.cell for candidate in chosen}):
        own = [candidate for candidate in chosen if candidate.cell == cell]
        if len(own) > 1:
            outline = setting.cells[cell]
            alone = sum(rest_cost(outline, rest_of(outline, [c]), setting.inset_m) for c in own)
            extra += rest_cost(outline, rest_of(outline, own), setting.inset_m) - alone
            pairs = len(own) * (len(own) - 1) // 2
            extra -= SHARED_CELL * pairs
    return extra
