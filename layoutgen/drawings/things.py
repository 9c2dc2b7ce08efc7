"""The legal things of a plan, each with the layer that holds it, its geometry and its label."""

from collections.abc import Iterator
from dataclasses import dataclass

from shapely.geometry import LineString, Point, Polygon

from layoutgen.drawings import describe
from layoutgen.drawings.labels import Label
from layoutgen.drawings.layers import Layer, Profile
from layoutgen.model.plan import Plan
from layoutgen.model.shapes_by_id import SITE_ID, keep_out_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One thing on a legal layer."""

    layer: Layer
    shape: Polygon | LineString | Point
    label: Label
    height_m: float = 0.0


def things_of(plan: Plan, profile: Profile) -> Iterator[Thing]:
    """Everything that the contract draws, layer by layer as the plan orders it."""
    yield from _land(plan, profile)
    yield from _ways(plan, profile)
    yield from _buildings(plan, profile)
    yield from _open_ground(plan, profile)


def _land(plan: Plan, profile: Profile) -> Iterator[Thing]:
    if not plan.boundary.is_empty:
        layer = profile.holding("site")
        yield Thing(layer=layer, shape=plan.boundary, label=Label(id=SITE_ID, word=layer.zh))
    layer = profile.holding("keep_out")
    for number, keep_out in enumerate(plan.keep_outs, 1):
        yield Thing(layer=layer, shape=keep_out, label=Label(id=keep_out_id(number), word=layer.zh))
    layer = profile.holding("edge")
    for edge in plan.edges:
        yield Thing(layer=layer, shape=edge.line, label=describe.describe_edge(edge, layer.zh))
    layer = profile.holding("context")
    for stays in plan.context:
        label = describe.describe_context(stays, layer.zh)
        yield Thing(layer=layer, shape=stays.footprint, label=label, height_m=stays.height_m)
    yield from _outside(plan, profile)
    layer = profile.holding("community")
    for community in plan.communities:
        yield Thing(layer=layer, shape=community.outline, label=describe.describe_community(community, layer.zh))
    layer = profile.holding("block")
    for block in plan.blocks:
        yield Thing(layer=layer, shape=block.outline, label=describe.describe_block(block, layer.zh))
    for lot in plan.lots:
        layer = profile.holding(f"lot.{lot.kind}")
        yield Thing(layer=layer, shape=lot.outline, label=describe.describe_lot(lot, layer.zh))


def _outside(plan: Plan, profile: Profile) -> Iterator[Thing]:
    layer = profile.holding("neighbour_window")
    for line in plan.window_lines:
        yield Thing(layer=layer, shape=line.line, label=describe.describe_window_line(line, layer.zh))
    for off in plan.off_site:
        layer = profile.holding("off_site.at" if off.land is None else "off_site.land")
        yield Thing(layer=layer, shape=off.shape, label=describe.describe_off_site(off, layer.zh))


def _ways(plan: Plan, profile: Profile) -> Iterator[Thing]:
    for way in plan.ways:
        layer, centre = profile.holding(f"way.{way.kind}"), profile.holding(f"centre.{way.kind}")
        yield Thing(layer=layer, shape=way.outline, label=describe.describe_way(way, layer.zh))
        yield Thing(layer=centre, shape=way.centre, label=Label(id=way.id, word=centre.zh))


def _buildings(plan: Plan, profile: Profile) -> Iterator[Thing]:
    for building in plan.buildings:
        layer = profile.holding(f"building.{building.use}")
        label = describe.describe_building(building, layer.zh)
        yield Thing(layer=layer, shape=building.footprint, label=label, height_m=building.shading_height_m)
    for facility in plan.facilities:
        layer = profile.holding(f"facility.{facility.kind}")
        yield Thing(layer=layer, shape=facility.outline, label=describe.describe_facility(facility, layer.zh))
    layer = profile.holding("window")
    for window in plan.windows:
        yield Thing(layer=layer, shape=window.line, label=describe.describe_window(window, layer.zh))


def _open_ground(plan: Plan, profile: Profile) -> Iterator[Thing]:
    for ground in plan.grounds:
        layer = profile.holding(f"ground.{ground.kind}")
        yield Thing(layer=layer, shape=ground.outline, label=describe.describe_ground(ground, layer.zh))
    for stall in plan.stalls:
        layer = profile.holding(f"stall.{stall.kind}")
        yield Thing(layer=layer, shape=stall.outline, label=describe.describe_stall(stall, layer.zh))
    for spot in plan.spots:
        layer = profile.holding(f"spot.{spot.kind}")
        yield Thing(layer=layer, shape=spot.point, label=describe.describe_spot(spot, layer.zh))
