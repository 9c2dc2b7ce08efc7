"""The stages' results as one plan: sorted by id, every outline on the 1 mm grid."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.parts import largest, snap_line, snap_point, snap_polygon
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.brief import Brief
from layoutgen.model.brief_facts import facts_of_brief
from layoutgen.model.choices import Choices
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Block, Building, Facility, Facts, Ground, Lot, Plan, Spot, Stall, Way
from layoutgen.model.site import ContextBuilding, Edge, Site
from layoutgen.model.stages import Allocation, Commission, Grounds, Massing, Structure

Outlined = TypeVar("Outlined", Block, Lot, Ground, Stall, Facility)


def assemble(commission: Commission, structure: Structure, allocation: Allocation, massing: Massing, grounds: Grounds) -> Plan:
    """Put the stages' results together and snap them; the plan then holds only snapped values."""
    site = commission.site
    return Plan(
        facts=facts_of(commission.site, commission.brief, commission.choices),
        boundary=on_grid(site.boundary),
        edges=by_id(snapped_edge(edge) for edge in site.edges),
        keep_outs=tuple(on_grid(shape) for shape in site.keep_outs),
        context=by_id(snapped_context(building) for building in site.context),
        window_lines=by_id(site.window_lines),
        off_site=by_id(site.off_site),
        blocks=by_id(_outlined(allocation.blocks)),
        lots=by_id(_outlined(allocation.lots)),
        ways=by_id(_way(way) for way in (*structure.streets, *grounds.ways)),
        buildings=by_id(_building(building) for building in massing.buildings),
        facilities=by_id(_outlined((*massing.facilities, *grounds.facilities))),
        windows=by_id(replace(window, line=snap_line(window.line)) for window in massing.windows),
        grounds=by_id(_outlined(grounds.grounds)),
        stalls=by_id(_outlined(grounds.stalls)),
        spots=by_id(
            replace(spot, point=snap_point(spot.point)) for spot in (*massing.doors, *grounds.spots, *site_bus_stops(site))
        ),
    )


Named = TypeVar("Named")


def by_id(things: Iterable[Named]) -> tuple[Named, ...]:
    """Things sorted by their ids."""
    return tuple(sorted(things, key=lambda thing: str(getattr(thing, "id"))))  # noqa: B009


def on_grid(shape: Polygon) -> Polygon:
    """Snap an outline; one that the grid would break is rounded by the overlay engine and keeps its largest part."""
    try:
        return snap_polygon(shape)
    except ValueError:
        part = largest(shapely.set_precision(Polygon(shape.exterior), GRID_M))
        if part is None:
            raise
        return snap_polygon(Polygon(part.exterior))


def _outlined(things: Iterable[Outlined]) -> tuple[Outlined, ...]:
    return tuple(replace(thing, outline=on_grid(thing.outline)) for thing in things)


def site_bus_stops(site: Site) -> tuple[Spot, ...]:
    """Bus stops of the site file."""
    return tuple(
        Spot(id=f"S-bus-{number}", kind=SpotKind.BUS_STOP, point=stop, of="") for number, stop in enumerate(site.bus_stops, 1)
    )


def snapped_edge(edge: Edge) -> Edge:
    """Edge on the grid."""
    return replace(edge, line=snap_line(edge.line))


def snapped_context(building: ContextBuilding) -> ContextBuilding:
    """Building that stays, on the grid."""
    return replace(building, footprint=on_grid(building.footprint), height_m=round(building.height_m, 2))


def _way(way: Way) -> Way:
    return replace(way, centre=snap_line(way.centre), outline=on_grid(way.outline))


def _building(building: Building) -> Building:
    footprint = on_grid(building.footprint)
    return replace(
        building,
        footprint=footprint,
        planning_height_m=round(building.planning_height_m, 2),
        fire_height_m=round(building.fire_height_m, 2),
        shading_height_m=round(building.shading_height_m, 2),
        floor_area_m2=round(footprint.area * building.storeys, 2),
    )


def facts_of(site: Site, brief: Brief, choices: Choices) -> Facts:
    """What the plan says in words."""
    return replace(
        facts_of_brief(brief),
        origin=site.origin,
        template=choices.name,
        seed=brief.seed,
        site_file=site.file_name,
        site_sha256=site.sha256,
        assumptions=(*brief.assumptions, *site.assumptions, *site.repairs, *site.unread),
    )
