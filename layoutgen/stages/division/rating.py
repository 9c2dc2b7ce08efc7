"""What a division is worth: even, compact communities, few and straight main roads that lead somewhere."""

import numpy as np
import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from layoutgen.stages.division.strips import Partition

WORST = 0.5  # the worst community counts so much beside the mean
COMPACT = 0.5  # of aspect beside rectangularity
ROADS = 2.0  # per share of the site under main roads
BLIND = 0.08  # per road that ends at a neighbour's land
JOG, JOG_M = 0.08, 90.0  # per pair of road ends this near on one road, but not opposite each other
CROSSING = 0.05  # per metre of road through ground that is kept out
ON_M = 0.01


def rate_partition(partition: Partition, keep_outs: BaseGeometry, roads: BaseGeometry) -> float:
    """Worth of a division; greater is better.

    Parameters
    ----------
    roads
        Edges of the site along roads.
    """
    cells, mains = list(partition.cells), partition.roads
    area = shapely.area(cells)
    boxes = shapely.oriented_envelope(cells)
    shape = shapely.area(cells) / np.maximum(shapely.area(boxes), 1.0) + COMPACT * _aspects(boxes)
    land = float(area.sum() + sum(road.outline.area for road in mains))
    paved = sum(road.outline.area for road in mains) / land
    crossing = sum(float(shapely.intersection(road.outline, keep_outs).area) ** 0.5 for road in mains)
    worth = (
        float(shape.mean() + WORST * shape.min())
        - float(np.std(area) / np.mean(area))
        - ROADS * paved
        - BLIND * _blind_ends(partition, roads)
        - JOG * _jogs(partition)
        - CROSSING * crossing
    )
    return float(worth)


def _aspects(boxes: np.ndarray[tuple[int, ...], np.dtype[np.object_]]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Shorter over longer side of rectangles."""
    corners = np.stack([shapely.get_coordinates(box)[:3] for box in boxes])
    sides = np.hypot(*np.moveaxis(np.diff(corners, axis=1), 2, 0))
    return np.asarray(sides.min(axis=1) / np.maximum(sides.max(axis=1), 1.0), dtype=np.float64)


def _ends(partition: Partition) -> list[Point]:
    return [Point(road.centre.coords[n]) for road in partition.roads for n in (0, -1)]


def _blind_ends(partition: Partition, roads: BaseGeometry) -> int:
    """Ends that meet neither a road round the site nor another main road."""
    blind = 0
    for n, end in enumerate(_ends(partition)):
        others = [road.centre for m, road in enumerate(partition.roads) if m != n // 2]
        blind += not any(shapely.dwithin(end, line, ON_M) for line in (*others, roads))
    return blind


def _jogs(partition: Partition) -> int:
    ends = shapely.get_coordinates(_ends(partition))
    gaps = np.hypot(*(ends[:, None] - ends[None, :]).T)
    return int(np.sum((gaps > 1.0) & (gaps < JOG_M))) // 2
