"""Surface stalls 地面停车位: how many stand together, written on each group."""

from collections import Counter

import shapely
from shapely.geometry import Polygon

from layoutgen.drawings.notes.along import NamePen
from layoutgen.drawings.sheet import Text
from layoutgen.geometry.parts import polygons
from layoutgen.model.plan import Plan

TOUCHING_M = 0.3  # stalls nearer to each other stand together


def stall_counts(plan: Plan, pen: NamePen) -> list[Text]:
    """Number of stalls of every group on which there is room for it."""
    found: list[Text] = []
    for outline, count in stall_groups(plan):
        if name := pen.name(outline, (f"{count}个车位", str(count))):
            found.append(name)
    return found


def stall_groups(plan: Plan) -> list[tuple[Polygon, int]]:
    """Outline of every group of stalls that stand together, with how many they are."""
    if not plan.stalls:
        return []
    outlines = [stall.outline for stall in plan.stalls]
    grown = polygons(shapely.union_all(shapely.buffer(outlines, TOUCHING_M / 2.0, join_style="mitre")))
    tree = shapely.STRtree(grown)
    met = tree.query([outline.centroid for outline in outlines], predicate="intersects")[1]
    counts = Counter(int(number) for number in met)
    return [(grown[number].buffer(-TOUCHING_M / 2.0, join_style="mitre"), count) for number, count in sorted(counts.items())]
