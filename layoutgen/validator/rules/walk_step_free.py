"""Every dwelling door, facility and open space is reached from the city without a step."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import step_free_network
from layoutgen.walking.graph import WalkGraph
from layoutgen.walking.places import dwelling_doors, facility_doors, open_spaces


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look for each place on the network without ways that are labelled ``steps=yes``; levels are declared."""
    graph = step_free_network(plan)
    outside = {int(graph.component[node]) for node in graph.city}
    entries: dict[str, tuple[str, ...]] = {door.id: (door.id,) for door in dwelling_doors(plan)}
    entries |= {f.id: tuple(door.id for door in facility_doors(plan, f)) for f in plan.facilities}
    entries |= {space: (space,) for space in open_spaces(plan)}
    if not entries:
        yield Finding(subjects=("site",), measured=False, limit=clause.bound, note="nothing drawn that could be reached")
    for subject, names in entries.items():
        is_reached = _is_reached(graph, names, outside)
        note = "" if is_reached else "no step-free way from the city"
        yield Finding(subjects=(subject,), measured=is_reached, limit=clause.bound, is_declared=True, note=note)


def _is_reached(graph: WalkGraph, names: tuple[str, ...], outside: set[int]) -> bool:
    return any(int(graph.component[node]) in outside for name in names for node in graph.nodes_of(name))
