"""Where slabs may stand in a cell: setbacks, the loop's room and fixed neighbours taken off, in the frame of its rows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import shapely
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import largest
from layoutgen.geometry.placing import east_axis_deg
from layoutgen.model.choices import Choices, SetbackChoices
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import Site
from layoutgen.model.stages import Cell
from layoutgen.stages.massing.clearances import SETBACK_LOW_TO_M, SETBACK_MIDDLE_TO_M
from layoutgen.stages.massing.south_side import south_strip

SAME_DIRECTION_DEG = 3.0  # two azimuths nearer than this are one
ORIGIN = (0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CellGround:
    """A cell in the frame of its rows (x east along a row), turned by ``azimuth_deg`` about the origin."""

    cell: Cell
    azimuth_deg: float
    outline: Polygon  # the cell, in the frame
    buildable: BaseGeometry  # where walls may stand, in the frame
    has_loop: bool
    opened: BaseGeometry = field(default_factory=Polygon)  # of the buildable ground what only whole rows may use, in the frame


def row_azimuths(cell: Cell, structure_deg: float, limit_deg: float) -> tuple[float, ...]:
    """Directions worth trying for rows, the cell's own first, then the streets', then due east.

    Where a direction lies beyond the limit, rows turn as far towards it as they may.
    """
    found: list[float] = []
    for direction in (east_axis_deg(cell.outline), structure_deg):
        turned = max(-limit_deg, min(limit_deg, (direction + 45.0) % 90.0 - 45.0))
        if all(abs(turned - other) > SAME_DIRECTION_DEG for other in found):
            found.append(turned)
    if all(abs(other) > SAME_DIRECTION_DEG for other in found):
        found.append(0.0)
    return tuple(found)


def setback_m(height_m: float, setbacks: SetbackChoices) -> float:
    """Setback from a red line by building height [m]."""
    if height_m <= SETBACK_LOW_TO_M:
        return setbacks.low_m
    return setbacks.middle_m if height_m <= SETBACK_MIDDLE_TO_M else setbacks.high_m


def cell_ground(
    cell: Cell, azimuth_deg: float, height_m: float, site: Site, choices: Choices, blocked: Sequence[BaseGeometry]
) -> CellGround | None:
    """Ground of a cell for slabs of a height; None where nothing is left.

    Parameters
    ----------
    blocked
        What slabs must keep out of, gaps included, on the site.
    """
    inset = choices.lanes.verge_m + choices.lanes.loop_width_m + choices.lanes.lane_to_wall_m
    red_line = setback_m(height_m, choices.setbacks)
    within = cell.outline.buffer(-red_line, join_style="mitre")
    inner = cell.outline.buffer(-max(inset, red_line), join_style="mitre")
    least_m2 = min(t.depth_m for t in choices.housing.types) ** 2
    has_loop = largest(inner) is not None and inner.area > least_m2
    strip = (
        shapely.intersection(south_strip(cell.outline, azimuth_deg, inset, site, choices), within) if has_loop else Polygon()
    )
    opened = shapely.difference(strip, inner)
    walled = shapely.union(inner, strip) if has_loop else within
    strips = [
        edge.line.buffer(edge.setback_m if edge.setback_m is not None else _edge_default(edge.road_class, red_line, choices))
        for edge in site.edges
    ]
    kept = [_shade_south(shape, azimuth_deg, north_room_m(height_m, choices)) for shape in site.keep_outs]
    taken = shapely.union_all([*strips, *blocked, *kept])
    buildable = shapely.difference(walled, taken)
    if buildable.area <= least_m2:
        return None
    return CellGround(
        cell=cell,
        azimuth_deg=azimuth_deg,
        outline=affinity.rotate(cell.outline, -azimuth_deg, origin=ORIGIN),
        buildable=affinity.rotate(buildable, -azimuth_deg, origin=ORIGIN),
        has_loop=has_loop,
        opened=affinity.rotate(opened, -azimuth_deg, origin=ORIGIN),
    )


def north_room_m(height_m: float, choices: Choices) -> float:
    """Ground a slab needs north of its wall: for its lane, and where it is high-rise for the rescue ground [m]."""
    lanes, grounds = choices.lanes, choices.grounds
    deep = grounds.fire_ground_depth_m if height_m > grounds.high_rise_m else lanes.lane_width_m
    return lanes.lane_to_wall_m + deep + lanes.path_width_m


def _shade_south(shape: Polygon, azimuth_deg: float, depth_m: float) -> BaseGeometry:
    """Ground whose own north strip would meet a shape: the shape drawn out to the south of the rows' direction."""
    turn = math.radians(azimuth_deg)
    moved = affinity.translate(shape, depth_m * math.sin(turn), -depth_m * math.cos(turn))
    return shapely.convex_hull(shapely.union_all([shape, moved]))


def _edge_default(road_class: RoadClass, red_line_m: float, choices: Choices) -> float:
    return choices.setbacks.neighbour_m if road_class is RoadClass.NONE else red_line_m
