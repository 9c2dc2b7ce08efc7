"""Charging places for electric bicycles, as the sheds' labels say."""

from collections.abc import Iterator

from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

SILENT = "no shed's label says how many places can charge (charging)"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Sum the charging places of all sheds; without any shed there is none."""
    sheds = [ground for ground in plan.grounds if ground.kind is GroundKind.BIKE_SHED]
    said = [number for shed in sheds if (number := tag_number(shed.tags, "charging")) is not None]
    yield Finding(
        subjects=tuple(shed.id for shed in sheds) or ("site",),
        measured=sum(said, 0.0),
        limit=clause.bound,
        is_declared=True,
        blocked=SILENT if sheds and not said else "",
    )
