"""The site as lots see it: where the public roads run, where its middle is, what may not be built on."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import TOUCH_EPS_M
from layoutgen.model.choices import LaneChoices
from layoutgen.model.kinds import RoadClass
from layoutgen.model.stages import Commission, Structure


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the costs of lots are measured against."""

    boundary: Polygon
    public: BaseGeometry  # lines of public streets' borders and road edges
    arterials: BaseGeometry  # those of the road edges where no kindergarten's gate may open
    middle: Point
    radius_m: float
    keep_outs: BaseGeometry
    inset_m: float  # from a cell's edge to its slabs
    cells: tuple[Polygon, ...]
    fronts: tuple[BaseGeometry, ...]  # of each cell, on public roads
    inner_fronts: tuple[BaseGeometry, ...]  # of each cell, on attached streets

    def frontage(self, lot: Polygon, cell: int | None = None) -> float:
        """Length of a lot's border on public roads [m]; quicker where its cell is known."""
        return _along(lot, self.public if cell is None else self.fronts[cell])

    def quiet_frontage(self, lot: Polygon) -> float:
        """Length of a lot's border on public roads that are no arterials [m]."""
        return _along(lot, self.public) - _along(lot, self.arterials)

    def inner_frontage(self, lot: Polygon, cell: int) -> float:
        """Length of a lot's border on attached streets [m]."""
        return _along(lot, self.inner_fronts[cell])


def find_setting(commission: Commission, structure: Structure) -> Setting:
    """Gather what lots look at."""
    site = commission.site
    roads = [edge.line for edge in site.edges if edge.road_class is not RoadClass.NONE]
    borders = shapely.union_all([way.outline.exterior for way in structure.streets])
    boundary = Polygon(site.boundary.exterior)
    inner = shapely.difference(borders, boundary.exterior.buffer(TOUCH_EPS_M)) if structure.streets else borders
    public = shapely.union_all([*roads, inner]) if structure.is_public else shapely.union_all(roads)
    cells = tuple(cell.outline for cell in structure.cells)
    lanes: LaneChoices = commission.choices.lanes
    return Setting(
        boundary=boundary,
        public=public,
        arterials=shapely.union_all([edge.line for edge in site.edges if edge.road_class is RoadClass.ARTERIAL]),
        middle=boundary.centroid,
        radius_m=float(np.sqrt(boundary.area)) / 2.0,
        keep_outs=shapely.union_all(list(site.keep_outs)),
        inset_m=lanes.verge_m + lanes.loop_width_m + lanes.lane_to_wall_m,
        cells=cells,
        fronts=_fronts(cells, public),
        inner_fronts=_fronts(cells, shapely.Point() if structure.is_public else inner),
    )


def _fronts(cells: tuple[Polygon, ...], border: BaseGeometry) -> tuple[BaseGeometry, ...]:
    """Parts of a border along each cell."""
    return tuple(shapely.intersection(border, cell.exterior.buffer(2.0 * TOUCH_EPS_M)) for cell in cells)


def _along(lot: Polygon, border: BaseGeometry) -> float:
    if border.is_empty:
        return 0.0
    wide = lot.buffer(3.0 * TOUCH_EPS_M, quad_segs=1)
    return float(shapely.intersection(border, wide).length)
