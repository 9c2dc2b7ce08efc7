"""Where the walking network of the site joins the footways of the city."""

from collections.abc import Iterator

from layoutgen.geometry.clusters import clusters
from layoutgen.geometry.tolerance import DOOR_REACH_M
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.judgement import network


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Count the places where ends and gates of the main network lie on edges along a road; a gate at an end is one with it."""
    graph = network(plan)
    links = [node for node in graph.city if int(graph.component[node]) == graph.main_component]
    places = set(clusters(graph.points[links], DOOR_REACH_M).tolist()) if links else set()
    yield Finding(subjects=("site",), measured=float(len(places)), limit=clause.bound)
