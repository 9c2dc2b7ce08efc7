"""Grounds and lots of some kinds, counted together: where a text asks for one thing or another."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count them; the note says what was found of each kind."""
    kinds = clause.words("kinds")
    things = [(ground.kind.value, ground.id) for ground in plan.grounds] + [(lot.kind.value, lot.id) for lot in plan.lots]
    found = tuple(sorted(name for kind, name in things if kind in kinds))
    note = ", ".join(f"{sum(kind == word for kind, _ in things)} {word}" for word in kinds)
    yield Finding(subjects=found or kinds, measured=float(len(found)), limit=clause.bound, note=note)
