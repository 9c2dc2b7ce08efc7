"""What stays on the site is left alone."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.outlines import all_outlines
from layoutgen.validator.overlaps import overlaps_between


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure what buildings, ways and stalls take of each keep-out and of each building that stays."""
    kept = [(f"keep-out {number}", shape) for number, shape in enumerate(plan.keep_outs, start=1)]
    kept += [(building.id, building.footprint) for building in plan.context]
    if not kept:
        yield Inapplicable(reason="nothing stays on the site")
        return
    built = [
        (name, outline)
        for word, name, outline in all_outlines(plan)
        if word in ("building", "stall") or word.startswith("way.")
    ]
    pairs = overlaps_between([shape for _, shape in kept], [outline for _, outline in built])
    for pair in pairs:
        subjects = (kept[pair.first][0], built[pair.second][0])
        yield Finding(subjects=subjects, measured=pair.area_m2, limit=clause.bound)
    taken = {pair.first for pair in pairs}
    for i, (name, _) in enumerate(kept):
        if i not in taken:
            yield Finding(subjects=(name,), measured=0.0, limit=clause.bound)
