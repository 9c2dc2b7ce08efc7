"""The joint choice of places: partitions of the lots into groups, and in each the best pieces by pairwise search."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from layoutgen.stages.allocation.candidates import Breadth, Placed, Pool, placed, pool_of
from layoutgen.stages.allocation.frames import frames_of
from layoutgen.stages.allocation.joint import FORBIDDEN, Between, crowding
from layoutgen.stages.allocation.pieces import sides_of
from layoutgen.stages.allocation.search import search
from layoutgen.stages.allocation.setting import Setting
from layoutgen.stages.allocation.wishes import Wish

Group = tuple[str, ...]
Partition = tuple[Group, ...]

G, K, S, H, U, W = "garden", "kindergarten", "service", "shops", "utility", "waste_station"
PARTITIONS: tuple[Partition, ...] = (  # the first wins nearly everywhere
    ((G,), (S, H), (K,), (U, W)),
    ((G,), (S, H, U), (K,), (W,)),
    ((G, S), (K,), (H, U, W)),
    ((G,), (K,), (S, H, U, W)),
)
TIGHT: tuple[Partition, ...] = (  # besides, on a site of one cell
    ((G, S, H), (K,), (U, W)),
    ((G, S, H, U), (K,), (W,)),
    ((G, S), (K, H), (U, W)),
    ((G, S, H), (K, U), (W,)),
    ((G, K), (S, H, U, W)),
    ((G, S, H, U, W), (K,)),
)
LOOSE: tuple[Partition, ...] = (((G,), (S,), (H,), (K,), (U,), (W,)),)  # where nothing else has places for all
RANKED = 3  # best choices of a partition whose crowded cells are weighed


class Places:
    """Pools of groups and the costs between them, each made when it is first asked for."""

    def __init__(self, wishes: Mapping[str, Wish], setting: Setting, breadth: Breadth) -> None:
        self.setting = setting
        self._wishes, self._breadth = wishes, breadth
        self._first = _first_of_likes(wishes)
        self._sides = sides_of([frame for n, cell in enumerate(setting.cells) for frame in frames_of(n, cell)])
        self._pools: dict[Group, Pool] = {}
        self._between: dict[tuple[Group, Group], Between] = {}

    def pool(self, group: Group) -> Pool:
        """Candidates of a group."""
        known = self._known(group)
        if known not in self._pools:
            self._pools[known] = pool_of([self._wishes[name] for name in known], self._sides, self.setting, self._breadth)
        return self._pools[known]

    def between(self, one: Group, other: Group) -> Between:
        """Cost of every candidate of one group beside every one of another."""
        pair = self._known(one), self._known(other)
        if pair not in self._between:
            self._between[pair] = Between(self.pool(one), self.pool(other), self.setting)
        return self._between[pair]

    def _known(self, group: Group) -> Group:
        """The group with every lot named by the first one that asks for the same."""
        return tuple(self._first[name] for name in group)

    def partitions(self) -> tuple[Partition, ...]:
        """Partitions of the lots that are asked for, each once; more where one cell or nothing else has places."""
        first = self._asked((*PARTITIONS, *TIGHT) if len(self.setting.cells) == 1 else PARTITIONS)
        has_places = any(all(len(self.pool(group)) for group in partition) for partition in first)
        return first if has_places else self._asked((*PARTITIONS, *TIGHT, *LOOSE))

    def _asked(self, partitions: Sequence[Partition]) -> tuple[Partition, ...]:
        """Partitions with the lots struck out of every group that nobody asks for."""
        left = (tuple(tuple(n for n in group if n in self._wishes) for group in partition) for partition in partitions)
        twins = tuple((name,) for name, wish in self._wishes.items() if name != wish.kind.value)
        return tuple(dict.fromkeys((*(group for group in partition if group), *twins) for partition in left))


def _first_of_likes(wishes: Mapping[str, Wish]) -> dict[str, str]:
    """For each wish the first one that differs in nothing but its name."""
    plain = {name: replace(wish, name="") for name, wish in wishes.items()}
    return {name: next(other for other, like in plain.items() if like == wish) for name, wish in plain.items()}


def choose_places(wishes: Mapping[str, Wish], setting: Setting) -> tuple[Placed, ...] | None:
    """Best places of all lots; None where no partition of the lots has places for all."""
    places = Places(wishes, setting, Breadth())
    best: tuple[float, tuple[Placed, ...]] | None = None
    for partition in places.partitions():
        for cost, chosen in best_of(partition, places):
            whole = cost + crowding(chosen, setting)
            if whole < FORBIDDEN and (best is None or whole < best[0] - 1e-9):
                best = (whole, tuple(placed(pool, n) for pool, n in chosen))
    return best[1] if best else None


def best_of(partition: Partition, places: Places) -> list[tuple[float, list[tuple[Pool, int]]]]:
    """Best few choices of a partition, the cheapest first; none where a group has no place."""
    pools = [places.pool(group) for group in partition]
    if not all(len(pool) for pool in pools):
        return []
    pairs = {(a, b): places.between(partition[a], partition[b]) for a, b in combinations(range(len(pools)), 2)}
    ranked = search([pool.costs for pool in pools], pairs, RANKED)
    return [(cost, list(zip(pools, chosen, strict=True))) for cost, chosen in ranked]
