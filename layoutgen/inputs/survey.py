"""A survey: what stands in a site file, in metres, before it is a site."""

from dataclasses import dataclass, replace
from typing import Protocol, TypeVar

import shapely
from shapely.affinity import translate
from shapely.geometry import LineString, Point, Polygon

from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import OffSite
from layoutgen.sentence import Sentence

Shape = TypeVar("Shape", LineString, Point, Polygon)


class Change(Protocol):
    """What turns a shape into another of its kind."""

    def __call__(self, shape: Shape, /) -> Shape:
        """Return the changed shape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """A road's line beside the site, and what an edge along it is told."""

    line: LineString
    road_class: RoadClass
    setback_m: float | None = None
    allows_gate: bool = True
    is_edge: bool = False  # a run of the boundary itself


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyedBuilding:
    """A building that stands there."""

    footprint: Polygon
    height_m: float
    is_protected: bool = False
    is_height_said: bool = True  # else it is assumed


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyedWindows:
    """A line of neighbours' windows that keep their sun."""

    line: LineString
    sill_m: float | None  # above the ground; None = not said


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A spot height 高程点."""

    at: Point
    height_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Everything that was found, nothing moved."""

    boundary: Polygon
    keep_outs: tuple[Polygon, ...] = ()
    buildings: tuple[SurveyedBuilding, ...] = ()
    roads: tuple[Road, ...] = ()
    bus_stops: tuple[Point, ...] = ()
    windows: tuple[SurveyedWindows, ...] = ()
    off_site: tuple[OffSite, ...] = ()  # where they are in the survey, not numbered
    entrances: tuple[Point, ...] = ()
    levels: tuple[Level, ...] = ()
    unused: tuple[LineString, ...] = ()  # what was drawn and not understood
    source: tuple[Sentence, ...] = ()  # what the file is, and where its boundary was found
    repairs: tuple[Sentence, ...] = ()
    assumptions: tuple[Sentence, ...] = ()
    unread: tuple[Sentence, ...] = ()  # what was not understood


def move_survey(survey: Survey, origin: tuple[float, float]) -> Survey:
    """Survey with an origin taken off all coordinates; facilities off the site stay where they are [m]."""

    def moved(shape: Shape) -> Shape:
        return translate(shape, -origin[0], -origin[1])

    return _changed(survey, moved)


def exchange_axes(survey: Survey) -> Survey:
    """Survey whose two coordinates have changed places."""

    def turned(shape: Shape) -> Shape:
        flipped = shapely.transform(shape, lambda points: points[:, ::-1])
        return shapely.orient_polygons(flipped) if isinstance(flipped, Polygon) else flipped

    off_site = tuple(
        replace(one, at=None if one.at is None else turned(one.at), land=None if one.land is None else turned(one.land))
        for one in survey.off_site
    )
    return replace(_changed(survey, turned), off_site=off_site)


def _changed(survey: Survey, change: Change) -> Survey:
    return replace(
        survey,
        boundary=change(survey.boundary),
        keep_outs=tuple(change(outline) for outline in survey.keep_outs),
        buildings=tuple(replace(building, footprint=change(building.footprint)) for building in survey.buildings),
        roads=tuple(replace(road, line=change(road.line)) for road in survey.roads),
        windows=tuple(replace(one, line=change(one.line)) for one in survey.windows),
        bus_stops=tuple(change(stop) for stop in survey.bus_stops),
        entrances=tuple(change(entrance) for entrance in survey.entrances),
        levels=tuple(replace(level, at=change(level.at)) for level in survey.levels),
        unused=tuple(change(line) for line in survey.unused),
    )
