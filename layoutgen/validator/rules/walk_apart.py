"""How much of the community is joined on foot without a lane that cars use too."""

from collections.abc import Iterator
from dataclasses import replace

from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Plan, Way
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.walking.graph import WalkGraph, walk_graph
from layoutgen.walking.places import dwelling_doors, facility_doors, open_spaces


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the places on the greatest network of footpaths and footways."""
    entries: dict[str, tuple[str, ...]] = {door.id: (door.id,) for door in dwelling_doors(plan)}
    entries |= {f.id: tuple(door.id for door in facility_doors(plan, f)) for f in plan.facilities}
    entries |= {space: (space,) for space in open_spaces(plan)}
    if not entries:
        yield Finding(subjects=("site",), measured=None, limit=clause.bound, note="nothing drawn that could be joined")
        return
    graph = walk_graph(replace(plan, ways=tuple(way for way in plan.ways if _is_apart(way))))
    missed = tuple(place for place, names in entries.items() if not _is_joined(graph, names))
    share = 1.0 - len(missed) / len(entries)
    note = f"{len(entries) - len(missed)} of {len(entries)} places"
    yield Finding(subjects=missed or ("site",), measured=share, limit=clause.bound, note=note)


def _is_apart(way: Way) -> bool:
    return way.kind is WayKind.FOOTPATH or way.footway_m > 0.0


def _is_joined(graph: WalkGraph, names: tuple[str, ...]) -> bool:
    return any(int(graph.component[node]) == graph.main_component for name in names for node in graph.nodes_of(name))
