"""The ground that nothing has taken yet, held off walls, ways and what is laid."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
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


def boxes_along(line: LineString, along: tuple[float, float, float], across: tuple[float, float]) -> NDArray[np.object_]:
    """Rectangles on the left of a straight line.

    Parameters
    ----------
    along
        First place along the line, pitch, and width of each. [m]
    across
        Nearest and farthest distance from the line. [m]
    """
    first, pitch, width = along
    count = int((line.length - 2.0 * first - width + 1e-9) // pitch) + 1 if line.length >= 2.0 * first + width - 1e-9 else 0
    starts = first + pitch * np.arange(count, dtype=np.float64)
    return boxes_on(line, starts, starts + width, across)


def boxes_on(
    line: LineString, low: NDArray[np.float64], high: NDArray[np.float64], across: tuple[float, float]
) -> NDArray[np.object_]:
    """Rectangles on the left of a straight line, between pairs of places along it and two distances from it [m]."""
    frames = np.broadcast_to(frame_of(line), (len(low), 3, 2))
    return boxes_by(frames, np.stack([low, high], axis=1), np.broadcast_to(np.asarray(across), (len(low), 2)))


def frame_of(line: LineString) -> NDArray[np.float64]:
    """Where a straight line begins, its direction, and the direction square to the left of it, a row each."""
    start, end = shapely.get_coordinates(line)[[0, -1]]
    run = (end - start) / line.length
    return np.array([start, run, [-run[1], run[0]]])


def boxes_by(frames: NDArray[np.float64], along: NDArray[np.float64], across: NDArray[np.float64]) -> NDArray[np.object_]:
    """Rectangles on the left of straight lines, each by its line's frame.

    Parameters
    ----------
    frames
        (n, 3, 2) as of `frame_of`.
    along, across
        (n, 2) places along each line, and distances from it. [m]
    """
    if not len(along):
        return np.empty(0, dtype=object)
    steps, asides = along[:, [0, 1, 1, 0], None], across[:, [0, 0, 1, 1], None]
    rings = frames[:, None, 0] + steps * frames[:, None, 1] + asides * frames[:, None, 2]
    return np.asarray(shapely.polygons(rings), dtype=object)


def sides(shape: Polygon) -> list[LineString]:
    """Sides of a polygon, its inside on their left."""
    ring = shapely.orient_polygons(shape).exterior.coords
    return [LineString(pair) for pair in pairwise(ring)]


def nearest_to(point: Point, azimuth_deg: float) -> Score:
    """Score of rectangles in their own frame: the nearer to a point of the site, the better."""
    turned = affinity.rotate(point, -azimuth_deg, origin=(0.0, 0.0))
    east, north = float(turned.x), float(turned.y)
    return lambda x, y: -np.hypot(x - east, y - north)
