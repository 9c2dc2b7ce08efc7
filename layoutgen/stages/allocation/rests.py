"""What pieces leave of a cell: every part of it a good block, or none at all."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

Values = NDArray[np.float64]
Shapes = NDArray[np.object_]

WIDTH_M = 46.0  # of a block: loop, one row and a green before it in the sun
INSIDE_M2 = 1500.0  # of a block's ground inside its loop
OWN_SHARE = 0.7  # of the width and of the ground inside that a small cell has by itself: more cannot be asked of its rest
SCRAP_M2 = 1500.0  # less is no block at all
LOST = 0.6  # per 1 000 m2 that slabs lose besides the land itself
THIN = 0.4  # per 1 000 m2 of a block's arms that are too thin for a row
SMALL_M2, SMALL = 6000.0, 0.7  # ground inside the loop of a rest too small for several rows, and what that costs
GIVEN = 0.5  # per 1 000 m2 of a rest that is no block and goes to a lot beside it
ODD = 0.15  # for each such rest


@dataclass(frozen=True, slots=True, kw_only=True)
class CellGround:
    """A cell with what its rests are measured against."""

    outline: Polygon
    inset_m: float  # from the edge to the slabs
    inside_m2: float  # ground inside the loop
    width_m: float  # that a rest must have somewhere
    least_m2: float  # that a rest must have inside its loop
    thin_m2: float  # of its own arms


def cell_ground(outline: Polygon, inset_m: float) -> CellGround:
    """Measure a cell."""
    inside = float(outline.buffer(-inset_m, join_style="mitre").area)
    own_m = 2.0 * float(shapely.maximum_inscribed_circle(outline, tolerance=1.0).length)
    width = min(WIDTH_M, OWN_SHARE * own_m)
    core = outline.buffer(-width / 2.0, join_style="mitre")
    return CellGround(
        outline=outline,
        inset_m=inset_m,
        inside_m2=inside,
        width_m=width,
        least_m2=min(INSIDE_M2, OWN_SHARE * inside),
        thin_m2=max(outline.area - core.buffer(width / 2.0, join_style="mitre").area, 0.0),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """Parts of rests, measured."""

    of: NDArray[np.intp]  # number of the rest
    area: Values
    inside: Values  # ground inside the loop
    thin: Values  # ground in arms narrower than a block
    is_block: NDArray[np.bool_]


def is_block(parts: Shapes, ground: CellGround) -> NDArray[np.bool_]:
    """Whether each part of a rest is wide and large enough for homes with their green."""
    return _measured(parts, np.arange(len(parts)), [ground] * len(parts)).is_block


def _measured(parts: Shapes, of: NDArray[np.intp], grounds: Sequence[CellGround]) -> _Parts:
    area = shapely.area(parts)
    inset, width, least = np.array([(g.inset_m, g.width_m, g.least_m2) for g in grounds]).reshape(-1, 3)[of].T
    inside = shapely.area(shapely.buffer(parts, -inset, join_style="mitre"))
    core = shapely.buffer(parts, -width / 2.0, join_style="mitre")
    wide = shapely.area(shapely.buffer(core, width / 2.0, join_style="mitre"))
    is_good = (wide > 0.0) & (inside >= least) & (area >= SCRAP_M2)
    return _Parts(of=of, area=area, inside=inside, thin=np.maximum(area - wide, 0.0), is_block=is_good)


def rest_costs(grounds: Sequence[CellGround], rests: Shapes) -> Values:
    """Cost of each rest of its cell: ground lost inside the loop, small blocks, thin arms, and parts that are no block."""
    parts, of = shapely.get_parts(rests, return_index=True)
    kept = shapely.area(parts) > 1.0
    found, count = _measured(parts[kept], of[kept], grounds), len(grounds)
    whole = np.array([ground.inside_m2 for ground in grounds])
    taken = np.array([ground.outline.area for ground in grounds]) - _sum(found, found.area * found.is_block, count)
    lost = np.maximum(whole - _sum(found, found.inside * found.is_block, count) - taken, 0.0)
    given = np.where(found.is_block, 0.0, ODD + GIVEN * found.area / 1000.0)
    is_small = found.is_block & (whole[found.of] >= SMALL_M2)
    small = np.where(is_small, SMALL * np.maximum(1.0 - found.inside / SMALL_M2, 0.0), 0.0)
    thin = np.maximum(_sum(found, found.thin * found.is_block, count) - np.array([g.thin_m2 for g in grounds]), 0.0)
    return np.asarray((LOST * lost + THIN * thin) / 1000.0 + _sum(found, given + small, count), dtype=np.float64)


def _sum(parts: _Parts, values: Values, count: int) -> Values:
    return np.asarray(np.bincount(parts.of, values, count), dtype=np.float64)
