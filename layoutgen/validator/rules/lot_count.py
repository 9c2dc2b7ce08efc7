"""Lots of a kind ``of``."""

from collections.abc import Iterator

from layoutgen.indicators.land import lots_of
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count them."""
    found = tuple(lot.id for lot in lots_of(plan, clause.of))
    yield Finding(subjects=found or ("site",), measured=float(len(found)), limit=clause.bound)
