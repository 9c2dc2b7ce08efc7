"""Groups of surface stalls as they grow: none larger than the law lets it be, all far enough apart (GB 50067 4.2.10)."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.standards.clause import Standard

CLAUSE = "FIRE-25.gap"
GRAIN_M = 0.01  # groups keep this much more than their least distance [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Stalls that lie near one another."""

    ground: BaseGeometry
    count: int


@dataclass(slots=True, kw_only=True)
class StallGroups:
    """The groups laid so far. Lives inside the grounds stage only."""

    most: float  # stalls of one group; infinite where no pack asks
    apart_m: float
    groups: list[Group] = field(default_factory=list)

    @classmethod
    def of(cls, standard: Standard) -> "StallGroups":
        """Groups by the packs in force."""
        clause = next((c for c in standard.clauses if c.id == CLAUSE), None)
        if clause is None:
            return cls(most=float("inf"), apart_m=0.0)
        return cls(most=clause.number("size"), apart_m=(clause.bound.low or 0.0) + GRAIN_M)

    def has_room_for(self, places: Sequence[Polygon]) -> bool:
        """Whether some places side by side may be stalls without a group growing too large."""
        near, _ = self._split(places)
        return sum(group.count for group in near) + len(places) <= self.most

    def take(self, places: Sequence[Polygon]) -> None:
        """Make stalls of some places: they join the groups near them."""
        near, far = self._split(places)
        whole = shapely.union_all([*places, *(group.ground for group in near)])
        self.groups = [*far, Group(ground=whole, count=len(places) + sum(group.count for group in near))]

    def _split(self, places: Sequence[Polygon]) -> tuple[list[Group], list[Group]]:
        run = shapely.union_all(list(places))
        is_near = [bool(shapely.dwithin(group.ground, run, self.apart_m)) for group in self.groups]
        near = [group for group, found in zip(self.groups, is_near, strict=True) if found]
        return near, [group for group, found in zip(self.groups, is_near, strict=True) if not found]
