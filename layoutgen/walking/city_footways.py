"""The city's footways: people also walk along the roads at the site's edge, from where one way comes out to the next."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import MultiLineString
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import lines
from layoutgen.geometry.tolerance import CITY_REACH_M
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import Edge

Stretch = tuple[int, int, float]  # two nodes and the walk between them [m]


def city_roads_of(edges: Sequence[Edge]) -> BaseGeometry:
    """Edges of the site that lie along a road, as lines that run on round the corners."""
    roads = [edge.line for edge in edges if edge.road_class is not RoadClass.NONE]
    merged: BaseGeometry = shapely.line_merge(MultiLineString(roads)) if roads else MultiLineString()
    return merged


def city_stretches(roads: BaseGeometry, points: NDArray[np.float64], nodes: tuple[int, ...]) -> list[Stretch]:
    """Walks along the roads at the site's edge, each from one node to the next.

    Parameters
    ----------
    points
        Places of all nodes of the network. [m]
    nodes
        Those at which ways come out of the site.
    """
    found: list[Stretch] = []
    for road in lines(roads):
        here = [node for node in nodes if shapely.distance(shapely.points(points[node]), road) <= CITY_REACH_M]
        order = sorted((float(road.project(shapely.points(points[node]))), node) for node in here)
        found += [(a, b, far - near) for (near, a), (far, b) in pairwise(order)]
        if len(order) > 1 and road.is_ring:
            (first, a), (last, b) = order[0], order[-1]
            found.append((b, a, road.length - last + first))
    return found
