"""Pieces of the hand-made drawings: rectangles of round numbers under the names of the model."""

from dataclasses import dataclass

from shapely import box
from shapely.geometry import LineString, Point, Polygon

from layoutgen.geometry.parts import snap_polygon
from layoutgen.model.brief import Conditions, Place
from layoutgen.model.kinds import (
    BuildingUse,
    FacilityKind,
    GroundKind,
    LotKind,
    Mode,
    RoadClass,
    SpotKind,
    StallKind,
    StreetMode,
    WayKind,
)
from layoutgen.model.plan import Building, Facility, Facts, Ground, Lot, Plan, Spot, Stall, Way, tags_of
from layoutgen.model.site import Edge

Box = tuple[float, float, float, float]  # west, south, east, north [m]
OWNED = {"owner": "government", "handover": "yes", "standalone": "no", "phase": "1"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawing judged by hand: its name, what it is, and its plan."""

    name: str
    title_zh: str
    title_en: str
    plan: Plan


def rectangle(at: Box) -> Polygon:
    """Rectangle from its west, south, east and north."""
    return snap_polygon(box(*at))


def facts(people: int, packs: tuple[str, ...], mode: Mode = Mode.NEW, *, is_constrained: bool = False) -> Facts:
    """Facts of a drawing in Xi'an: 34.3 degrees north, zone II, a large city, 3.2 persons a household."""
    return Facts(
        people=people,
        household_size=3.2,
        place=Place(city="xian", latitude_deg=34.3, climate_zone="II", is_large_city=True),
        conditions=Conditions(),
        streets=StreetMode.PUBLIC,
        mode=mode,
        is_constrained=is_constrained,
        packs=packs,
        parameters=(("parcels_per_person_day", 0.35),),
        grade=0.01,
        origin=(0.0, 0.0),
        template="default",
        seed=0,
        site_file="by hand",
        site_sha256="",
        assumptions=(),
    )


def edges(east: float, north: float, classes: tuple[RoadClass, RoadClass, RoadClass, RoadClass]) -> tuple[Edge, ...]:
    """South, east, north and west edge of a site from the origin."""
    corners = [(0.0, 0.0), (east, 0.0), (east, north), (0.0, north), (0.0, 0.0)]
    return tuple(
        Edge(id=f"E{k + 1}", line=LineString(corners[k : k + 2]), road_class=classes[k], setback_m=None, allows_gate=True)
        for k in range(4)
    )


def way(name: str, kind: WayKind, at: Box, block: str = "", **said: float) -> Way:
    """A straight way, its centre line along the longer side; ``said``: carriageway and footway [m], is_fire (0 or 1)."""
    west, south, east, north = at
    x, y = (west + east) / 2, (south + north) / 2
    centre = [(x, south), (x, north)] if north - south > east - west else [(west, y), (east, y)]
    return Way(
        id=name,
        kind=kind,
        centre=LineString(centre),
        outline=rectangle(at),
        carriageway_m=said.get("carriageway", min(east - west, north - south)),
        footway_m=said.get("footway", 0.0),
        is_fire_lane=bool(said.get("is_fire", 0)),
        block=block,
    )


def homes(name: str, at: Box, storeys: int, dwellings: int, shading_m: float = 0.0) -> Building:
    """A dwelling building of 3 m storeys in block K1: a parapet of 0.6 m, an inside floor of 0.3 m."""
    return Building(
        id=name,
        use=BuildingUse.DWELLING,
        footprint=rectangle(at),
        storeys=storeys,
        storeys_below=0,
        planning_height_m=3.0 * storeys + 0.9,
        fire_height_m=3.0 * storeys,
        shading_height_m=shading_m or 3.0 * storeys + 1.0,
        dwellings=dwellings,
        floor_area_m2=rectangle(at).area * storeys,
        block="K1",
        lot="",
        tags=tags_of(phase="1"),
    )


def house(name: str, use: BuildingUse, at: Box, storeys: int, lot: str) -> Building:
    """A building of facilities: storeys of 4 m, a parapet of 0.5 m."""
    return Building(
        id=name,
        use=use,
        footprint=rectangle(at),
        storeys=storeys,
        storeys_below=0,
        planning_height_m=4.0 * storeys + 0.5,
        fire_height_m=4.0 * storeys,
        shading_height_m=4.0 * storeys + 0.5,
        dwellings=0,
        floor_area_m2=rectangle(at).area * storeys,
        block="" if lot else "K1",
        lot=lot,
    )


def facility(kind: FacilityKind, at: Box, building: str, lot: str, floors: tuple[int, ...] = (1,), **said: str) -> Facility:
    """A facility; ``said`` are further words of its label, ``rooms``, ``usable``, ``classes`` and ``children`` among them."""
    words = {**OWNED, **said}
    rooms, usable = words.pop("rooms", ""), words.pop("usable", "0")
    classes, children = words.pop("classes", "0"), words.pop("children", "0")
    return Facility(
        id=f"F-{kind}-{words.pop('number', '1')}",
        kind=kind,
        outline=rectangle(at),
        building=building,
        lot=lot,
        floors=floors,
        usable_m2=float(usable),
        rooms=tuple(rooms.split(",")) if rooms else (),
        classes=int(classes),
        children=int(children),
        tags=tags_of(**words),
    )


def ground(kind: GroundKind, at: Box, number: int = 1, *, block: str = "", lot: str = "", **words: str) -> Ground:
    """A piece of ground."""
    name = f"G-{kind}-{number}"
    return Ground(id=name, kind=kind, outline=rectangle(at), block=block, lot=lot, tags=tags_of(**words))


def lot(kind: LotKind, at: Box, **words: str) -> Lot:
    """A lot, the only one of its kind."""
    return Lot(id=f"L-{kind}-1", kind=kind, outline=rectangle(at), tags=tags_of(**words))


def stalls_up(first: int, at: Box, count: int, kind: StallKind = StallKind.CAR, ev: str = "reserved") -> list[Stall]:
    """A row of stalls northward, each as high as the box ``at`` of the first."""
    west, south, east, north = at
    return [
        Stall(
            id=f"P-{first + k:04d}",
            kind=kind,
            outline=rectangle((west, south + k * (north - south), east, north + k * (north - south))),
            block="K1",
            lot="",
            use="resident",
            ev=ev,
        )
        for k in range(count)
    ]


def spot(name: str, kind: SpotKind, at: tuple[float, float], of: str = "", **words: str) -> Spot:
    """A point with a meaning."""
    return Spot(id=name, kind=kind, point=Point(at), of=of, tags=tags_of(**words))
