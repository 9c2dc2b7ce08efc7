"""Some way of kind ``of`` is labelled with the word ``key``."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look through the labels of the ways of the kind."""
    ways = [way for way in plan.ways if way.kind.value == clause.of]
    if not ways:
        yield Inapplicable(reason=f"no {clause.of} drawn")
        return
    said = [way.id for way in ways if tag(way.tags, clause.text("key")) not in (None, "no")]
    yield Finding(subjects=tuple(said) or ("site",), measured=bool(said), limit=clause.bound, is_declared=True)
