"""A drawing that states no design conditions, as the sheets do not: those of its plan.json, where that is of this drawing."""

from collections.abc import Collection
from dataclasses import replace

from layoutgen.drawings.read_drawing import ReadDrawing
from layoutgen.model.plan import Plan
from layoutgen.sentence import Sentence, harmless

LEAST_ALIKE = 0.5  # of the things drawn, so many stand where and as plan.json has them
NONE_KNOWN = Sentence(
    en="the drawing states no design conditions: lay its plan.json beside it, or name it by --plan",
    zh="图上没有设计条件：请将其 plan.json 放在同一目录，或用 --plan 指定",
)
OF_ANOTHER = Sentence(
    en="the drawing states no design conditions, and plan.json is of another drawing: most things lie elsewhere",
    zh="图上没有设计条件，且 plan.json 属于另一图纸：多数对象位置不符",
)


def facts_of_before(read: ReadDrawing, before: Plan | None, missing: Collection[str]) -> ReadDrawing:
    """The plan with the facts of plan.json, without the complaints that they are missing; as it is, where few things agree."""
    if before is None:
        return read.saying(NONE_KNOWN)
    things = read.reading.things
    if not things or sum(thing.is_edited is False for thing in things) < LEAST_ALIKE * len(things):
        return read.saying(OF_ANOTHER)
    people, site = before.facts.people, harmless(before.facts.site_file)
    taken = Sentence(
        en=f"the drawing states no design conditions: those of plan.json are taken ({people} people, {site})",
        zh=f"图上没有设计条件，采用 plan.json 中的（{people} 人，{site}）",
    )
    defects = tuple(defect for defect in read.plan.defects if defect.says not in missing)
    return replace(read, plan=replace(read.plan, facts=before.facts, defects=defects)).saying(taken)
