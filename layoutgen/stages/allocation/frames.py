"""A cell seen from each of its sides: turned so that the side lies below, mirrored for its other corner."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.placing import east_axis_deg

Values = NDArray[np.float64]

DEPTH_LEAST_M, DEPTH_STEP_M, DEPTH_SHARE = 12.0, 3.0, 0.75
FAR_M = 5000.0  # beyond any cell [m]
STRAY_M2 = 20.0  # a knife may take no second part larger than this


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A cell in a frame of its own: x along a side, y from it into the cell."""

    cell: int
    shape: Polygon  # in the frame
    axes: Values  # site = local @ axes
    low: float  # least y
    left: float  # least x
    right: float
    is_east: bool  # x runs nearer to east or west than to north
    is_mirrored: bool
    depths: Values  # tried depths of strips from the side
    lengths: Values  # mean length of the strip of each depth

    def knife(self, x_from: float, x_to: float, depth_m: float) -> Polygon:
        """Box that reaches over the side, in site coordinates; infinite bounds run far beyond the cell."""
        top, bottom = self.low + depth_m, self.low - FAR_M
        west = max(x_from, self.left - FAR_M)
        east = min(x_to, self.right + FAR_M)
        box = shapely.box(west, bottom, east, top)
        return Polygon(shapely.get_coordinates(box) @ self.axes)

    def area(self, x_from: float, x_to: float, depth_m: float) -> float:
        """Area of the cell in a box, in all its parts [m2]."""
        box = shapely.box(x_from, self.low - 1.0, x_to, self.low + depth_m)
        return float(shapely.area(shapely.intersection(self.shape, box)))

    def strip(self, x_from: float, x_to: float, depth_m: float) -> Polygon | None:
        """Part of the cell in a box, in the frame; None where it falls apart."""
        box = shapely.box(max(x_from, self.left - 1.0), self.low - 1.0, min(x_to, self.right + 1.0), self.low + depth_m)
        found = shapely.intersection(self.shape, box)
        if isinstance(found, Polygon):
            return None if found.is_empty else found
        parts = polygons(found)
        if not parts or sum(part.area for part in parts[1:]) > STRAY_M2:
            return None
        return parts[0]


def frames_of(cell: int, outline: Polygon) -> tuple[Frame, ...]:
    """Eight frames of a cell: four sides, each from both corners."""
    found: list[Frame] = []
    own = east_axis_deg(outline)
    for quarter in range(4):
        angle = np.radians(own + 90.0 * quarter)
        turn = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
        for mirror in (1.0, -1.0):
            axes = np.diag([mirror, 1.0]) @ turn
            ring = shapely.get_coordinates(outline.exterior) @ axes.T
            found.append(_frame(cell, Polygon(ring), axes, is_mirrored=mirror < 0.0))
    return tuple(found)


def _frame(cell: int, shape: Polygon, axes: Values, *, is_mirrored: bool) -> Frame:
    left, low, right, high = shape.bounds
    depths = np.arange(DEPTH_LEAST_M, DEPTH_SHARE * (high - low) + DEPTH_STEP_M, DEPTH_STEP_M)
    boxes = np.array([shapely.box(left - 1.0, low - 1.0, right + 1.0, low + depth) for depth in depths], dtype=object)
    areas = shapely.area(shapely.intersection(boxes, shape))
    return Frame(
        cell=cell,
        shape=shape,
        axes=axes,
        low=low,
        left=left,
        right=right,
        is_east=bool(abs(axes[0, 0]) >= abs(axes[0, 1])),
        is_mirrored=is_mirrored,
        depths=depths,
        lengths=np.asarray(areas / depths),
    )
