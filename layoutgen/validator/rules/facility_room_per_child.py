"""Room a child of a kindergarten, by its layout."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan, tag, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent, floor_area_m2, silent

LAYOUTS = ("combined", "separate")


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Take the usable area a child from the label, where the label is of the clause's layout."""
    for item in each_or_absent(plan, clause):
        yield _judged(plan, clause, item) if isinstance(item, Facility) else item


def _judged(plan: Plan, clause: Clause, facility: Facility) -> Finding | Inapplicable:
    layout = tag(facility.tags, "layout")
    if layout not in LAYOUTS:
        return silent(clause, (facility.id,), "the label does not say layout=combined or layout=separate")
    if layout != clause.text("layout"):
        return Inapplicable(reason=f"{facility.id} has the layout {layout}")
    room = tag_number(facility.tags, clause.text("room"))
    if room is None or facility.children <= 0:
        return silent(clause, (facility.id,), f"the label does not say {clause.text('room')} or children")
    drawn = floor_area_m2(plan, facility) / facility.children
    return Finding(subjects=(facility.id,), measured=min(room, drawn), limit=clause.bound, is_declared=True)
