"""Facilities shared with the neighbourhood: what a small project would gain if a plot of its own stood beside it."""

from dataclasses import replace

import shapely
from shapely.geometry import MultiPoint, Point

from layoutgen.model.brief import Brief
from layoutgen.model.choices import Choices
from layoutgen.model.kinds import LotKind
from layoutgen.model.site import OffSite, Site
from layoutgen.pipeline.lots_land import LotsLand, lots_land
from layoutgen.pipeline.off_site import estimates
from layoutgen.standards.clause import Standard

SHARED = (LotKind.KINDERGARTEN, LotKind.GARDEN)  # the plots that take most land
BESIDE_M = 10.0  # off the boundary, where the shared facility is thought to stand


def lots_when_shared(site: Site, brief: Brief, choices: Choices, standard: Standard, kind: LotKind) -> LotsLand | None:
    """Land of the lots were a kind to stand beside the site; None where the law lets the project have none there."""
    shared = OffSite(id="X0", kind=kind.value, name="", at=_nearest(site), land=None)
    together = replace(site, off_site=(*site.off_site, shared))
    is_new = all(one.kind != kind.value for one in site.off_site)
    counts = any(one.off is shared and one.is_near for one in estimates(together, brief, standard))
    return lots_land(together, brief, choices, standard) if is_new and counts else None


def _nearest(site: Site) -> Point:
    """Place beside the boundary from which the farthest corner is nearest."""
    ring = site.boundary.buffer(BESIDE_M).exterior
    corners = MultiPoint(shapely.get_coordinates(site.boundary.exterior))
    places = [ring.interpolate(share / 32.0, normalized=True) for share in range(32)]
    return min(places, key=lambda place: (round(float(place.hausdorff_distance(corners)), 3), place.x, place.y))
