"""Some lot of a kind ``of`` is joined to the city by the walking network."""

from collections.abc import Iterator

from layoutgen.indicators.land import lots_of
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import network


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Look for each lot in a component that reaches the city."""
    graph = network(plan)
    outside = {int(graph.component[node]) for node in graph.city}
    lots = lots_of(plan, clause.of)
    if not lots:
        yield Finding(subjects=("site",), measured=False, limit=clause.bound, note=f"no {clause.of} lot drawn")
        return
    joined = [lot.id for lot in lots if any(int(graph.component[node]) in outside for node in graph.nodes_of(lot.id))]
    yield Finding(subjects=tuple(joined) or (lots[0].id,), measured=bool(joined), limit=clause.bound)
