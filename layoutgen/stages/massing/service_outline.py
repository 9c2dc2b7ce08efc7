"""The service cluster as a composed outline: arms of facilities about an entrance court that is open to the front."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import ceil

import shapely
from shapely.geometry import LineString, Polygon

from layoutgen.geometry.parts import lines, polygons
from layoutgen.model.choices import FacilityChoices
from layoutgen.model.program import Column

ARM_M = (8.0, 26.0)  # least and greatest length of an arm before the main one
IN_ARM = 2  # facilities side by side in an arm, at most
COURT_M = 12.0  # least width of the court
RANKED = 14  # outlines tried in a lot
CORNER_M = 3.6  # of a door from an inner corner: the walks along both walls pass
EXPOSED_M = 1.6  # least length of wall that takes a door
ON_M = 0.01
DM = 10.0  # widths are whole decimetres


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice:
    """One column of facilities, from wall to wall of its arm, with a door for each of its parts."""

    column: Column
    shape: Polygon
    doors: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceOutline:
    """An outline in its own frame: the main arm along the north, the others before it, the court open to the south."""

    shape: Polygon
    width_m: float
    depth_m: float
    slices: tuple[Slice, ...]


Arms = tuple[tuple[Column, ...], tuple[Column, ...], tuple[Column, ...]]  # main, west, east; west or east may be empty


def outlines_of(columns: Sequence[Column], depth_m: float, choices: FacilityChoices) -> Iterator[ServiceOutline]:
    """Outlines of the columns, the best first: two arms of like length, then one.

    Parameters
    ----------
    depth_m
        Depth for which the columns' widths were reckoned. [m]
    """
    arm = choices.service_arm_m
    widths = [max(ceil(column.width_m * depth_m / arm * DM) / DM, choices.service_slice_m) for column in columns]
    recut = [Column(width_m=width, parts=column.parts) for column, width in zip(columns, widths, strict=True)]
    for arms in sorted(_splits(recut, arm), key=lambda split: _worth(split, arm))[:RANKED]:
        yield _outline(arms, arm)


def _splits(columns: list[Column], arm_m: float) -> Iterator[Arms]:
    """Ways of putting the columns into a main arm and one or two before it."""
    numbers = range(len(columns))
    groups = [group for size in range(1, IN_ARM + 1) for group in combinations(numbers, size)]
    groups = [group for group in groups if ARM_M[0] <= sum(columns[n].width_m for n in group) <= ARM_M[1]]
    for west in groups:
        for east in [(), *(group for group in groups if group > west and not set(group) & set(west))]:
            main = [columns[n] for n in numbers if n not in west and n not in east]
            arms = (tuple(main), tuple(columns[n] for n in west), tuple(columns[n] for n in east))
            if _length(arms[0]) >= (2.0 if east else 1.0) * arm_m + COURT_M:
                yield arms
                if not east:
                    yield arms[0], (), arms[1]


def _length(columns: Sequence[Column]) -> float:
    return sum(column.width_m for column in columns)


def _worth(arms: Arms, arm_m: float) -> tuple[float, float]:
    """The less the better: arms of like length, about half as long as the main one; one arm alone is second."""
    main, west, east = (_length(part) for part in arms)
    if not west or not east:
        return (8.0 + abs(max(west, east) + arm_m - 0.6 * main), main)
    return (abs(west - east) + 0.5 * abs((west + east) / 2.0 + arm_m - 0.7 * main), main)


def _outline(arms: Arms, arm_m: float) -> ServiceOutline:
    main, west, east = arms
    width, ahead = _length(main), max(_length(west), _length(east))
    boxes = [(column, _box(x, ahead, column.width_m, arm_m)) for column, x in _places(_stable_order(main))]
    boxes += [(column, _box(0.0, ahead - at - column.width_m, arm_m, column.width_m)) for column, at in _places(west)]
    boxes += [(column, _box(width - arm_m, ahead - at - column.width_m, arm_m, column.width_m)) for column, at in _places(east)]
    shape = polygons(shapely.union_all([box for _, box in boxes], grid_size=ON_M / 10.0))[0]
    slices = tuple(Slice(column=column, shape=box, doors=_doors(box, shape, len(column.parts))) for column, box in boxes)
    return ServiceOutline(shape=shape, width_m=width, depth_m=ahead + arm_m, slices=slices)


def _stable_order(columns: Sequence[Column]) -> list[Column]:
    """Large facilities in the middle of the main arm, on the court; the smaller ones towards its ends."""
    order = sorted(columns, key=lambda column: column.width_m)
    return [*order[::2], *reversed(order[1::2])]


def _places(columns: Sequence[Column]) -> Iterator[tuple[Column, float]]:
    at = 0.0
    for column in columns:
        yield column, at
        at += column.width_m


def _box(x: float, y: float, width: float, depth: float) -> Polygon:
    return Polygon([(x, y), (x + width, y), (x + width, y + depth), (x, y + depth)])


def _doors(box: Polygon, shape: Polygon, count: int) -> tuple[tuple[float, float], ...]:
    """Doors evenly along the wall on the court, else on the wall that is longest."""
    rim = shape.exterior.buffer(ON_M)
    walls = [wall for side in _sides(box) for wall in lines(shapely.intersection(side, rim), 2.0 * ON_M)]
    court = shape.convex_hull.buffer(-10.0 * ON_M)
    inner = [
        cut for wall in walls if court.contains(wall.interpolate(0.5, normalized=True)) for cut in _off_corners(wall, shape)
    ]
    pool = [wall for wall in inner if wall.length >= EXPOSED_M] or walls
    wall = max(pool, key=lambda line: (round(line.length, 3), line.bounds))
    points = [wall.interpolate(k / (count + 1), normalized=True) for k in range(1, count + 1)]
    return tuple((float(p.x), float(p.y)) for p in points)


def _sides(box: Polygon) -> list[LineString]:
    ring = list(box.exterior.coords)
    return [LineString(ring[n : n + 2]) for n in range(4)]


def _off_corners(wall: LineString, shape: Polygon) -> tuple[LineString, ...]:
    """A wall without what lies near the inner corners of the court."""
    ring = shapely.orient_polygons(shape).exterior.coords[:-1]
    inner = [b for a, b, c in zip(ring[-1:] + ring[:-1], ring, ring[1:] + ring[:1], strict=True) if _turns_right(a, b, c)]
    near = shapely.union_all([shapely.Point(corner).buffer(CORNER_M) for corner in inner])
    return lines(shapely.difference(wall, near), ON_M)


def _turns_right(a: tuple[float, ...], b: tuple[float, ...], c: tuple[float, ...]) -> bool:
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) < -ON_M
