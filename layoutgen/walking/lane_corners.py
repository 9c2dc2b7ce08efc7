"""Corners of the fire lanes: where an engine turns from one stretch into another, and what room the turn takes."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.clusters import clusters
from layoutgen.geometry.fillet import arc_at, squared
from layoutgen.geometry.tolerance import SNAP_NODE_M
from layoutgen.model.plan import Way

STRAIGHT_DEG = 20.0  # a bend of less needs no arc, and nobody turns back on the spot by more than its supplement
FAR_M = 1000.0  # longer than any arc's tangent [m]
FINE = 6  # decimals of a metre by which two cuts of a line are one: coarser ones move a corner that a long arc starts from
ARC_SIDES = 128  # of a quarter circle: the chords miss a centimetre of radius by far

Vector = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """A stretch of lane that leaves a corner."""

    way: str
    toward: Vector  # unit vector away from the corner
    half_m: float  # half of its carriageway


@dataclass(frozen=True, slots=True, kw_only=True)
class Corner:
    """Two arms that meet at an angle."""

    at: Vector
    first: Arm
    second: Arm

    @property
    def inner(self) -> NDArray[np.float64]:
        """Where the kerbs of the two carriageways meet inside the corner."""
        d1, d2 = np.asarray(self.first.toward), np.asarray(self.second.toward)
        sine = abs(float(d1[0] * d2[1] - d1[1] * d2[0]))
        return np.asarray(np.asarray(self.at) + d1 * (self.second.half_m / sine) + d2 * (self.first.half_m / sine))

    def kerb(self, radius_m: float) -> Polygon:
        """The fillet as it is drawn, its arc in chords."""
        far = [self.inner + np.asarray(arm.toward) * FAR_M for arm in (self.first, self.second)]
        return Polygon([self.inner, *arc_at(far[0], self.inner, far[1], radius_m)])

    def fillet(self, radius_m: float) -> BaseGeometry:
        """Ground inside the corner that an arc of a radius takes besides the two carriageways."""
        kite, centre = self._kite(radius_m)
        return shapely.difference(kite, Point(*centre).buffer(radius_m, quad_segs=ARC_SIDES))

    def reach(self, radius_m: float) -> Polygon:
        """Ground with straight sides that holds the fillet of a radius, and of any smaller one."""
        return self._kite(radius_m)[0]

    def _kite(self, radius_m: float) -> tuple[Polygon, NDArray[np.float64]]:
        """Outline from the corner of the carriageways to where an arc begins, its centre and where it ends; the centre."""
        d1, d2, inner = np.asarray(self.first.toward), np.asarray(self.second.toward), self.inner
        half = math.acos(float(np.clip(d1 @ d2, -1.0, 1.0))) / 2.0
        middle = (d1 + d2) / float(np.hypot(*(d1 + d2)))
        reach, centre = radius_m / math.tan(half), inner + middle * (radius_m / math.sin(half))
        return Polygon([inner, inner + d1 * reach, centre, inner + d2 * reach]), centre


def lane_corners(ways: Sequence[Way]) -> tuple[Corner, ...]:
    """Corners of some ways, each pair of arms that meet at an angle once."""
    found: list[tuple[Vector, Arm]] = []
    for way, start, end in _stretches(ways):
        run = (end[0] - start[0], end[1] - start[1])
        length = math.hypot(*run)
        if length <= SNAP_NODE_M:
            continue
        unit = (run[0] / length, run[1] / length)
        half = way.carriageway_m / 2.0
        found.append((start, Arm(way=way.id, toward=unit, half_m=half)))
        found.append((end, Arm(way=way.id, toward=(-unit[0], -unit[1]), half_m=half)))
    return tuple(
        Corner(at=at, first=first, second=second)
        for at, meeting in _meetings(found)
        for first, second in combinations(sorted(meeting, key=lambda arm: (arm.way, arm.toward)), 2)
        if _is_turn(first.toward, second.toward)
    )


def _meetings(found: Sequence[tuple[Vector, Arm]]) -> list[tuple[Vector, list[Arm]]]:
    """Arms that leave one place, wherever a grid would cut it: ends within the snap distance are one place."""
    if not found:
        return []
    labels = clusters(np.asarray([point for point, _ in found]), SNAP_NODE_M)
    arms: dict[int, list[Arm]] = defaultdict(list)
    places: dict[int, list[Vector]] = defaultdict(list)
    for label, (point, arm) in zip(labels.tolist(), found, strict=True):
        arms[label].append(arm)
        places[label].append(point)
    return sorted(((min(places[label]), arms[label]) for label in arms), key=lambda meeting: meeting[0])


def _stretches(ways: Sequence[Way]) -> list[tuple[Way, Vector, Vector]]:
    """Straight pieces of the centre lines, arcs led back to their corners, cut wherever another line meets them."""
    ends = np.array([Point(way.centre.coords[k]) for way in ways for k in (0, -1)], dtype=object)
    drawn = np.array([way.centre for way in ways], dtype=object)
    tree = shapely.STRtree(drawn)
    found: list[tuple[Way, Vector, Vector]] = []
    for number, way in enumerate(ways):
        near = ends[shapely.dwithin(ends, way.centre, SNAP_NODE_M)]
        others = drawn[[n for n in sorted(tree.query(way.centre, predicate="intersects").tolist()) if n != number]]
        crossing = shapely.get_coordinates(shapely.intersection(way.centre, others))
        marks = shapely.points([*shapely.get_coordinates(near), *crossing])
        line = squared(
            way.centre, shapely.union_all(marks[shapely.disjoint(marks, shapely.boundary(way.centre))]), STRAIGHT_DEG
        )
        cuts = sorted({round(float(cut), FINE) for cut in shapely.line_locate_point(line, marks)} | _vertices(line))
        points = [line.interpolate(cut) for cut in cuts]
        found.extend((way, (a.x, a.y), (b.x, b.y)) for a, b in pairwise(points))
    return found


def _vertices(line: LineString) -> set[float]:
    coords = shapely.get_coordinates(line)
    steps = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(coords, axis=0).T))])
    return {round(float(step), FINE) for step in steps}


def _is_turn(first: Vector, second: Vector) -> bool:
    angle = math.degrees(math.acos(max(-1.0, min(1.0, first[0] * second[0] + first[1] * second[1]))))
    return STRAIGHT_DEG < angle < 180.0 - STRAIGHT_DEG
