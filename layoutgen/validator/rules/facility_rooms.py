"""Rooms, services or parts that a facility's label lists."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, groups_by_lot, ids, of_kind, silent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold the rooms of the lot that lists most of them against the clause's list."""
    found = of_kind(plan, clause.of)
    if not found:
        yield absent(clause)
        return
    if not any(facility.rooms for facility in found):
        yield silent(clause, ids(found), "the label lists no rooms")
        return
    wanted = clause.bound.words
    listed = [(tuple(sorted({room for f in group for room in f.rooms})), ids(group)) for group in groups_by_lot(plan, found)]
    rooms, names = max(listed, key=lambda item: (len(set(wanted) & set(item[0])), item[1]))
    missing = [word for word in wanted if word not in rooms]
    note = f"not listed: {', '.join(missing)}" if missing else ""
    yield Finding(subjects=names, measured=rooms, limit=clause.bound, is_declared=True, note=note)
