"""The south of a cell, where its last row may stand down to the setback: the loop turns back north of that row."""

import math
from collections.abc import Sequence
from itertools import pairwise

import shapely
from shapely import affinity
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.model.choices import Choices, LaneChoices
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
    turned = shapely.orient_polygons(affinity.rotate(cell, -azimuth_deg, origin=ORIGIN))
    south, others = _south_sides(turned, choices.lanes)
    if sum(side.bounds[2] - side.bounds[0] for side in south) < WIDTH_M:
        return Polygon()
    back = (affinity.rotate(side, azimuth_deg, origin=ORIGIN) for side in others)
    if sum(side.length for side in back if _gives_access(side, site)) < ACCESS_M:
        return Polygon()
    legs = shapely.union_all([side.buffer(depth_m) for side in others])
    strip = shapely.union_all([side.buffer(depth_m + RISE_M) for side in south])
    kept = shapely.difference(shapely.intersection(strip, turned), legs)
    return affinity.rotate(kept, azimuth_deg, origin=ORIGIN)


def _south_sides(turned: Polygon, lanes: LaneChoices) -> tuple[Sequence[LineString], Sequence[LineString]]:
    """Sides at the southern end of a cell that run along the rows, and all others; none of the former where it is shallow."""
    body = turned.buffer(-SPUR_M / 2.0, join_style="mitre").buffer(SPUR_M / 2.0, join_style="mitre")
    all_sides = [LineString(pair) for pair in pairwise(turned.exterior.coords)]
    if body.is_empty or body.bounds[3] - body.bounds[1] < lanes.open_south_depth_m:
        return (), all_sides
    least, highest = math.cos(math.radians(lanes.open_south_deg)), body.bounds[1] + RISE_M
    south = [s for s in all_sides if s.coords[1][0] - s.coords[0][0] >= least * s.length and s.bounds[3] <= highest]
    return south, [side for side in all_sides if side not in south]


def _gives_access(side: LineString, site: Site) -> bool:
    """Whether a gate may open on a side: it lies on a street of ours, or on a road that allows one."""
    middle = side.interpolate(0.5, normalized=True)
    edges = [edge for edge in site.edges if edge.line.distance(middle) < BESIDE_M]
    return all(edge.allows_gate and edge.road_class is not RoadClass.NONE for edge in edges)
