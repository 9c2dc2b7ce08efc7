"""Lines of windows outside the site that keep their sun: as drawn in the site file, or assumed north of the boundary."""

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import shapely
from shapely.affinity import translate
from shapely.geometry import LineString, Polygon

from layoutgen.geometry.parts import snap_line
from layoutgen.inputs.layer_customs import Customs, load_customs
from layoutgen.inputs.survey import SurveyedWindows
from layoutgen.model.site import Site, WindowLine


def window_lines(drawn: Sequence[SurveyedWindows], customs: Customs) -> tuple[WindowLine, ...]:
    """Lines of a site file, from west to east; each looks south, one that runs due north as it is drawn."""
    found = [
        WindowLine(
            id="",
            line=snap_line(_looking_south(windows.line)),
            sill_m=customs.assume("neighbour_sill_m") if windows.sill_m is None else windows.sill_m,
        )
        for windows in drawn
    ]
    ordered = sorted(found, key=lambda one: (one.line.bounds, one.sill_m))
    return tuple(replace(one, id=f"V{n}") for n, one in enumerate(ordered, 1))


def with_north_line(site: Site) -> Site:
    """Site with a line of windows north of its boundary, for neighbours that nobody has surveyed."""
    customs = load_customs()
    lines = _north_lines(site.boundary, customs.assume("north_line_m"), customs.assume("south_deg"))
    sill_m = customs.assume("neighbour_sill_m")
    first = len(site.window_lines) + 1
    more = tuple(WindowLine(id=f"V{n}", line=snap_line(line), sill_m=sill_m) for n, line in enumerate(lines, first))
    return replace(site, window_lines=(*site.window_lines, *more))


def _north_lines(boundary: Polygon, away_m: float, south_deg: float) -> list[LineString]:
    """The boundary's northern sides moved north: each as a wall that looks south."""
    ring = shapely.get_coordinates(shapely.orient_polygons(boundary).exterior)
    least = math.cos(math.radians(south_deg))
    sides = [LineString([b, a]) for a, b in pairwise(ring)]
    return [translate(side, 0.0, away_m) for side in sides if _eastward(side) >= least]


def _looking_south(line: LineString) -> LineString:
    return line if _eastward(line) >= 0.0 else LineString(list(line.coords)[::-1])


def _eastward(line: LineString) -> float:
    """East part of a line's direction: 1 = due east, whose right side looks south."""
    (x0, y0), (x1, y1) = line.coords[0][:2], line.coords[-1][:2]
    length = math.hypot(x1 - x0, y1 - y0)
    return (x1 - x0) / length if length else 0.0
