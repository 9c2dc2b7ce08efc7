"""Facility buildings in their lots: placed, cut into facilities, with doors and playroom windows."""

from dataclasses import dataclass, replace
from itertools import product

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.errors import InfeasibleError
from layoutgen.geometry.parts import snap_polygon
from layoutgen.geometry.placing import Score, best_rectangle, east_axis_deg
from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Building, Facility, Lot, Spot, Window, tags_of
from layoutgen.model.program import BuildingDemand, Column
from layoutgen.model.stages import Allocation, Commission
from layoutgen.stages.massing.facility_parts import cut_columns
from layoutgen.standards.clause import Standard

DEEPER = (1.15, 1.3, 1.5, 1.75, 2.0)  # tried in this order
BARS_MAX = 4
MARGINS = (1.0, 0.62, 0.5)  # of the lot's margin to a building, tried in this order: 3.1 m keep off a red line as well
NORTH_FIRST = (BuildingUse.KINDERGARTEN, BuildingUse.SERVICE)  # their grounds lie to the south


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityBuildings:
    """What stands in the lots."""

    buildings: tuple[Building, ...]
    facilities: tuple[Facility, ...]
    windows: tuple[Window, ...]
    doors: tuple[Spot, ...]


def place_facilities(commission: Commission, allocation: Allocation, standard: Standard) -> FacilityBuildings:
    """Place every facility building of the program in a lot of its kind.

    Raises
    ------
    InfeasibleError
        If a lot is missing or a building fits no lot of its kind.
    """
    buildings: list[Building] = []
    facilities: list[Facility] = []
    windows: list[Window] = []
    doors: list[Spot] = []
    for demand in commission.program.buildings:
        bars, lot = _place(demand, commission, allocation, [b.footprint for b in buildings])
        for n, (columns, outline, azimuth) in enumerate(bars, start=1):
            building = _building(demand, lot, outline, n, commission)
            faces_north = demand.use in NORTH_FIRST or _street_is_north(lot, outline, allocation)
            parts = cut_columns(building, columns, azimuth, commission, standard, faces_north=faces_north)
            buildings.append(building)
            facilities.extend(parts.facilities)
            windows.extend(parts.windows)
            doors.extend(parts.doors)
    numbered = tuple(_numbered(facilities, doors))
    return FacilityBuildings(
        buildings=tuple(buildings),
        facilities=tuple(f for f, _ in numbered),
        windows=tuple(windows),
        doors=tuple(d for _, d in numbered),
    )


def _numbered(facilities: list[Facility], doors: list[Spot]) -> list[tuple[Facility, Spot]]:
    """Give every part of a kind its own number; doors follow their facility."""
    seen: dict[str, int] = {}
    pairs = []
    for facility, door in zip(facilities, doors, strict=True):
        seen[facility.kind] = seen.get(facility.kind, 0) + 1
        name = f"F-{facility.kind}-{seen[facility.kind]}"
        pairs.append((replace(facility, id=name), replace(door, id=f"D-{name}", of=name)))
    return pairs


Bar = tuple[tuple[Column, ...], Polygon, float]


def _place(
    demand: BuildingDemand, commission: Commission, allocation: Allocation, standing: list[Polygon]
) -> tuple[list[Bar], Lot]:
    """Bars of a building in the first lot of its kind that holds them, clear of what stands in other lots."""
    gap = commission.choices.housing.gable_gap_low_m
    taken = shapely.union_all([shape.buffer(gap, join_style="mitre") for shape in standing])
    lots = [lot for lot in allocation.lots if lot.kind is demand.lot]
    margin = commission.choices.facilities.lot_margin_m
    for lot in sorted(lots, key=lambda lot: (-lot.outline.area, lot.id)):
        for inset in (*(margin * share for share in MARGINS), 1.5):
            for count in range(1, BARS_MAX + 1):
                free = shapely.difference(lot.outline.buffer(-inset, join_style="mitre"), taken)
                for forecourt in _forecourts(demand, commission):
                    bars = _bars(demand, count, _Ground(lot=lot, free=free, forecourt_m=forecourt), commission)
                    if bars is not None:
                        return bars, lot
    have = max((lot.outline.area for lot in lots), default=0.0)
    need = demand.length_m * demand.depth_m
    raise InfeasibleError("massing", f"{demand.use} building in its lot", need, have, "m2 of lot that holds its outline")


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


def _street_is_north(lot: Lot, outline: Polygon, allocation: Allocation) -> bool:
    """Whether the lot's border without neighbours lies north of the building rather than south."""
    blocks = shapely.union_all([block.outline for block in allocation.blocks])
    others = [other.outline for other in allocation.lots if other.id != lot.id]
    open_border = shapely.difference(lot.outline.exterior, shapely.union_all([blocks, *others]).buffer(0.5))
    if open_border.is_empty:
        return True
    return bool(open_border.centroid.y >= outline.centroid.y)


def _building(demand: BuildingDemand, lot: Lot, outline: Polygon, n: int, commission: Commission) -> Building:
    housing, manner = commission.choices.housing, commission.choices.facilities
    footprint = snap_polygon(outline)
    roof = housing.plinth_m + demand.storeys * manner.public_storey_height_m
    return Building(
        id=f"{lot.id.removeprefix('L-')}-{demand.use}-{n}"
        if demand.use.value != lot.kind.value
        else f"{lot.id.removeprefix('L-')}-{n}",
        use=demand.use,
        footprint=footprint,
        storeys=demand.storeys,
        storeys_below=0,
        planning_height_m=round(roof + housing.parapet_m, 2),
        fire_height_m=round(roof, 2),
        shading_height_m=round(roof + housing.parapet_m, 2),
        dwellings=0,
        floor_area_m2=round(footprint.area * demand.storeys, 2),
        block="",
        lot=lot.id,
        tags=tags_of(phase="1", rating="II"),
    )
