"""Closed courtyards: a fire lane leads into every wide one."""

from collections.abc import Iterator

import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.parts import polygons
from layoutgen.geometry.sides import sides
from layoutgen.geometry.tolerance import LENGTH_EPS_M, OVERLAP_EPS_M2
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.lanes import usable_lanes


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look into every courtyard whose short side is longer than asked for a lane."""
    wide = clause.number("short_side_m") + LENGTH_EPS_M
    courts = [court for court in _courtyards(plan) if sides(court)[2].length > wide]
    if not courts:
        yield Inapplicable(reason="no courtyard of such a width enclosed by buildings")
        return
    lanes = usable_lanes(plan, clause.number("width_m"))
    for court in courts:
        inside = float(shapely.intersection(lanes, court).area)
        around = [b.id for b in plan.buildings if shapely.dwithin(b.footprint, court, 2.0 * LENGTH_EPS_M)]
        note = f"short side {sides(court)[2].length:.2f} m"
        yield Finding(subjects=tuple(sorted(around)), measured=inside > OVERLAP_EPS_M2, limit=clause.bound, note=note)


def _courtyards(plan: Plan) -> list[Polygon]:
    """Grounds that footprints which touch one another enclose."""
    grown = shapely.buffer([building.footprint for building in plan.buildings], LENGTH_EPS_M, join_style="mitre")
    return [Polygon(ring) for piece in polygons(shapely.union_all(grown)) for ring in piece.interiors]
