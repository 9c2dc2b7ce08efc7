"""Street pattern `guillotine`: the site is cut in parts by the best straight line, and each part again."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon

from layoutgen.geometry.parts import lines, polygons
from layoutgen.model.choices import StreetChoices
from layoutgen.stages.structure.quality import cell_quality

SIDES = 4  # longest sides of a part that give directions
OFFSETS = (0.42, 0.5, 0.58)  # where a cut may lie between the two ends of a part
LEAST_SHARE = 0.75  # of the least area of a block: no cut leaves a smaller part
LENGTH_COST = 0.0006  # per metre of cut
PART_COST = 0.08  # per part above two
DEPTH_MAX = 12
OVER_M = 0.05  # lines run over what they end on, or noding loses their ends
SIMPLE_M = 3.0  # wiggles below this give no direction

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    value: float
    pieces: tuple[LineString, ...]
    parts: tuple[Polygon, ...]


def guillotine_pattern(boundary: Polygon, directions: tuple[float, ...], choices: StreetChoices) -> tuple[LineString, ...]:
    """Lines that cut a boundary until every part is of a block's size.

    Parameters
    ----------
    directions
        Directions of the site, tried besides those of each part. [degrees]
    """
    return tuple(_split(boundary, directions, choices, 0))


def _split(part: Polygon, directions: tuple[float, ...], choices: StreetChoices, depth: int) -> Iterator[LineString]:
    if depth >= DEPTH_MAX or not _is_large(part, choices):
        return
    cuts = [cut for cut in _cuts(part, directions, choices) if cut is not None]
    if not cuts:
        return
    best = max(cuts, key=lambda cut: round(cut.value, 9))
    yield from best.pieces
    for piece in best.parts:
        yield from _split(piece, directions, choices, depth + 1)


def _is_large(part: Polygon, choices: StreetChoices) -> bool:
    if part.area > choices.block_area_max_m2:
        return True
    corners = shapely.get_coordinates(shapely.oriented_envelope(part))
    span = float(np.max(np.hypot(*np.diff(corners, axis=0).T)))
    return span > choices.spacing_max_m + choices.street_width_m and part.area > 2.0 * choices.block_area_min_m2


def _cuts(part: Polygon, directions: tuple[float, ...], choices: StreetChoices) -> Iterator[_Cut | None]:
    ring = shapely.get_coordinates(shapely.simplify(part.exterior, SIMPLE_M))
    reflex = _reflex(ring)
    for along in _directions(part, ring, directions):
        across = np.array([-along[1], along[0]])
        reach = ring @ across
        low, high = float(reach.min()), float(reach.max())
        count = max(ceil(part.area / choices.block_area_max_m2), round(part.area / (0.75 * choices.block_area_max_m2)), 2)
        shares = {*OFFSETS, *(k / count for k in range(1, count))}
        offsets = sorted(
            {round(low + (high - low) * share, 6) for share in shares} | {round(float(v @ across), 6) for v in reflex}
        )
        for offset in offsets:
            yield _cut(part, across * offset, along, choices)


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
    before, after = points - np.roll(points, 1, axis=0), np.roll(points, -1, axis=0) - points
    turn = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    sense = 1.0 if shapely.is_ccw(shapely.linearrings(ring)) else -1.0
    return points[turn * sense < 0.0]


def _cut(part: Polygon, origin: Vector, along: Vector, choices: StreetChoices) -> _Cut | None:
    far = part.length
    across = np.array([-along[1], along[0]])
    line = LineString([origin - along * far, origin + along * far])
    side = Polygon(
        [origin - along * far, origin + along * far, origin + (along + across) * far, origin + (across - along) * far]
    )
    pieces = lines(shapely.intersection(line, part), 1.0)
    parts = (*polygons(shapely.intersection(part, side), 1.0), *polygons(shapely.difference(part, side), 1.0))
    if not pieces or len(parts) < 2 or min(p.area for p in parts) < LEAST_SHARE * choices.block_area_min_m2:
        return None
    area = np.array([p.area for p in parts])
    worth = np.maximum(cell_quality(parts, choices), _later(area, parts, choices))
    length = sum(piece.length for piece in pieces)
    value = float(np.sum(worth * area) / area.sum()) - LENGTH_COST * length - PART_COST * (len(parts) - 2)
    return _Cut(value=value, pieces=tuple(_over(piece) for piece in pieces), parts=parts)


def _later(area: Vector, parts: tuple[Polygon, ...], choices: StreetChoices) -> Vector:
    """Worth of parts that will be cut again: their shape only, as if cut to the aimed size."""
    shapes = np.asarray(list(parts), dtype=object)
    boxes = shapely.area(shapely.oriented_envelope(shapes))
    fill = np.clip(area / boxes, 0.0, 1.0) ** 2
    return np.asarray(np.where(area > choices.block_area_max_m2, 0.85 * fill, 0.0), dtype=np.float64)


def _over(piece: LineString) -> LineString:
    ends = shapely.get_coordinates(piece)[[0, -1]]
    step = (ends[1] - ends[0]) / piece.length * OVER_M
    return LineString([ends[0] - step, ends[1] + step])
