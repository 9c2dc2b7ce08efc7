"""Bicycle places of every block's sheds per dwelling of the block."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from layoutgen.indicators.people import block_dwellings
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Block, Ground, Plan, tag_number
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Sum the places on the sheds' labels, no more than the sheds' area holds at ``least_m2`` each; a silent label blocks."""
    sheds = [ground for ground in plan.grounds if ground.kind is GroundKind.BIKE_SHED]
    inside = {block.id: [s for s in sheds if block.outline.covers(s.outline.centroid)] for block in plan.blocks}
    least = clause.number("least_m2")

    def share(plan: Plan, block: Block) -> float:
        places = sum(min(_places(shed) or 0.0, shed.outline.area // least) for shed in inside[block.id])
        return places / max(block_dwellings(plan, block), 1)

    for result in judge_blocks(plan, clause, share):
        if not isinstance(result, Finding):
            yield result
            continue
        silent = _silent(inside.get(result.subjects[0], ()))
        yield replace(result, is_declared=True, blocked=silent, measured=None if silent else result.measured)


def _places(shed: Ground) -> float | None:
    return tag_number(shed.tags, "places")


def _silent(sheds: Sequence[Ground]) -> str:
    names = [shed.id for shed in sheds if _places(shed) is None]
    return f"the label does not say places: {', '.join(names)}" if names else ""
