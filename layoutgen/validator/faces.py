"""Faces of buildings: the straight pieces of their outlines, told apart as gable, façade with an entrance, or plain façade."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon

from layoutgen.geometry.sides import sides
from layoutgen.geometry.tolerance import SNAP_NODE_M
from layoutgen.indicators.intensity import is_housing
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Building, Plan
from layoutgen.standards.counting import load_counting
from layoutgen.validator.judgement import once

GABLE, ENTRANCE, PLAIN = "gable", "entrance", "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One face of a building; outside is on the right of its direction."""

    building: str
    kind: str
    line: LineString

    def before(self, depth_m: float) -> Polygon:
        """Ground straight before the face, its corners left out; none where its ends meet."""
        a, b = np.asarray(self.line.coords)[[0, -1], :2]
        length = float(np.hypot(*(b - a)))
        if length == 0.0:
            return Polygon()
        along = (b - a) / length
        out = np.array([along[1], -along[0]]) * depth_m
        a, b = a + along * SNAP_NODE_M, b - along * SNAP_NODE_M
        return Polygon([a, b, b + out, a + out])


def _faces(plan: Plan) -> tuple[Face, ...]:
    doors = [spot for spot in plan.spots if spot.kind is SpotKind.DOOR]
    homes_of = {facility.id: facility.building for facility in plan.facilities}
    entered: dict[str, list[shapely.Point]] = {}
    for door in doors:
        entered.setdefault(homes_of.get(door.of, door.of), []).append(door.point)
    return tuple(face for building in plan.buildings for face in _of_building(building, entered.get(building.id, [])))


faces = once(_faces)


def _of_building(building: Building, doors: list[shapely.Point]) -> Iterator[Face]:
    counting = load_counting()
    long, _, short, _ = sides(building.footprint)
    has_gables = is_housing(building) and long.length >= counting.gables_from_ratio * short.length
    ring = shapely.get_coordinates(shapely.orient_polygons(building.footprint).exterior)
    for a, b in pairwise(ring):
        line = LineString([a, b])
        if line.length < counting.face_least_m:
            continue
        is_entered = any(line.distance(door) <= SNAP_NODE_M for door in doors)
        is_gable = has_gables and _is_across(b - a, long.along)
        yield Face(building=building.id, kind=ENTRANCE if is_entered else GABLE if is_gable else PLAIN, line=line)


def _is_across(run: NDArray[np.float64], along: tuple[float, float]) -> bool:
    """Whether a piece runs rather across a direction than along it."""
    return abs(float(run @ np.array(along))) < abs(float(run[0] * along[1] - run[1] * along[0]))
