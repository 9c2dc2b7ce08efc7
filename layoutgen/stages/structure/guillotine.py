"""Street pattern `guillotine`: the site is cut in parts by the best straight line, and each part again."""

from collections.abc import Iterator
from math import ceil

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon

from layoutgen.geometry.parts import lines
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.choices import StreetChoices
from layoutgen.stages.structure.ground import Ground
from layoutgen.stages.structure.quality import cell_quality, is_large
from layoutgen.stages.structure.strokes import Strokes, led_over

SIDES = 4  # longest sides of a part that give directions
OFFSETS = (0.42, 0.5, 0.58)  # where a cut may lie between the two ends of a part
LEAST_SHARE = 0.75  # of the least area of a block: no cut leaves a smaller part
LENGTH_COST = 0.0006  # per metre of cut
EDGE_M = 0.1
PART_COST = 0.08  # per part above two
DEPTH_MAX = 12
OVER_M = 0.05  # lines run over what they end on, or noding loses their ends
SIMPLE_M = 3.0  # wiggles below this give no direction

POLYGON = 3  # type of a polygon in shapely's arrays

Vector = NDArray[np.float64]


def guillotine_patterns(ground: Ground) -> tuple[Strokes, ...]:
    """One pattern: the best cuts, until every part is of a block's size."""
    return (tuple(line for part in ground.parts for line in _split(part, ground.directions, ground.choices, 0)),)


def _split(part: Polygon, directions: tuple[float, ...], choices: StreetChoices, depth: int) -> Iterator[LineString]:
    if depth >= DEPTH_MAX or not is_large(part, choices):
        return
    best = _best_cut(part, _cut_lines(part, directions, choices), choices)
    if best is None:
        return
    pieces, parts = best
    yield from pieces
    for piece in parts:
        yield from _split(piece, directions, choices, depth + 1)


def _cut_lines(part: Polygon, directions: tuple[float, ...], choices: StreetChoices) -> Vector:
    """Lines that may cut a part: direction and a point of each, as rows of four."""
    ring = shapely.get_coordinates(shapely.simplify(part.exterior, SIMPLE_M))
    reflex = _reflex(ring)
    count = max(
        ceil(part.area / choices.block_area_max_m2),
        round(part.area / (0.75 * choices.block_area_max_m2)),
        2,
    )
    shares = {*OFFSETS, *(k / count for k in range(1, count))}
    rows: list[Vector] = []
    for along in _directions(part, ring, directions):
        across = np.array([-along[1], along[0]])
        reach = ring @ across
        low, high = float(reach.min()), float(reach.max())
        offsets = sorted({round(low + (high - low) * s, 6) for s in shares} | {round(float(v @ across), 6) for v in reflex})
        foot = along * float(ring.mean(axis=0) @ along)  # beside the part, wherever the site lies: cuts are drawn from there
        rows.extend(np.hstack([along, foot + across * offset]) for offset in offsets)
    return np.asarray(rows, dtype=np.float64)


def _directions(part: Polygon, ring: Vector, directions: tuple[float, ...]) -> list[Vector]:
    """Directions of cuts: the part's least rectangle, the site's, and along and across the part's longest sides."""
    steps = np.diff(ring, axis=0)
    longest = steps[np.argsort(-np.hypot(*steps.T), kind="stable")[:SIDES]]
    box = np.diff(shapely.get_coordinates(shapely.oriented_envelope(part))[:3], axis=0)
    turned = np.radians(np.asarray(directions))
    rays = np.vstack([box, np.column_stack([np.cos(turned), np.sin(turned)]), longest])
    both = np.vstack([rays, np.column_stack([-rays[:, 1], rays[:, 0]])])
    found: list[Vector] = []
    for ray in both / np.hypot(*both.T)[:, None]:
        if all(abs(float(ray @ other)) < 0.9995 for other in found):
            found.append(ray)
    return found


