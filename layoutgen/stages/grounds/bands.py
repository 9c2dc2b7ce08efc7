"""Parallel bands of ground, and how far each is open from any place along it."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray

from layoutgen.geometry.tolerance import GRID_M

Floats = NDArray[np.float64]

SPAN_M = 1e6  # between the starts of bands when they follow each other, more than any is long [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Edges of shapes in a frame that runs along the bands, and whose each is."""

    xy: Floats  # (n, 2, 2)
    shape: NDArray[np.int_]


def edges_of(shapes: NDArray[np.object_], azimuth_deg: float) -> Edges:
    """Edges of polygons in the frame of a direction."""
    rings, whose = shapely.get_rings(shapes, return_index=True)
    xy, ring = shapely.get_coordinates(rings, return_index=True)
    xy = turned(xy, -azimuth_deg)
    ends = np.stack([xy[:-1], xy[1:]], axis=1)
    own = ring[1:] == ring[:-1]
    return Edges(xy=ends[own], shape=whose[ring[:-1][own]])


def turned(xy: Floats, by_deg: float) -> Floats:
    """Points turned about the origin, anticlockwise."""
    angle = np.radians(by_deg)
    moved: Floats = xy @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return moved


class Crossings(NamedTuple):
    """Where edges lie in bands: from and to along them [m], in which band, and whose edge it is."""

    low: Floats
    high: Floats
    band: NDArray[np.int_]
    shape: NDArray[np.int_]

    def mirrored(self) -> "Crossings":
        """The same seen in the other direction."""
        return Crossings(-self.high, -self.low, self.band, self.shape)


def crossings(edges: Edges, lows: Floats, width_m: float) -> Crossings:
    """Every edge in every band of a width, given by their lower sides."""
    x, y = edges.xy[:, :, 0], edges.xy[:, :, 1]
    below, above = lows + GRID_M, lows + width_m - GRID_M
    band, edge = np.nonzero((y.min(axis=1)[None, :] < above[:, None]) & (y.max(axis=1)[None, :] > below[:, None]))
    rise = y[edge, 1] - y[edge, 0]
    is_flat = np.abs(rise) < GRID_M
    cuts = np.clip(y[edge], below[band][:, None], above[band][:, None])
    share = np.where(is_flat[:, None], np.array([[0.0, 1.0]]), (cuts - y[edge, :1]) / np.where(is_flat, 1.0, rise)[:, None])
    at = x[edge, :1] + share * (x[edge, 1] - x[edge, 0])[:, None]
    return Crossings(at.min(axis=1), at.max(axis=1), band, edges.shape[edge])


class Openness:
    """Tells of places in bands where the next edge ahead begins."""

    def __init__(self, crossed: Crossings) -> None:
        """Sort the crossings of all bands at once, as if the bands followed each other."""
        shift = crossed.band * SPAN_M
        order = np.argsort(crossed.high + shift, kind="stable")
        self._high = (crossed.high + shift)[order]
        nearest = np.minimum.accumulate((crossed.low + shift)[order][::-1])[::-1]
        self._low = np.append(nearest, np.inf)

    def ahead(self, places: Floats, band: NDArray[np.int_]) -> Floats:
        """Where the first edge begins that ends beyond each place [m]."""
        shift = band * SPAN_M
        found: Floats = self._low[np.searchsorted(self._high, places + shift + GRID_M)] - shift
        return found
