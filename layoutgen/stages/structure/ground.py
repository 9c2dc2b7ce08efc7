"""What the street search works on and is judged against: a boundary with its roads, kept-out ground and choices."""

from dataclasses import dataclass

import shapely
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon

from layoutgen.geometry.parts import lines, polygons
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.choices import StreetChoices

ON_M = 0.01  # what lies this near to a line lies on it


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A piece of land that is cut into cells by streets."""

    boundary: Polygon
    smooth: Polygon  # the boundary without its wiggles
    roads: MultiLineString  # edges along roads
    keep_outs: MultiPolygon  # ground that centre lines miss
    directions: tuple[float, ...]  # that the boundary suggests, counter-clockwise from east [degrees]
    fixed: tuple[LineString, ...]  # centre lines of public roads that cross the land and stay
    width_m: float  # of a street
    choices: StreetChoices

    @property
    def parts(self) -> tuple[Polygon, ...]:
        """The boundary cut by the roads that stay."""
        return _cut(self.boundary, self.fixed)

    @property
    def smooth_parts(self) -> tuple[Polygon, ...]:
        """The smooth boundary cut by the roads that stay."""
        return _cut(self.smooth, self.fixed)


def _cut(boundary: Polygon, fixed: tuple[LineString, ...]) -> tuple[Polygon, ...]:
    if not fixed:
        return (boundary,)
    noded = shapely.union_all([boundary.exterior, *fixed], grid_size=GRID_M)
    faces = polygons(shapely.polygonize(list(lines(noded))))
    return tuple(face for face in faces if face.representative_point().within(boundary))
