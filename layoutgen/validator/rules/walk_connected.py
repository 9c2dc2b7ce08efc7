"""Every dwelling door, facility and open space lies on one walking network."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import network
from layoutgen.walking.graph import WalkGraph
from layoutgen.walking.places import dwelling_doors, facility_doors, homes_without_door, open_spaces


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look for each place in the component that joins most places."""
    graph = network(plan)
    for home in homes_without_door(plan):
        yield Finding(subjects=(home,), measured=False, limit=clause.bound, note="no door drawn")
    for door in dwelling_doors(plan):
        yield _finding(clause, graph, door.id, (door.id,))
    for facility in plan.facilities:
        yield _finding(clause, graph, facility.id, tuple(door.id for door in facility_doors(plan, facility)))
    for space in open_spaces(plan):
        yield _finding(clause, graph, space, (space,))
    if not plan.facilities and not plan.buildings:
        yield Finding(subjects=("site",), measured=False, limit=clause.bound, note="nothing drawn that could be joined")


def _finding(clause: Clause, graph: WalkGraph, subject: str, entries: tuple[str, ...]) -> Finding:
    nodes = {node for entry in entries for node in graph.nodes_of(entry)}
    is_joined = any(int(graph.component[node]) == graph.main_component for node in nodes)
    reason = "no door drawn" if not entries else "no walkable way reaches it" if not nodes else "on a network of its own"
    return Finding(subjects=(subject,), measured=is_joined, limit=clause.bound, note="" if is_joined else reason)
