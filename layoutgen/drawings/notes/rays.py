"""Straight looks across a plan: what a ray meets first."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan

Numbers = NDArray[np.float64]
Place = tuple[float, float]
SKEW = 1e-9  # sides as parallel to a ray as this are not met


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """What a ray meets."""

    place: Place
    owner: int  # number of the shape
    across: float  # sine of the angle between the ray and the side that it meets, 0…1
    way_m: float


class Sides:
    """The sides of shapes, by which shape they are of."""

    def __init__(self, shapes: Sequence[BaseGeometry]) -> None:
        firsts, lasts, owners = [], [], []
        for number, shape in enumerate(shapes):
            for ring in shapely.get_parts(shapely.boundary(shape) if shape.geom_type == "Polygon" else shape):
                coords = shapely.get_coordinates(ring)
                firsts.append(coords[:-1])
                lasts.append(coords[1:])
                owners += [number] * (len(coords) - 1)
        self.first: Numbers = np.vstack(firsts) if firsts else np.zeros((0, 2))
        self.step: Numbers = (np.vstack(lasts) if lasts else np.zeros((0, 2))) - self.first
        self.owner = np.asarray(owners, dtype=np.intp)

    def met(self, start: Place, towards: Place, reach_m: float, but: int = -1) -> Met | None:
        """First side that a ray meets, of any shape but one; None within reach."""
        (px, py), (dx, dy) = start, towards
        cross = dx * self.step[:, 1] - dy * self.step[:, 0]
        is_skew = (np.abs(cross) > SKEW) & (self.owner != but)
        safe = np.where(is_skew, cross, 1.0)
        fx, fy = self.first[:, 0] - px, self.first[:, 1] - py
        way = (fx * self.step[:, 1] - fy * self.step[:, 0]) / safe
        at = (fx * dy - fy * dx) / safe
        is_met = is_skew & (at >= 0.0) & (at <= 1.0) & (way > SKEW) & (way <= reach_m)
        if not is_met.any():
            return None
        number = int(np.argmin(np.where(is_met, way, np.inf)))
        long = float(np.hypot(*self.step[number]))
        return Met(
            place=(px + dx * float(way[number]), py + dy * float(way[number])),
            owner=int(self.owner[number]),
            across=abs(float(cross[number])) / long,
            way_m=float(way[number]),
        )


def red_lines(plan: Plan) -> list[BaseGeometry]:
    """Land of the site and of its public streets."""
    streets: list[BaseGeometry] = [way.outline for way in plan.ways if way.kind in (WayKind.STREET, WayKind.CITY_ROAD)]
    return [plan.boundary, *streets]
