"""Dwellings of the whole plan."""

from collections.abc import Iterator

from layoutgen.indicators.people import dwellings_drawn
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Sum the dwellings on the buildings' labels; a plan without any has a count too: none."""
    yield Finding(subjects=("site",), measured=float(dwellings_drawn(plan)), limit=clause.bound)
