"""What stands in the sun's way: the walls of buildings, as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

Floats = NDArray[np.float64]
Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """Obstacles: every building is a prism from the ground to one top; its walls run counter-clockwise."""

    walls: Floats  # (w, 4): x and y of the start, x and y of the end [m]
    first: Indices  # (b,) first wall of each building
    counts: Indices  # (b,) how many walls
    centres: Floats  # (b, 2) [m]
    radii: Floats  # (b,) of the circle about the centre that holds the footprint [m]
    tops: Floats  # (b,) [m] above the common ground

    @classmethod
    def of(cls, footprints: Sequence[Polygon], heights_m: Sequence[float] | Floats) -> "Scene":
        """Scene of footprints with their shading heights; holes are taken as filled.

        Raises
        ------
        ValueError
            If there are not as many heights as footprints.
        """
        if len(footprints) != len(heights_m):
            raise ValueError(f"{len(footprints)} footprints, {len(heights_m)} heights")
        if not footprints:
            return _EMPTY
        rings = shapely.get_exterior_ring(np.asarray(footprints, dtype=object))
        points, owner = shapely.get_coordinates(rings, return_index=True)
        inner = owner[1:] == owner[:-1]
        walls = np.hstack([points[:-1], points[1:]])[inner]
        owner = owner[:-1][inner]
        counts = np.bincount(owner, minlength=len(footprints)).astype(np.int64)
        first = np.cumsum(counts) - counts
        doubled_area = np.bincount(owner, weights=walls[:, 0] * walls[:, 3] - walls[:, 2] * walls[:, 1])
        clockwise = (doubled_area < 0.0)[owner]
        walls[clockwise] = walls[clockwise][:, [2, 3, 0, 1]]
        low = np.minimum.reduceat(walls[:, :2], first)
        high = np.maximum.reduceat(walls[:, :2], first)
        return cls(
            walls=walls,
            first=first,
            counts=counts,
            centres=(low + high) / 2.0,
            radii=np.hypot(*(high - low).T) / 2.0,
            tops=np.asarray(heights_m, dtype=np.float64),
        )

    def plus(self, other: "Scene") -> "Scene":
        """Both scenes as one; neither is changed."""
        return Scene(
            walls=np.concatenate([self.walls, other.walls]),
            first=np.concatenate([self.first, other.first + len(self.walls)]),
            counts=np.concatenate([self.counts, other.counts]),
            centres=np.concatenate([self.centres, other.centres]),
            radii=np.concatenate([self.radii, other.radii]),
            tops=np.concatenate([self.tops, other.tops]),
        )

    def __len__(self) -> int:
        """Count the buildings."""
        return len(self.tops)


_EMPTY = Scene(
    walls=np.empty((0, 4)),
    first=np.empty(0, dtype=np.int64),
    counts=np.empty(0, dtype=np.int64),
    centres=np.empty((0, 2)),
    radii=np.empty(0),
    tops=np.empty(0),
)
