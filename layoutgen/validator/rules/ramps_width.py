"""Width of every garage ramp, or of the level run at its mouth; two lanes unless the label says one."""

from collections.abc import Iterator

from layoutgen.geometry.sides import sides
from layoutgen.model.plan import Plan, tag
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.ramp_mouths import mouth_of, ramps_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the short side of each ramp's least rectangle, or the paving straight before its mouth."""
    is_found = False
    for ramp in ramps_of(plan):
        flow = "one_way" if tag(ramp.tags, "lanes") == "1" else "two_way"
        limit = clause.limit or clause.row(form=tag(ramp.tags, "form") or "straight", flow=flow)
        if limit is None:
            continue
        is_found = True
        mouth = mouth_of(plan, ramp)
        at_mouth = 0.0 if mouth is None else mouth.width_m
        width = at_mouth if clause.text("at") == "mouth" else sides(ramp.outline)[2].length
        yield Finding(subjects=(ramp.id,), measured=width, limit=limit)
    if not is_found:
        yield Inapplicable(reason="no ramp of this form")
