"""Level ground before every door: how far it goes straight out before something stands in the way."""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry import LineString, Point

from layoutgen.geometry.tolerance import FACADE_OFFSET_M, LENGTH_EPS_M
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Building, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.lanes import standing_things


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure from each building's or facility's door to the nearest wall, stall, shed or ramp ahead, up to ``reach_m``."""
    buildings = {building.id: building for building in plan.buildings}
    hosts = {f.id: buildings[f.building] for f in plan.facilities if f.building in buildings} | buildings
    doors = [spot for spot in plan.spots if spot.kind is SpotKind.DOOR and spot.of in hosts]
    if not doors:
        yield Inapplicable(reason="no door drawn")
        return
    things = shapely.union_all(standing_things(plan))
    for door in doors:
        ahead = _ahead(hosts[door.of], door.point, clause.number("reach_m"))
        stops = shapely.intersection(ahead, things)
        depth = ahead.length if stops.is_empty else float(stops.distance(Point(ahead.coords[0])))
        yield Finding(subjects=(door.id,), measured=depth + FACADE_OFFSET_M, limit=clause.bound)


def _ahead(building: Building, point: Point, reach_m: float) -> LineString:
    """A line straight out of the wall in which a door stands."""
    rim = building.footprint.exterior
    along = rim.project(point)
    before, after = (np.asarray(rim.interpolate(along + step).coords[0]) for step in (-LENGTH_EPS_M, LENGTH_EPS_M))
    run = (after - before) / float(np.hypot(*(after - before)))
    foot = np.asarray(rim.interpolate(along).coords[0])
    out = np.array([run[1], -run[0]]) * (1.0 if rim.is_ccw else -1.0)
    return LineString([foot + out * FACADE_OFFSET_M, foot + out * reach_m])
