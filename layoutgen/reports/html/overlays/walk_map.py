"""The walking network with the walk from every place on it to the nearest thing of each kind that a clause asks about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from layoutgen.model.plan import Plan
from layoutgen.reports.html.overlays.bends import bends_of
from layoutgen.reports.json_values import Json
from layoutgen.sentence import printable
from layoutgen.standards.clause import Standard
from layoutgen.standards.counting import load_counting
from layoutgen.validator.judgement import network
from layoutgen.walking.distances import distances_from, target_nodes
from layoutgen.walking.places import dwelling_doors

MEASURES = ("walk.distance", "walk.time", "reach.network")
UNREACHED = -1

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Walks:
    """The network of one part in decimetres, y to the south as in a picture."""

    points: Numbers  # (n, 2)
    edges: Numbers  # (m, 2) nodes
    lengths: Numbers  # (m,)
    bends: Mapping[int, Numbers]  # edge -> corners between its nodes (n, 2)
    doors: Mapping[str, tuple[int, str]]  # door of a home -> node, building
    far: Mapping[str, Numbers]  # kind -> walk from every node, UNREACHED where none leads


def walked_kinds(standard: Standard) -> tuple[str, ...]:
    """Kinds to which a clause, or an indicator, asks the walk."""
    asked = {kind for clause in standard.clauses if clause.measure in MEASURES for kind in clause.words("kinds")}
    return tuple(sorted(asked | {kind for kind, _ in load_counting().reach_m}))


def walks_of(part: Plan, kinds: Sequence[str]) -> Walks:
    """Network of one part, and the walks on it to each kind."""
    graph = network(part)
    return Walks(
        points=_decimetres(graph.points * (1.0, -1.0)),
        edges=np.column_stack([graph.starts, graph.ends]),
        lengths=_decimetres(graph.lengths),
        bends={edge: _decimetres(corners * (1.0, -1.0)) for edge, corners in bends_of(part, graph)},
        doors={
            printable(door.id): (node, printable(door.of))
            for door in dwelling_doors(part)
            for node in graph.nodes_of(door.id)[:1]
        },
        far={kind: _decimetres(distances_from(graph, target_nodes(part, graph, kind))) for kind in kinds},
    )


def walk_map(parts: Sequence[Walks], kinds: Sequence[str]) -> Json:
    """Networks of all parts as one; kinds that no way leads to are left out."""
    firsts = np.cumsum([0, *(len(part.points) for part in parts)])
    far = {kind: [one for part in parts for one in part.far[kind].tolist()] for kind in kinds}
    doors: dict[str, Json] = {
        name: [int(first) + node, building]
        for first, part in zip(firsts, parts, strict=False)
        for name, (node, building) in part.doors.items()
    }
    return {
        "points": [one for part in parts for one in part.points.ravel().tolist()],
        "edges": [one for first, part in zip(firsts, parts, strict=False) for one in (part.edges + first).ravel().tolist()],
        "bends": dict(_bends(parts)),
        "lengths": [one for part in parts for one in part.lengths.tolist()],
        "doors": doors,
        "far": {kind: list(walks) for kind, walks in far.items() if any(one != UNREACHED for one in walks)},
    }


def _bends(parts: Sequence[Walks]) -> Iterator[tuple[str, Json]]:
    first = 0
    for part in parts:
        for edge, corners in part.bends.items():
            flat: list[Json] = list(corners.ravel().tolist())
            yield str(first + edge), flat
        first += len(part.edges)


def _decimetres(metres: NDArray[np.float64]) -> Numbers:
    is_known = np.isfinite(metres)
    return np.where(is_known, np.rint(np.where(is_known, metres, 0.0) * 10.0), UNREACHED).astype(np.int64)
