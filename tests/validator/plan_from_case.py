"""A small plan described in TOML: only what a case is about is said, all else has a plain default.

Outlines are given as ``box = [x0, y0, x1, y1]`` or ``wkt = "POLYGON …"``, lines and points as ``at = [x0, y0, x1, y1]``,
``at = [x, y]`` or ``wkt``. Words that are no field become tags. Ids default to B1, L1, F1 … in the order of the file.
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from shapely import from_wkt
from shapely.geometry import LineString, Point, Polygon, box

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
from layoutgen.model.plan import Block, Building, Community, Facility, Facts, Ground, Lot, Plan, Spot, Stall, Tags, Way, Window
from layoutgen.model.reading import Defect
from layoutgen.model.site import ContextBuilding, Edge, OffSite, WindowLine

Table = Mapping[str, object]
Made = TypeVar("Made")
SHAPE_KEYS = ("box", "wkt", "at", "id")


class Row:
    """One table of a case, read with defaults; what nobody asked for becomes tags."""

    def __init__(self, table: Table, default_id: str) -> None:
        self.table = table
        self.id = str(table.get("id", default_id))
        self.asked = set(SHAPE_KEYS)

    def text(self, key: str, default: str = "") -> str:
        self.asked.add(key)
        return str(self.table.get(key, default))

    def number(self, key: str, default: float) -> float:
        self.asked.add(key)
        value = self.table.get(key, default)
        assert isinstance(value, (int, float)), f"{self.id}: {key} is no number"
        return float(value)

    def flag(self, key: str, default: bool) -> bool:
        self.asked.add(key)
        return bool(self.table.get(key, default))

    def words(self, key: str) -> tuple[str, ...]:
        self.asked.add(key)
        value = self.table.get(key, [])
        assert isinstance(value, list), f"{self.id}: {key} is no list"
        return tuple(str(word) for word in value)

    def numbers(self, key: str) -> tuple[float, ...]:
        value = self.table.get(key, [])
        assert isinstance(value, list), f"{self.id}: {key} is no list"
        return tuple(float(item) for item in value)

    def outline(self) -> Polygon:
        shape = from_wkt(str(self.table["wkt"])) if "wkt" in self.table else box(*self.numbers("box"))
        assert isinstance(shape, Polygon), f"{self.id} is no polygon"
        return shape

    def line(self) -> LineString:
        if "wkt" in self.table:
            shape = from_wkt(str(self.table["wkt"]))
        else:
            flat = self.numbers("at")
            shape = LineString(list(zip(flat[::2], flat[1::2], strict=True)))
        assert isinstance(shape, LineString), f"{self.id} is no line"
        return shape

    def point(self) -> Point:
        return Point(*self.numbers("at"))

    def tags(self) -> Tags:
        def said(value: object) -> str:
            return ",".join(str(word) for word in value) if isinstance(value, list) else str(value)

        return tuple(sorted((key, said(value)) for key, value in self.table.items() if key not in self.asked))


def plan_from_case(case: Table) -> Plan:
    """Plan of a case: its sections ``building``, ``lot``, ``facility`` … and its ``facts``."""

    def made(section: str, letter: str, make: Callable[[Row], Made]) -> tuple[Made, ...]:
        tables = case.get(section, [])
        assert isinstance(tables, list)
        return tuple(make(Row(table, f"{letter}{i + 1}")) for i, table in enumerate(tables))

    boundary = case.get("boundary", [0, 0, 200, 200])
    assert isinstance(boundary, (str, list))
    site = from_wkt(boundary) if isinstance(boundary, str) else box(*boundary)
    defects = case.get("defects", [])
    assert isinstance(defects, list)
    return Plan(
        facts=_facts(case.get("facts", {})),
        boundary=site,
        edges=made("edge", "E", _edge),
        keep_outs=made("keep_out", "X", lambda row: row.outline()),
        context=made("context", "N", _context),
        communities=made("community", "C", _community),
        window_lines=made("window_line", "V", _window_line),
        off_site=made("off_site", "X", _off_site),
        blocks=made("block", "K", lambda row: Block(id=row.id, outline=row.outline(), is_gated=row.flag("gated", True))),
        lots=made("lot", "L", _lot),
        ways=made("way", "R", _way),
        buildings=made("building", "B", _building),
        facilities=made("facility", "F", _facility),
        windows=made("window", "W", _window),
        grounds=made("ground", "G", _ground),
        stalls=made("stall", "P", _stall),
        spots=made("spot", "S", _spot),
        defects=tuple(Defect(says=str(sentence)) for sentence in defects),
    )


def _facts(table: object) -> Facts:
    assert isinstance(table, dict)
    row = Row(table, "facts")
    conditions = table.get("conditions", {})
    parameters = {"children_per_1000": 30.0, "parcels_per_person_day": 0.35, "class_size": 30.0} | table.get("parameters", {})
    return Facts(
        people=int(row.number("people", 8000)),
        household_size=row.number("household_size", 3.2),
        place=Place(
            city=row.text("city", "Xi'an"),
            latitude_deg=row.number("latitude", 34.3),
            climate_zone=row.text("climate_zone", "II"),
            is_large_city=row.flag("large_city", True),
        ),
        conditions=Conditions(**conditions),
        streets=StreetMode(row.text("streets", "public")),
        mode=Mode(row.text("mode", "new")),
        is_constrained=row.flag("constrained", False),
        features=row.words("features"),
        packs=(),
        parameters=tuple(sorted((name, float(value)) for name, value in parameters.items())),
        grade=row.number("grade", 0.0),
        origin=(0.0, 0.0),
        template="default",
        seed=1,
        site_file="",
        site_sha256="",
        assumptions=(),
    )


def _edge(row: Row) -> Edge:
    setback = row.number("setback", -1.0)
    return Edge(
        id=row.id,
        line=row.line(),
        road_class=RoadClass(row.text("road", "local")),
        setback_m=setback if setback >= 0.0 else None,
        allows_gate=row.flag("gate", True),
    )


def _context(row: Row) -> ContextBuilding:
    height = row.number("height", 18.0)
    return ContextBuilding(id=row.id, footprint=row.outline(), height_m=height, is_protected=row.flag("protected", False))


def _community(row: Row) -> Community:
    return Community(id=row.id, outline=row.outline(), people=int(row.number("people", 8000)))


def _window_line(row: Row) -> WindowLine:
    return WindowLine(id=row.id, line=row.line(), sill_m=row.number("sill", 1.2))


def _off_site(row: Row) -> OffSite:
    has_land = "box" in row.table or "wkt" in row.table
    return OffSite(
        id=row.id,
        kind=row.text("kind", "supermarket"),
        name=row.text("name"),
        at=None if has_land else row.point(),
        land=row.outline() if has_land else None,
        floor_area_m2=row.number("floor_area", 0.0),
        land_m2=row.number("land", 0.0),
        classes=int(row.number("classes", 0)),
        children=int(row.number("children", 0)),
        rooms=row.words("rooms"),
        tags=row.tags(),
    )


def _lot(row: Row) -> Lot:
    return Lot(id=row.id, kind=LotKind(row.text("kind", "service")), outline=row.outline(), tags=row.tags())


def _way(row: Row) -> Way:
    """A way of ``at`` (its centre line) with the outline ``width`` wide, ends flat; or its own ``outline`` as WKT."""
    centre = row.line()
    width = row.number("width", 4.0)
    wkt = row.text("outline")
    outline = from_wkt(wkt) if wkt else centre.buffer(width / 2.0, cap_style="flat", join_style="mitre")
    assert isinstance(outline, Polygon)
    return Way(
        id=row.id,
        kind=WayKind(row.text("kind", "access")),
        centre=centre,
        outline=outline,
        carriageway_m=row.number("carriageway", width),
        footway_m=row.number("footway", 0.0),
        is_fire_lane=row.flag("fire", False),
        block=row.text("block"),
        tags=row.tags(),
    )


def _building(row: Row) -> Building:
    footprint = row.outline()
    storeys = int(row.number("storeys", 6))
    fire = row.number("fire_height", 3.0 * storeys)
    planning = row.number("planning_height", fire + 1.5)
    return Building(
        id=row.id,
        use=BuildingUse(row.text("use", "dwelling")),
        footprint=footprint,
        storeys=storeys,
        storeys_below=int(row.number("storeys_below", 0)),
        planning_height_m=planning,
        fire_height_m=fire,
        shading_height_m=row.number("shading_height", planning),
        dwellings=int(row.number("dwellings", 0)),
        floor_area_m2=row.number("floor_area", footprint.area * storeys),
        block=row.text("block"),
        lot=row.text("lot"),
        tags=row.tags(),
    )


def _facility(row: Row) -> Facility:
    row.asked.add("floors")
    return Facility(
        id=row.id,
        kind=FacilityKind(row.text("kind", "service_station")),
        outline=row.outline(),
        building=row.text("building"),
        lot=row.text("lot"),
        floors=tuple(int(floor) for floor in row.numbers("floors")) or (1,),
        usable_m2=row.number("usable", 0.0),
        rooms=row.words("rooms"),
        classes=int(row.number("classes", 0)),
        children=int(row.number("children", 0)),
        tags=row.tags(),
    )


def _window(row: Row) -> Window:
    return Window(
        id=row.id,
        building=row.text("building", "B1"),
        dwelling=row.text("dwelling", row.id),
        line=row.line(),
        sill_m=row.number("sill", 1.2),
        room=row.text("room", "living"),
    )


def _ground(row: Row) -> Ground:
    return Ground(
        id=row.id,
        kind=GroundKind(row.text("kind", "green")),
        outline=row.outline(),
        block=row.text("block"),
        lot=row.text("lot"),
        tags=row.tags(),
    )


def _stall(row: Row) -> Stall:
    return Stall(
        id=row.id,
        kind=StallKind(row.text("kind", "car")),
        outline=row.outline(),
        block=row.text("block"),
        lot=row.text("lot"),
        use=row.text("use", "resident"),
        ev=row.text("ev", "reserved"),
    )


def _spot(row: Row) -> Spot:
    return Spot(id=row.id, kind=SpotKind(row.text("kind", "door")), point=row.point(), of=row.text("of"), tags=row.tags())
