"""A facility building cut into its facilities: outlines, words, doors and playroom windows."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon

from layoutgen.geometry.parts import snap_line, snap_point, snap_polygon
from layoutgen.model.kinds import FacilityKind, SpotKind
from layoutgen.model.plan import Building, Facility, Spot, Tags, Window, tags_of
from layoutgen.model.program import BuildingDemand, Column, Part
from layoutgen.model.stages import Commission
from layoutgen.stages.massing.service_plot import PlacedSlice
from layoutgen.standards.clause import Standard
from layoutgen.standards.nursery_groups import Group, nursery_groups
from layoutgen.standards.ownership import load_ownerships

WINDOW_SHARE = 0.9  # of its place in the front, at most, that a window takes


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Facilities of one building, each with its door, and the windows of its playrooms."""

    facilities: tuple[Facility, ...]
    doors: tuple[Spot, ...]
    windows: tuple[Window, ...]


def cut_columns(
    building: Building,
    columns: tuple[Column, ...],
    azimuth_deg: float,
    commission: Commission,
    standard: Standard,
    *,
    faces_north: bool,
) -> Parts:
    """Cut a rectangular building across its length; every facility gets a door of its own on the chosen side."""
    frame = _Frame.of(building.footprint, azimuth_deg)
    facilities: list[Facility] = []
    doors: list[Spot] = []
    x = frame.west
    for number, column in enumerate(columns, start=1):
        east = frame.east if number == len(columns) else x + column.width_m
        outline = frame.rectangle(x, east)
        for k, part in enumerate(column.parts, start=1):
            at = x + (east - x) * k / (len(column.parts) + 1)
            facilities.append(_facility(building, part, outline, commission, standard))
            doors.append(_door(frame.point(at, faces_north=faces_north), part))
        x = east
    windows = _playrooms(building, frame, facilities, commission)
    return Parts(facilities=tuple(facilities), doors=tuple(doors), windows=windows)


def kindergarten_parts(
    building: Building,
    demand: BuildingDemand,
    bays: Sequence[LineString],
    door: Point,
    commission: Commission,
    standard: Standard,
) -> Parts:
    """A whole building as one kindergarten: its door, and a window for every playroom in the fronts of its class units."""
    part = demand.columns[0].parts[0]
    facility = _facility(building, part, building.footprint, commission, standard)
    windows = _playrooms_in_bays(building, bays, facility.classes, commission)
    return Parts(facilities=(facility,), doors=(_door(door, part),), windows=windows)


def sliced_parts(building: Building, slices: Sequence[PlacedSlice], commission: Commission, standard: Standard) -> Parts:
    """A composed building cut into its slices; every facility has the door that its slice has for it."""
    facilities: list[Facility] = []
    doors: list[Spot] = []
    for one in slices:
        for part, door in zip(one.column.parts, one.doors, strict=True):
            facilities.append(_facility(building, part, one.shape, commission, standard))
            doors.append(_door(door, part))
    return Parts(facilities=tuple(facilities), doors=tuple(doors), windows=())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """A rectangle in its own axes, turned about its centre."""

    west: float
    east: float
    south: float
    north: float
    centre: tuple[float, float]
    azimuth_deg: float

    @classmethod
    def of(cls, footprint: Polygon, azimuth_deg: float) -> "_Frame":
        centre = (footprint.centroid.x, footprint.centroid.y)
        bounds = affinity.rotate(footprint, -azimuth_deg, origin=centre).bounds
        return cls(west=bounds[0], south=bounds[1], east=bounds[2], north=bounds[3], centre=centre, azimuth_deg=azimuth_deg)

    def rectangle(self, west: float, east: float) -> Polygon:
        ring = [(west, self.south), (east, self.south), (east, self.north), (west, self.north)]
        return snap_polygon(Polygon([self._back(x, y) for x, y in ring]))

    def point(self, x: float, *, faces_north: bool) -> Point:
        return snap_point(Point(self._back(x, self.north if faces_north else self.south)))

    def south_line(self, west: float, east: float) -> LineString:
        return snap_line(LineString([self._back(west, self.south), self._back(east, self.south)]))

    def _back(self, x: float, y: float) -> tuple[float, float]:
        angle = np.radians(self.azimuth_deg)
        dx, dy = x - self.centre[0], y - self.centre[1]
        cos, sin = float(np.cos(angle)), float(np.sin(angle))
        return (self.centre[0] + dx * cos - dy * sin, self.centre[1] + dx * sin + dy * cos)


