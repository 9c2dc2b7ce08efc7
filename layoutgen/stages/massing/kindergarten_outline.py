"""The outline of a kindergarten: a wing of class units along the south, and heads behind it about an entrance court."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import numpy as np
import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.parts import polygons
from layoutgen.model.choices import FacilityChoices

UNIT_M = (8.0, 10.4)  # least and aimed width of a class unit
HEADS = (0.28, 0.2, 0.12)  # share of the floor that stands behind the wing, tried in this order
PLAIN = 0.0
HEAD_LEAST_M = 4.0  # a shallower head is no head
HEAD_WIDEST = 0.45  # of the wing's length
DOOR_M = 12.0  # of the entrance from the wing's end on the road: parents walk no farther than they must
DM = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class KindergartenOutline:
    """An outline in its own frame: x along the south front, y northwards, the wing's south-west corner at (0, 0)."""

    shape: Polygon
    length_m: float  # of the wing
    depth_m: float  # of the whole
    bays: tuple[tuple[float, float], ...]  # west and east end of each class unit's front
    door: tuple[float, float]  # the entrance, in the north wall of the wing
    court: tuple[float, float]  # west and east end of the entrance court; the wing's own ends where there is no head


def outlines_of(
    area_m2: float, classes: int, storeys: int, choices: FacilityChoices, *, is_east: bool
) -> Iterator[KindergartenOutline]:
    """Outlines of at least an area, the best first; the court is open to the east or to the west.

    Parameters
    ----------
    area_m2
        Of one floor. [m2]
    """
    for share in HEADS:
        found = _with_head(area_m2, share, -(-classes // storeys), choices, is_east=is_east)
        if found is not None:
            yield found
    yield _outline(area_m2, 0.0, 0.0, -(-classes // storeys), choices, is_east=is_east)


def _with_head(area: float, share: float, rooms: int, choices: FacilityChoices, *, is_east: bool) -> KindergartenOutline | None:
    """A wing with a head as wide as can be made of its share; None where that is too shallow."""
    wing = area * (1.0 - share) / choices.kindergarten_wing_m
    width = min(choices.kindergarten_head_m, HEAD_WIDEST * wing)
    depth = ceil(area * share / width * DM) / DM
    if depth < HEAD_LEAST_M:
        return None
    return _outline(area - width * depth, width, depth, rooms, choices, is_east=is_east)


def _outline(
    wing_m2: float, head_m: float, head_deep_m: float, rooms: int, choices: FacilityChoices, *, is_east: bool
) -> KindergartenOutline:
    depth = choices.kindergarten_wing_m
    count = _units(wing_m2 / depth, rooms)
    notches = (count - 1) * choices.kindergarten_notch_m * choices.kindergarten_notch_deep_m
    length = ceil((wing_m2 + notches) / depth * DM) / DM
    wing = shapely.box(0.0, 0.0, length, depth)
    ends = np.linspace(0.0, length, count + 1)
    half = choices.kindergarten_notch_m / 2.0
    cuts = [shapely.box(x - half, -1.0, x + half, choices.kindergarten_notch_deep_m) for x in ends[1:-1]]
    west = 0.0 if is_east else length - head_m
    head = shapely.box(west, depth - 1.0, west + head_m, depth + head_deep_m) if head_m else Polygon()
    shape = polygons(shapely.difference(shapely.union(wing, head), shapely.union_all(cuts)))[0]
    fronts = [
        (a + (half if n else 0.0), b - (half if n < count - 1 else 0.0)) for n, (a, b) in enumerate(itertools.pairwise(ends))
    ]
    court = (head_m, length) if is_east else (0.0, length - head_m)
    off = min(DOOR_M, (court[1] - court[0]) / 3.0)
    door = court[1] - off if is_east else court[0] + off
    return KindergartenOutline(
        shape=shape,
        length_m=length,
        depth_m=depth + head_deep_m,
        bays=tuple((float(a), float(b)) for a, b in fronts),
        door=(door, depth),
        court=court,
    )


def _units(length_m: float, rooms: int) -> int:
    """Class units side by side: as many times the rooms of a floor as keep them near their width."""
    times = max(1, round(length_m / (rooms * UNIT_M[1])))
    while times > 1 and length_m / (rooms * times) < UNIT_M[0]:
        times -= 1
    return rooms * times
