"""Facility buildings placed as bars: rectangles side by side or behind each other, in the first lot that holds them."""

from dataclasses import dataclass
from itertools import product

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.placing import Score, best_rectangle, east_axis_deg
from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Lot
from layoutgen.model.program import BuildingDemand, Column
from layoutgen.model.stages import Commission

DEEPER = (1.15, 1.3, 1.5, 1.75, 2.0)  # tried in this order
BARS_MAX = 4
NORTH_FIRST = (BuildingUse.KINDERGARTEN, BuildingUse.SERVICE)  # their grounds lie to the south

Bar = tuple[tuple[Column, ...], Polygon, float]


def stand_bars(demand: BuildingDemand, lot: Lot, free: BaseGeometry, commission: Commission) -> list[Bar] | None:
    """The building as one bar or several on the free ground of a lot, with a forecourt where there is room."""
    for count in range(1, BARS_MAX + 1):
        for forecourt in _forecourts(demand, commission):
            bars = _bars(demand, count, _Ground(lot=lot, free=free, forecourt_m=forecourt), commission)
            if bars is not None:
                return bars
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """Ground of a lot that a building may stand on, with a forecourt to be left before its doors."""

    lot: Lot
    free: BaseGeometry
    forecourt_m: float

    def behind_forecourt(self, azimuth: float) -> BaseGeometry:
        """What is left where a forecourt lies along the lot's edge that the doors of a bar of this azimuth look at."""
        if not self.forecourt_m:
            return self.free
        angle = np.radians(azimuth)
        back = affinity.translate(
            self.lot.outline, self.forecourt_m * float(np.sin(angle)), -self.forecourt_m * float(np.cos(angle))
        )
        return shapely.intersection(self.free, back)


def _forecourts(demand: BuildingDemand, commission: Commission) -> tuple[float, ...]:
    """The service cluster has a forecourt before its doors, if the lot has room."""
    return (commission.choices.facilities.forecourt_m, 0.0) if demand.use is BuildingUse.SERVICE else (0.0,)


def _bars(demand: BuildingDemand, count: int, ground: _Ground, commission: Commission) -> list[Bar] | None:
    """Try to stand the building as ``count`` bars one behind the other, or with a deeper outline."""
    groups = _split(demand, count)
    if groups is None:
        return None
    azimuth = east_axis_deg(ground.lot.outline)
    turns = (azimuth,) if demand.use is BuildingUse.KINDERGARTEN else (azimuth, azimuth + 90.0)
    as_asked = [(turn, demand.depth_m) for turn in turns]  # turned rather than deeper: a deep shop is a narrow one
    for turn, depth in (*as_asked, *product(turns, _deeper(demand))):
        bars = _stand(groups, ground.behind_forecourt(turn), turn, depth, demand, commission)
        if bars is not None:
            return bars
    return None


def _deeper(demand: BuildingDemand) -> tuple[float, ...]:
    """Depths a building may take where its lot is narrow, its floor area kept."""
    return tuple(demand.depth_m * factor for factor in DEEPER)


def _split(demand: BuildingDemand, count: int) -> list[tuple[Column, ...]] | None:
    """Columns in ``count`` runs of about equal length, in order."""
    if count == 1:
        return [demand.columns]
    if len(demand.columns) < count:
        return None
    runs: list[list[Column]] = [[] for _ in range(count)]
    for column in sorted(demand.columns, key=lambda c: -c.width_m):
        min(runs, key=lambda run: sum(c.width_m for c in run)).append(column)
    return [tuple(run) for run in runs]


def _stand(
    groups: list[tuple[Column, ...]],
    region: BaseGeometry,
    azimuth: float,
    depth: float,
    demand: BuildingDemand,
    commission: Commission,
) -> list[Bar] | None:
    free = region
    gap = commission.choices.housing.gable_gap_low_m
    bars: list[Bar] = []
    for columns in groups:
        length = sum(column.width_m for column in columns) * demand.depth_m / depth
        outline = best_rectangle(free, azimuth, (length, depth), _preference(demand, region, azimuth))
        if outline is None:
            return None
        stretched = tuple(Column(width_m=column.width_m * demand.depth_m / depth, parts=column.parts) for column in columns)
        bars.append((stretched, outline, azimuth))
        free = shapely.difference(free, outline.buffer(gap, join_style="mitre"))
    return bars


def _preference(demand: BuildingDemand, region: BaseGeometry, azimuth: float) -> Score:
    """North first for those with grounds to the south; a toilet in a corner; others in the middle."""
    centre = affinity.rotate(region, -azimuth, origin=(0.0, 0.0)).centroid
    north = 1.0 if demand.use in NORTH_FIRST else 0.0
    away = 1.0 if demand.use is BuildingUse.TOILET else -0.01

    def score(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.asarray(north * y + away * (np.abs(x - centre.x) + (0.0 if north else 1.0) * np.abs(y - centre.y)))

    return score
