"""A site file of any kind becomes a Site: near the origin, on the grid, its edges named."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from shapely.geometry import Polygon

from layoutgen.errors import InputError
from layoutgen.geometry.parts import polygons, snap_point, snap_polygon, snap_to_grid
from layoutgen.geometry.tolerance import OVERLAP_EPS_M2
from layoutgen.inputs.brief_defaults import load_defaults
from layoutgen.inputs.edges import EdgeRules, EdgeWish, cut_edges
from layoutgen.inputs.features import Frame
from layoutgen.inputs.figures import is_easting, is_northing
from layoutgen.inputs.layer_customs import Customs, load_customs
from layoutgen.inputs.off_site import settled
from layoutgen.inputs.relief import levels_near, says_of_levels
from layoutgen.inputs.site_file import read_survey
from layoutgen.inputs.survey import Survey, exchange_axes, move_survey
from layoutgen.inputs.through_roads import through_roads
from layoutgen.inputs.units import check_area
from layoutgen.inputs.user_file import read_bytes
from layoutgen.inputs.window_lines import window_lines
from layoutgen.model.site import ContextBuilding, Site
from layoutgen.sentence import Sentence, harmless

FAR_OFF_M = 100_000.0  # coordinates beyond this are moved near the origin
ORIGIN_STEP_M = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A site, and everything that its file held, near the same origin."""

    site: Site
    survey: Survey


def read_site(
    path: Path,
    *,
    crs: str | None = None,
    unit: str | None = None,
    edges: Sequence[EdgeWish] = (),
    boundary: str | None = None,
) -> Site:
    """Site of a file: see `look_at_site`."""
    return look_at_site(path, Frame(crs=crs, unit=unit, boundary=boundary), edges).site


def look_at_site(path: Path, frame: Frame, edges: Sequence[EdgeWish] = ()) -> Reading:
    """Read a site file: DXF, GeoJSON, boundary points as CSV or TXT, WKT, and what GDAL reads where it is installed.

    Parameters
    ----------
    frame
        Coordinate system, unit and boundary, as far as the user says them.
    edges
        What is known of the boundary's edges.

    Raises
    ------
    InputError
        If the file cannot be read, or holds no single usable boundary of a plausible size.
    """
    data = read_bytes(path)
    survey = _set_upright(read_survey(path, data, frame), frame)
    check_area(survey.boundary.area, str(path))
    near = move_survey(survey, _origin(survey.boundary))
    try:
        boundary = snap_polygon(Polygon(near.boundary.exterior))
    except ValueError as error:
        raise InputError(str(path), "boundary", str(error), "an outline that stays valid on a 1 mm grid") from None
    levels = levels_near(near.levels, boundary, load_customs().assume("level_reach_m"))
    near = replace(near, levels=levels)
    site = _site_of(near, boundary, edges)
    site = replace(
        site,
        off_site=settled(survey.off_site, _origin(survey.boundary)),
        origin=_origin(survey.boundary),
        file_name=harmless(path.name),
        sha256=hashlib.sha256(data).hexdigest(),
    )
    return Reading(site=site, survey=near)


def _site_of(near: Survey, boundary: Polygon, edges: Sequence[EdgeWish]) -> Site:
    """Site of a survey near the origin."""
    customs = load_customs()
    context, far_off = _context(near, boundary, customs.assume("shadow_per_height"))
    standing = _standing(context, boundary)
    keep_outs, left_out = _inside((*near.keep_outs, *standing), boundary)
    crossing, stay_roads = through_roads(boundary, near.roads)
    cut, assumed = cut_edges(boundary, near.roads, edges, _rules(customs))
    return Site(
        boundary=boundary,
        edges=cut,
        keep_outs=keep_outs,
        context=context,
        bus_stops=tuple(snap_point(stop) for stop in near.bus_stops),
        window_lines=window_lines(near.windows, customs),
        through_roads=crossing,
        repairs=(*near.repairs, *left_out),
        assumptions=(
            *near.assumptions,
            *_stay(len(standing)),
            *stay_roads,
            *far_off,
            *says_of_levels(near.levels),
            *assumed,
        ),
        unread=near.unread,
    )


