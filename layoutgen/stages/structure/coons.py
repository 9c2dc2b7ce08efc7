"""Street pattern `coons`: lines that lead over from each side of the site to the opposite one, for bent and tapering sites."""

from collections.abc import Iterator
from itertools import product
from math import ceil, floor

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity

from layoutgen.stages.structure.ground import Ground
from layoutgen.stages.structure.strokes import OVER_M, Strokes, straightened

ORIGIN = (0.0, 0.0)

Vector = NDArray[np.float64]
Sides = tuple[Vector, Vector, Vector, Vector]  # points of the south, east, north and west side, west to east and south to north


def coons_patterns(ground: Ground) -> Iterator[Strokes]:
    """Lines of equal share between opposite sides, in each likely number; none where the site has no four corners."""
    sides = _sides(ground)
    if sides is None:
        return
    choices = ground.choices
    level, upright = (max(_length(sides[n]), _length(sides[n + 2])) for n in (0, 1))
    columns = _counts(level, choices.block_width_m, choices.spacing_max_m)
    rows = _counts(upright, choices.block_depth_m, choices.spacing_max_m)
    for count in product(columns, rows):
        if count != (1, 1):
            yield _lines(sides, *count)


def _counts(length_m: float, aim_m: float, most_m: float) -> tuple[int, ...]:
    least = max(ceil(length_m / most_m), 1)
    return tuple(sorted({max(floor(length_m / aim_m), least), max(ceil(length_m / aim_m), least)}))


def _sides(ground: Ground) -> Sides | None:
    """The boundary between the four corners that lie nearest to those of its turned box."""
    ring = shapely.get_coordinates(shapely.orient_polygons(ground.smooth).exterior)[:-1]
    turned = affinity.rotate(ground.smooth, -ground.directions[0], origin=ORIGIN)
    west, south, east, north = turned.bounds
    box = affinity.rotate(
        shapely.multipoints([(west, south), (east, south), (east, north), (west, north)]), ground.directions[0], origin=ORIGIN
    )
    gaps = np.hypot(*(ring[:, None] - shapely.get_coordinates(box)[None]).transpose(2, 0, 1))
    at = [int(n) for n in np.argmin(np.round(gaps, 6), axis=0)]
    turns = [(b - a) % len(ring) for a, b in zip(at, [*at[1:], at[0]], strict=True)]
    if min(turns) == 0 or sum(turns) != len(ring):
        return None
    runs = [ring[[(start + k) % len(ring) for k in range(turn + 1)]] for start, turn in zip(at, turns, strict=True)]
    return runs[0], runs[1], runs[2][::-1], runs[3][::-1]


def _lines(sides: Sides, columns: int, rows: int) -> Strokes:
    """Lines through the nodes of a patch, which bend at nodes only."""
    u, v = np.linspace(0.0, 1.0, columns + 1), np.linspace(0.0, 1.0, rows + 1)
    south, north = _at(sides[0], u)[:, None], _at(sides[2], u)[:, None]
    east, west = _at(sides[1], v)[None], _at(sides[3], v)[None]
    a, b = u[:, None, None], v[None, :, None]
    ruled = (1.0 - b) * south + b * north + (1.0 - a) * west + a * east
    corners = (1.0 - a) * ((1.0 - b) * south[0] + b * north[0]) + a * ((1.0 - b) * south[-1] + b * north[-1])
    nodes = ruled - corners
    upright = [nodes[k] for k in range(1, columns)]
    level = [nodes[:, k] for k in range(1, rows)]
    return tuple(straightened(line, OVER_M) for line in (*upright, *level))


def _at(side: Vector, shares: Vector) -> Vector:
    """Points of a side at shares of its length."""
    run = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(side, axis=0).T))])
    where = shares * run[-1]
    return np.column_stack([np.interp(where, run, side[:, 0]), np.interp(where, run, side[:, 1])])


def _length(side: Vector) -> float:
    return float(np.sum(np.hypot(*np.diff(side, axis=0).T)))
