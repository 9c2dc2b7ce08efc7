"""Words of a label's ``key`` on the lots of a kind ``of``: the best one of them, or each, must hold all words."""

from collections.abc import Iterator

from layoutgen.indicators.land import lots_of
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.declared import Labelled, judge_words


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold what the labels say."""
    lots = [Labelled(lot.id, lot.tags) for lot in lots_of(plan, clause.of)]
    for some in [[lot] for lot in lots] if lots and clause.text("per") == "each" else [lots]:
        yield from judge_words(clause, some)
