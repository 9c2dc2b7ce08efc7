"""Where centre lines are cut into the network's edges: at ends, crossings, near ends of others, and at places."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point, Polygon

from layoutgen.geometry.tolerance import DOOR_REACH_M, SNAP_NODE_M, TOUCH_EPS_M

Cut = tuple[int, float]  # line, distance along it [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A short straight walk between two cuts, or from a place (line -1) to a cut."""

    start: Cut
    end: Cut
    length: float


def own_ends(lines: list[LineString]) -> list[Cut]:
    """Both ends of every line."""
    return [cut for i, line in enumerate(lines) for cut in ((i, 0.0), (i, float(line.length)))]


def crossings(lines: list[LineString]) -> list[Cut]:
    """Cuts where lines cross, run together, or where an end of one lies within the snap distance of another."""
    if not lines:
        return []
    first, second = shapely.STRtree(lines).query(lines, predicate="dwithin", distance=SNAP_NODE_M)
    first, second = first[first != second], second[first != second]
    every = np.asarray(lines, dtype=object)
    shared, owners = shapely.get_coordinates(shapely.intersection(every[first], every[second]), return_index=True)
    ends = np.array([shapely.get_coordinates(line)[[0, -1]] for line in lines])[second].reshape(-1, 2)
    against = np.repeat(first, 2)
    near = shapely.distance(shapely.points(ends), every[against]) <= SNAP_NODE_M
    return on_lines(lines, np.concatenate([first[owners], against[near]]), np.vstack([shared, ends[near]]))


def on_lines(lines: list[LineString], which: NDArray[np.int64], points: NDArray[np.float64]) -> list[Cut]:
    """Cuts of lines at the feet of points, each on the line that goes with it."""
    feet = shapely.line_locate_point(np.asarray(lines, dtype=object)[which], shapely.points(points))
    return list(zip(which.tolist(), np.atleast_1d(feet).tolist(), strict=True))


def outline_links(lines: list[LineString], outlines: list[Polygon]) -> list[Link]:
    """Straight walks from a line's end that lies in or at the outline of another way to that way's centre line."""
    if not lines:
        return []
    ends = own_ends(lines)
    points = [shapely.line_interpolate_point(lines[i], along) for i, along in ends]
    which, into = shapely.STRtree(outlines).query(points, predicate="dwithin", distance=TOUCH_EPS_M)
    links = []
    for k, j in zip(which.tolist(), into.tolist(), strict=True):
        gap = float(points[k].distance(lines[j]))
        if ends[k][0] != j and gap > SNAP_NODE_M:
            links.append(Link(start=ends[k], end=(j, float(lines[j].project(points[k]))), length=gap))
    return links


def point_links(lines: list[LineString], places: list[Point]) -> list[Link]:
    """Straight walks from point places to every line within reach; the start of a link is (-1, number of the place)."""
    if not lines or not places:
        return []
    which, into = shapely.STRtree(lines).query(places, predicate="dwithin", distance=DOOR_REACH_M)
    return [
        Link(start=(-1, float(k)), end=(j, float(lines[j].project(places[k]))), length=float(places[k].distance(lines[j])))
        for k, j in zip(which.tolist(), into.tolist(), strict=True)
    ]


def area_cuts(lines: list[LineString], places: list[Polygon]) -> list[tuple[int, Cut]]:
    """Cuts where lines enter, leave, end in or touch the outlines of area places, each with the place's number."""
    if not lines or not places:
        return []
    reached = shapely.buffer(places, TOUCH_EPS_M)
    which, into = shapely.STRtree(lines).query(reached, predicate="intersects")
    pieces = shapely.intersection(np.asarray(lines, dtype=object)[into], reached[which])
    parts, owners = shapely.get_parts(pieces, return_index=True)
    ends = np.vstack([np.empty((0, 2)), *(shapely.get_coordinates(part)[[0, -1]] for part in parts)])
    owners = np.repeat(owners, 2)
    return list(zip(which[owners].tolist(), on_lines(lines, into[owners], ends), strict=True))
