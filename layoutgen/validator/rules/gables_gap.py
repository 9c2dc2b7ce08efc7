"""How far dwelling buildings stand apart gable to gable, with a high-rise among the two or without."""

from collections.abc import Iterator

import numpy as np
import shapely

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.fire_class import is_high_rise
from layoutgen.validator.faces import GABLE, faces


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure straight out from each gable to another building's gable before it, as deep as ``reach_m``."""
    gables = [face for face in faces(plan) if face.kind == GABLE]
    high = {building.id for building in plan.buildings if is_high_rise(building)}
    strips = np.array([face.before(clause.number("reach_m")) for face in gables], dtype=object)
    lines = np.array([face.line for face in gables], dtype=object)
    which, other = shapely.STRtree(lines).query(strips, predicate="intersects") if len(strips) else ([], [])
    found: dict[tuple[str, str], float] = {}
    for i, j in zip(which, other, strict=True):
        names = (min(gables[i].building, gables[j].building), max(gables[i].building, gables[j].building))
        is_asked = bool(high & set(names)) == (dict(clause.options).get("is_high") is True)
        if names[0] != names[1] and is_asked:
            gap = float(lines[i].distance(shapely.intersection(strips[i], lines[j])))
            found[names] = min(gap, found.get(names, gap))
    for names, gap in sorted(found.items()):
        yield Finding(subjects=names, measured=gap, limit=clause.bound)
    if not found:
        yield Inapplicable(reason="no two gables of this kind look at each other")
