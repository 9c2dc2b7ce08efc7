"""Working values of massing: a row of slabs in its own frame, and what it looks like on the site."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import Polygon

from layoutgen.model.choices import HousingChoices
from layoutgen.stages.massing.units import Placed, Unit

Floats = NDArray[np.float64]
LIVING_AT, BEDROOM_AT = 0.28, 0.75  # middle of the window, as a share of the dwelling's width from its stair wall
WINDOW_SHARE = 0.4  # no window is wider than this share of its dwelling


@dataclass(frozen=True, slots=True, kw_only=True)
class SlabPlan:
    """One slab: its west gable in the row's frame, its units west to east, its storeys."""

    west_m: float
    units: tuple[Unit, ...]
    storeys: int

    @property
    def floor_m2(self) -> float:
        """Floor area of one storey."""
        return sum(sum(unit) for unit in self.units)

    @property
    def gfa_m2(self) -> float:
        """Floor area of all storeys."""
        return self.floor_m2 * self.storeys

    @property
    def dwellings(self) -> int:
        """Whole dwellings of all storeys."""
        return sum(len(unit) for unit in self.units) * self.storeys


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlan:
    """Slabs that share the line of their north walls. The frame is turned by ``azimuth_deg`` about the origin."""

    cell: str
    block: str
    azimuth_deg: float
    north_m: float  # y of the north walls in the frame
    depth_m: float
    slabs: tuple[SlabPlan, ...]  # west to east

    @property
    def gfa_m2(self) -> float:
        """Floor area of all slabs."""
        return sum(slab.gfa_m2 for slab in self.slabs)

    @property
    def floor_m2(self) -> float:
        """Floor area of one storey of all slabs: what they cover."""
        return sum(slab.floor_m2 for slab in self.slabs)

    @property
    def dwellings(self) -> int:
        """Dwellings of all slabs."""
        return sum(slab.dwellings for slab in self.slabs)

    def east_m(self, slab: SlabPlan) -> float:
        """East gable of a slab in the frame."""
        return slab.west_m + slab.floor_m2 / self.depth_m

    def placed(self) -> Placed:
        """Unit-storeys of the row, by unit."""
        found: Placed = Counter()
        for slab in self.slabs:
            for unit in slab.units:
                found[unit] += slab.storeys
        return found


def on_one_line(rows: Sequence[RowPlan]) -> list[tuple[int, ...]]:
    """Places of the rows that stand side by side on one line of a cell, in the order of their first ones."""
    found: dict[tuple[str, float], list[int]] = {}
    for index, row in enumerate(rows):
        found.setdefault((row.cell, row.north_m), []).append(index)
    return [tuple(places) for places in found.values()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A window of a slab in the row's frame: which dwelling, which room, from where to where."""

    unit: int  # from 1, west to east
    letter: str  # of the dwelling in its unit
    room: str
    west_m: float
    east_m: float


def openings(slab: SlabPlan, depth_m: float, window_width_m: float) -> tuple[Opening, ...]:
    """Living room and bedroom window of every dwelling on the south wall; neighbours in a unit are mirrored."""
    found: list[Opening] = []
    x = slab.west_m
    for n, unit in enumerate(slab.units, start=1):
        for k, area in enumerate(unit):
            width = area / depth_m
            half = min(window_width_m, WINDOW_SHARE * width) / 2.0
            for room, share in (("living", LIVING_AT), ("bedroom", BEDROOM_AT)):
                middle = x + width * (1.0 - share if k % 2 == 0 else share)
                found.append(Opening(unit=n, letter="abcdefgh"[k], room=room, west_m=middle - half, east_m=middle + half))
            x += width
    return tuple(sorted(found, key=lambda o: o.west_m))


def turned(points: Floats, azimuth_deg: float) -> Floats:
    """Points turned counter-clockwise about the origin: from a row's frame to the site; the other way by -azimuth."""
    c, s = cos(radians(azimuth_deg)), sin(radians(azimuth_deg))
    matrix: Floats = np.array([[c, s], [-s, c]])
    return np.asarray(points @ matrix)


def footprints(row: RowPlan) -> tuple[Polygon, ...]:
    """Footprints on the site, west to east."""
    y0, y1 = row.north_m - row.depth_m, row.north_m
    rings = [[(s.west_m, y0), (row.east_m(s), y0), (row.east_m(s), y1), (s.west_m, y1)] for s in row.slabs]
    return tuple(Polygon(turned(np.array(ring), row.azimuth_deg)) for ring in rings)


def window_ends(row: RowPlan, window_width_m: float) -> Floats:
    """All windows of the lowest storey as (n, 4): both ends on the site, outside on the right."""
    y = row.north_m - row.depth_m
    ends = [(o.west_m, y, o.east_m, y) for s in row.slabs for o in openings(s, row.depth_m, window_width_m)]
    return turned(np.array(ends).reshape(-1, 2), row.azimuth_deg).reshape(-1, 4)


def shading_height_m(storeys: int, housing: HousingChoices) -> float:
    """Top of everything that casts a shadow, above outdoor ground [m]."""
    return housing.plinth_m + storeys * housing.storey_height_m + max(housing.parapet_m, housing.overrun_m)


def planning_height_m(storeys: int, housing: HousingChoices) -> float:
    """Outdoor ground to the parapet's top [m] (GB 55031)."""
    return housing.plinth_m + storeys * housing.storey_height_m + housing.parapet_m


def fire_height_m(storeys: int, housing: HousingChoices) -> float:
    """Height for the fire code: to the roof surface, a dwelling's plinth not counted [m] (GB 50016 A.0.1)."""
    return storeys * housing.storey_height_m
