"""Roads of the file that run across the site from boundary to boundary: they stay, as public streets."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import lines, snap_line
from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.inputs.survey import Road
from layoutgen.sentence import Sentence

STEP_M = 1.0  # places of a road that are looked at [m]
INNER_M = 20.0  # a road that comes no farther than this into the site is the one along its edge [m]


def through_roads(boundary: Polygon, roads: Sequence[Road]) -> tuple[tuple[LineString, ...], tuple[Sentence, ...]]:
    """Centre lines of the roads that cross a site, from boundary to boundary, and what is said of them."""
    rim = boundary.exterior
    shapely.prepare(rim)
    once = {road.line.wkb: road.line for road in roads if not road.is_edge}  # a road drawn twice is one
    pieces = [piece for line in once.values() for piece in lines(shapely.intersection(line, boundary))]
    ends = shapely.get_point(pieces, [[0], [-1]])
    reaches = np.all(np.asarray(shapely.dwithin(ends, rim, LENGTH_EPS_M)), axis=0)
    found = [
        snap_line(piece)
        for piece, at_rim in zip(pieces, np.atleast_1d(reaches), strict=True)
        if at_rim and _leads_inside(piece, rim)
    ]
    if not found:
        return (), ()
    count = len(found)
    en = f"{count} roads of the file cross the site: they stay, as public streets"
    return tuple(found), (Sentence(en=en, zh=f"文件中有 {count} 条道路穿越用地：保留为城市支路"),)


def _leads_inside(piece: LineString, rim: BaseGeometry) -> bool:
    """Whether a road leaves the strip along the boundary."""
    along = shapely.points(shapely.get_coordinates(shapely.segmentize(piece, STEP_M)))
    return not bool(np.all(shapely.dwithin(along, rim, INNER_M)))
