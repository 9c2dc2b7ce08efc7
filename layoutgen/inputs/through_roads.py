"""Roads of the file that run across the site from boundary to boundary: they stay, as public streets."""

from collections.abc import Sequence

import shapely
from shapely.geometry import LineString, Point, Polygon

from layoutgen.geometry.parts import lines, snap_line
from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.inputs.survey import Road
from layoutgen.sentence import Sentence

INNER_M = 20.0  # a road that comes no farther than this into the site is the one along its edge [m]


def through_roads(boundary: Polygon, roads: Sequence[Road]) -> tuple[tuple[LineString, ...], tuple[Sentence, ...]]:
    """Centre lines of the roads that cross a site, from boundary to boundary, and what is said of them."""
    found: list[LineString] = []
    for road in roads:
        if not road.is_edge:
            found += [
                snap_line(piece) for piece in lines(shapely.intersection(road.line, boundary)) if _crosses(piece, boundary)
            ]
    if not found:
        return (), ()
    count = len(found)
    en = f"{count} roads of the file cross the site: they stay, as public streets"
    return tuple(found), (Sentence(en=en, zh=f"文件中有 {count} 条道路穿越用地：保留为城市支路"),)


def _crosses(piece: LineString, boundary: Polygon) -> bool:
    """Whether a road leads from boundary to boundary through the inside of the site."""
    rim = boundary.exterior
    ends = (Point(piece.coords[0]), Point(piece.coords[-1]))
    return all(rim.distance(end) <= LENGTH_EPS_M for end in ends) and not piece.within(rim.buffer(INNER_M))
