"""What a label means: label and geometry become the thing on the plan."""

from dataclasses import dataclass

from shapely.geometry import LineString, Point, Polygon

from layoutgen.drawings.labels import Label
from layoutgen.drawings.words import parse_number, parse_whole, parse_word, parse_words, parse_yes, shorten
from layoutgen.model.kinds import (
    OFF_SITE_KINDS,
    BuildingUse,
    FacilityKind,
    GroundKind,
    LotKind,
    RoadClass,
    SpotKind,
    StallKind,
    WayKind,
)
from layoutgen.model.plan import Block, Building, Community, Facility, Ground, Lot, Spot, Stall, Tags, Way, Window
from layoutgen.model.site import ContextBuilding, Edge, OffSite, WindowLine


@dataclass(slots=True)
class _Words:
    """The pairs of a label, each taken once."""

    label: Label
    left: dict[str, str]

    def text(self, key: str) -> str:
        return parse_word(self.left.pop(key, ""))

    def need(self, key: str) -> str:
        if key not in self.left:
            raise ValueError(f"{key} is missing")
        return self.left.pop(key)

    def words(self, key: str) -> tuple[str, ...]:
        return parse_words(self.left.pop(key)) if key in self.left else ()

    def number(self, key: str) -> float:
        return parse_number(self.left.pop(key)) if key in self.left else 0.0

    def whole(self, key: str) -> int:
        return parse_whole(self.left.pop(key)) if key in self.left else 0

    def tags(self) -> Tags:
        return tuple(sorted((key, parse_word(value)) for key, value in self.left.items()))

    def end(self) -> None:
        for key in sorted(self.left):
            raise ValueError(f"{shorten(key)} is not known here")


def understand_plain(label: Label) -> str:
    """Id of a label that says nothing else."""
    _words(label).end()
    return label.id


def understand_community(label: Label, outline: Polygon) -> Community:
    """Community of a label."""
    words = _words(label)
    community = Community(id=label.id, outline=outline, people=parse_whole(words.need("people")))
    words.end()
    return community


def understand_block(label: Label, outline: Polygon) -> Block:
    """Block of a label."""
    words = _words(label)
    block = Block(id=label.id, outline=outline, is_gated=parse_yes(words.need("gated")))
    words.end()
    return block


def understand_lot(label: Label, outline: Polygon, kind: LotKind) -> Lot:
    """Lot of a label."""
    return Lot(id=label.id, kind=kind, outline=outline, tags=_words(label).tags())


def understand_edge(label: Label, line: LineString) -> Edge:
    """Run of the boundary of a label."""
    words = _words(label)
    edge = Edge(
        id=label.id,
        line=line,
        road_class=RoadClass(words.need("road")),
        setback_m=words.number("setback") if "setback" in words.left else None,
        allows_gate=parse_yes(words.need("gate")),
    )
    words.end()
    return edge


def understand_context(label: Label, outline: Polygon) -> ContextBuilding:
    """Building that stays, of a label."""
    words = _words(label)
    height_m, is_protected = parse_number(words.need("height")), parse_yes(words.need("protected"))
    words.end()
    return ContextBuilding(id=label.id, footprint=outline, height_m=height_m, is_protected=is_protected)


def understand_window_line(label: Label, line: LineString) -> WindowLine:
    """Line of windows outside the site, of a label."""
    words = _words(label)
    sill_m = parse_number(words.need("sill"))
    words.end()
    return WindowLine(id=label.id, line=line, sill_m=sill_m)


def understand_off_site(label: Label, shape: Point | Polygon) -> OffSite:
    """Facility off the site, of a label."""
    words = _words(label)
    kind = words.need("kind")
    if kind not in OFF_SITE_KINDS:
        raise ValueError(f"{shorten(kind)} is no facility that may lie off the site")
    return OffSite(
        id=label.id,
        kind=kind,
        name=words.text("name"),
        at=shape if isinstance(shape, Point) else None,
        land=shape if isinstance(shape, Polygon) else None,
        floor_area_m2=words.number("floor_area"),
        land_m2=words.number("land"),
        classes=words.whole("classes"),
        children=words.whole("children"),
        rooms=words.words("rooms"),
        tags=words.tags(),
    )


