"""A place to wait, for people and cars, at the gate of a facility or before its door."""

from collections.abc import Iterator

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Facility, Plan, Spot, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent, lot_of
from layoutgen.walking.places import GATES, facility_doors


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look for paved ground labelled use=waiting within reach of a gate of the facility; of a door where it has no gate."""
    reach = clause.number("reach_m")
    places = [g for g in plan.grounds if g.kind is GroundKind.PAVED and tag(g.tags, "use") == "waiting"]
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
            continue
        spots = _entrances(plan, item)
        gaps = [(float(spot.point.distance(place.outline)), place) for spot in spots for place in places]
        near = [place for gap, place in gaps if gap <= reach]
        best = max(near, key=lambda place: place.outline.area, default=None)
        note = f"{best.id}, {best.outline.area:.0f} m2" if best else "none at its entrance" if spots else "no entrance drawn"
        yield Finding(subjects=(item.id,), measured=best is not None, limit=clause.bound, note=note)


def _entrances(plan: Plan, facility: Facility) -> tuple[Spot, ...]:
    lot = lot_of(plan, facility)
    names = {facility.id, lot.id} if lot else {facility.id}
    gates = tuple(spot for spot in plan.spots if spot.kind in GATES and spot.of in names)
    return gates or facility_doors(plan, facility)
