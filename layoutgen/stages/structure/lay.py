"""Streets and cells of a site: patterns are made, mended and scored, and the best is drawn."""

from dataclasses import replace

import numpy as np
import shapely
from numpy.random import Generator
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon

from layoutgen.geometry.directions import dominant_directions
from layoutgen.geometry.parts import lines, polygons
from layoutgen.model.choices import StreetChoices
from layoutgen.model.kinds import RoadClass, StreetMode
from layoutgen.model.site import Site
from layoutgen.model.stages import Cell, Commission, Structure
from layoutgen.stages.structure.ground import Ground
from layoutgen.stages.structure.portfolio import Layout, best_layout
from layoutgen.stages.structure.sections import sections
from layoutgen.stages.structure.spine import spines_of
from layoutgen.stages.structure.strokes import OVER_M, led_over
from layoutgen.stages.structure.ways import lay_streets

CLEAN_M = 3.0  # wiggles of the boundary below this do not steer the search
DRAFTS = 8  # seeds beyond this many begin again
ALONE = 1.45  # a site up to so many greatest block areas stays one cell
ALONE_SPAN = 1.35  # unless it is so many greatest spacings long; with public streets, unless it is longer than one


def lay_structure(commission: Commission, rng: Generator) -> Structure:
    """Lay public branch streets or attached streets, and name the cells between them.

    Cells and street outlines tile the boundary; the network is one with the roads round the site where it can be.
    A brief's seed other than 0 asks for another draft, with streets of a different layout where there is one.
    ``rng`` is not used: the search is complete over its patterns.
    """
    site, choices = commission.site, commission.choices.streets
    boundary = Polygon(site.boundary.exterior)
    directions = dominant_directions(boundary)
    spans = _spans(boundary, directions[0])
    fixed = _crossing(site, boundary)
    is_public = bool(fixed) or _is_public(commission, spans)
    notes: tuple[str, ...] = ()
    layout = Layout(pattern="", score=0.0, runs=())
    plain, wide = sections(choices, is_public=is_public)
    spines: tuple[int, ...] = ()
    if fixed or not _is_alone(boundary, spans, choices, is_public=is_public):
        ground = Ground(
            boundary=boundary,
            smooth=Polygon(shapely.simplify(boundary.exterior, CLEAN_M)),
            roads=MultiLineString([e.line for e in site.edges if e.road_class is not RoadClass.NONE]),
            keep_outs=_widened(site.keep_outs, wide.width_m / 2.0),
            directions=directions,
            fixed=fixed,
            width_m=plain.width_m,
            choices=replace(choices, street_width_m=plain.width_m),
        )
        layout = best_layout(ground, commission.brief.seed % DRAFTS)
        spines = spines_of(layout.runs, ground)
    chosen = [wide if n in spines else plain for n in range(len(layout.runs))]
    streets, outlines = lay_streets(boundary, layout.runs, chosen)
    if commission.brief.streets is StreetMode.GATED and max(spans) > choices.spacing_max_m:
        notes = (f"gated: no public street crosses a site of {max(spans):.0f} m",)
    return Structure(
        streets=streets,
        cells=_cells(outlines),
        is_public=is_public,
        azimuth_deg=directions[0],
        pattern=layout.pattern,
        notes=notes,
    )


def _crossing(site: Site, boundary: Polygon) -> tuple[LineString, ...]:
    """Centre lines of the roads that stay, led over the boundary."""
    pieces = [piece for road in site.through_roads for piece in lines(shapely.intersection(road, boundary), 1.0)]
    return tuple(led_over(piece, OVER_M) for piece in pieces)


def _widened(shapes: tuple[Polygon, ...], by_m: float) -> MultiPolygon:
    """Ground that centre lines must miss so that streets miss the shapes."""
    return MultiPolygon(polygons(shapely.union_all([shape.buffer(by_m) for shape in shapes])))


def _spans(boundary: Polygon, azimuth_deg: float) -> tuple[float, float]:
    """Length of the boundary along and across a direction [m]."""
    angle = np.radians(azimuth_deg)
    ring = shapely.get_coordinates(boundary.exterior)
    along = ring @ np.array([np.cos(angle), np.sin(angle)])
    across = ring @ np.array([-np.sin(angle), np.cos(angle)])
    return float(np.ptp(along)), float(np.ptp(across))


def _is_public(commission: Commission, spans: tuple[float, float]) -> bool:
    mode, choices = commission.brief.streets, commission.choices.streets
    if mode is not StreetMode.AUTO:
        return mode is StreetMode.PUBLIC
    return min(spans) > choices.public_from_m or max(spans) > choices.spacing_max_m


def _is_alone(boundary: Polygon, spans: tuple[float, float], choices: StreetChoices, *, is_public: bool) -> bool:
    if boundary.area <= choices.block_area_max_m2:
        return max(spans) <= (1.0 if is_public else ALONE_SPAN) * choices.spacing_max_m
    return boundary.area <= ALONE * choices.block_area_max_m2 and max(spans) <= choices.spacing_max_m


def _cells(outlines: tuple[Polygon, ...]) -> tuple[Cell, ...]:
    """Cells named north to south, west to east."""
    ordered = sorted(outlines, key=lambda shape: (-round(shape.centroid.y, 1), shape.centroid.x))
    return tuple(Cell(id=f"C{n}", outline=shape, block="") for n, shape in enumerate(ordered, start=1))
