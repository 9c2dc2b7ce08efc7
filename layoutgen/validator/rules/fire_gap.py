"""Fire separation 防火间距: clear distance between buildings, by their classes."""

from collections.abc import Iterator

import numpy as np
import shapely

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.model.limit import Limit
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.fire_class import class_of_height, separation_class


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure every pair within the largest limit, and of every building the nearest other."""
    names = [b.id for b in plan.buildings] + [c.id for c in plan.context]
    shapes = [b.footprint for b in plan.buildings] + [c.footprint for c in plan.context]
    classes = [separation_class(b) for b in plan.buildings] + [class_of_height(c.height_m) for c in plan.context]
    lots = [b.lot for b in plan.buildings] + [""] * len(plan.context)
    heights = [b.fire_height_m for b in plan.buildings] + [c.height_m for c in plan.context]
    above = clause.number("above_m") if "above_m" in dict(clause.options) else 0.0
    is_found = False
    for i, j in _pairs(shapes, len(plan.buildings), _reach(clause)):
        limit = _limit(clause, classes[i], classes[j]) if max(heights[i], heights[j]) > above else None
        gap = float(shapes[i].distance(shapes[j]))
        is_one = bool(lots[i]) and lots[i] == lots[j] and gap <= LENGTH_EPS_M
        if limit is not None and not is_one:
            is_found = True
            yield Finding(subjects=(names[i], names[j]), measured=gap, limit=limit)
    if not is_found:
        yield Inapplicable(reason="no two buildings of these classes")


def _reach(clause: Clause) -> float:
    limits = [row.limit for row in clause.rows] if clause.rows else [clause.bound]
    return max((limit.low for limit in limits if limit.low is not None), default=0.0)


def _limit(clause: Clause, a: str, b: str) -> Limit | None:
    return clause.row(a=a, b=b) or clause.row(a=b, b=a) if clause.rows else clause.bound


def _pairs(shapes: list[shapely.Polygon], own: int, reach: float) -> list[tuple[int, int]]:
    """Pairs with at least one building of the plan: all within the reach, and each one's nearest, with those as near as it."""
    if not own or len(shapes) < 2:
        return []
    tree = shapely.STRtree(shapes)
    (of, _), gaps = tree.query_nearest(shapes[:own], exclusive=True, return_distance=True, all_matches=False)
    reaches = np.full(own, reach)
    reaches[of] = np.maximum(reach, gaps + LENGTH_EPS_M)
    near = tree.query(shapes[:own], predicate="dwithin", distance=reaches).T.tolist()
    return sorted({(min(i, j), max(i, j)) for i, j in near if i != j})
