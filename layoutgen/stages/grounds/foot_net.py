"""The homes' walks to what they need daily, on the ways laid so far; and what a way that might be laid would save them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Point, Polygon

from layoutgen.model.kinds import FacilityKind, LotKind, WayKind
from layoutgen.model.plan import Way
from layoutgen.stages.grounds.board import Board, is_walkable
from layoutgen.walking.distances import distances_from, distances_from_each
from layoutgen.walking.graph import WalkGraph, graph_of

DAILY = (FacilityKind.KINDERGARTEN, FacilityKind.SERVICE_STATION, FacilityKind.SUPERMARKET)  # and the garden

UNJOINED_M = 600.0  # what a walk counts as long as no way leads to the goal

Floats = NDArray[np.float64]
Nodes = NDArray[np.int64]


@dataclass(slots=True, kw_only=True, eq=False)
class FootNet:
    """The network on foot with ways on trial; those that are taken on shorten the walks."""

    graph: WalkGraph  # with every way on trial
    is_open: NDArray[np.bool_]  # of every edge: whether it is walked
    first_trial: int  # the number of the first way on trial
    dwellings: Floats  # behind every door that is joined
    doors: Nodes
    from_doors: Floats  # (doors, nodes) [m]
    to_goals: Floats  # (goals, nodes) [m]

    def saved(self, trial: int) -> float:
        """What all homes together would save on their ways to the goals by a way on trial [m]."""
        nodes, along = self._along(trial)
        if len(nodes) < 2:
            return 0.0
        best = np.full((len(self.doors), len(self.to_goals)), np.inf)
        for node, at in zip(nodes, along, strict=True):
            on = np.min(self.from_doors[:, nodes] + np.abs(along - at)[None, :], axis=1)
            best = np.minimum(best, on[:, None] + self.to_goals[:, node][None, :])
        now = np.minimum(self.to_goals[:, self.doors].T, UNJOINED_M)
        return float(self.dwellings @ np.maximum(now - best, 0.0).sum(axis=1))

    def take(self, trial: int) -> None:
        """Lay a way on trial: the walks lead over it from now on."""
        nodes, _ = self._along(trial)
        self.is_open = self.is_open | (self.graph.on == self.first_trial + trial)
        onward = distances_from_each(walked(self.graph, self.is_open), nodes.tolist())
        for node, row in zip(nodes, onward, strict=True):
            self.from_doors = np.minimum(self.from_doors, self.from_doors[:, node][:, None] + row[None, :])
            self.to_goals = np.minimum(self.to_goals, self.to_goals[:, node][:, None] + row[None, :])

    def _along(self, trial: int) -> tuple[Nodes, Floats]:
        """Nodes of a way on trial with their places along it [m]."""
        own = self.graph.on == self.first_trial + trial
        steps = self.graph.lengths[own]
        nodes = np.concatenate([self.graph.starts[own][:1], self.graph.ends[own]])
        return nodes, np.concatenate([[0.0], np.cumsum(steps)])


def foot_net(board: Board, trials: Sequence[LineString]) -> FootNet:
    """Network of the board's walked ways with some lines on trial, and the homes' walks to the goals without these."""
    graph, first = trial_graph(board, trials)
    is_open = graph.on < first
    base = walked(graph, is_open)
    doors, dwellings = home_doors(board, graph)
    goals = [nodes for nodes in _goals(board, graph) if nodes]
    to_goals = np.array([distances_from(base, nodes) for nodes in goals]).reshape(-1, len(graph.points))
    return FootNet(
        graph=graph,
        is_open=is_open,
        first_trial=first,
        dwellings=dwellings,
        doors=doors,
        from_doors=distances_from_each(base, doors.tolist()),
        to_goals=to_goals,
    )


def trial_graph(board: Board, trials: Sequence[LineString]) -> tuple[WalkGraph, int]:
    """Network with all the lines on trial, and the number of the first of these."""
    laid = [way for way in board.all_ways() if is_walkable(way)]
    gardens = [(lot.id, lot.outline) for lot in board.lots(LotKind.GARDEN)]
    ways = [*laid, *(_on_trial(line) for line in trials)]
    return graph_of(ways, board.massing.doors, gardens, board.commission.site.edges), len(laid)


def walked(graph: WalkGraph, is_open: NDArray[np.bool_]) -> WalkGraph:
    """The network without the edges that are not open."""
    return replace(
        graph, starts=graph.starts[is_open], ends=graph.ends[is_open], lengths=graph.lengths[is_open], on=graph.on[is_open]
    )


def home_doors(board: Board, graph: WalkGraph) -> tuple[Nodes, Floats]:
    """Nodes of the doors of homes that are joined, and the dwellings behind each."""
    homes = {b.id: b.dwellings for b in board.massing.buildings if b.dwellings > 0}
    doors = [door for door in board.massing.doors if door.of in homes]
    count = {name: sum(door.of == name for door in doors) for name in homes}
    found = [(graph.nodes_of(door.id)[0], homes[door.of] / count[door.of]) for door in doors if graph.nodes_of(door.id)]
    return np.array([node for node, _ in found], dtype=np.int64), np.array([number for _, number in found])


def _goals(board: Board, graph: WalkGraph) -> list[tuple[int, ...]]:
    """Nodes of each kind of goal: the doors of daily facilities, and the garden."""
    found: list[tuple[int, ...]] = []
    for kind in DAILY:
        names = {name for f in board.massing.facilities if f.kind is kind for name in (f.id, f.building)}
        own = {f.id for f in board.massing.facilities if f.kind is kind}
        doors = [d for d in board.massing.doors if d.of in own] or [d for d in board.massing.doors if d.of in names]
        found.append(tuple(node for door in doors for node in graph.nodes_of(door.id)))
    found.append(tuple(node for lot in board.lots(LotKind.GARDEN) for node in graph.nodes_of(lot.id)))
    return found


def _on_trial(line: LineString) -> Way:
    return Way(
        id="",
        kind=WayKind.FOOTPATH,
        centre=line,
        outline=Polygon(),
        carriageway_m=0.0,
        footway_m=0.0,
        is_fire_lane=False,
        block="",
    )


def node_at(graph: WalkGraph, place: Point) -> int:
    """The node nearest to a place."""
    return int(np.argmin(shapely.distance(shapely.points(graph.points), place)))
