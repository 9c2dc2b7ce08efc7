"""Streets that reach neither a road nor the other streets are joined to them by the straight link that scores best."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point, Polygon

from layoutgen.geometry.tolerance import GRID_M
from layoutgen.stages.structure.arrangement import Arrangement, arrange
from layoutgen.stages.structure.ground import ON_M, Ground
from layoutgen.stages.structure.runs import join_runs
from layoutgen.stages.structure.score import components, islands, score_pattern
from layoutgen.stages.structure.strokes import led_over

ROUNDS_MAX = 6  # links of one layout
SHARES = (0.25, 0.5, 0.75)  # where a link may leave its street
LINK_MAX = 2.0  # of the greatest spacing of streets: longer links are not tried
OVER_M = 0.05


def connected(streets: list[LineString], ground: Ground) -> Arrangement | None:
    """Streets with their islands joined, as an arrangement; None where nothing could be joined."""
    found: Arrangement | None = None
    for _ in range(ROUNDS_MAX):
        apart = islands(streets, ground)
        tries = [_scored(link, streets, ground) for link in _links(apart, streets, ground)]
        fewer = [t for t in tries if components(t[2], ground) < components(streets, ground)]
        if not fewer:
            break
        _, found, streets = max(fewer, key=lambda t: t[0])
    return found


def _scored(link: LineString, streets: list[LineString], ground: Ground) -> tuple[float, Arrangement, list[LineString]]:
    arrangement = arrange(ground.boundary, [*map(_over, streets), link])
    runs = join_runs(arrangement.streets())
    return round(score_pattern(arrangement, runs, ground), 9), arrangement, [run.line for run in runs]


def _over(line: LineString) -> LineString:
    return led_over(line, OVER_M)


def _links(apart: Sequence[LineString], streets: Sequence[LineString], ground: Ground) -> Iterator[LineString]:
    """Straight links from islands, square to their streets, to what they lie apart from."""
    others = [line for line in streets if not any(line is island for island in apart)]
    aims = shapely.union_all([*others, ground.roads])
    reach = LINK_MAX * ground.choices.spacing_max_m
    stops = shapely.union_all([ground.boundary.exterior, *streets])
    for island in apart:
        for start, ray in _starts(island, ground.width_m):
            path = _ahead(start, ray, reach, stops, ground.boundary)
            if path is not None and shapely.dwithin(Point(path.coords[-1]), aims, ON_M):
                yield _over(path)


def _starts(island: LineString, width_m: float) -> Iterator[tuple[NDArray[np.float64], NDArray[np.float64]]]:
    """Places on a street and directions away from it."""
    coords = shapely.get_coordinates(island)
    along = coords[-1] - coords[0]
    along = along / float(np.hypot(*along))
    ends = (width_m / island.length, 1.0 - width_m / island.length)
    for share in (*SHARES, *ends):
        place = shapely.get_coordinates(island.interpolate(share, normalized=True))[0]
        for ray in (np.array([-along[1], along[0]]), np.array([along[1], -along[0]])):
            yield place, ray


def _ahead(
    start: NDArray[np.float64], ray: NDArray[np.float64], reach_m: float, stops: shapely.Geometry, boundary: Polygon
) -> LineString | None:
    """The ray from a street to the first thing it meets, inside the boundary."""
    whole = LineString([start + ray * 1.0, start + ray * reach_m])
    met = shapely.intersection(whole, stops)
    if met.is_empty:
        return None
    near = min(float(whole.project(Point(c))) for c in shapely.get_coordinates(met))
    path = LineString([start, start + ray * (1.0 + near)])
    return path if shapely.covers(boundary.buffer(GRID_M), path) else None
