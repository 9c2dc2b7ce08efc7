"""Roads of the file that run across the site from boundary to boundary: they stay, as public streets."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
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
    pieces = [piece for road in roads if not road.is_edge for piece in lines(shapely.intersection(road.line, boundary))]
    found = [snap_line(piece) for piece in pieces if _crosses(piece, rim)]
    if not found:
        return (), ()
    count = len(found)
    en = f"{count} roads of the file cross the site: they stay, as public streets"
    return tuple(found), (Sentence(en=en, zh=f"文件中有 {count} 条道路穿越用地：保留为城市支路"),)


def _crosses(piece: LineString, rim: BaseGeometry) -> bool:
    """Whether a road leads from boundary to boundary through the inside of the site."""
    ends = (Point(piece.coords[0]), Point(piece.coords[-1]))
    if any(rim.distance(end) > LENGTH_EPS_M for end in ends):
        return False
    along = shapely.points(shapely.get_coordinates(shapely.segmentize(piece, STEP_M)))
    return not bool(np.all(shapely.dwithin(along, rim, INNER_M)))
