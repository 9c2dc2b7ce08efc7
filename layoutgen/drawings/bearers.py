"""The id of a thing that tells none, by what belongs to it: its doors, windows and grounds name it still."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

import numpy as np
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.labelled import MADE, Trace
from layoutgen.drawings.tidings import Tiding
from layoutgen.geometry.tolerance import LABEL_REACH_M
from layoutgen.model.plan import Ground, Plan, Stall
from layoutgen.model.reading import Defect

Names = Mapping[str, str]  # id that is named still, by the id that was made


def named_still(plan: Plan, traces: Sequence[Trace]) -> Names:
    """Ids that no thing has, for those things of made ids at which all that names a lost id names the same."""
    bare = [trace for trace in traces if trace.name.startswith(MADE) and _can_bear(trace.role)]
    if not bare:
        return {}
    here = {trace.name for trace in traces}
    lost = [(name, shape) for name, shape in _references(plan) if name and name not in here]
    if not lost:
        return {}
    tree = STRtree(np.asarray([shape for _, shape in lost], dtype=object))
    asked: dict[str, list[str]] = defaultdict(list)
    for trace in bare:
        near = {lost[place][0] for place in tree.query(trace.shape, predicate="dwithin", distance=LABEL_REACH_M).tolist()}
        if len(near) == 1:
            asked[near.pop()].append(trace.name)
    return {made[0]: name for name, made in asked.items() if len(made) == 1}


def renamed_plan(plan: Plan, names: Names) -> Plan:
    """Plan whose things of made ids have those by which they are named still."""
    if not names:
        return plan
    return replace(
        plan,
        blocks=tuple(sorted((replace(one, id=names.get(one.id, one.id)) for one in plan.blocks), key=lambda one: one.id)),
        lots=tuple(sorted((replace(one, id=names.get(one.id, one.id)) for one in plan.lots), key=lambda one: one.id)),
        buildings=tuple(sorted((replace(one, id=names.get(one.id, one.id)) for one in plan.buildings), key=lambda one: one.id)),
        facilities=tuple(
            sorted((replace(one, id=names.get(one.id, one.id)) for one in plan.facilities), key=lambda one: one.id)
        ),
    )


def renamed_traces(traces: Iterable[Trace], names: Names) -> list[Trace]:
    """Traces with those ids, and the tiding of it."""
    return [
        replace(one, name=names[one.name], tidings=(*one.tidings, Tiding.NAMED)) if one.name in names else one for one in traces
    ]


def renamed_defects(defects: Iterable[Defect], names: Names) -> list[Defect]:
    """Defects with those ids."""
    return [replace(one, id=names.get(one.id, one.id)) for one in defects]


def _can_bear(role: str) -> bool:
    return role.partition(".")[0] in ("block", "lot", "building", "facility")


def _references(plan: Plan) -> Iterator[tuple[str, BaseGeometry]]:
    yield from ((one.of, one.point) for one in plan.spots)
    yield from ((one.building, one.line) for one in plan.windows)
    for part in plan.facilities:
        yield part.building, part.outline
        yield part.lot, part.outline
    open_ground: tuple[Ground | Stall, ...] = (*plan.grounds, *plan.stalls)
    for ground in open_ground:
        yield ground.block, ground.outline
        yield ground.lot, ground.outline
    for house in plan.buildings:
        yield house.block, house.footprint
        yield house.lot, house.footprint
