"""The four sides of a building's least rectangle, and how much of a side has something along it."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import clipped, polygons


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a rectangle; outside is on the right of its direction."""

    start: tuple[float, float]
    along: tuple[float, float]  # unit vector
    length: float  # [m]

    @property
    def line(self) -> LineString:
        """The side itself."""
        (x, y), (ux, uy) = self.start, self.along
        return LineString([(x, y), (x + ux * self.length, y + uy * self.length)])

    def strip(self, reach_m: float) -> Polygon:
        """Ground before the side, as deep as the reach."""
        (x, y), (ux, uy), run = self.start, self.along, self.length
        out = (uy * reach_m, -ux * reach_m)
        far = (x + ux * run, y + uy * run)
        return Polygon([(x, y), far, (far[0] + out[0], far[1] + out[1]), (x + out[0], y + out[1])])

    def cover(self, ground: BaseGeometry, reach_m: float) -> float:
        """Length of the side along which the ground lies within the reach [m]."""
        covered, last = 0.0, 0.0
        for low, high in self._runs(ground, reach_m):
            covered += max(0.0, min(high, self.length) - max(low, last))
            last = max(last, high)
        return covered

    def gaps(self, ground: BaseGeometry, reach_m: float) -> tuple[float, ...]:
        """Lengths of the side without ground before them, between two pieces that have it [m]."""
        found: list[float] = []
        last: float | None = None
        for low, high in self._runs(ground, reach_m):
            if last is not None and low > last:
                found.append(low - last)
            last = high if last is None else max(last, high)
        return tuple(found)

    def _runs(self, ground: BaseGeometry, reach_m: float) -> list[tuple[float, float]]:
        strip = self.strip(reach_m)
        near = shapely.intersection(strip, clipped(ground, *strip.bounds))
        return sorted(self._run(piece) for piece in polygons(near))

    def _run(self, piece: Polygon) -> tuple[float, float]:
        along = (np.asarray(piece.exterior.coords)[:, :2] - self.start) @ np.asarray(self.along)
        return float(along.min()), float(along.max())


def sides(footprint: Polygon) -> tuple[Side, ...]:
    """Sides of the least rectangle around a footprint: the two long ones first, counter-clockwise."""
    rectangle = shapely.orient_polygons(shapely.minimum_rotated_rectangle(footprint))
    ring = shapely.get_coordinates(rectangle)
    run = np.diff(ring, axis=0)
    length = np.hypot(run[:, 0], run[:, 1])
    first = 0 if length[0] >= length[1] else 1
    return tuple(
        Side(
            start=(float(ring[i, 0]), float(ring[i, 1])),
            along=(float(run[i, 0] / length[i]), float(run[i, 1] / length[i])),
            length=float(length[i]),
        )
        for i in (first, (first + 2) % 4, (first + 1) % 4, (first + 3) % 4)
    )