def _set_upright(survey: Survey, frame: Frame) -> Survey:
    """Turn a survey round whose first coordinate can only be a northing of China and whose second only an easting."""
    x0, y0, x1, y1 = survey.boundary.bounds
    if frame.crs is not None or not all(is_northing(x) and is_easting(y) for x, y in ((x0, y0), (x1, y1))):
        return survey
    said = Sentence(
        en="the first coordinate is a northing, the second an easting: exchanged, so that north is up",
        zh="第一坐标为北坐标、第二坐标为东坐标：已对调，使北向上",
    )
    turned = exchange_axes(survey)
    return replace(turned, repairs=(said, *turned.repairs))


def _origin(boundary: Polygon) -> tuple[float, float]:
    x0, y0, x1, y1 = boundary.bounds
    if max(abs(x0), abs(y0), abs(x1), abs(y1)) <= FAR_OFF_M:
        return (0.0, 0.0)
    return (x0 // ORIGIN_STEP_M * ORIGIN_STEP_M, y0 // ORIGIN_STEP_M * ORIGIN_STEP_M)


def _inside(keep_outs: Sequence[Polygon], boundary: Polygon) -> tuple[tuple[Polygon, ...], tuple[Sentence, ...]]:
    kept: list[Polygon] = []
    outside = 0
    for keep_out in keep_outs:
        parts = polygons(keep_out.intersection(boundary), OVERLAP_EPS_M2)
        outside += not parts
        kept.extend(snapped for part in parts for snapped in snap_to_grid(Polygon(part.exterior)))
    said = Sentence(en=f"{outside} keep-outs lie outside the boundary: left out", zh=f"{outside} 处保留用地在红线外：略去")
    return tuple(sorted(kept, key=lambda p: (-p.area, p.bounds))), (said,) if outside else ()


def _context(survey: Survey, boundary: Polygon, reach: float) -> tuple[tuple[ContextBuilding, ...], tuple[Sentence, ...]]:
    """Buildings that may shade the site or keep their own sun; ``reach`` is the longest shadow by the height."""
    near = [b for b in survey.buildings if b.is_protected or b.footprint.distance(boundary) <= reach * b.height_m]
    ordered = sorted(near, key=lambda b: (b.footprint.bounds, b.footprint.area))
    far = len(survey.buildings) - len(near)
    said = Sentence(en=f"{far} buildings too far off to shade the site: left out", zh=f"{far} 栋建筑距离过远、不遮挡用地：略去")
    snapped = [
        (building, footprint) for building in ordered for footprint in snap_to_grid(Polygon(building.footprint.exterior))
    ]
    context = tuple(
        ContextBuilding(id=f"N{i}", footprint=footprint, height_m=building.height_m, is_protected=building.is_protected)
        for i, (building, footprint) in enumerate(snapped, 1)
    )
    unsaid = sum(not one.is_height_said for one in near)
    return context, (*_heights_assumed(unsaid), *((said,) if far else ()))


def _heights_assumed(count: int) -> tuple[Sentence, ...]:
    """Say how high buildings are taken that do not say it."""
    height_m = load_customs().assume("height_m")
    en = f"{count} existing buildings without a height are taken as {height_m:g} m high"
    return (Sentence(en=en, zh=f"{count} 栋现状建筑未注高度，按 {height_m:g} m 计"),) if count else ()


def _stay(count: int) -> tuple[Sentence, ...]:
    said = Sentence(
        en=f"{count} existing buildings on the site stay: their ground is kept out",
        zh=f"用地内现状建筑 {count} 栋保留：其基底不布置",
    )
    return (said,) if count else ()


def _standing(context: Sequence[ContextBuilding], boundary: Polygon) -> tuple[Polygon, ...]:
    """Footprints of the buildings that stand on the site itself."""
    return tuple(one.footprint for one in context if one.footprint.intersection(boundary).area > OVERLAP_EPS_M2)


def _rules(customs: Customs) -> EdgeRules:
    return EdgeRules(
        corner_deg=customs.assume("corner_deg"),
        corner_sag_m=customs.assume("corner_sag_m"),
        short_edge_m=customs.assume("short_edge_m"),
        road_reach_m=customs.assume("road_reach_m"),
        local_from_m=load_defaults().edge_local_from_m,
    )
