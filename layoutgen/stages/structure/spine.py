"""The spine: of all streets the one that most ways from gate to gate use; it is wider than the others."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra
from shapely.geometry import Point

from layoutgen.stages.structure.arrangement import Point as Node
from layoutgen.stages.structure.ground import ON_M, Ground
from layoutgen.stages.structure.runs import Run

MEETS_LEAST = 2  # a spine joins at least so many other streets


def spines_of(runs: Sequence[Run], ground: Ground) -> tuple[int, ...]:
    """Places of the wide streets in the runs: the roads that stay where there are any, else the spine."""
    if ground.fixed:
        kept = shapely.MultiLineString(ground.fixed)
        return tuple(n for n, run in enumerate(runs) if run.line.within(kept.buffer(ON_M)))
    spine = _spine_of(runs, ground)
    return () if spine is None else (spine,)


def _spine_of(runs: Sequence[Run], ground: Ground) -> int | None:
    """Place of the spine; None where no street that joins others leads from road to road."""
    through = [n for n, run in enumerate(runs) if _gates(run, ground) == 2 and _meets(run, runs) >= MEETS_LEAST]
    if not through:
        return None
    use = _use(runs)
    middle = ground.boundary.centroid

    def worth(n: int) -> tuple[float, float, float]:
        pairs = list(pairwise(runs[n].nodes))
        carried = sum(use.get(_key(a, b), 0) * float(np.hypot(a[0] - b[0], a[1] - b[1])) for a, b in pairs)
        length = runs[n].line.length
        return (round(carried / length, 3), -round(float(runs[n].line.distance(middle)), 1), round(length, 3))

    return max(through, key=worth)


def _gates(run: Run, ground: Ground) -> int:
    """Ends on roads round the site."""
    return sum(bool(shapely.dwithin(Point(end), ground.roads, ON_M)) for end in (run.nodes[0], run.nodes[-1]))


def _meets(run: Run, runs: Sequence[Run]) -> int:
    """How many other streets a street crosses or joins."""
    return sum(bool(set(run.nodes) & set(other.nodes)) for other in runs if other is not run)


def _use(runs: Sequence[Run]) -> dict[tuple[Node, Node], int]:
    """How many shortest ways between all pairs of nodes lead over each piece of street."""
    nodes = sorted({node for run in runs for node in run.nodes})
    number = {node: n for n, node in enumerate(nodes)}
    pairs = np.array([(number[a], number[b]) for run in runs for a, b in pairwise(run.nodes)])
    places = np.asarray(nodes)
    length = np.hypot(*(places[pairs[:, 0]] - places[pairs[:, 1]]).T)
    graph = coo_array((length, (pairs[:, 0], pairs[:, 1])), shape=(len(nodes), len(nodes)))
    _, before = dijkstra(graph, directed=False, return_predecessors=True)
    use: dict[tuple[Node, Node], int] = {}
    for start in range(len(nodes)):
        for end in range(len(nodes)):
            while end != start and before[start, end] >= 0:
                step = _key(nodes[int(before[start, end])], nodes[end])
                use[step] = use.get(step, 0) + 1
                end = int(before[start, end])
    return use


def _key(a: Node, b: Node) -> tuple[Node, Node]:
    return (a, b) if a < b else (b, a)
