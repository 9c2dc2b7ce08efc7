"""How far the buildings of a height stand from the red lines of city roads, or from the neighbours' land."""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import RoadClass
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.road_lines import CITY, road_lines

NEIGHBOUR = "neighbour"


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure each building whose planning height lies above ``above_m`` and no higher than ``to_m``."""
    tall = [b for b in plan.buildings if clause.number("above_m") < b.planning_height_m <= clause.number("to_m")]
    if clause.text("line") == NEIGHBOUR:
        lines: list[BaseGeometry] = [edge.line for edge in plan.edges if edge.road_class is RoadClass.NONE]
    else:
        lines = [shape for _, shape in road_lines(plan, CITY)]
    if not tall or not lines:
        yield Inapplicable(reason="no building of this height" if not tall else "no such line on the plan")
        return
    gaps = np.asarray(shapely.distance([b.footprint for b in tall], shapely.union_all(lines)), dtype=np.float64)
    for building, gap in zip(tall, gaps, strict=True):
        yield Finding(subjects=(building.id,), measured=float(gap), limit=clause.bound)