def _reflex(ring: Vector) -> Vector:
    points = ring[:-1]
    before, after = (
        points - np.roll(points, 1, axis=0),
        np.roll(points, -1, axis=0) - points,
    )
    turn = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    sense = 1.0 if shapely.is_ccw(shapely.linearrings(ring)) else -1.0
    return points[turn * sense < 0.0]


def _best_cut(part: Polygon, rows: Vector, choices: StreetChoices) -> tuple[tuple[LineString, ...], tuple[Polygon, ...]] | None:
    """The cut of greatest worth that leaves no part too small: its pieces and the parts on both sides."""
    far, along, origin = part.length, rows[:, :2], rows[:, 2:]
    across = np.column_stack([-along[:, 1], along[:, 0]])
    ends = np.stack([origin - along * far, origin + along * far], axis=1)
    beyond = np.stack([origin + (along + across) * far, origin + (across - along) * far], axis=1)
    sides = np.asarray(shapely.polygons(np.concatenate([ends, beyond], axis=1)), dtype=object)
    halves = _halves(part, sides, _runs_along_edge(part, origin, across))
    shapes, owner = shapely.get_parts(halves, return_index=True)
    owner = owner % len(rows)
    kept = (shapely.get_type_id(shapes) == POLYGON) & (shapely.area(shapes) > 1.0)
    shapes, owner = shapes[kept], owner[kept]
    area, count = shapely.area(shapes), np.bincount(owner, minlength=len(rows))
    least = np.full(len(rows), np.inf)
    np.minimum.at(least, owner, area)
    worth = np.maximum(cell_quality(shapes, choices), _later(area, shapes, choices))
    inner = part.buffer(-EDGE_M)  # a cut along an edge of the part costs nothing there, however it is rounded
    length = shapely.length(shapely.intersection(inner, shapely.linestrings(ends)))
    value = np.bincount(owner, worth * area, len(rows)) / part.area - LENGTH_COST * length - PART_COST * (count - 2)
    value = np.where(
        (count >= 2) & (least >= LEAST_SHARE * choices.block_area_min_m2),
        np.round(value, 9),
        -np.inf,
    )
    best = int(np.argmax(value))
    if not np.isfinite(value[best]):
        return None
    pieces = lines(shapely.intersection(LineString(ends[best]), part), 1.0)
    parts = sorted(shapes[owner == best], key=lambda shape: (-shape.area, shape.bounds))
    return tuple(led_over(piece, OVER_M) for piece in pieces), tuple(parts)


def _halves(part: Polygon, sides: NDArray[np.object_], on_edge: NDArray[np.bool_]) -> NDArray[np.object_]:
    """The part on both sides of every cut; on the grid where a cut runs along an edge, for it would leave a hair there."""
    shapely.prepare(part)
    inside, outside = shapely.intersection(part, sides), shapely.difference(part, sides)
    inside[on_edge] = shapely.intersection(part, sides[on_edge], grid_size=GRID_M)
    outside[on_edge] = shapely.difference(part, sides[on_edge], grid_size=GRID_M)
    return np.concatenate([inside, outside])


def _runs_along_edge(part: Polygon, origin: Vector, across: Vector) -> NDArray[np.bool_]:
    """Whether each cut passes two corners of the part."""
    ring = shapely.get_coordinates(part.exterior)[:-1]
    away = np.abs(ring @ across.T - np.sum(origin * across, axis=1))
    return np.asarray(np.sum(away < EDGE_M, axis=0) >= 2, dtype=np.bool_)


def _later(area: Vector, shapes: NDArray[np.object_], choices: StreetChoices) -> Vector:
    """Worth of parts that will be cut again: their shape only, as if cut to the aimed size."""
    boxes = shapely.area(shapely.oriented_envelope(shapes))
    fill = np.clip(area / boxes, 0.0, 1.0) ** 2
    return np.asarray(np.where(area > choices.block_area_max_m2, 0.85 * fill, 0.0), dtype=np.float64)
