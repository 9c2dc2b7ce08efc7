"""The five-minute circle's land: to the centre lines of the roads around it, where a block's ends at the red line."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import TOUCH_EPS_M
from layoutgen.indicators.intensity import floor_area_m2, is_housing, total_floor_area_m2
from layoutgen.model.kinds import LotKind, WayKind
from layoutgen.model.plan import Plan
from layoutgen.standards.counting import load_counting


def circle_land(plan: Plan) -> BaseGeometry:
    """Land of the circle: the site, and half of every road along its edges.

    How wide those roads are no drawing says: the widths by road class are a convention of ours (counting.toml).
    """
    strips = list(_strips(plan))
    corners = [shapely.intersection(a[1], b[1]) for a, b in combinations(strips, 2) if a[0].distance(b[0]) <= TOUCH_EPS_M]
    return shapely.union_all([plan.boundary, *(strip for _, _, strip in strips), *corners])


def circle_land_m2(plan: Plan) -> float:
    """Area of the circle's land [m2]."""
    return float(circle_land(plan).area)


def circle_far(plan: Plan) -> float:
    """Floor area above ground of all buildings over the circle's land."""
    return total_floor_area_m2(plan) / circle_land_m2(plan)


def circle_storeys(plan: Plan) -> float:
    """Average storeys of the circle's housing, by area; 0 without housing."""
    housing = [building for building in plan.buildings if is_housing(building)]
    ground = sum(float(building.footprint.area) for building in housing)
    return sum(floor_area_m2(building) for building in housing) / ground if ground else 0.0


def circle_shares(plan: Plan) -> dict[str, float]:
    """Share of the circle's land by use: housing, facilities, green, road; keep-outs and leftovers are in none."""
    whole = circle_land(plan)
    gardens = [lot.outline for lot in plan.lots if lot.kind is LotKind.GARDEN]
    facilities = [lot.outline for lot in plan.lots if lot.kind is not LotKind.GARDEN]
    streets = [way.outline for way in plan.ways if way.kind is WayKind.STREET]
    around = float(whole.area) - float(plan.boundary.area)
    areas = {
        "housing": _area([block.outline for block in plan.blocks]),
        "facilities": _area(facilities),
        "green": _area(gardens),
        "road": _area(streets) + around,
    }
    return {use: area / float(whole.area) for use, area in areas.items()}


def _area(outlines: list[Polygon]) -> float:
    return float(shapely.union_all(outlines).area)


def _strips(plan: Plan) -> Iterator[tuple[LineString, BaseGeometry, BaseGeometry]]:
    """Edges along a road with their half of it, and the same drawn out at both ends, for the corners."""
    half_of = dict(load_counting().road_half_m)
    widest = max(half_of.values())
    for edge in plan.edges:
        half = half_of.get(edge.road_class.value, 0.0)
        if half > 0.0:
            longer = _drawn_out(edge.line, 2.0 * widest)
            # within the site the strip adds nothing: the union with the boundary swallows it
            strip = shapely.buffer(edge.line, half, cap_style="flat", join_style="mitre")
            yield edge.line, shapely.buffer(longer, half, cap_style="flat", join_style="mitre"), strip


def _drawn_out(line: LineString, by_m: float) -> LineString:
    points = np.asarray(line.coords)[:, :2]
    first, last = points[0] - points[1], points[-1] - points[-2]
    start = points[0] + first / max(float(np.hypot(*first)), TOUCH_EPS_M) * by_m
    end = points[-1] + last / max(float(np.hypot(*last)), TOUCH_EPS_M) * by_m
    return LineString(np.vstack([start, points, end]))
