"""Which of a facility's possible entries most homes have the shortest walk to."""

from collections.abc import Sequence

import numpy as np
from shapely.geometry import LineString, Point
from shapely.ops import substring

from layoutgen.stages.grounds.board import Board
from layoutgen.stages.grounds.foot_net import home_doors, node_at, trial_graph
from layoutgen.stages.grounds.foot_openings import foot_openings
from layoutgen.walking.distances import distances_from

STUB_M = 3.0  # of an entry that counts as a way: its end at the road


def best_entry(board: Board, entries: Sequence[LineString]) -> LineString:
    """Of some paths from a door to roads the one over which the homes walk least, wherever their blocks open to the roads."""
    if len(entries) == 1:
        return entries[0]
    stubs = [LineString(substring(entry, entry.length - STUB_M, entry.length).coords) for entry in entries]
    graph, _ = trial_graph(board, [*(opening.line for opening in foot_openings(board)), *stubs])
    doors, dwellings = home_doors(board, graph)

    def walk(entry: LineString) -> float:
        walks = distances_from(graph, [node_at(graph, Point(entry.coords[-1]))])[doors]
        far = np.where(np.isfinite(walks), walks, 2.0 * np.max(walks[np.isfinite(walks)], initial=0.0))
        return round(float(dwellings @ far) / max(float(dwellings.sum()), 1.0) + entry.length)

    return min(entries, key=walk)
