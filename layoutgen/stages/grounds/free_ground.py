"""The ground that nothing has taken yet, held off walls, ways and what is laid."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.placing import Score
from layoutgen.model.kinds import GroundKind, WayKind
from layoutgen.stages.grounds.board import Board, as_array, without


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """How far a thing keeps off others [m]."""

    wall_m: float
    way_m: float  # off carriageways
    path_m: float | None = 0.3  # None: footpaths may run across
    ground_m: float = 0.3


def free_ground(board: Board, place: BaseGeometry, gaps: Gaps) -> BaseGeometry:
    """What is left of a place."""
    ways = board.all_ways()
    drives = as_array(way.outline for way in ways if way.kind is not WayKind.FOOTPATH)
    paths = as_array(way.outline for way in ways if way.kind is WayKind.FOOTPATH)
    left = without(place, board.walls(), gaps.wall_m)
    left = without(left, drives, gaps.way_m)
    left = left if gaps.path_m is None else without(left, paths, gaps.path_m)
    left = without(left, as_array(board.kept_free), gaps.ground_m)
    return without(left, board.laid_outlines((GroundKind.GARAGE,)), gaps.ground_m)


def boxes_along(line: LineString, along: tuple[float, float, float], across: tuple[float, float]) -> list[BaseGeometry]:
    """Rectangles on the left of a straight line.

    Parameters
    ----------
    along
        First place along the line, pitch, and width of each. [m]
    across
        Nearest and farthest distance from the line. [m]
    """
    start, end = shapely.get_coordinates(line)[[0, -1]]
    run = (end - start) / line.length
    normal = [-run[1], run[0]]
    first, pitch, width = along
    found: list[BaseGeometry] = []
    place = first
    while place + width <= line.length - first + 1e-9:
        corners = [(place, across[0]), (place + width, across[0]), (place + width, across[1]), (place, across[1])]
        ring = [(start[0] + run[0] * s + normal[0] * t, start[1] + run[1] * s + normal[1] * t) for s, t in corners]
        found.append(shapely.polygons(ring))
        place += pitch
    return found


def sides(shape: Polygon) -> list[LineString]:
    """Sides of a polygon, its inside on their left."""
    ring = shapely.orient_polygons(shape).exterior.coords
    return [LineString(pair) for pair in pairwise(ring)]


def nearest_to(point: Point, azimuth_deg: float) -> Score:
    """Score of rectangles in their own frame: the nearer to a point of the site, the better."""
    turned = affinity.rotate(point, -azimuth_deg, origin=(0.0, 0.0))
    east, north = float(turned.x), float(turned.y)
    return lambda x, y: -np.hypot(x - east, y - north)
