"""In which phase a facility is built, against the first housing."""

from collections.abc import Iterator

from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, of_kind, silent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Subtract the first phase of housing from each facility's phase; a phase that is not said blocks."""
    homes = [building for building in plan.buildings if building.use is BuildingUse.DWELLING]
    if not homes:
        yield Inapplicable(reason="no housing is drawn")
        return
    unsaid = tuple(home.id for home in homes if tag_number(home.tags, "phase") is None)
    if unsaid:
        yield silent(clause, unsaid[:1], f"{len(unsaid)} dwelling buildings do not say their phase")
        return
    first = min(tag_number(home.tags, "phase") or 0.0 for home in homes)
    facilities = of_kind(plan, clause.of) if clause.of else plan.facilities
    if not facilities:
        yield absent(clause) if clause.of else Inapplicable(reason="no facility is drawn")
    for facility in facilities:
        phase = tag_number(facility.tags, "phase")
        if phase is None:
            yield silent(clause, (facility.id,), "the label does not say the phase")
        else:
            yield Finding(subjects=(facility.id,), measured=phase - first, limit=clause.bound, is_declared=True)
