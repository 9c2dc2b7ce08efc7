"""Effective refuge area by the person: ground labelled as refuge, less what stands on it and what may fall on it."""

from collections.abc import Iterator

import shapely
from shapely.geometry import Polygon

from layoutgen.indicators.refuge import effective_refuge, no_refuge
from layoutgen.model.plan import Plan, Tags, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause

TAG = "refuge"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the ground that the labels name, each piece once; blocked where no label says a word of it."""
    said = [(name, outline, tag(tags, TAG)) for name, outline, tags in _grounds(plan)]
    refuges = [(name, outline) for name, outline, word in said if word == "yes"]
    if said and all(word is None for _, _, word in said):
        silence = f"no label says {TAG}=yes"
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, is_declared=True, blocked=silence)
        return
    share = clause.number("collapse_share")
    taken = no_refuge(plan.buildings, plan.ways, plan.stalls, plan.grounds, plan.keep_outs, share)
    free = effective_refuge((outline for _, outline in refuges), taken)
    whole = float(shapely.union_all([outline for _, outline in refuges]).area)
    people = plan.facts.people
    yield Finding(
        subjects=tuple(name for name, _ in refuges) or ("site",),
        measured=float(free.area) / people if people > 0 else None,
        limit=clause.bound,
        is_declared=True,
        note=f"{free.area:.0f} of {whole:.0f} m2 labelled, for {people} people",
    )


def _grounds(plan: Plan) -> Iterator[tuple[str, Polygon, Tags]]:
    for lot in plan.lots:
        yield lot.id, lot.outline, lot.tags
    for ground in plan.grounds:
        yield ground.id, ground.outline, ground.tags
