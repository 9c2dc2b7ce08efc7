"""Where a piece of land meets a street or a road along the site's edge."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from layoutgen.geometry.parts import lines
from layoutgen.model.kinds import LotKind, RoadClass
from layoutgen.model.plan import Lot, Way
from layoutgen.model.site import Edge
from layoutgen.stages.grounds.board import Board, as_array, near

TOUCH_M = 0.3  # outlines this close stand side by side [m]
ROUND = 16  # chords of a quarter of the ends of a road's strip
LEAST_M = 3.0  # a shorter frontage gives no way in [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frontage:
    """A straight run of an outline along one street of ours, or along one road edge of the site."""

    line: LineString
    street: Way | None
    edge: Edge | None

    @property
    def name(self) -> str:
        """Id of the street or edge."""
        return self.street.id if self.street else self.edge.id if self.edge else ""

    @property
    def allows_gate(self) -> bool:
        """Whether a vehicle gate may open here."""
        return self.edge.allows_gate if self.edge else True

    @property
    def road_class(self) -> RoadClass:
        """Class of the road."""
        return self.edge.road_class if self.edge else RoadClass.LOCAL

    def arrival(self, point: Point) -> Point:
        """Where one who leaves the land at a point of the frontage joins the road: its centre line, or the site's edge."""
        if self.street is None:
            return nearest_points(self.edge.line, point)[0] if self.edge else point
        return nearest_points(self.street.centre, point)[0]

    def points(self, margin_m: float, pitch_m: float) -> list[Point]:
        """Points along the frontage, the margin kept at both ends; its middle where it is short."""
        length = self.line.length
        if length < 2.0 * margin_m + pitch_m:
            return [self.line.interpolate(0.5, normalized=True)]
        count = int((length - 2.0 * margin_m) // pitch_m) + 1
        first = (length - (count - 1) * pitch_m) / 2.0
        return [self.line.interpolate(first + n * pitch_m) for n in range(count)]


def way_in_frontages(board: Board, lot: Lot) -> list[Frontage]:
    """Frontages by which a lot is entered: a kindergarten's lie on arterials only where it has no others (JGJ 39 3.2.7)."""
    found = find_frontages(board, lot.outline)
    quiet = [front for front in found if front.road_class is not RoadClass.ARTERIAL]
    return quiet if quiet and lot.kind is LotKind.KINDERGARTEN else found


def find_frontages(board: Board, outline: Polygon) -> list[Frontage]:
    """Every frontage of an outline, longest first; the land lies on the left of its line."""
    found: list[Frontage] = []
    roads: list[tuple[BaseGeometry, Way | None, Edge | None]] = [(way.outline, way, None) for way in board.structure.streets]
    roads += [(edge.line, None, edge) for edge in board.commission.site.edges if edge.road_class is not RoadClass.NONE]
    shapes = near(as_array(road for road, _, _ in roads), outline, 2.0 * TOUCH_M)
    beside = [road for road in roads if any(road[0] is shape for shape in shapes)]
    strips = shapely.buffer(shapes, TOUCH_M, quad_segs=ROUND)
    ring = shapely.get_coordinates(shapely.orient_polygons(outline).exterior)
    every = np.asarray(shapely.linestrings(np.stack([ring[:-1], ring[1:]], axis=1)), dtype=object)
    long = every[shapely.length(every) >= LEAST_M]
    for n, k in np.argwhere(shapely.intersects(long[:, None], strips[None, :])).tolist():
        side, (_, street, edge) = long[n], beside[k]
        for run in lines(shapely.intersection(side, strips[k]), LEAST_M):
            ends = sorted((Point(run.coords[0]), Point(run.coords[-1])), key=side.project)
            found.append(Frontage(line=LineString(ends), street=street, edge=edge))
    return sorted(found, key=lambda f: (-f.line.length, f.name, f.line.bounds))