def understand_way(label: Label, outline: Polygon, centre: LineString, kind: WayKind) -> Way:
    """Way of its outline's label and its centre line."""
    words = _words(label)
    return Way(
        id=label.id,
        kind=kind,
        centre=centre,
        outline=outline,
        carriageway_m=parse_number(words.need("carriageway")),
        footway_m=words.number("footway"),
        is_fire_lane=parse_yes(words.need("fire")),
        block=words.text("block"),
        tags=words.tags(),
    )


def understand_building(label: Label, outline: Polygon, use: BuildingUse) -> Building:
    """Building of a label."""
    if label.storeys is None or label.heights_m is None or label.floor_area_m2 is None:
        raise ValueError("storeys, heights and floor area must be said")
    words = _words(label, is_building=True)
    return Building(
        id=label.id,
        use=use,
        footprint=outline,
        storeys=label.storeys[0],
        storeys_below=label.storeys[1],
        planning_height_m=label.heights_m[0],
        fire_height_m=label.heights_m[1],
        shading_height_m=label.heights_m[2],
        dwellings=label.dwellings or 0,
        floor_area_m2=label.floor_area_m2,
        block=words.text("block"),
        lot=words.text("lot"),
        tags=words.tags(),
    )


def understand_facility(label: Label, outline: Polygon, kind: FacilityKind) -> Facility:
    """Facility of a label."""
    words = _words(label)
    floors = words.need("floors")
    return Facility(
        id=label.id,
        kind=kind,
        outline=outline,
        building=words.text("building"),
        lot=words.text("lot"),
        floors=tuple(parse_whole(floor) for floor in floors.split(",")) if floors else (),
        usable_m2=words.number("usable"),
        rooms=words.words("rooms"),
        classes=words.whole("classes"),
        children=words.whole("children"),
        tags=words.tags(),
    )


def understand_window(label: Label, line: LineString) -> Window:
    """Window of a label.

    Raises
    ------
    ValueError
        If the label is none of a window, or the ends of the line meet.
    """
    if line.coords[0] == line.coords[-1]:
        raise ValueError("the ends of a window meet: it is a line along a wall")
    words = _words(label)
    window = Window(
        id=label.id,
        building=words.text("building"),
        dwelling=words.text("dwelling"),
        line=line,
        sill_m=parse_number(words.need("sill")),
        room=words.text("room"),
    )
    words.end()
    return window


def understand_ground(label: Label, outline: Polygon, kind: GroundKind) -> Ground:
    """Piece of ground of a label."""
    words = _words(label)
    block, lot = words.text("block"), words.text("lot")
    return Ground(id=label.id, kind=kind, outline=outline, block=block, lot=lot, tags=words.tags())


def understand_stall(label: Label, outline: Polygon, kind: StallKind) -> Stall:
    """Stall of a label."""
    words = _words(label)
    block, lot, use, ev = (words.text(key) for key in ("block", "lot", "use", "ev"))
    words.end()
    return Stall(id=label.id, kind=kind, outline=outline, block=block, lot=lot, use=use, ev=ev)


def understand_spot(label: Label, point: Point, kind: SpotKind) -> Spot:
    """Point of a label."""
    words = _words(label)
    served = words.text("of")
    return Spot(id=label.id, kind=kind, point=point, of=served, tags=words.tags())


def _words(label: Label, *, is_building: bool = False) -> _Words:
    has_figures = any(figure is not None for figure in (label.storeys, label.heights_m, label.dwellings, label.floor_area_m2))
    if has_figures and not is_building:
        raise ValueError("storeys, heights, dwellings and floor area are said of buildings only")
    return _Words(label, dict(label.pairs))
