"""The site as the user's file gives it: boundary, edges, what stands there and what was mended."""

from dataclasses import dataclass

from shapely.geometry import LineString, Point, Polygon

from layoutgen.model.kinds import RoadClass
from layoutgen.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A run of the boundary along one road or one neighbour."""

    id: str  # "E1", counter-clockwise from the boundary's first vertex
    line: LineString  # part of the boundary ring [m]
    road_class: RoadClass  # NONE = a neighbour's land
    setback_m: float | None  # asked by the brief for this edge; None = by the choices
    allows_gate: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextBuilding:
    """A building that stays or stands outside: it casts shade, and keeps its own sun."""

    id: str
    footprint: Polygon
    height_m: float
    is_protected: bool  # its windows are judged as well


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourWindow:
    """A window of what stands around the site that keeps its sun."""

    line: LineString  # outside is on the right of its direction [m]
    sill_m: float  # above outdoor ground
    is_playroom: bool  # of a kindergarten; else of a home


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowLine:
    """A line of windows outside the site that keep their sun 受保护窗线: a neighbour's facade, or one that is assumed."""

    id: str  # "V1"
    line: LineString  # the windows look to the right of its direction [m]
    sill_m: float  # above the ground outside


@dataclass(frozen=True, slots=True, kw_only=True)
class OffSite:
    """A facility off the site 场外设施: a point or its land, and what the user declares of it; 0 or empty = not said."""

    id: str  # "X1"
    kind: str  # one of OFF_SITE_KINDS
    name: str
    at: Point | None  # its entrance; None where its land is given
    land: Polygon | None
    floor_area_m2: float = 0.0
    land_m2: float = 0.0
    classes: int = 0
    children: int = 0
    rooms: tuple[str, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()  # further words, sorted: is_open, refuge, rest …

    @property
    def shape(self) -> Point | Polygon:
        """Where people walk to: the land, else the entrance."""
        return self.land if self.land is not None else self.at if self.at is not None else Point()

    @property
    def land_area_m2(self) -> float:
        """Land as drawn, else as declared [m2]."""
        return float(self.land.area) if self.land is not None else self.land_m2


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What was understood of a site file.

    ``boundary`` is the outline as given, made valid; ``origin`` is the shift already taken off all coordinates [m].
    """

    boundary: Polygon
    edges: tuple[Edge, ...]
    keep_outs: tuple[Polygon, ...] = ()
    context: tuple[ContextBuilding, ...] = ()
    windows: tuple[NeighbourWindow, ...] = ()  # known windows of neighbours; others are assumed by the stages
    bus_stops: tuple[Point, ...] = ()
    window_lines: tuple[WindowLine, ...] = ()
    off_site: tuple[OffSite, ...] = ()
    through_roads: tuple[
        LineString, ...
    ] = ()  # centre lines of existing public roads that cross the site, boundary to boundary
    origin: tuple[float, float] = (0.0, 0.0)
    repairs: tuple[Sentence, ...] = ()  # every repair, in a sentence
    assumptions: tuple[Sentence, ...] = ()  # what was assumed for want of a word in the file
    unread: tuple[Sentence, ...] = ()  # what the file holds and was not understood
    file_name: str = ""
    sha256: str = ""
