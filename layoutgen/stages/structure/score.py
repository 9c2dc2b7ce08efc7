"""The score of a street pattern: cells of good shape, few streets, ends on roads, one network."""

import numpy as np
import shapely
from shapely.geometry import LineString, Point

from layoutgen.stages.structure.arrangement import Arrangement
from layoutgen.stages.structure.ground import ON_M, Ground
from layoutgen.stages.structure.legible import bends, headings, jogs
from layoutgen.stages.structure.quality import cell_quality, overlong, unevenness
from layoutgen.stages.structure.runs import Run

IN_RANGE, RECTANGULAR, UNEVEN = 0.25, 0.1, 0.05
SLIVER, DEAD_END, APART, GATE = 0.05, 0.035, 0.10, 0.15
OVERLONG = 0.5  # per share of the land in cells longer than streets may be apart
ROAD_SHARE = 1.0  # per share of the site
CROSSING = 0.01  # per metre of street through ground that is kept out
BEND, JOG, HEADING = 0.012, 0.03, 0.012  # the last for each direction above one
GATES_LEAST = 2


def score_pattern(arrangement: Arrangement, runs: tuple[Run, ...], ground: Ground) -> float:
    """Score of a pattern; greater is better."""
    choices = ground.choices
    cells = list(arrangement.cells().values())
    area = np.array([cell.area for cell in cells])
    quality = float(np.sum(cell_quality(cells, choices) * area) / area.sum())
    fits = (area >= choices.block_area_min_m2) & (area <= choices.block_area_max_m2)
    boxes = np.array([shapely.oriented_envelope(cell).area for cell in cells])
    slivers = int(np.sum(area < choices.block_area_min_m2))
    streets = [run.line for run in runs]
    crossing = sum(shapely.intersection(line, ground.keep_outs).length for line in streets)
    dead, gates = _ends(runs, ground)
    return (
        quality
        + IN_RANGE * float(np.sum(area[fits]) / area.sum())
        + RECTANGULAR * float(np.sum(area * np.minimum(area / boxes, 1.0)) / area.sum())
        - UNEVEN * unevenness(area)
        - SLIVER * slivers
        - OVERLONG * float(np.sum(area[overlong(cells, choices)]) / area.sum())
        - DEAD_END * dead
        - APART * max(components(streets, ground) - 1, 0)
        - GATE * max(GATES_LEAST - gates, 0) * bool(streets)
        - ROAD_SHARE * sum(line.length for line in streets) * ground.width_m / ground.boundary.area
        - BEND * bends(runs)
        - JOG * jogs(runs)
        - HEADING * max(headings(runs) - 1, 0)
        - CROSSING * crossing
    )


def components(streets: list[LineString], ground: Ground) -> int:
    """Number of parts of the network, the roads round the site joining what ends on them."""
    return len(set(_roots(streets, ground)[:-1]))


def islands(streets: list[LineString], ground: Ground) -> list[LineString]:
    """Streets from which no road round the site is reached."""
    *roots, city = _roots(streets, ground)
    return [line for line, root in zip(streets, roots, strict=True) if root != city]


def _roots(streets: list[LineString], ground: Ground) -> list[int]:
    """Number of the part to which each street belongs; the last is that of the roads round the site."""
    parts = list(range(len(streets) + 1))

    def root(n: int) -> int:
        while parts[n] != n:
            n = parts[n]
        return n

    for n, line in enumerate(streets):
        touched = [m for m in range(n) if shapely.dwithin(line, streets[m], ON_M)]
        if shapely.dwithin(line, ground.roads, ON_M):
            touched.append(len(streets))
        for m in touched:
            parts[root(m)] = root(n)
    return [root(n) for n in range(len(parts))]


def _ends(runs: tuple[Run, ...], ground: Ground) -> tuple[int, int]:
    """Ends on a neighbour's land, and ends on roads."""
    ends = [Point(node) for run in runs for node in (run.nodes[0], run.nodes[-1])]
    on_edge = [end for end in ends if shapely.dwithin(end, ground.boundary.exterior, ON_M)]
    gates = sum(1 for end in on_edge if shapely.dwithin(end, ground.roads, ON_M))
    return len(on_edge) - gates, gates
