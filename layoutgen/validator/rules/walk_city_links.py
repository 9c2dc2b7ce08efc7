"""Where the walking network of the site joins the footways of the city."""

from collections.abc import Iterator

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import network


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count ends and gates of the main network on edges along a road."""
    graph = network(plan)
    links = [node for node in graph.city if int(graph.component[node]) == graph.main_component]
    yield Finding(subjects=("site",), measured=float(len(links)), limit=clause.bound)
