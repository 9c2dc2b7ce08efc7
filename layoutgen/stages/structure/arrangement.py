"""The faces between street lines and the edges that part them; cells that are poor are merged with a neighbour."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon

from layoutgen.geometry.parts import lines, polygons
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.choices import StreetChoices
from layoutgen.stages.structure.quality import cell_quality, overlong

Point = tuple[float, float]

PROBE_M = 0.05  # how far beside an edge its faces are looked for
ALIKE = 0.02  # a merge must gain so much quality, unless a cell is too small
POOR = 0.12  # a cell of less quality is merged where it can be
SOFT_AREA = 1.12  # merged cells may be larger than the greatest area by this
SMALL_AREA = 0.45  # of the least area: such cells are merged at almost any price
SMALL_SOFT = 1.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """An edge of the arrangement: a straight piece of street between two nodes, and the faces on both sides."""

    start: Point
    end: Point
    faces: tuple[int, int]
    is_fixed: bool = False  # on a road that stays


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Cells (groups of faces) and the street edges that still part them."""

    faces: tuple[Polygon, ...]
    sides: tuple[Side, ...]
    group: tuple[int, ...]  # of each face

    def cells(self) -> dict[int, Polygon]:
        """Outline of each group."""
        return {g: self.cell([g]) for g in sorted(set(self.group))}

    def cell(self, groups: Sequence[int]) -> Polygon:
        """Union of the faces of some groups."""
        own = [face for face, g in zip(self.faces, self.group, strict=True) if g in groups]
        return own[0] if len(own) == 1 else polygons(shapely.union_all(own))[0]

    def streets(self) -> tuple[Side, ...]:
        """Edges between different cells."""
        return tuple(side for side in self.sides if self.group[side.faces[0]] != self.group[side.faces[1]])

    def merged(self, kept: int, gone: int) -> "Arrangement":
        """The arrangement with one group added to another."""
        group = tuple(kept if g == gone else g for g in self.group)
        return Arrangement(faces=self.faces, sides=self.sides, group=group)


def arrange(boundary: Polygon, streets: Sequence[LineString], fixed: Sequence[LineString] = ()) -> Arrangement:
    """Node street lines with the boundary and with each other; ends that dangle are dropped.

    ``fixed`` are roads that stay: they lead over the boundary's edges already, and no cells are merged over them.
    """
    noded = shapely.union_all([boundary.exterior, *streets, *fixed], grid_size=GRID_M)
    faces = tuple(
        face for face in polygons(shapely.polygonize(list(lines(noded)))) if face.representative_point().within(boundary)
    )
    tree = shapely.STRtree(faces)
    sides: list[Side] = []
    for piece in sorted(lines(noded), key=lambda p: p.coords[:]):
        coords = shapely.get_coordinates(piece)
        for start, end in pairwise(coords):
            side = _side(start, end, tree)
            if side is not None:
                sides.append(side)
    kept = shapely.MultiLineString(fixed)
    marked = tuple(replace(side, is_fixed=bool(fixed) and _on(side, kept)) for side in sides)
    return Arrangement(faces=faces, sides=marked, group=tuple(range(len(faces))))


def _on(side: Side, kept: shapely.MultiLineString) -> bool:
    return bool(shapely.dwithin(kept, LineString([side.start, side.end]).interpolate(0.5, normalized=True), PROBE_M))


def _side(
    start: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    end: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    tree: shapely.STRtree,
) -> Side | None:
    step = end - start
    normal = np.array([-step[1], step[0]]) / float(np.hypot(*step)) * PROBE_M
    middle = (start + end) / 2.0
    found = [tree.query(shapely.Point(*(middle + normal * k)), predicate="within") for k in (1.0, -1.0)]
    if not all(len(f) for f in found):
        return None
    left, right = int(found[0][0]), int(found[1][0])
    ends = sorted([(float(start[0]), float(start[1])), (float(end[0]), float(end[1]))])
    return None if left == right else Side(start=ends[0], end=ends[1], faces=(left, right))


def merge_poor(arrangement: Arrangement, choices: StreetChoices) -> Arrangement:
    """Merge cells too small or too thin with the neighbour that gains most, while one gains."""
    while True:
        best = _best_merge(arrangement, choices)
        if best is None:
            return arrangement
        arrangement = arrangement.merged(*best)


def neighbours(arrangement: Arrangement) -> tuple[tuple[int, int], ...]:
    """Pairs of cells with a street between them that need not stay."""
    streets = arrangement.streets()
    parted = {_pair(arrangement, side) for side in streets if side.is_fixed}
    return tuple(sorted({_pair(arrangement, side) for side in streets} - parted))


def _pair(arrangement: Arrangement, side: Side) -> tuple[int, int]:
    a, b = (arrangement.group[face] for face in side.faces)
    return (a, b) if a < b else (b, a)


def _best_merge(arrangement: Arrangement, choices: StreetChoices) -> tuple[int, int] | None:
    cells = arrangement.cells()
    names = list(cells)
    quality = dict(zip(names, cell_quality([cells[n] for n in names], choices), strict=True)) if names else {}
    rated: list[tuple[float, tuple[int, int]]] = []
    for a, b in neighbours(arrangement):
        small = min(cells[a].area, cells[b].area)
        is_small = small < SMALL_AREA * choices.block_area_min_m2
        is_poor = is_small or min(quality[a], quality[b]) < POOR or small < choices.block_area_min_m2
        limit = choices.block_area_max_m2 * (SMALL_SOFT if is_small else SOFT_AREA)
        area = cells[a].area + cells[b].area
        if not is_poor or area > limit:
            continue
        whole = arrangement.cell([a, b])
        after = float(cell_quality([whole], choices)[0])
        before = (quality[a] * cells[a].area + quality[b] * cells[b].area) / area
        gain = float(after - before) + (1.0 if is_small else 0.0)
        is_too_long = not is_small and bool(overlong([whole], choices)[0])
        if gain > ALIKE and not whole.interiors and not is_too_long:
            rated.append((round(gain, 9), (a, b)))
    return max(rated, key=lambda entry: (entry[0], (-entry[1][0], -entry[1][1])))[1] if rated else None
