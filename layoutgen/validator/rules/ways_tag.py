"""Some way of kind ``of`` is labelled with the word ``key``."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.declared import Labelled, judge_claim


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look through the labels of the ways of the kind."""
    ways = [Labelled(way.id, way.tags) for way in plan.ways if way.kind.value == clause.of]
    if not ways:
        yield Inapplicable(reason=f"no {clause.of} drawn")
        return
    yield from judge_claim(clause, ways, is_any_word=True)  # as surface=permeable