def _facility(building: Building, part: Part, outline: Polygon, commission: Commission, standard: Standard) -> Facility:
    need = commission.program.need(part.kind)
    figures = dict(need.figures)
    usable = dict(commission.program.parameters)["usable_share"] * outline.area * len(part.floors)
    children = round(figures.get("children", 0.0) * part.share(need))
    groups = nursery_groups(standard, children) if part.kind is FacilityKind.NURSERY else ()
    return Facility(
        id="",
        kind=part.kind,
        outline=outline,
        building=building.id,
        lot=building.lot,
        floors=part.floors,
        usable_m2=round(usable, 2),
        rooms=need.rooms,
        classes=part.classes or len(groups) or int(figures.get("classes", 0)),
        children=children,
        tags=_tags(part, outline, groups, commission),
    )


def _tags(part: Part, outline: Polygon, groups: tuple[Group, ...], commission: Commission) -> Tags:
    """Declared words: phase, ownership, handover, lift, and the kindergarten's rooms."""
    owner, handover, standalone = load_ownerships().of(part.kind).said()
    words = {
        "phase": "1",
        "owner": owner,
        "handover": handover,
        "standalone": standalone,
        "accessible": "yes",
    }
    if part.kind is FacilityKind.NURSERY:
        words["canopy"] = "yes"
        words["groups"] = ",".join(f"{age}:{count}" for age, count in groups)
    asked = dict(commission.program.need(part.kind).figures).get("activity_share", 0.0)
    if asked:
        words["activity_share"] = f"{max(asked, commission.choices.facilities.activity_share):.2f}"
    if part.kind is FacilityKind.KINDERGARTEN:
        need = commission.program.need(part.kind)
        children = need.figure("children") * part.share(need)
        share = dict(commission.program.parameters)["usable_share"]
        playrooms = outline.area * len(part.floors) * share * commission.choices.facilities.playroom_share
        words["layout"] = "combined"
        words["activity_m2"] = f"{playrooms / children:.2f}"
    return tags_of(**words)


def _door(point: Point, part: Part) -> Spot:
    return Spot(id="", kind=SpotKind.DOOR, point=point, of="", tags=tags_of(level="flush", floor=str(part.floors[0])))


def _playrooms(building: Building, frame: _Frame, facilities: list[Facility], commission: Commission) -> tuple[Window, ...]:
    """Windows on the south side of a kindergarten that is a plain bar."""
    schools = [f for f in facilities if f.kind is FacilityKind.KINDERGARTEN]
    if not schools:
        return ()
    rooms = ceil(schools[0].classes / building.storeys)
    ends = np.linspace(frame.west, frame.east, rooms + 1)
    bays = [frame.south_line(a, b) for a, b in itertools.pairwise(ends)]
    return _playrooms_in_bays(building, bays, schools[0].classes, commission)


def _playrooms_in_bays(
    building: Building, bays: Sequence[LineString], classes: int, commission: Commission
) -> tuple[Window, ...]:
    """One window a playroom, floor by floor, none above another: each room has the same number of bays side by side."""
    housing, storey = commission.choices.housing, commission.choices.facilities.public_storey_height_m
    rooms = ceil(classes / building.storeys)
    times = max(len(bays) // rooms, 1)
    windows = []
    for n in range(classes):
        floor, room = divmod(n, rooms)
        bay = bays[min(room * times + floor % times, len(bays) - 1)]
        turns = ceil(building.storeys / times)  # windows of different floors in one bay
        half = min(housing.window_width_m, bay.length / turns * WINDOW_SHARE) / 2.0
        middle = bay.length * (floor // times + 0.5) / turns
        ends = [bay.interpolate(at) for at in (middle - half, middle + half)]
        sill = housing.plinth_m + housing.sill_m + floor * storey
        windows.append(
            Window(
                id=f"W-{building.id}-{n + 1}",
                building=building.id,
                dwelling=f"playroom-{n + 1}",
                line=snap_line(LineString(ends)),
                sill_m=round(sill, 2),
                room="playroom",
            )
        )
    return tuple(windows)
