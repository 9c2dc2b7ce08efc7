"""What a rule is: a measure of a plan that serves every clause which names it."""

from collections.abc import Callable, Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

Rule = Callable[[Plan, Clause], Iterator[Finding | Inapplicable]]
