"""Long buildings: a fire lane passes through them, or runs all round them."""

from collections.abc import Iterator

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.sides import sides
from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.geometry.widths import inscribed_width
from layoutgen.model.kinds import RoadClass, WayKind
from layoutgen.model.plan import Building, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.lanes import usable_lanes


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look at every building that is longer than asked along a street, or in all."""
    streets = _streets(plan)
    buildings = [building for building in plan.buildings if _is_long(building, streets, clause)]
    if not buildings:
        yield Inapplicable(reason="no building of such a length")
        return
    lanes = usable_lanes(plan, clause.number("width_m"))
    for building in buildings:
        share = _least_share(building, lanes, clause.number("reach_m"))
        is_ringed = share >= clause.number("share")
        is_passed = any(way.is_fire_lane and way.centre.crosses(building.footprint) for way in plan.ways)
        note = f"{_total_length(building):.2f} m long, a lane along {share:.0%} of its barest side"
        yield Finding(subjects=(building.id,), measured=is_ringed or is_passed, limit=clause.bound, note=note)


def _streets(plan: Plan) -> BaseGeometry:
    public = [way.outline for way in plan.ways if way.kind is WayKind.STREET]
    return shapely.union_all([*public, *(edge.line for edge in plan.edges if edge.road_class is not RoadClass.NONE)])


def _is_long(building: Building, streets: BaseGeometry, clause: Clause) -> bool:
    along = sides(building.footprint)[0].length
    is_on_street = shapely.dwithin(building.footprint, streets, clause.number("street_m"))
    by_street = bool(is_on_street) and along > clause.number("street_length_m") + LENGTH_EPS_M
    return by_street or _total_length(building) > clause.number("total_length_m") + LENGTH_EPS_M


def _total_length(building: Building) -> float:
    """Length of a building along its middle, wings and all: half its outline less its depth."""
    return float(building.footprint.length) / 2.0 - inscribed_width(building.footprint)


def _least_share(building: Building, lanes: BaseGeometry, reach_m: float) -> float:
    return min(side.cover(lanes, reach_m) / side.length for side in sides(building.footprint))
