"""A cell seen from each of its sides: turned so that the side lies below, mirrored for its other corner."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from layoutgen.geometry.placing import east_axis_deg

Values = NDArray[np.float64]

DEPTH_LEAST_M, DEPTH_STEP_M, DEPTH_SHARE = 12.0, 3.0, 0.75
NODE_M = 0.5  # nodes of a profile: between them the area is taken to grow evenly, wrong by less than 0.2 m2
BESIDE_M = 1e-6  # on either side of a corner, where the profile jumps
FAR_M = 5000.0  # beyond any cell [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A cell in a frame of its own: x along a side, y from it into the cell."""

    cell: int
    axes: Values  # site = local @ axes
    low: float  # least y
    left: float  # least x
    right: float
    is_east: bool  # x runs nearer to east or west than to north
    is_mirrored: bool
    depths: Values  # tried depths of strips from the side
    lengths: Values  # mean length of the strip of each depth
    nodes: Values  # x of the profile
    spans: Values  # (nodes, k) y above `low` where the cell begins, ends, begins … at each node; infinite beyond the last
    areas: Values  # (depths, nodes) left of each node up to each depth [m2]

    def profile(self, depth_m: float) -> Values:
        """Area of the cell left of each node, up to a depth [m2]."""
        n = round((depth_m - DEPTH_LEAST_M) / DEPTH_STEP_M)
        if 0 <= n < len(self.depths) and self.depths[n] == depth_m:
            return np.asarray(self.areas[n], dtype=np.float64)
        return np.asarray(_areas(self.nodes, self.spans, np.array([depth_m]))[0], dtype=np.float64)

    def run(self, x_from: float, depth_m: float, area_m2: float) -> float:
        """Where a box that begins at ``x_from`` ends so that it takes an area."""
        area = self.profile(depth_m)
        return float(np.interp(float(np.interp(x_from, self.nodes, area)) + area_m2, area, self.nodes))

    def knife(self, x_from: float, x_to: float, depth_m: float) -> Values:
        """Corners of a box that reaches over the side, in site coordinates; infinite bounds run far beyond the cell."""
        top, bottom = self.low + depth_m, self.low - FAR_M
        west, east = max(x_from, self.left - FAR_M), min(x_to, self.right + FAR_M)
        ring = np.array([(east, bottom), (east, top), (west, top), (west, bottom), (east, bottom)])
        return np.asarray(ring @ self.axes, dtype=np.float64)


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
            found.append(_frame(cell, ring, axes, is_mirrored=mirror < 0.0))
    return tuple(found)


def _frame(cell: int, ring: Values, axes: Values, *, is_mirrored: bool) -> Frame:
    left, low = ring.min(axis=0)
    right, high = ring.max(axis=0)
    depths = np.arange(DEPTH_LEAST_M, DEPTH_SHARE * (high - low) + DEPTH_STEP_M, DEPTH_STEP_M)
    nodes = np.unique(
        np.concatenate([np.arange(left, right, NODE_M), ring[:, 0] - BESIDE_M, ring[:, 0] + BESIDE_M, np.array([right])])
    )
    spans = _spans(ring, nodes) - low
    areas = _areas(nodes, spans, depths)
    return Frame(
        cell=cell,
        axes=axes,
        low=float(low),
        left=float(left),
        right=float(right),
        is_east=bool(abs(axes[0, 0]) >= abs(axes[0, 1])),
        is_mirrored=is_mirrored,
        depths=depths,
        lengths=areas[:, -1] / depths,
        nodes=nodes,
        spans=spans,
        areas=areas,
    )


def _spans(ring: Values, nodes: Values) -> Values:
    """Where upright lines through the nodes cross a ring, from below; infinite beyond the last crossing."""
    start, end = ring[:-1], ring[1:]
    x, run = nodes[:, None], end[:, 0] - start[:, 0]
    is_crossed = (x > np.minimum(start[:, 0], end[:, 0])) & (x <= np.maximum(start[:, 0], end[:, 0]))
    slope = (end[:, 1] - start[:, 1]) / np.where(run == 0.0, 1.0, run)
    y = np.sort(np.where(is_crossed, start[:, 1] + (x - start[:, 0]) * slope, np.inf), axis=1)
    count = int(is_crossed.sum(axis=1).max(initial=2))
    return np.asarray(y[:, : count + count % 2], dtype=np.float64)


def _areas(nodes: Values, spans: Values, depths: Values) -> Values:
    """Area left of each node up to each depth [m2], a row a depth."""
    cut = np.minimum(spans[None, :, :], depths[:, None, None])
    lengths = (cut[:, :, 1::2] - cut[:, :, ::2]).sum(axis=2)
    pieces = (lengths[:, 1:] + lengths[:, :-1]) / 2.0 * np.diff(nodes)
    return np.concatenate([np.zeros((len(depths), 1)), np.cumsum(pieces, axis=1)], axis=1)
