"""The site of one community: its land, with what is laid already round it."""

from collections.abc import Sequence

import shapely
from shapely.geometry import Polygon

from layoutgen.geometry.parts import polygons
from layoutgen.indicators.communities import community_edges
from layoutgen.model.plan import Building, Community, Window
from layoutgen.model.site import ContextBuilding, NeighbourWindow, Site
from layoutgen.model.stages import Massing
from layoutgen.stages.division.divide import Division

KEEP_OUT_LEAST_M2 = 1.0  # specks of a keep-out that the community's outline cuts off are left out
PLAYROOM = "playroom"


def community_site(site: Site, division: Division, community: Community, around: Sequence[Massing]) -> Site:
    """Site of a community of a division.

    Its edges are the site's and the main roads'; the buildings of other communities stand around it, with windows that keep
    their sun.
    """
    taken = [part for shape in site.keep_outs for part in polygons(shapely.intersection(shape, community.outline))]
    return Site(
        boundary=community.outline,
        edges=community_edges(community.outline, site.edges, division.roads),
        keep_outs=tuple(Polygon(part.exterior) for part in taken if part.area > KEEP_OUT_LEAST_M2),
        context=(*site.context, *(_stands(building) for massing in around for building in massing.buildings)),
        windows=(*site.windows, *(_keeps_sun(window) for massing in around for window in massing.windows)),
        bus_stops=site.bus_stops,
        window_lines=site.window_lines,
        off_site=site.off_site,
        through_roads=site.through_roads,
        origin=site.origin,
        file_name=site.file_name,
        sha256=site.sha256,
    )


def _stands(building: Building) -> ContextBuilding:
    height_m = max(building.planning_height_m, building.fire_height_m, building.shading_height_m)
    return ContextBuilding(id=building.id, footprint=building.footprint, height_m=height_m, is_protected=False)


def _keeps_sun(window: Window) -> NeighbourWindow:
    return NeighbourWindow(line=window.line, sill_m=window.sill_m, is_playroom=window.room == PLAYROOM)
