"""Runs of streets as ways: outlines clipped to the site that do not overlap, and the cells that they leave."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons, without_holes
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.plan import Way
from layoutgen.stages.structure.arrangement import Point as Node
from layoutgen.stages.structure.runs import Run
from layoutgen.stages.structure.sections import StreetSection

SLIVER_M2 = 60.0  # ground beside a street smaller than this is added to it
MARGIN_M = 0.5  # how far a street is drawn over the boundary before it is clipped
ALONG_SINE = 0.3  # sine of the angle to an edge along which a street runs rather than ends at it
NEAR_M = 0.005  # a centre line's end this near to the boundary lies on it
MITRE = 4.0

Vector = NDArray[np.float64]


def lay_streets(
    boundary: Polygon, runs: Sequence[Run], sections: Sequence[StreetSection]
) -> tuple[tuple[Way, ...], tuple[Polygon, ...]]:
    """Streets, each with its section, and the cells between them; together they tile the boundary.

    A street that crosses an earlier one becomes two that share the crossing's node.
    """
    placed: list[tuple[LineString, Polygon, StreetSection]] = []
    bands: list[Polygon] = []
    lost: list[Polygon] = []
    nodes: set[Node] = set()
    around = boundary.buffer(MARGIN_M, join_style="mitre")
    section_of = dict(zip(runs, sections, strict=True))
    for run in _by_rank(sorted(runs, key=lambda run: -section_of[run].width_m)):
        for stretch in _stretches(run, nodes):
            band = _band(stretch, boundary, around, section_of[run].width_m)
            parts = _left_of(band, boundary, bands, stretch)
            placed.extend((stretch, part, section_of[run]) for part in parts[:1])
            lost.extend(parts[1:])
            bands.append(band)
        nodes |= set(run.nodes)
    rest = shapely.difference(boundary, shapely.union_all(bands)) if bands else boundary
    pieces = [hull for piece in (*polygons(rest), *lost) for hull in without_holes(piece, 0.0)]
    outlines, cells = _add_slivers([shape for _, shape, _ in placed], pieces)
    ways = tuple(
        Way(
            id=f"R-{section.kind}-{n}",
            kind=section.kind,
            centre=line,
            outline=outline,
            carriageway_m=section.carriageway_m,
            footway_m=section.footway_m,
            is_fire_lane=True,
            block="",
        )
        for n, ((line, _, section), outline) in enumerate(zip(placed, outlines, strict=True), start=1)
    )
    return ways, tuple(cells)


def _by_rank(runs: Sequence[Run]) -> list[Run]:
    """Runs in the order of laying: a street that ends at another comes after it, else the order stays."""
    left, ranked = list(runs), list[Run]()
    while left:
        free = [run for run in left if not any(_ends_at(run, other) for other in left if other is not run)]
        chosen = (free or left)[0]
        ranked.append(chosen)
        left.remove(chosen)
    return ranked


def _ends_at(run: Run, other: Run) -> bool:
    return any(end in other.nodes[1:-1] for end in (run.nodes[0], run.nodes[-1]))


def _stretches(run: Run, crossed: set[Node]) -> list[LineString]:
    """Run cut at the nodes of earlier streets; a closed run is cut in two."""
    marks = [n for n, node in enumerate(run.nodes[1:-1], start=1) if node in crossed]
    if not marks and run.nodes[0] == run.nodes[-1]:
        marks = [len(run.nodes) // 2]
    stops = [0, *marks, len(run.nodes) - 1]
    return [LineString(run.nodes[a : b + 1]) for a, b in pairwise(stops)]


def _band(line: LineString, boundary: Polygon, around: Polygon, width_m: float) -> Polygon:
    """Full width of a street, a little over the boundary, so that no hair of ground is left along it."""
    drawn = _drawn_out(line, boundary, width_m)
    band = drawn.buffer(width_m / 2.0, cap_style="flat", join_style="mitre", mitre_limit=MITRE)
    return _nearest_first(shapely.intersection(band, around), line)[0]


def _left_of(band: Polygon, boundary: Polygon, earlier: Sequence[Polygon], line: LineString) -> list[Polygon]:
    """Parts of a band inside the boundary and beside earlier bands; the one round the line's middle first."""
    left: BaseGeometry = shapely.intersection(band, boundary)
    if earlier:
        left = shapely.difference(left, shapely.union_all(earlier))
    return _nearest_first(left, line)


def _nearest_first(shape: BaseGeometry, line: LineString) -> list[Polygon]:
    parts = [part for piece in polygons(shape) for part in without_holes(piece, 0.0)]
    middle = line.interpolate(0.5, normalized=True)
    return sorted(parts, key=lambda part: (round(part.distance(middle), 3), -part.area))


def _drawn_out(line: LineString, boundary: Polygon, width_m: float) -> LineString:
    """Line led on over the boundary where it ends there, so that its band meets a skew edge with its full width."""
    coords = shapely.get_coordinates(line)
    for tip, before in ((0, 1), (-1, -2)):
        if boundary.exterior.distance(Point(coords[tip])) <= NEAR_M:
            step = coords[tip] - coords[before]
            step = step / float(np.hypot(*step))
            coords[tip] = coords[tip] + step * _reach(coords[tip], step, boundary, width_m)
    return LineString(coords)


def _reach(tip: Vector, step: Vector, boundary: Polygon, width_m: float) -> float:
    """How far a band must run over the edges at its end; an edge that runs along with it asks for nothing."""
    ring = shapely.get_coordinates(boundary.exterior)
    edges = shapely.linestrings(np.stack([ring[:-1], ring[1:]], axis=1))
    near = shapely.dwithin(edges, Point(tip), NEAR_M)
    runs = np.diff(ring, axis=0)[near]
    sines = np.abs(runs[:, 0] * step[1] - runs[:, 1] * step[0]) / np.hypot(*runs.T)
    slant = sines[sines > ALONG_SINE]
    cosines = np.sqrt(np.maximum(1.0 - slant**2, 0.0))
    return float(np.max(width_m / 2.0 * cosines / slant, initial=0.0)) + 2.0 * MARGIN_M


def _add_slivers(outlines: list[Polygon], pieces: list[Polygon]) -> tuple[list[Polygon], list[Polygon]]:
    """Give slivers to the street beside them, so that no ground is lost."""
    cells = [piece for piece in pieces if piece.area > SLIVER_M2]
    grown = list(outlines)
    for sliver in (piece for piece in pieces if piece.area <= SLIVER_M2):
        for n in sorted(range(len(grown)), key=lambda n: (round(grown[n].distance(sliver), 4), n)):
            if _joins(grown, n, sliver):
                break
        else:
            _join_cell(cells, sliver)
    return grown, cells


def _joins(outlines: list[Polygon], n: int, sliver: Polygon) -> bool:
    whole = shapely.union_all([outlines[n], sliver])
    if not isinstance(whole, Polygon):
        whole = shapely.union_all([outlines[n], sliver], grid_size=GRID_M)
    if isinstance(whole, Polygon) and not whole.interiors:
        outlines[n] = whole
        return True
    return False


def _join_cell(cells: list[Polygon], sliver: Polygon) -> None:
    for n in sorted(range(len(cells)), key=lambda n: (round(cells[n].distance(sliver), 4), n)):
        if _joins(cells, n, sliver):
            return
