"""The kindergarten in its lot: to the north, playrooms south, so that class grounds and shared ground find room before it."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import clipped, polygons, snap_line, snap_point, snap_polygon
from layoutgen.geometry.placing import best_rectangle, east_axis_deg, rectangles_inside
from layoutgen.model.choices import GroundChoices
from layoutgen.model.kinds import FacilityKind, RoadClass
from layoutgen.model.plan import Lot
from layoutgen.model.program import BuildingDemand
from layoutgen.model.stages import Allocation, Commission
from layoutgen.stages.massing.kindergarten_outline import KindergartenOutline, outlines_of

ORIGIN = (0.0, 0.0)
STEP_M = 1.0
NORTH_M = 0.6  # a place no more than this south of the northernmost is as good
APRON_M = 2.0  # grounds off the walls
EDGE_M = 1.2  # grounds off the lot's edge
BETWEEN_M = 1.0  # class grounds and shared ground
CLASS_DEPTHS_M = (5.5, 12.0)  # of class grounds side by side along the front
SHARED_DEPTHS_M = (9.0, 10.5, 12.0, 14.0, 16.0)
FRAYED_M = 0.5
WAY_IN_M = 8.0  # a shorter stretch of road gives no way in beside a drive


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedKindergarten:
    """A kindergarten's outline on the site."""

    shape: Polygon
    azimuth_deg: float
    bays: tuple[LineString, ...]  # fronts of the class units, outside on the right
    door: Point


def place_kindergarten(
    demand: BuildingDemand, lot: Lot, free: BaseGeometry, commission: Commission, allocation: Allocation
) -> PlacedKindergarten | None:
    """Stand the best outline whose grounds find room in the lot; None where none does."""
    azimuth = east_axis_deg(lot.outline)
    area = demand.length_m * demand.depth_m
    group = _group(demand, commission)
    is_east = _road_is_east(lot, allocation, commission, azimuth)
    for outline in outlines_of(area, group[0], demand.storeys, commission.choices.facilities, is_east=is_east):
        for place in _places(outline, free, azimuth, is_east=is_east):
            if _has_grounds(outline, place, lot, group, commission.choices.grounds):
                return _on_site(outline, place, azimuth)
    return None


def _group(demand: BuildingDemand, commission: Commission) -> tuple[int, float]:
    """Classes and children of one kindergarten."""
    need, part = commission.program.need(FacilityKind.KINDERGARTEN), demand.columns[0].parts[0]
    return part.classes or int(need.figure("classes")), need.figure("children") * part.share(need)


def _places(outline: KindergartenOutline, free: BaseGeometry, azimuth: float, *, is_east: bool) -> list[tuple[float, float]]:
    """South-west corners in the turned frame: northernmost, away from the road, then in the middle."""
    x, y, _ = rectangles_inside(free, azimuth, outline.length_m, outline.depth_m, STEP_M)
    if not len(x):
        return []
    top = y >= y.max() - NORTH_M
    far = x[top].min() if is_east else x[top].max()
    middle = x[top][int(np.argmin(np.abs(x[top] - np.median(x[top]))))]
    best = [float(far), float(middle)]
    return [(east - outline.length_m / 2.0, float(y[top & (x == east)].max()) - outline.depth_m / 2.0) for east in best]


def _has_grounds(
    outline: KindergartenOutline, place: tuple[float, float], lot: Lot, group: tuple[int, float], choices: GroundChoices
) -> bool:
    """Whether class grounds fit in a row before the front, and the shared ground somewhere beside them."""
    azimuth = east_axis_deg(lot.outline)
    land = affinity.rotate(lot.outline, -azimuth, origin=ORIGIN).buffer(-EDGE_M, join_style="mitre")
    classes, children = group
    wide = (outline.length_m - choices.class_ground_gap_m * (classes - 1)) / classes
    deep = choices.class_ground_m2 * children / classes / wide
    if not CLASS_DEPTHS_M[0] <= deep <= CLASS_DEPTHS_M[1]:
        return False
    x, y = place
    row = shapely.box(x, y - APRON_M - deep, x + outline.length_m, y - APRON_M)
    if not land.covers(row):
        return False
    walls = affinity.translate(outline.shape, x, y).buffer(APRON_M, join_style="mitre")
    left = shapely.difference(
        _south_of(land, y + outline.door[1] / 2.0), shapely.union(walls, row.buffer(BETWEEN_M, join_style="mitre"))
    )
    return _has_shared(left, choices.shared_ground_m2 * children, choices.track_length_m + 2.0 * APRON_M * 0.1)


def _south_of(land: BaseGeometry, y: float) -> BaseGeometry:
    """The part of a turned piece of land that the building does not shade."""
    west, south, east, _ = land.bounds
    return clipped(land, west, south, east, y) if y > south else Polygon()


def _has_shared(left: BaseGeometry, area_m2: float, length_m: float) -> bool:
    sizes = [(max(area_m2 / depth, length_m), depth) for depth in SHARED_DEPTHS_M]
    return any(best_rectangle(left, turn, size, lambda x, y: -y) is not None for size in sizes for turn in (0.0, 90.0))


def _on_site(outline: KindergartenOutline, place: tuple[float, float], azimuth: float) -> PlacedKindergarten:
    x, y = place

    def put(shape: BaseGeometry) -> BaseGeometry:
        return affinity.rotate(affinity.translate(shape, x, y), azimuth, origin=ORIGIN)

    return PlacedKindergarten(
        shape=snap_polygon(polygons(put(outline.shape))[0]),
        azimuth_deg=azimuth,
        bays=tuple(snap_line(LineString(put(LineString([(a, 0.0), (b, 0.0)])).coords)) for a, b in outline.bays),
        door=snap_point(Point(put(Point(outline.door)).coords[0])),
    )


def _road_is_east(lot: Lot, allocation: Allocation, commission: Commission, azimuth: float) -> bool:
    """Whether the lot's border on roads lies on its east side rather than on its west; of two the one nearer to the blocks."""
    blocks = [block.outline for block in allocation.blocks]
    others = [other.outline for other in allocation.lots if other.id != lot.id]
    neighbours = [edge.line for edge in commission.site.edges if edge.road_class is RoadClass.NONE]
    closed = shapely.union_all([*blocks, *others, *neighbours]).buffer(FRAYED_M)
    road = affinity.rotate(shapely.difference(lot.outline.exterior, closed), -azimuth, origin=ORIGIN)
    middle = affinity.rotate(lot.outline, -azimuth, origin=ORIGIN)
    west, _, east, _ = middle.bounds
    if road.is_empty:
        return True
    strips = [shapely.box(a, *_span(middle, b)) for a, b in ((west - 1.0, west + 4.0), (east - 4.0, east + 1.0))]
    on_west, on_east = (shapely.intersection(road, strip) for strip in strips)
    if min(on_west.length, on_east.length) < WAY_IN_M:
        return bool(on_east.length >= on_west.length)
    homes = [(affinity.rotate(block.centroid, -azimuth, origin=ORIGIN), block.area) for block in blocks]
    far = [sum(area * side.centroid.distance(home) for home, area in homes) for side in (on_west, on_east)]
    return far[1] <= far[0]


def _span(shape: BaseGeometry, x_to: float) -> tuple[float, float, float]:
    """The other bounds of an upright strip over the whole height of a shape."""
    return shape.bounds[1] - 1.0, x_to, shape.bounds[3] + 1.0
