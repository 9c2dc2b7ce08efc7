"""Everything on a plan that is drawn by its outline, facilities left out: they are parts of buildings."""

from collections.abc import Iterator

from shapely.geometry import Polygon

from layoutgen.model.plan import Plan


def all_outlines(plan: Plan) -> Iterator[tuple[str, str, Polygon]]:
    """Layer word, id and outline of communities, blocks, lots, ways, buildings, grounds and stalls."""
    for community in plan.communities:
        yield "community", community.id, community.outline
    for block in plan.blocks:
        yield "block", block.id, block.outline
    for lot in plan.lots:
        yield "lot", lot.id, lot.outline
    for way in plan.ways:
        yield f"way.{way.kind.value}", way.id, way.outline
    for building in plan.buildings:
        yield "building", building.id, building.footprint
    for ground in plan.grounds:
        yield f"ground.{ground.kind.value}", ground.id, ground.outline
    for stall in plan.stalls:
        yield "stall", stall.id, stall.outline
