"""Surface stalls as groups: stalls that lie near one another are one group."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely

from layoutgen.model.plan import Stall


class Groups:
    """Stalls joined pair by pair into groups that grow."""

    def __init__(self, count: int) -> None:
        self.heads = list(range(count))
        self.sizes = [1] * count

    def head(self, i: int) -> int:
        """First stall of the group of a stall."""
        while self.heads[i] != i:
            self.heads[i] = self.heads[self.heads[i]]
            i = self.heads[i]
        return i

    def join(self, i: int, j: int) -> int:
        """Join the groups of two stalls; the size of what becomes of them."""
        low, high = sorted((self.head(i), self.head(j)))
        if low != high:
            self.heads[high] = low
            self.sizes[low] += self.sizes[high]
        return self.sizes[low]


def near_pairs(stalls: Sequence[Stall], reach_m: float) -> Iterator[tuple[int, int, float]]:
    """Pairs of stalls within reach, the nearest first, with their clear distance [m]."""
    shapes = np.array([stall.outline for stall in stalls], dtype=object)
    left, right = shapely.STRtree(shapes).query(shapes, predicate="dwithin", distance=reach_m)
    left, right = left[left < right], right[left < right]
    gaps = shapely.distance(shapes[left], shapes[right])
    for k in np.lexsort((right, left, gaps)).tolist():
        yield int(left[k]), int(right[k]), float(gaps[k])


def groups_of(stalls: Sequence[Stall], apart_m: float) -> tuple[tuple[Stall, ...], ...]:
    """Stalls in groups: nearer to each other than asked means one group. Largest first."""
    groups = Groups(len(stalls))
    for i, j, gap in near_pairs(stalls, apart_m):
        if gap < apart_m:
            groups.join(i, j)
    heads = [groups.head(i) for i in range(len(stalls))]
    found = [tuple(s for s, head in zip(stalls, heads, strict=True) if head == one) for one in sorted(set(heads))]
    return tuple(sorted(found, key=lambda group: (-len(group), group[0].id)))
