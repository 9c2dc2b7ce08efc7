"""Words on the labels of the grounds of some ``kinds`` in every block with dwellings, all labels together."""

from collections.abc import Iterator
from dataclasses import replace

from layoutgen.model.plan import Block, Plan, tag_words
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.housed_blocks import judge_blocks


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Read the ``key`` of every ground whose middle lies in the block; grounds whose labels are all silent block."""
    key = clause.text("key")
    grounds = [ground for ground in plan.grounds if ground.kind.value in clause.words("kinds")]
    inside = {block.id: [g for g in grounds if block.outline.covers(g.outline.centroid)] for block in plan.blocks}

    def said(_: Plan, block: Block) -> tuple[str, ...]:
        return tuple(sorted({word for ground in inside[block.id] for word in tag_words(ground.tags, key)}))

    for result in judge_blocks(plan, clause, said):
        if not isinstance(result, Finding):
            yield result
            continue
        is_silent = not result.measured and bool(inside.get(result.subjects[0]))
        blocked = f"no label says {key}" if is_silent else ""
        yield replace(result, is_declared=True, blocked=blocked)
