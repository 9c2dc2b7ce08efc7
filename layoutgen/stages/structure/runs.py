"""Street edges joined to runs: polylines that go straight on through junctions and round corners."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from shapely.geometry import LineString

from layoutgen.stages.structure.arrangement import Point, Side

STRAIGHT = 0.995  # cosine between two edges that go straight on
SHARP = 0.3  # cosine between two edges that make no corner of one street


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A street: its nodes in order."""

    nodes: tuple[Point, ...]

    @property
    def line(self) -> LineString:
        """Centre line."""
        return LineString(self.nodes)


def join_runs(sides: Sequence[Side]) -> tuple[Run, ...]:
    """Join edges end to end; at a junction the straightest pair goes on, at a corner both edges join."""
    at: dict[Point, list[int]] = defaultdict(list)
    for n, side in enumerate(sides):
        at[side.start].append(n)
        at[side.end].append(n)
    follower: dict[tuple[int, Point], int] = {}
    for node in sorted(at):
        for a, b in _pairs(node, at[node], sides):
            follower[a, node], follower[b, node] = b, a
    seen: set[int] = set()
    runs: list[Run] = []
    for first in _starts(sides, follower):
        if first not in seen:
            runs.append(Run(nodes=_walk(first, sides, follower, seen)))
    return tuple(sorted(runs, key=lambda run: (-round(run.line.length, 3), run.nodes)))


def _pairs(node: Point, meeting: list[int], sides: Sequence[Side]) -> list[tuple[int, int]]:
    away = {n: _away(node, sides[n]) for n in meeting}
    if len(meeting) == 2:
        a, b = meeting
        return [(a, b)] if float(away[a] @ away[b]) < SHARP else []
    rated = sorted(
        (float(away[a] @ away[b]), a, b)
        for i, a in enumerate(meeting)
        for b in meeting[i + 1 :]
        if away[a] @ away[b] < -STRAIGHT
    )
    pairs: list[tuple[int, int]] = []
    used: set[int] = set()
    for _, a, b in rated:
        if not used & {a, b}:
            pairs.append((a, b))
            used |= {a, b}
    return pairs


def _away(node: Point, side: Side) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    other = side.end if side.start == node else side.start
    step = np.asarray(other) - np.asarray(node)
    return np.asarray(step / float(np.hypot(*step)), dtype=np.float64)


def _starts(sides: Sequence[Side], follower: dict[tuple[int, Point], int]) -> list[int]:
    """Edges with a loose end first, then the others: rings of streets start anywhere."""
    loose = [n for n, s in enumerate(sides) if (n, s.start) not in follower or (n, s.end) not in follower]
    return [*loose, *(n for n in range(len(sides)) if n not in set(loose))]


def _walk(first: int, sides: Sequence[Side], follower: dict[tuple[int, Point], int], seen: set[int]) -> tuple[Point, ...]:
    side = sides[first]
    start = side.start if (first, side.start) not in follower else side.end
    nodes, edge = [start], first
    while edge not in seen:
        seen.add(edge)
        node = sides[edge].end if sides[edge].start == nodes[-1] else sides[edge].start
        nodes.append(node)
        edge = follower.get((edge, node), edge)
    return tuple(nodes)
