"""The shapes behind every name that a finding may say: things by their ids, and the site as a whole."""

from collections.abc import Iterator

from shapely.geometry.base import BaseGeometry

from layoutgen.model.plan import Block, Building, Community, Facility, Ground, Lot, Plan, Stall, Window
from layoutgen.model.site import ContextBuilding, Edge, WindowLine

SITE_ID = "S1"  # of the red line
WHOLE = ("site", "people", "drawing")  # subjects that stand for the site as a whole


def shapes_by_id(plan: Plan) -> dict[str, tuple[BaseGeometry, ...]]:
    """Shapes of a plan's things by id [m]; a way has its outline and its centre line, an id that stands twice all of its.

    The words that stand for the whole (`WHOLE`) have the red line; of a plan without one they are left out.
    """
    shapes: dict[str, list[BaseGeometry]] = {}
    for name, shape in _named(plan):
        if not shape.is_empty:
            shapes.setdefault(name, []).append(shape)
    return {name: tuple(of_one) for name, of_one in shapes.items()}


def keep_out_id(number: int) -> str:
    """Id of a keep-out by its number in the plan, from 1: it has none of its own."""
    return f"O{number:04d}"


def _named(plan: Plan) -> Iterator[tuple[str, BaseGeometry]]:
    yield from ((name, plan.boundary) for name in (SITE_ID, *WHOLE))
    yield from ((keep_out_id(number), shape) for number, shape in enumerate(plan.keep_outs, start=1))
    lined: tuple[Edge | WindowLine | Window, ...] = (*plan.edges, *plan.window_lines, *plan.windows)
    yield from ((one.id, one.line) for one in lined)
    built: tuple[ContextBuilding | Building, ...] = (*plan.context, *plan.buildings)
    yield from ((one.id, one.footprint) for one in built)
    yield from ((one.id, one.shape) for one in plan.off_site)
    for way in plan.ways:
        yield way.id, way.outline
        yield way.id, way.centre
    land: tuple[Community | Block | Lot, ...] = (*plan.communities, *plan.blocks, *plan.lots)
    yield from ((one.id, one.outline) for one in land)
    parts: tuple[Facility | Ground | Stall, ...] = (*plan.facilities, *plan.grounds, *plan.stalls)
    yield from ((one.id, one.outline) for one in parts)
    yield from ((one.id, one.point) for one in plan.spots)
