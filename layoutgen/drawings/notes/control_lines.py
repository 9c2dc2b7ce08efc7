"""Building control lines 建筑控制线: as asked of an edge, elsewhere by the custom for the lowest building that stands there."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.notes.dimension_pen import DimensionPen
from layoutgen.drawings.notes.rays import Sides, red_lines
from layoutgen.drawings.points import rounded_points
from layoutgen.drawings.sheet import Dimension, Line
from layoutgen.geometry.parts import lines
from layoutgen.geometry.tolerance import SNAP_NODE_M
from layoutgen.model.kinds import LotKind, RoadClass, WayKind
from layoutgen.model.plan import Plan
from layoutgen.standards.clause import Clause
from layoutgen.standards.load import load_standard

PACK, MEASURE = "gb-50180", "buildings.setback"
NEIGHBOUR = "neighbour"
NEAR_M = 40.0  # buildings within this of a line stand at it
SIDE_M, SETBACK_MOST_M = 40.0, 20.0  # sides told of are so long, and lie so near a red line
SHARES = (0.5, 0.3, 0.7, 0.15, 0.85)  # along a side: where its distance may be written
SQUARE_ON = 0.99  # sine from which a ray counts as square to what it meets
LEAST_M = 3.0  # shorter pieces of a control line are none


def control_lines(plan: Plan, layer: str) -> tuple[Line, ...]:
    """Control lines of every block and of every lot that is built on."""
    strips = list(_strips(plan))
    if not strips:
        return ()
    taken = shapely.union_all(strips)
    parcels = [block.outline for block in plan.blocks]
    parcels += [lot.outline for lot in plan.lots if lot.kind is not LotKind.GARDEN]
    found: list[Line] = []
    for parcel in parcels:
        edge = shapely.boundary(shapely.difference(parcel, taken))
        inner = shapely.difference(edge, shapely.boundary(parcel).buffer(SNAP_NODE_M))
        for line in lines(shapely.line_merge(inner), LEAST_M):
            found.append(Line(layer=layer, id="", points=rounded_points(line.simplify(SNAP_NODE_M).coords)))
    return tuple(found)


def setbacks(control: Sequence[Line], plan: Plan, pen: DimensionPen) -> Iterator[Dimension]:
    """How far control lines lie behind the red lines: one dimension for every side that is long enough."""
    red = Sides(red_lines(plan))
    for a, b in (side for line in control for side in pairwise(line.points)):
        long = hypot(b[0] - a[0], b[1] - a[1])
        if long < SIDE_M:
            continue
        along = (b[0] - a[0]) / long, (b[1] - a[1]) / long
        for share in SHARES:
            place = a[0] + along[0] * share * long, a[1] + along[1] * share * long
            met = [red.met(place, way, SETBACK_MOST_M) for way in ((-along[1], along[0]), (along[1], -along[0]))]
            nearest = min((one for one in met if one is not None), key=lambda one: one.way_m, default=None)
            found = pen.place(pen.either(place, nearest.place)) if nearest is not None and nearest.across > SQUARE_ON else None
            if found is not None:
                yield found
                break


def _strips(plan: Plan) -> Iterator[BaseGeometry]:
    """Ground between the red lines and the control lines."""
    customs = [one for one in load_standard((PACK,)).clauses if one.measure == MEASURE]
    footprints = np.asarray([building.footprint for building in plan.buildings], dtype=object)
    heights = [building.planning_height_m for building in plan.buildings]

    def by_custom(line: BaseGeometry, kind: str) -> float:
        near = np.flatnonzero(shapely.dwithin(footprints, line, NEAR_M)) if len(footprints) else ()
        return min((_limit(customs, heights[number], kind) for number in near), default=0.0)

    for edge in plan.edges:
        kind = NEIGHBOUR if edge.road_class is RoadClass.NONE else "road"
        setback = edge.setback_m if edge.setback_m is not None else by_custom(edge.line, kind)
        if setback:
            yield shapely.buffer(edge.line, setback, join_style="mitre", cap_style="square")
    for way in plan.ways:
        if way.kind in (WayKind.STREET, WayKind.CITY_ROAD) and (setback := by_custom(way.outline, "road")):
            yield shapely.buffer(way.outline, setback, join_style="mitre")


def _limit(customs: Sequence[Clause], height_m: float, kind: str) -> float:
    fit = (one for one in customs if one.text("line") == kind and one.number("above_m") < height_m <= one.number("to_m"))
    return next((one.bound.low or 0.0 for one in fit), 0.0)
