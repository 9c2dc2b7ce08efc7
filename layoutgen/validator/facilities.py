"""Facilities as rules look at them: by kind, by lot, and what floor area they really have."""

from collections.abc import Iterator

from layoutgen.indicators.facility_areas import building_of as building_of
from layoutgen.indicators.facility_areas import floor_area_m2 as floor_area_m2
from layoutgen.indicators.facility_areas import floors_of as floors_of
from layoutgen.indicators.facility_areas import lot_of as lot_of
from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

Group = tuple[Facility, ...]


def of_kind(plan: Plan, kind: str) -> Group:
    """Facilities of a kind, by id."""
    return tuple(sorted((f for f in plan.facilities if f.kind.value == kind), key=lambda facility: facility.id))


def groups_by_lot(plan: Plan, facilities: Group) -> tuple[Group, ...]:
    """Facilities that stand on one lot together; without a lot, in one building."""
    groups: dict[str, list[Facility]] = {}
    for facility in facilities:
        lot = lot_of(plan, facility)
        groups.setdefault(f"lot {lot.id}" if lot else f"building {facility.building}", []).append(facility)
    return tuple(tuple(groups[key]) for key in sorted(groups))


def ids(facilities: Group) -> tuple[str, ...]:
    """Ids of facilities."""
    return tuple(facility.id for facility in facilities)


def each_or_absent(plan: Plan, clause: Clause) -> Iterator[Facility | Finding | Inapplicable]:
    """Every facility of the clause's kind; where there is none, the word that stands for it."""
    found = of_kind(plan, clause.of)
    yield from found
    if not found:
        yield absent(clause)


def absent(clause: Clause) -> Finding | Inapplicable:
    """Word for a facility that is not drawn: it fails, unless the clause asks only where there is one."""
    if dict(clause.options).get("is_optional") is True:
        return Inapplicable(reason=f"no {clause.of} is drawn, and none is asked")
    return Finding(subjects=(clause.of,), measured=None, limit=clause.bound, note=f"no {clause.of} is drawn")


def silent(clause: Clause, subjects: tuple[str, ...], sentence: str) -> Finding:
    """Finding of a label that does not say what the clause needs."""
    return Finding(subjects=subjects, measured=None, limit=clause.bound, is_declared=True, blocked=sentence)
