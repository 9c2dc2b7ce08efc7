"""The walked network: made one piece, and every place where two lines meet made a vertex of both."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from shapely.geometry import LineString, Point
from shapely.ops import nearest_points

from layoutgen.geometry.parts import snap_line
from layoutgen.geometry.tolerance import GRID_M, SNAP_NODE_M
from layoutgen.model.plan import Way
from layoutgen.stages.grounds.board import Board, as_array, is_walkable
from layoutgen.stages.grounds.paths import join_on_foot
from layoutgen.stages.grounds.ways import foot_way, link_inside

Ring = NDArray[np.float64]


def join_network(board: Board) -> None:
    """Lay footpaths until all walked lines are one network."""
    for _ in range(len(board.allocation.cells) + len(board.allocation.lots) + len(board.massing.doors)):
        groups = walk_groups(board.all_ways())
        if len(groups) < 2:
            return
        main = groups[0]
        if not any(_join_group(board, group, main) for group in groups[1:]):
            board.notes.append(f"the walked network stays in {len(groups)} pieces")
            return


def walk_groups(ways: Sequence[Way]) -> list[list[LineString]]:
    """Walked centre lines by connected component, the longest component first."""
    lines = [way.centre for way in ways if is_walkable(way)]
    if not lines:
        return []
    array = as_array(lines)
    first, second = shapely.STRtree(array).query(array, predicate="dwithin", distance=SNAP_NODE_M / 2.0)
    links = coo_matrix((np.ones(len(first)), (first, second)), shape=(len(lines), len(lines)))
    count, label = connected_components(links, directed=False)
    groups = [[lines[n] for n in np.flatnonzero(label == k)] for k in range(count)]
    return sorted(groups, key=lambda group: (-sum(line.length for line in group), group[0].bounds))


def _join_group(board: Board, group: list[LineString], main: list[LineString]) -> bool:
    """Join a component to the main one from whichever of its ends is nearest."""
    target = shapely.union_all(main)
    nearest = nearest_points(shapely.union_all(group), target)[0]
    tips = [nearest, *(Point(line.coords[k]) for line in group for k in (0, -1))]
    tips.sort(key=lambda tip: (tip.distance(target), tip.x, tip.y))
    if any(join_on_foot(board, tip, main, "") for tip in tips[:4]):
        return True
    leg = LineString(nearest_points(shapely.union_all(group), target))
    return bool(link_inside(board, leg, foot_way(board, "")))


def weld(ways: Sequence[Way], fixed: Sequence[Way]) -> tuple[Way, ...]:
    """Make every meeting of centre lines a common vertex, on the grid.

    Parameters
    ----------
    ways
        Lines that may take vertices.
    fixed
        Lines that stay as they are: vertices of the others are moved onto their vertices where they have one.
    """
    coords: list[Ring] = [np.asarray(snap_line(way.centre).coords) for way in (*ways, *fixed)]
    array = as_array(LineString(ring) for ring in coords)
    pairs = np.transpose(shapely.STRtree(array).query(array, predicate="dwithin", distance=SNAP_NODE_M / 2.0))
    for one, other in pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]:
        if one < other and one < len(ways):
            first, second = coords[one], coords[other]
            for node in _meetings(first, second):
                place = _settle(node, second, first)
                first = _take(first, place)
                second = _take(second, place) if other < len(ways) else second
            coords[one], coords[other] = first, second
    return tuple(replace(way, centre=snap_line(LineString(ring))) for way, ring in zip(ways, coords, strict=False))


def _meetings(first: Ring, second: Ring) -> Ring:
    """Vertices of either line on the other, and places where they cross."""
    one, other = LineString(first), LineString(second)
    near_other = shapely.dwithin(shapely.points(first), other, SNAP_NODE_M / 2.0)
    near_one = shapely.dwithin(shapely.points(second), one, SNAP_NODE_M / 2.0)
    crossings = shapely.get_coordinates(shapely.intersection(one, other))
    return np.vstack([first[near_other], second[near_one], crossings])


def _settle(node: NDArray[np.float64], *rings: Ring) -> NDArray[np.float64]:
    """The vertex that stands at the node already, else the node on the grid."""
    for ring in rings:
        far = np.hypot(*(ring - node).T)
        if far.min() < SNAP_NODE_M / 2.0:
            return np.asarray(ring[int(np.argmin(far))])
    return np.round(node, 3) + 0.0


def _take(ring: Ring, node: NDArray[np.float64]) -> Ring:
    """The line with the node as a vertex: the near vertex moved, or a new one put in its place along the line."""
    far = np.hypot(*(ring - node).T)
    if far.min() < SNAP_NODE_M / 2.0:
        moved = ring.copy()
        moved[int(np.argmin(far))] = node
        return moved
    along = LineString(ring).project(Point(node))
    starts = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(ring, axis=0).T))])
    place = int(np.searchsorted(starts, max(along, GRID_M / 2.0)))
    return np.insert(ring, place, node, axis=0)
