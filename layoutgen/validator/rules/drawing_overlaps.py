"""No two buildings on one ground, no two pieces of land either."""

from collections.abc import Iterator

from shapely.geometry import Polygon

from layoutgen.indicators.communities import city_roads
from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.overlaps import overlaps_within


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure what buildings share, what blocks, lots and streets share, and what communities and main roads share."""
    buildings = [(building.id, building.footprint) for building in plan.buildings]
    blocks = [(block.id, block.outline) for block in plan.blocks]
    lots = [(lot.id, lot.outline) for lot in plan.lots]
    streets = [(way.id, way.outline) for way in plan.ways if way.kind is WayKind.STREET]
    parts = [(community.id, community.outline) for community in plan.communities]
    parts += [(road.id, road.outline) for road in city_roads(plan)]
    things = (buildings, [*blocks, *lots, *streets], parts)
    if not any(things):
        yield Inapplicable(reason="no building and no land is drawn")
    for pieces in things:
        yield from _judged(pieces, clause)


def _judged(pieces: list[tuple[str, Polygon]], clause: Clause) -> Iterator[Finding]:
    names = [name for name, _ in pieces]
    pairs = overlaps_within([outline for _, outline in pieces])
    touched = {i for pair in pairs for i in (pair.first, pair.second)}
    for pair in pairs:
        yield Finding(subjects=(names[pair.first], names[pair.second]), measured=pair.area_m2, limit=clause.bound)
    for i, name in enumerate(names):
        if i not in touched:
            yield Finding(subjects=(name,), measured=0.0, limit=clause.bound)
