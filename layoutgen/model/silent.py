"""A thing whose label says nothing: its layer tells what it is, its shape where, and every figure of it is unknown."""

from collections.abc import Callable, Mapping

from shapely.geometry import LineString, Point, Polygon

from layoutgen.model.kinds import BuildingUse, FacilityKind, GroundKind, LotKind, RoadClass, SpotKind, StallKind, WayKind
from layoutgen.model.plan import Block, Building, Community, Facility, Ground, Lot, Spot, Stall, Way, Window
from layoutgen.model.site import ContextBuilding, Edge, WindowLine

Area = Community | Block | Lot | ContextBuilding | Way | Building | Facility | Ground | Stall
Row = Edge | WindowLine | Window
Thing = Area | Row | Spot


def silent_area(role: str, name: str, outline: Polygon) -> Area | None:
    """Thing that an outline on a layer is, by what the layer holds; its figures are zero or empty; None where it is none."""
    family, _, kind = role.partition(".")
    make = AREAS.get(family)
    return make(name, kind, outline) if make else None


def silent_row(role: str, name: str, line: LineString) -> Row | None:
    """Thing that a line on a layer is, as `silent_area`."""
    if role == "edge":
        return Edge(id=name, line=line, road_class=RoadClass.NONE, setback_m=None, allows_gate=False)
    if role == "neighbour_window":
        return WindowLine(id=name, line=line, sill_m=0.0)
    return Window(id=name, building="", dwelling="", line=line, sill_m=0.0, room="") if role == "window" else None


def silent_spot(role: str, name: str, point: Point) -> Spot | None:
    """Thing that a point on a layer is, as `silent_area`."""
    family, _, kind = role.partition(".")
    return Spot(id=name, kind=SpotKind(kind), point=point, of="") if family == "spot" else None


def _building(name: str, kind: str, outline: Polygon) -> Building:
    return Building(
        id=name,
        use=BuildingUse(kind),
        footprint=outline,
        storeys=0,
        storeys_below=0,
        planning_height_m=0.0,
        fire_height_m=0.0,
        shading_height_m=0.0,
        dwellings=0,
        floor_area_m2=0.0,
        block="",
        lot="",
    )


def _facility(name: str, kind: str, outline: Polygon) -> Facility:
    return Facility(
        id=name,
        kind=FacilityKind(kind),
        outline=outline,
        building="",
        lot="",
        floors=(),
        usable_m2=0.0,
        rooms=(),
        classes=0,
        children=0,
    )


def _way(name: str, kind: str, outline: Polygon) -> Way:
    west, south, east, north = outline.bounds
    return Way(
        id=name,
        kind=WayKind(kind),
        centre=LineString([(west, (south + north) / 2.0), (east, (south + north) / 2.0)]),  # stands in for the unknown one
        outline=outline,
        carriageway_m=0.0,
        footway_m=0.0,
        is_fire_lane=False,
        block="",
    )


AREAS: Mapping[str, Callable[[str, str, Polygon], Area]] = {
    "community": lambda name, _, outline: Community(id=name, outline=outline, people=0),
    "block": lambda name, _, outline: Block(id=name, outline=outline, is_gated=False),
    "lot": lambda name, kind, outline: Lot(id=name, kind=LotKind(kind), outline=outline),
    "context": lambda name, _, outline: ContextBuilding(id=name, footprint=outline, height_m=0.0, is_protected=False),
    "way": _way,
    "building": _building,
    "facility": _facility,
    "ground": lambda name, kind, outline: Ground(id=name, kind=GroundKind(kind), outline=outline, block="", lot=""),
    "stall": lambda name, kind, outline: Stall(id=name, kind=StallKind(kind), outline=outline, block="", lot="", use="", ev=""),
}
