"""Street pattern `tensor`: streets run along and across the edges near them, so that they follow a site that bends."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point, Polygon

from layoutgen.geometry.parts import lines
from layoutgen.stages.structure.ground import Ground
from layoutgen.stages.structure.strokes import OVER_M, Strokes, straightened

STEP_M = 12.0  # of a traced line
REACH_M = 120.0  # at which an edge has lost all but a third of its say
VOTE_M = 150.0  # longer edges say no more than this
STEPS_MAX = 120  # of a line to one side

Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """Directions modulo a right angle, everywhere: the votes of all edges, the nearer the louder."""

    middles: Vector
    votes: Vector  # of each edge, as cosine and sine of four times its direction, times its weight

    def ray(self, point: Vector, heading: Vector) -> Vector:
        """The direction of the field that deviates least from a heading."""
        weight = np.exp(-np.hypot(*(self.middles - point).T) / REACH_M)
        cosine, sine = weight @ self.votes
        angle = np.arctan2(sine, cosine) / 4.0
        x, y = np.cos(angle), np.sin(angle)
        rays = np.array([[x, y], [-y, x], [-x, -y], [y, -x]])
        return np.asarray(rays[int(np.argmax(rays @ heading))], dtype=np.float64)


def tensor_patterns(ground: Ground) -> Iterator[Strokes]:
    """Lines traced through the field at even spacings along a guide each way, in each likely number."""
    field = _field(ground.smooth)
    choices = ground.choices
    middle = ground.smooth.centroid if ground.smooth.contains(ground.smooth.centroid) else ground.smooth.representative_point()
    angle = np.radians(ground.directions[0])
    heading = np.array([np.cos(angle), np.sin(angle)])
    ahead = field.ray(np.array([middle.x, middle.y]), heading)
    across = np.array([-ahead[1], ahead[0]])
    guides = [_traced(field, ground.smooth, middle, ray) for ray in (ahead, across)]
    if None in guides:
        return
    for round_up in (False, True):
        found = [
            list(_family(field, ground, guide, aim, round_up))
            for guide, aim in zip(guides, (choices.block_width_m, choices.block_depth_m), strict=True)
            if guide is not None
        ]
        if any(found):
            yield tuple(straightened(shapely.get_coordinates(line), OVER_M) for family in found for line in family)


def _field(boundary: Polygon) -> Field:
    """Votes of the boundary, its long edges cut in stretches."""
    ring = shapely.get_coordinates(shapely.segmentize(boundary.exterior, VOTE_M))
    steps = np.diff(ring, axis=0)
    length = np.hypot(*steps.T)
    angle = 4.0 * np.arctan2(steps[:, 1], steps[:, 0])
    votes = length[:, None] * np.column_stack([np.cos(angle), np.sin(angle)])
    return Field(middles=(ring[:-1] + ring[1:]) / 2.0, votes=votes)


def _family(field: Field, ground: Ground, guide: LineString, aim_m: float, round_up: bool) -> Iterator[LineString]:
    """Lines across a guide at even spacings."""
    least = max(ceil(guide.length / ground.choices.spacing_max_m), 1)
    count = max((ceil if round_up else floor)(guide.length / aim_m), least)
    for n in range(1, count):
        seed = guide.interpolate(n / count, normalized=True)
        near = guide.interpolate(n / count + 0.01, normalized=True)
        along = np.array([near.x - seed.x, near.y - seed.y])
        line = _traced(field, ground.smooth, seed, np.array([-along[1], along[0]]))
        if line is not None:
            yield line


def _traced(field: Field, boundary: Polygon, seed: Point, heading: Vector) -> LineString | None:
    """The field's line through a seed, both ways to the boundary."""
    start = np.array([seed.x, seed.y])
    back, on = (list(_walk(field, boundary, start, sense * heading)) for sense in (-1.0, 1.0))
    whole = LineString([*back[::-1], start, *on])
    inside = [piece for piece in lines(shapely.intersection(whole, boundary), STEP_M) if piece.distance(seed) < STEP_M]
    return inside[0] if inside else None


def _walk(field: Field, boundary: Polygon, start: Vector, heading: Vector) -> Iterator[Vector]:
    point, ray = start, heading
    for _ in range(STEPS_MAX):
        ray = field.ray(point, ray)
        ray = field.ray(point + ray * STEP_M / 2.0, ray)
        point = point + ray * STEP_M
        yield point
        if not shapely.contains_xy(boundary, *point):
            return
