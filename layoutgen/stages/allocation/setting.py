"""The site as lots see it: where the public roads run, where its homes will be, what may not be built on."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.sampling import across, even_points
from layoutgen.geometry.tolerance import TOUCH_EPS_M
from layoutgen.model.choices import LaneChoices
from layoutgen.model.kinds import RoadClass
from layoutgen.model.stages import Commission, Structure
from layoutgen.stages.allocation.rests import CellGround, cell_ground

HOMES = 180  # places that stand for the homes: about so many, evenly over the cells
Values = NDArray[np.float64]
Shapes = NDArray[np.object_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the costs of lots are measured against."""

    boundary: Polygon
    public: BaseGeometry  # lines of public streets' borders and road edges
    arterials: BaseGeometry  # those of the road edges where no kindergarten's gate may open
    middle: Point
    radius_m: float
    keep_outs: BaseGeometry
    cells: tuple[Polygon, ...]
    grounds: tuple[CellGround, ...]
    fronts: Shapes  # of each cell, on public roads
    quiet_fronts: Shapes  # those that are no arterials
    inner_fronts: Shapes  # of each cell, on attached streets
    homes: Values  # (n, 2) places that stand for the homes
    axes: Values  # (2, 2) directions of the streets, a column each

    def frontage(self, lot: Polygon) -> float:
        """Length of a lot's border on public roads [m]."""
        if self.public.is_empty:
            return 0.0
        wide = lot.buffer(3.0 * TOUCH_EPS_M, quad_segs=1)
        return float(shapely.intersection(self.public, wide).length)


def find_setting(commission: Commission, structure: Structure) -> Setting:
    """Gather what lots look at."""
    site = commission.site
    roads = [edge.line for edge in site.edges if edge.road_class is not RoadClass.NONE]
    borders = shapely.union_all([way.outline.exterior for way in structure.streets])
    boundary = Polygon(site.boundary.exterior)
    inner = shapely.difference(borders, boundary.exterior.buffer(TOUCH_EPS_M)) if structure.streets else borders
    public = shapely.union_all([*roads, inner]) if structure.is_public else shapely.union_all(roads)
    arterials = shapely.union_all([edge.line for edge in site.edges if edge.road_class is RoadClass.ARTERIAL])
    cells = tuple(cell.outline for cell in structure.cells)
    lanes: LaneChoices = commission.choices.lanes
    fronts = _fronts(cells, public)
    return Setting(
        boundary=boundary,
        public=public,
        arterials=arterials,
        middle=boundary.centroid,
        radius_m=float(np.sqrt(boundary.area)) / 2.0,
        keep_outs=shapely.union_all(list(site.keep_outs)),
        cells=cells,
        grounds=tuple(cell_ground(cell, lanes.verge_m + lanes.loop_width_m + lanes.lane_to_wall_m) for cell in cells),
        fronts=fronts,
        quiet_fronts=shapely.difference(fronts, arterials.buffer(TOUCH_EPS_M)),
        inner_fronts=_fronts(cells, shapely.Point() if structure.is_public else inner),
        homes=even_points(shapely.MultiPolygon(list(cells)), HOMES),
        axes=across(structure.azimuth_deg),
    )


def _fronts(cells: tuple[Polygon, ...], border: BaseGeometry) -> Shapes:
    """Parts of a border along each cell."""
    rings = np.array([cell.exterior.buffer(2.0 * TOUCH_EPS_M) for cell in cells], dtype=object)
    return np.asarray(shapely.intersection(border, rings), dtype=object)
