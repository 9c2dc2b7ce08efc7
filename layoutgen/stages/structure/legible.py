"""How easily streets are read: their bends, their jogs and the directions in which they run."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from layoutgen.stages.structure.runs import Run

JOG_M = 40.0  # junctions nearer than this along a street are one crossing drawn awry
BEND_COSINE = 0.9986  # 3 degrees: less is no bend
SAME_DEG = 3.0  # directions that differ by less are one

Vector = NDArray[np.float64]


def bends(runs: Sequence[Run]) -> int:
    """Places where a street turns."""
    return sum(int(np.sum(np.sum(ray[:-1] * ray[1:], axis=1) < BEND_COSINE)) for ray in map(_rays, runs))


def jogs(runs: Sequence[Run]) -> int:
    """Pairs of junctions that follow each other too closely along a street."""
    degree = Counter(node for run in runs for pair in pairwise(run.nodes) for node in pair)
    count = 0
    for run in runs:
        junctions = [n for n, node in enumerate(run.nodes) if degree[node] > 2]
        steps = np.hypot(*np.diff(np.asarray(run.nodes), axis=0).T)
        count += sum(float(np.sum(steps[a:b])) < JOG_M for a, b in pairwise(junctions))
    return count


def headings(runs: Sequence[Run]) -> int:
    """Directions modulo a right angle in which streets run."""
    rays = [ray for run in runs for ray in _rays(run)]
    found: list[float] = []
    for x, y in rays:
        angle = float(np.degrees(np.arctan2(y, x)))
        if all(abs((angle - other + 45.0) % 90.0 - 45.0) >= SAME_DEG for other in found):
            found.append(angle)
    return len(found)


def _rays(run: Run) -> Vector:
    steps = np.diff(np.asarray(run.nodes), axis=0)
    return np.asarray(steps / np.hypot(*steps.T)[:, None], dtype=np.float64)
