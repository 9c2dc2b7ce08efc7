"""Sites to be divided, every side a local road."""

import shapely
from shapely.geometry import LineString, Polygon

from layoutgen.inputs.templates import load_choices
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import Edge, Site

CHOICES = load_choices().streets
ROAD_M = 26.0  # the default template's


def site_of(boundary: Polygon, keep_outs: tuple[Polygon, ...] = ()) -> Site:
    ring = shapely.get_coordinates(shapely.orient_polygons(boundary).exterior)
    edges = tuple(
        Edge(
            id=f"E{n + 1}",
            line=LineString(ring[n : n + 2]),
            road_class=RoadClass.LOCAL,
            setback_m=None,
            allows_gate=True,
        )
        for n in range(len(ring) - 1)
    )
    return Site(boundary=boundary, edges=edges, keep_outs=keep_outs)
