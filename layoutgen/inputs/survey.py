"""A survey: what stands in a site file, in metres, before it is a site."""

from dataclasses import dataclass, replace
from typing import TypeVar

from shapely.affinity import translate
from shapely.geometry import LineString, Point, Polygon

from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import OffSite
from layoutgen.sentence import Sentence

Shape = TypeVar("Shape", LineString, Point, Polygon)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyedWindows:
    """A line of neighbours' windows that keep their sun."""

    line: LineString
    sill_m: float | None  # above the ground; None = not said


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
    repairs: tuple[Sentence, ...] = ()
    assumptions: tuple[Sentence, ...] = ()


def move_survey(survey: Survey, origin: tuple[float, float]) -> Survey:
    """Survey with an origin taken off all coordinates [m]."""

    def moved(shape: Shape) -> Shape:
        return translate(shape, -origin[0], -origin[1])

    return replace(
        survey,
        boundary=moved(survey.boundary),
        keep_outs=tuple(moved(outline) for outline in survey.keep_outs),
        buildings=tuple(replace(building, footprint=moved(building.footprint)) for building in survey.buildings),
        roads=tuple(replace(road, line=moved(road.line)) for road in survey.roads),
        windows=tuple(replace(one, line=moved(one.line)) for one in survey.windows),
        bus_stops=tuple(moved(stop) for stop in survey.bus_stops),
    )
