"""The plan 总平面图 as primary facts: outlines, uses, storeys, heights, widths; every indicator is measured from them."""

from dataclasses import dataclass

from shapely.geometry import LineString, Point, Polygon

from layoutgen.model.brief import Conditions, Place
from layoutgen.model.kinds import (
    BuildingUse,
    FacilityKind,
    GroundKind,
    LotKind,
    Mode,
    SpotKind,
    StallKind,
    StreetMode,
    WayKind,
)
from layoutgen.model.reading import Defect
from layoutgen.model.site import ContextBuilding, Edge, OffSite, WindowLine
from layoutgen.model.waiver import Waiver
from layoutgen.sentence import Sentence

Tags = tuple[tuple[str, str], ...]  # declared words of a label, sorted by key; a list is joined by commas


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a plan says in words: the facts that are no geometry."""

    people: int
    household_size: float
    place: Place
    conditions: Conditions
    streets: StreetMode
    mode: Mode
    is_constrained: bool = False  # an existing community whose site leaves no room
    features: tuple[str, ...] = ()  # words that clauses may wait for, switched on by the user; sorted
    packs: tuple[str, ...]
    parameters: tuple[tuple[str, float], ...]
    grade: float  # steepest grade of ways, declared; 0 = level site
    origin: tuple[float, float]  # shift taken off the survey coordinates [m]
    template: str
    seed: int
    site_file: str
    site_sha256: str
    assumptions: tuple[Sentence, ...]
    overrides: tuple[str, ...] = ()  # figures of the law that a user's pack set anew, a line each
    waivers: tuple[Waiver, ...] = ()  # breaches that somebody answers for, in the order of the brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Community:
    """A community 社区 of a divided site: its land to the red lines of the main roads."""

    id: str  # "C1"
    outline: Polygon
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A neighborhood block 居住街坊: housing land to the road red lines, lots left out."""

    id: str  # "K1"
    outline: Polygon
    is_gated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """A lot 地块 of one use."""

    id: str  # "L-kindergarten-1"
    kind: LotKind
    outline: Polygon
    tags: Tags = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A road, lane or path. Ways of a plan do not overlap; a centre line lies inside the union of the outlines."""

    id: str  # "R-street-1"
    kind: WayKind
    centre: LineString
    outline: Polygon  # city road, street: between red lines; others: carriageway or path
    carriageway_m: float  # declared; the outline is what is measured
    footway_m: float  # footway on each side inside (city road, street) or beside the outline; 0 = none
    is_fire_lane: bool
    block: str  # id, "" for a street
    tags: Tags = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Building:
    """A building 单体建筑. Its floor area is footprint x storeys; the label's figure is a declaration."""

    id: str  # "K1-03"
    use: BuildingUse
    footprint: Polygon
    storeys: int
    storeys_below: int
    planning_height_m: float  # outdoor ground to parapet top (GB 55031)
    fire_height_m: float  # outdoor ground to roof surface, plinth <= 1.5 m of dwellings not counted (GB 50016)
    shading_height_m: float  # everything that casts a shadow
    dwellings: int
    floor_area_m2: float  # above ground, declared on the label
    block: str  # id, "" on a lot
    lot: str  # id, "" in a block
    tags: Tags = ()  # phase, mix (area:count,…), owner, …


@dataclass(frozen=True, slots=True, kw_only=True)
class Facility:
    """A facility 配套设施 as its part of a building: outline x floors is its floor area."""

    id: str  # "F-health_station-1"
    kind: FacilityKind
    outline: Polygon  # inside the building's footprint
    building: str
    lot: str
    floors: tuple[int, ...]  # 1 = ground floor
    usable_m2: float  # usable area, declared; 0 = not said
    rooms: tuple[str, ...]  # rooms, services or equipment, by the words of the clauses
    classes: int  # kindergarten, nursery
    children: int
    tags: Tags = ()  # phase, owner, handover, standalone, own_entrance, accessible, layout …


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A window of a living space on the facade of the lowest dwelling storey, or of a playroom."""

    id: str  # "W-K1-03-2a"
    building: str
    dwelling: str  # which dwelling (or playroom) it lights: unique inside the building
    line: LineString  # two points on the footprint; outside is on the right of its direction
    sill_m: float  # above outdoor ground
    room: str  # "living", "bedroom", "playroom"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A closed piece of ground."""

    id: str  # "G-central_green-1"
    kind: GroundKind
    outline: Polygon
    block: str  # id, "" outside the blocks
    lot: str  # id, "" outside the lots
    tags: Tags = ()  # sport, equipment, refuge, levels, stalls, places, of (building or facility), is_open …


@dataclass(frozen=True, slots=True, kw_only=True)
class Stall:
    """A surface stall."""

    id: str  # "P-0001"
    kind: StallKind
    outline: Polygon
    block: str
    lot: str
    use: str  # "resident", "visitor", "shop", "service"
    ev: str  # "built", "reserved", "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A point with a meaning."""

    id: str  # "D-K1-03-1"
    kind: SpotKind
    point: Point
    of: str  # what it serves: building, facility, block or lot id
    tags: Tags = ()  # door: level=flush|ramp, handrail=yes; lockers: cells=…


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A site plan. Every tuple is sorted by id; every outline lies on the 1 mm grid."""

    facts: Facts
    boundary: Polygon
    edges: tuple[Edge, ...] = ()
    keep_outs: tuple[Polygon, ...] = ()
    context: tuple[ContextBuilding, ...] = ()
    window_lines: tuple[WindowLine, ...] = ()
    off_site: tuple[OffSite, ...] = ()
    communities: tuple[Community, ...] = ()  # of a divided site; empty = the whole site is one community
    blocks: tuple[Block, ...] = ()
    lots: tuple[Lot, ...] = ()
    ways: tuple[Way, ...] = ()
    buildings: tuple[Building, ...] = ()
    facilities: tuple[Facility, ...] = ()
    windows: tuple[Window, ...] = ()
    grounds: tuple[Ground, ...] = ()
    stalls: tuple[Stall, ...] = ()
    spots: tuple[Spot, ...] = ()
    defects: tuple[Defect, ...] = ()  # what a reader of the drawing could not understand


def tag(tags: Tags, key: str) -> str | None:
    """Value of a tag, or None where the label does not say."""
    return dict(tags).get(key)


def tag_words(tags: Tags, key: str) -> tuple[str, ...]:
    """Words of a comma-joined tag; empty where the label does not say."""
    value = dict(tags).get(key)
    return tuple(value.split(",")) if value else ()


def tag_number(tags: Tags, key: str) -> float | None:
    """Number of a tag, or None where the label says none or no number."""
    value = dict(tags).get(key)
    try:
        return float(value) if value is not None else None
    except ValueError:
        return None


def tags_of(**words: str) -> Tags:
    """Tags from keywords, sorted; empty values are left out."""
    return tuple(sorted((key, value) for key, value in words.items() if value))
