"""Whether a facility is reached on foot."""

from collections.abc import Iterator

from layoutgen.model.plan import Facility, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import each_or_absent
from layoutgen.validator.judgement import network
from layoutgen.walking.places import facility_doors


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Tell for each facility whether one of its doors joins the greatest part of the walking network."""
    graph = network(plan)
    for item in each_or_absent(plan, clause):
        if not isinstance(item, Facility):
            yield item
            continue
        nodes = [node for door in facility_doors(plan, item) for node in graph.nodes_of(door.id)]
        is_joined = any(int(graph.component[node]) == graph.main_component for node in nodes)
        yield Finding(subjects=(item.id,), measured=is_joined, limit=clause.bound)
