"""A word ``key`` that some lot of a kind ``of`` must carry on its label, as refuge=yes."""

from collections.abc import Iterator

from layoutgen.indicators.land import lots_of
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.declared import Labelled, judge_claim


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold what the labels say."""
    return judge_claim(clause, [Labelled(lot.id, lot.tags) for lot in lots_of(plan, clause.of)])
