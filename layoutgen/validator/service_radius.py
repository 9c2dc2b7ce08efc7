"""Service radius 服务半径, both ways: how far the dwellings are from things of a kind, and what the site allows at best."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import network, once
from layoutgen.validator.off_site import supplied, walks_off_site
from layoutgen.walking.distances import distances_from_each, target_nodes
from layoutgen.walking.places import dwelling_doors, shapes_of_kind

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Homes:
    """Dwelling doors with the dwellings behind each, and their distances to every node of the walking network."""

    names: tuple[str, ...]
    points: Floats  # (n, 2) [m]
    dwellings: Floats  # (n,) a building's dwellings in equal parts to its doors
    straight: Floats  # (n, nodes) [m]
    walks: Floats  # (n, nodes) [m]; infinite where no way leads


def _homes(plan: Plan) -> Homes:
    doors = dwelling_doors(plan)
    graph = network(plan)
    count = {b.id: b.dwellings / max(sum(door.of == b.id for door in doors), 1) for b in plan.buildings}
    points = np.array([[door.point.x, door.point.y] for door in doors]).reshape(-1, 2)
    starts = [graph.nodes_of(door.id)[:1] for door in doors]
    walks = np.full((len(doors), len(graph.points)), math.inf)
    joined = [i for i, nodes in enumerate(starts) if nodes]
    walks[joined] = distances_from_each(graph, [starts[i][0] for i in joined])
    return Homes(
        names=tuple(door.id for door in doors),
        points=points,
        dwellings=np.array([count[door.of] for door in doors]),
        straight=np.hypot(*(points[:, None, :] - graph.points[None, :, :]).transpose(2, 0, 1)),
        walks=walks,
    )


homes = once(_homes)


def straight_to(plan: Plan, found: Homes, kind: str) -> Floats:
    """Straight distance from each dwelling door to the nearest thing of a kind [m]: a facility's doors, else its outline.

    What the site has not, and is told of off the site, is measured there.
    """
    targets = [off.shape for off in supplied(plan, kind)] or shapes_of_kind(plan, kind)
    if not targets or not len(found.points):
        return np.full(len(found.points), math.inf)
    return np.asarray(shapely.distance(shapely.points(found.points), shapely.union_all(targets)), dtype=np.float64)


def walked_to(plan: Plan, found: Homes, kind: str) -> Floats:
    """Shortest walk on the network from each dwelling door to the nearest thing of a kind [m]."""
    away = supplied(plan, kind)
    if away:
        walks = dict(walks_off_site(plan, away))
        return np.array([walks[name] for name in found.names], dtype=np.float64)
    nodes = target_nodes(plan, network(plan), kind)
    return np.asarray(found.walks[:, list(nodes)].min(axis=1, initial=math.inf), dtype=np.float64)


def judge_radius(
    plan: Plan, clause: Clause, found: Homes, to_kind: Sequence[Floats], to_node: Floats
) -> Iterator[Finding | Inapplicable]:
    """Finding for each of the clause's ``kinds``: the farthest door, with the share of the dwellings within.

    Parameters
    ----------
    to_kind
        Distances from the doors to each kind, in the order of the clause's kinds. [m]
    to_node
        Distances from the doors to every node: what one place on the site's own network could reach. [m]
    """
    if not found.names:
        yield Inapplicable(reason="no dwelling door drawn")
        return
    best = float(_shares(clause, found, to_node).max(initial=0.0))
    for kind, distances in zip(clause.words("kinds"), to_kind, strict=True):
        far = int(np.argmax(distances))
        is_reached = math.isfinite(distances[far])
        share = float(_shares(clause, found, distances[:, None])[0])
        said = f"{share:.1%} of the dwellings within; from one place on the site's ways at best {best:.1%}"
        yield Finding(
            subjects=(kind, found.names[far]),
            measured=float(distances[far]) if is_reached else None,
            limit=clause.bound,
            is_off_site=bool(supplied(plan, kind)),
            note=said if is_reached else f"not drawn, or not joined to every home: {said}",
        )


def _shares(clause: Clause, found: Homes, distances: Floats) -> Floats:
    """Share of the dwellings within the radius, of each column of distances."""
    within = distances <= (math.inf if clause.bound.high is None else clause.bound.high + clause.bound.tolerance)
    return np.asarray(found.dwellings @ within / max(float(found.dwellings.sum()), 1.0), dtype=np.float64)
