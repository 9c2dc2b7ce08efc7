"""Closed outlines among the shapes of a layer: closed ones, nearly closed ones, and those that loose lines make."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.strtree import STRtree

from layoutgen.errors import InputError
from layoutgen.geometry.crossings import crossings_exceed
from layoutgen.geometry.parts import lines as parts_of
from layoutgen.geometry.parts import polygons
from layoutgen.geometry.repair import mend_ring, repair_of
from layoutgen.geometry.tolerance import CLOSE_GAP_M, GRID_M, JOIN_M
from layoutgen.inputs.cad.shapes import Shape
from layoutgen.sentence import Sentence, plural

CROSSINGS_MOST = 20_000  # of the loose lines of a layer; noding more takes minutes
FEWEST = 3  # points of an outline


@dataclass(frozen=True, slots=True, kw_only=True)
class Rings:
    """Outlines found, largest first, what it took, and what stayed open."""

    outlines: tuple[Polygon, ...]
    repairs: tuple[Sentence, ...] = ()
    open_lines: tuple[LineString, ...] = ()
    refused: tuple[InputError, ...] = ()


def find_rings(shapes: Iterable[Shape], *, file: str, key: str) -> Rings:
    """Outlines of shapes in metres; the same outline drawn twice counts once, and is said.

    Raises
    ------
    InputError
        If loose lines cross each other so often that no machine could tell what they enclose.
    """
    outlines: list[Polygon] = []
    repairs: list[Sentence] = []
    refused: list[InputError] = []
    loose: list[LineString] = []
    for shape in shapes:
        if len(shape.points) < 2:
            continue
        if not _is_ring(shape):
            loose.append(LineString(shape.points))
            continue
        try:
            mended = mend_ring(shape.points, is_closed=shape.is_closed, file=file, key=key)
        except InputError as error:
            refused.append(error)
            continue
        outlines.append(mended.outline)
        repairs.extend(mended.repairs)
    joined, rest = _join(loose, file, key)
    if joined:
        count = len(joined)
        repairs.append(repair_of(key, f"{plural(count, 'outline')} joined from loose lines", f"由散线拼成轮廓 {count} 个"))
    kept, twice = _once([*outlines, *joined])
    if twice:
        repairs.append(
            repair_of(key, f"{plural(twice, 'outline')} drawn twice, counted once", f"重复绘制 {twice} 个，只计一次")
        )
    return Rings(outlines=kept, repairs=tuple(repairs), open_lines=rest, refused=tuple(refused))


def _is_ring(shape: Shape) -> bool:
    if shape.is_closed:
        return len(shape.points) >= FEWEST
    gap = float(np.hypot(*np.subtract(shape.points[0], shape.points[-1])))
    return len(shape.points) > FEWEST and gap <= CLOSE_GAP_M


def _join(loose: list[LineString], file: str, key: str) -> tuple[tuple[Polygon, ...], tuple[LineString, ...]]:
    if not loose:
        return (), ()
    long = list({line.wkb: line for line in loose if line.length > GRID_M}.values())  # lines drawn twice once
    if crossings_exceed(long, CROSSINGS_MOST):
        raise InputError(file, key, f"loose lines that cross more than {CROSSINGS_MOST} times", "a closed outline")
    met = _meet_ends(long)
    network = shapely.unary_union(met)
    made, cuts, dangles, bad = shapely.polygonize_full([*parts_of(network)])
    rest = tuple(line for part in (cuts, dangles, bad) for line in parts_of(part))
    return tuple(Polygon(outline.exterior) for outline in polygons(made)), rest


def _meet_ends(lines: list[LineString]) -> list[LineString]:
    """Move the ends of lines that nearly meet onto the first of them."""
    if not lines:
        return []
    ends = [Point(line.coords[at]) for line in lines for at in (0, -1)]
    near_pairs = STRtree(ends).query(ends, predicate="dwithin", distance=JOIN_M)
    first = list(range(len(ends)))
    for one, other in sorted(zip(*near_pairs.tolist(), strict=True)):
        first[one] = min(first[one], first[other])
    met = []
    for i, line in enumerate(lines):
        points = list(line.coords)
        points[0], points[-1] = ends[first[2 * i]].coords[0], ends[first[2 * i + 1]].coords[0]
        if len(set(points)) > 1:
            met.append(LineString(points))
    return met


def _once(outlines: list[Polygon]) -> tuple[tuple[Polygon, ...], int]:
    """Outlines without those that repeat a larger one within the gap that closes a ring, at every side and in area."""
    found = {(one.area, one.length, one.bounds): one for one in reversed(outlines)}  # of outlines copied exactly the first
    ordered = sorted(found.values(), key=lambda p: (-p.area, p.bounds))
    if len(ordered) < 2:
        return tuple(ordered), len(outlines) - len(ordered)
    bounds, areas, lengths = shapely.bounds(ordered), shapely.area(ordered), shapely.length(ordered)
    west, south = bounds.T[:2]  # outlines that are one share a corner: nested ones by the thousand do not
    corners = shapely.box(west - CLOSE_GAP_M, south - CLOSE_GAP_M, west + CLOSE_GAP_M, south + CLOSE_GAP_M)
    inner, outer = STRtree(corners).query(shapely.points(west, south))
    near = np.abs(bounds[inner] - bounds[outer]).max(axis=1) <= CLOSE_GAP_M
    near &= np.abs(areas[inner] - areas[outer]) <= CLOSE_GAP_M * lengths[outer] / 2.0
    earlier: dict[int, list[int]] = {}
    for later, first in zip(inner[near].tolist(), outer[near].tolist(), strict=True):
        if first < later:
            earlier.setdefault(later, []).append(first)
    kept: dict[int, Polygon] = {}
    for i, outline in enumerate(ordered):
        if not any(first in kept for first in earlier.get(i, ())):
            kept[i] = outline
    return tuple(kept.values()), len(outlines) - len(kept)
