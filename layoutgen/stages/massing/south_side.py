"""The south of a cell, where its last row may stand down to the setback: the loop turns back north of that row."""

import math
from itertools import pairwise

import shapely
from shapely import affinity
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.model.choices import Choices
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import Site

ORIGIN = (0.0, 0.0)
WIDTH_M = 40.0  # of the south sides, together: less is not worth the change [m]
RISE_M = 10.0  # from the lowest point of a cell to the highest of its south sides: one line of slabs stands along them [m]
SPUR_M = 20.0  # parts of a cell that are narrower hold no slab [m]
ACCESS_M = 120.0  # of the other sides along which the loop can still be joined to roads [m]
BESIDE_M = 1.0  # a side this near to an edge of the site lies on it [m]


def south_strip(cell: Polygon, azimuth_deg: float, depth_m: float, site: Site, choices: Choices) -> BaseGeometry:
    """Ground along the south sides of a cell that its loop may leave to the last row; empty where it must not.

    Parameters
    ----------
    azimuth_deg
        Of the rows.
    depth_m
        From the cell's edge to where walls may stand beside a loop. [m]
    """
    nothing = Polygon()
    turned = shapely.orient_polygons(affinity.rotate(cell, -azimuth_deg, origin=ORIGIN))
    body = turned.buffer(-SPUR_M / 2.0, join_style="mitre").buffer(SPUR_M / 2.0, join_style="mitre")
    if body.is_empty:
        return nothing
    _, low, _, high = body.bounds
    if high - low < choices.lanes.open_south_depth_m:
        return nothing
    least = math.cos(math.radians(choices.lanes.open_south_deg))
    south, others = list[LineString](), list[LineString]()
    for start, end in pairwise(turned.exterior.coords):
        side = LineString([start, end])
        is_south = end[0] - start[0] >= least * side.length and side.bounds[3] <= low + RISE_M
        (south if is_south else others).append(side)
    if sum(side.bounds[2] - side.bounds[0] for side in south) < WIDTH_M:
        return nothing
    back = [affinity.rotate(side, azimuth_deg, origin=ORIGIN) for side in others]
    if sum(side.length for side in back if _gives_access(side, site)) < ACCESS_M:
        return nothing
    legs = shapely.union_all([side.buffer(depth_m) for side in others])
    strip = shapely.union_all([side.buffer(depth_m + RISE_M) for side in south])
    kept = shapely.difference(shapely.intersection(strip, turned), legs)
    return affinity.rotate(kept, azimuth_deg, origin=ORIGIN)


def _gives_access(side: LineString, site: Site) -> bool:
    """Whether a gate may open on a side: it lies on a street of ours, or on a road that allows one."""
    middle = side.interpolate(0.5, normalized=True)
    edges = [edge for edge in site.edges if edge.line.distance(middle) < BESIDE_M]
    return all(edge.allows_gate and edge.road_class is not RoadClass.NONE for edge in edges)
