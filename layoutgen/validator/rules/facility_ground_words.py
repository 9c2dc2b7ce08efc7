"""Words of a label's ``key`` on the grounds of a facility: the best one of them must hold all words."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.declared import Labelled, judge_words
from layoutgen.validator.facilities import each_or_absent
from layoutgen.validator.grounds_of import grounds_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold what the labels of each facility's grounds say."""
    for item in each_or_absent(plan, clause):
        if isinstance(item, Facility):
            grounds = grounds_of(plan, item, clause.words("grounds"))
            yield from judge_words(clause, [Labelled(ground.id, ground.tags) for ground in grounds])
        else:
            yield item
