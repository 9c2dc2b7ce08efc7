"""Facility buildings in their lots: composed where the lot has room, else bars; cut into facilities, with doors and windows."""

from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.errors import InfeasibleError
from layoutgen.geometry.parts import snap_polygon
from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Building, Facility, Lot, Spot, Window, tags_of
from layoutgen.model.program import BuildingDemand
from layoutgen.model.stages import Allocation, Commission, Massing
from layoutgen.stages.massing.facility_bars import NORTH_FIRST, Bar, stand_bars
from layoutgen.stages.massing.facility_parts import Parts, cut_columns, kindergarten_parts, sliced_parts
from layoutgen.stages.massing.kindergarten_plot import place_kindergarten
from layoutgen.stages.massing.service_plot import place_service
from layoutgen.standards.clause import Standard

MARGINS = (1.0, 0.62, 0.5)  # of the lot's margin to a building, tried in this order: 3.1 m keep off a red line as well
LAST_MARGIN_M = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class FacilityBuildings:
    """What stands in the lots."""

    buildings: tuple[Building, ...]
    facilities: tuple[Facility, ...]
    windows: tuple[Window, ...]
    doors: tuple[Spot, ...]

    @property
    def massing(self) -> Massing:
        """The buildings while no homes stand."""
        return Massing(
            buildings=self.buildings,
            facilities=self.facilities,
            windows=self.windows,
            doors=self.doors,
            rows=(),
            notes=(),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Standing:
    """One building with its parts."""

    building: Building
    parts: Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What is given for every building."""

    commission: Commission
    allocation: Allocation
    standard: Standard

    def composed(self, demand: BuildingDemand, lot: Lot, free: BaseGeometry) -> list[_Standing] | None:
        """The building as a composed outline; None where it has none or the lot no room for it."""
        if demand.use is BuildingUse.KINDERGARTEN:
            return self._kindergarten(demand, lot, free)
        return self._service(demand, lot, free) if demand.use is BuildingUse.SERVICE else None

    def _kindergarten(self, demand: BuildingDemand, lot: Lot, free: BaseGeometry) -> list[_Standing] | None:
        placed = place_kindergarten(demand, lot, free, self.commission, self.allocation)
        if placed is None:
            return None
        building = self.building(demand, lot, placed.shape, 1)
        parts = kindergarten_parts(building, demand, placed.bays, placed.door, self.commission, self.standard)
        return [_Standing(building=building, parts=parts)]

    def _service(self, demand: BuildingDemand, lot: Lot, free: BaseGeometry) -> list[_Standing] | None:
        placed = place_service(demand, lot, free, self.commission, self.allocation)
        if placed is None:
            return None
        building = self.building(demand, lot, placed.shape, 1)
        return [_Standing(building=building, parts=sliced_parts(building, placed.slices, self.commission, self.standard))]

    def barred(self, demand: BuildingDemand, lot: Lot, free: BaseGeometry) -> list[_Standing] | None:
        """The building as bars cut across into its facilities."""
        bars = stand_bars(demand, lot, free, self.commission)
        return None if bars is None else [self._bar(demand, lot, bar, n) for n, bar in enumerate(bars, start=1)]

    def _bar(self, demand: BuildingDemand, lot: Lot, bar: Bar, n: int) -> _Standing:
        columns, outline, azimuth = bar
        building = self.building(demand, lot, outline, n)
        faces_north = demand.use in NORTH_FIRST or _street_is_north(lot, outline, azimuth, self.allocation)
        parts = cut_columns(building, columns, azimuth, self.commission, self.standard, faces_north=faces_north)
        return _Standing(building=building, parts=parts)

    def building(self, demand: BuildingDemand, lot: Lot, outline: Polygon, n: int) -> Building:
        """A building of a demand on an outline."""
        housing, manner = self.commission.choices.housing, self.commission.choices.facilities
        footprint = snap_polygon(outline)
        roof = housing.plinth_m + demand.storeys * manner.public_storey_height_m
        stem = lot.id.removeprefix("L-")
        return Building(
            id=f"{stem}-{n}" if demand.use.value == lot.kind.value else f"{stem}-{demand.use}-{n}",
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


def place_facilities(commission: Commission, allocation: Allocation, standard: Standard) -> FacilityBuildings:
    """Place every facility building of the program in a lot of its kind.

    Raises
    ------
    InfeasibleError
        If a lot is missing or a building fits no lot of its kind.
    """
    task = _Task(commission=commission, allocation=allocation, standard=standard)
    standing: list[_Standing] = []
    for demand in commission.program.buildings:
        standing.extend(_place(demand, task, standing))
    facilities = [facility for one in standing for facility in one.parts.facilities]
    doors = [door for one in standing for door in one.parts.doors]
    numbered = tuple(_numbered(facilities, doors))
    return FacilityBuildings(
        buildings=tuple(one.building for one in standing),
        facilities=tuple(f for f, _ in numbered),
        windows=tuple(window for one in standing for window in one.parts.windows),
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


def _place(demand: BuildingDemand, task: _Task, standing: list[_Standing]) -> list[_Standing]:
    """The building in the first lot of its kind that holds it, clear of what stands in other lots; each lot holds one."""
    gap = task.commission.choices.housing.gable_gap_low_m
    taken = shapely.union_all([one.building.footprint.buffer(gap, join_style="mitre") for one in standing])
    own = {one.building.lot for one in standing if one.building.use is demand.use}
    lots = [lot for lot in task.allocation.lots if lot.kind is demand.lot and lot.id not in own]
    for lot in sorted(lots, key=lambda lot: (-lot.outline.area, lot.id)):
        frees = _free_grounds(lot, taken, task.commission.choices.facilities.lot_margin_m)
        for stand in (task.composed, task.barred):
            for free in frees:
                found = stand(demand, lot, free)
                if found is not None:
                    return found
    have = max((lot.outline.area for lot in lots), default=0.0)
    need = demand.length_m * demand.depth_m
    raise InfeasibleError("massing", f"{demand.use} building in its lot", need, have, "m2 of lot that holds its outline")


def _free_grounds(lot: Lot, taken: BaseGeometry, margin_m: float) -> list[BaseGeometry]:
    """Where a building may stand in a lot, off its edge by less and less."""
    insets = (*(margin_m * share for share in MARGINS), LAST_MARGIN_M)
    return [shapely.difference(lot.outline.buffer(-inset, join_style="mitre"), taken) for inset in insets]


def _street_is_north(lot: Lot, outline: Polygon, azimuth_deg: float, allocation: Allocation) -> bool:
    """Whether the lot's border without neighbours lies before the north side of a bar rather than before its south side."""
    blocks = shapely.union_all([block.outline for block in allocation.blocks])
    others = [other.outline for other in allocation.lots if other.id != lot.id]
    open_border = shapely.difference(lot.outline.exterior, shapely.union_all([blocks, *others]).buffer(0.5))
    if open_border.is_empty:
        return True
    angle, middle = np.radians(azimuth_deg), outline.centroid
    north = np.array([-np.sin(angle), np.cos(angle)]) * lot.outline.length
    ends = [(middle.x + sign * north[0], middle.y + sign * north[1]) for sign in (1.0, -1.0)]
    seen = [LineString([(middle.x, middle.y), end]).intersects(open_border) for end in ends]
    if seen[0] != seen[1]:
        return bool(seen[0])
    to = open_border.centroid
    return bool((to.x - middle.x) * north[0] + (to.y - middle.y) * north[1] >= 0.0)
