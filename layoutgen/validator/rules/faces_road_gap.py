"""How far a building's faces of one kind stand from the ``road`` that they look at: city or block."""

from collections.abc import Iterator

import numpy as np
import shapely

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.faces import faces
from layoutgen.validator.road_lines import road_lines


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure straight out from each face, as deep as ``reach_m``, to the road before it; of each building the nearest."""
    looking = [face for face in faces(plan) if face.kind == clause.text("face")]
    roads = road_lines(plan, clause.text("road"))
    shapes = np.array([shape for _, shape in roads], dtype=object)
    strips = np.array([face.before(clause.number("reach_m")) for face in looking], dtype=object)
    which, road = shapely.STRtree(shapes).query(strips, predicate="intersects") if len(strips) else ([], [])
    nearest: dict[str, tuple[float, str]] = {}
    for i, j in zip(which, road, strict=True):
        seen = shapely.intersection(strips[i], shapes[j])
        gap = (float(looking[i].line.distance(seen)), roads[j][0])
        nearest[looking[i].building] = min(gap, nearest.get(looking[i].building, gap))
    for building, (distance, name) in sorted(nearest.items()):
        yield Finding(subjects=(building, name), measured=distance, limit=clause.bound)
    if not nearest:
        yield Inapplicable(reason=f"no such face looks at a {clause.text('road')} road")
