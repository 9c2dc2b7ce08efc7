"""Which kinds of facilities there are."""

from collections.abc import Iterator, Sequence

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.off_site import supplied


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Hold the kinds drawn against the list; what lies off the site and counts is there too."""
    away = tuple(off for word in clause.bound.words for off in supplied(plan, word))
    kinds = tuple(sorted({facility.kind.value for facility in plan.facilities} | {off.kind for off in away}))
    missing = tuple(word for word in clause.bound.words if word not in kinds)
    yield Finding(
        subjects=missing or clause.bound.words,
        measured=kinds,
        limit=clause.bound,
        is_off_site=bool(away),
        note="; ".join(part for part in (_says("not drawn", missing), _says("off the site", [o.id for o in away])) if part),
    )


def _says(what: str, names: Sequence[str]) -> str:
    return f"{what}: {', '.join(names)}" if names else ""
