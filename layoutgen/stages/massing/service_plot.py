"""The service cluster in its lot: its court open to the garden or the street, with room for stalls and the nursery's ground."""

from dataclasses import dataclass

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons, snap_point, snap_polygon
from layoutgen.geometry.placing import best_rectangle, east_axis_deg
from layoutgen.model.kinds import FacilityKind, LotKind
from layoutgen.model.plan import Lot
from layoutgen.model.program import BuildingDemand, Column
from layoutgen.model.stages import Allocation, Commission
from layoutgen.stages.massing.service_outline import ServiceOutline, outlines_of

ORIGIN = (0.0, 0.0)
GARDEN_M = 22.0  # a garden farther off, across more than a street, is not looked at [m]
STEP_M = 1.0
FRAYED_M = 0.5
STREET_WORTH, SOUTH_WORTH = 0.6, 0.05  # of a court that is open to a street, to the sun, beside one that looks at its aim
NURSERY_RATIOS = (1.5, 2.5, 4.0)  # of its ground's sides
NURSERY_REACH_M = 10.0  # of its ground from its rooms
WALL_M = 1.0
ROW = 3  # stalls side by side that must find room


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedSlice:
    """A column of facilities on the site, with a door for each of its parts."""

    column: Column
    shape: Polygon
    doors: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedService:
    """The outline on the site."""

    shape: Polygon
    slices: tuple[PlacedSlice, ...]


def place_service(
    demand: BuildingDemand, lot: Lot, free: BaseGeometry, commission: Commission, allocation: Allocation
) -> PlacedService | None:
    """Stand the best outline that leaves room for the rest; None where none does."""
    azimuth = east_axis_deg(lot.outline)
    turns = sorted((azimuth + 90.0 * k for k in range(4)), key=lambda turn: _off_front(turn, lot, allocation))
    outlines = list(outlines_of(demand.columns, demand.depth_m, commission.choices.facilities))
    for turn in turns[:3]:
        for outline in outlines:
            size = (outline.width_m, outline.depth_m)
            box = best_rectangle(free, turn, size, lambda x, y: y - 0.1 * np.abs(x - np.median(x)), STEP_M)
            placed = _on_site(outline, box, turn) if box is not None else None
            if placed is not None and _leaves_room(placed, lot, commission, allocation):
                return placed
    return None


def _off_front(turn: float, lot: Lot, allocation: Allocation) -> float:
    """How little a court that is open to the south of a turned frame looks at garden, street and sun; the less the better."""
    angle = np.radians(turn)
    front = np.array([np.sin(angle), -np.cos(angle)])
    aim = _aim(lot, allocation)
    span = float(np.hypot(*aim)) or 1.0
    middle, reach = lot.outline.centroid, lot.outline.length
    sight = LineString([(middle.x, middle.y), (middle.x + front[0] * reach, middle.y + front[1] * reach)])
    seen = shapely.intersection(sight, lot.outline.exterior)
    is_to_street = bool(_open_border(lot, allocation).distance(seen) < FRAYED_M)
    return round(-float(front @ aim) / span - STREET_WORTH * is_to_street - SOUTH_WORTH * float(-front[1]), 6)


def _aim(lot: Lot, allocation: Allocation) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """From the lot's middle to the garden beside it, else to its border on streets."""
    gardens = [other.outline for other in allocation.lots if other.kind is LotKind.GARDEN]
    near = [garden for garden in gardens if garden.distance(lot.outline) < GARDEN_M]
    target = near[0].centroid if near else _open_border(lot, allocation).centroid
    middle = lot.outline.centroid
    return np.zeros(2) if target.is_empty else np.array([target.x - middle.x, target.y - middle.y])


def _open_border(lot: Lot, allocation: Allocation) -> BaseGeometry:
    others = [other.outline for other in allocation.lots if other.id != lot.id]
    closed = shapely.union_all([*(block.outline for block in allocation.blocks), *others]).buffer(FRAYED_M)
    return shapely.difference(lot.outline.exterior, closed)


def _on_site(outline: ServiceOutline, box: Polygon, turn: float) -> PlacedService:
    west, south, _, _ = affinity.rotate(box, -turn, origin=ORIGIN).bounds

    def put(shape: BaseGeometry) -> BaseGeometry:
        return affinity.rotate(affinity.translate(shape, west, south), turn, origin=ORIGIN)

    slices = tuple(
        PlacedSlice(
            column=part.column,
            shape=snap_polygon(polygons(put(part.shape))[0]),
            doors=tuple(snap_point(Point(put(Point(door)).coords[0])) for door in part.doors),
        )
        for part in outline.slices
    )
    return PlacedService(shape=snap_polygon(polygons(put(outline.shape))[0]), slices=slices)


def _leaves_room(placed: PlacedService, lot: Lot, commission: Commission, allocation: Allocation) -> bool:
    """Whether stalls find room by the street, and the nursery's ground beside its rooms."""
    parking, azimuth = commission.choices.parking, east_axis_deg(lot.outline)
    yard = shapely.difference(lot.outline, placed.shape.buffer(parking.stall_to_wall_m, join_style="mitre"))
    road = _open_border(lot, allocation).buffer(3.0 * parking.stall_length_m)
    row = (ROW * parking.stall_width_m + parking.accessible_aisle_m, parking.stall_length_m)
    by_road = shapely.intersection(yard, road)
    if all(best_rectangle(by_road, azimuth + turn, row, lambda x, y: -y, STEP_M) is None for turn in (0.0, 90.0)):
        return False
    nurseries = [s for s in placed.slices if any(part.kind is FacilityKind.NURSERY for part in s.column.parts)]
    if not nurseries:
        return True
    area = commission.choices.grounds.nursery_ground_m2 * commission.program.need("nursery").figure("children")
    walls = placed.shape.buffer(WALL_M, join_style="mitre")
    left = shapely.difference(lot.outline.buffer(-FRAYED_M, join_style="mitre"), walls)
    near = shapely.intersection(left, nurseries[0].shape.buffer(NURSERY_REACH_M + area**0.5))
    sizes = [((area * ratio) ** 0.5, (area / ratio) ** 0.5) for ratio in NURSERY_RATIOS]
    return any(
        best_rectangle(near, azimuth + turn, size, lambda x, y: -y, STEP_M) is not None
        for size in sizes
        for turn in (0.0, 90.0)
    )
