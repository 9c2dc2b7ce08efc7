"""Units 单元: which dwellings share a stair, so that slabs of whole units come to the brief's mix."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from layoutgen.model.program import DwellingDemand

DEALT_UNITS = 50  # how many units the mix is dealt out to: shares are kept to one dwelling in fifty units


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitKind:
    """A unit of one staircase: the areas of its dwellings on one floor, west to east, and its share of all units."""

    areas_m2: tuple[float, ...]
    share: float

    @property
    def floor_m2(self) -> float:
        """Floor area of one storey of the unit."""
        return sum(self.areas_m2)


Unit = tuple[float, ...]  # areas of the dwellings of one floor [m2]
Placed = Counter[Unit]  # unit-storeys so far, by unit


def unit_kinds(dwellings: Sequence[DwellingDemand], per_unit: int) -> tuple[UnitKind, ...]:
    """Deal the dwellings to units, the small beside the large, so that units are of about one size.

    Parameters
    ----------
    dwellings
        Demand by type.
    per_unit
        Dwellings on a floor of one unit.
    """
    total = sum(d.count for d in dwellings)
    wanted = DEALT_UNITS * per_unit
    exact = [(d.area_m2, wanted * d.count / total) for d in sorted(dwellings, key=lambda d: (d.area_m2, d.name))]
    counts = [int(value) for _, value in exact]
    order = sorted(range(len(exact)), key=lambda i: (counts[i] - exact[i][1], i))
    for i in order[: wanted - sum(counts)]:
        counts[i] += 1
    dealt = [area for (area, _), count in zip(exact, counts, strict=True) for _ in range(count)]
    units: Counter[Unit] = Counter()
    for n in range(DEALT_UNITS):
        picks = [dealt[k * DEALT_UNITS + (n if k % 2 == 0 else DEALT_UNITS - 1 - n)] for k in range(per_unit)]
        units[tuple(picks)] += 1
    return tuple(UnitKind(areas_m2=unit, share=count / DEALT_UNITS) for unit, count in sorted(units.items()))


def next_units(kinds: Sequence[UnitKind], count: int, storeys: int, placed: Placed) -> tuple[Unit, ...]:
    """Choose ``count`` units of one slab, each time the kind that lags most behind its share."""
    so_far = Counter(placed)
    chosen: list[Unit] = []
    for _ in range(count):
        total = sum(so_far.values()) + storeys
        kind = max(kinds, key=lambda k: (k.share * total - so_far[k.areas_m2], k.floor_m2, k.areas_m2))
        chosen.append(kind.areas_m2)
        so_far[kind.areas_m2] += storeys
    return tuple(chosen)


def widest_unit_m(kinds: Sequence[UnitKind], depth_m: float) -> float:
    """Width of the widest unit of a slab of that depth [m]."""
    return max(kind.floor_m2 for kind in kinds) / depth_m
