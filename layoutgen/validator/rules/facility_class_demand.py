"""Classes against the demand of the people stated."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from layoutgen.geometry.tolerance import RATIO_EPS
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.validator.facilities import absent, ids, of_kind, silent


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Sum the classes of the kind and hold them against whole year groups for the places needed."""
    found = of_kind(plan, clause.of)
    parameters = dict(plan.facts.parameters)
    if not found:
        yield absent(clause)
        return
    missing = [name for name in ("children_per_1000", "class_size") if not parameters.get(name)]
    if missing:
        yield silent(clause, ids(found), f"the drawing states no parameter {' and no '.join(missing)}")
        return
    places = plan.facts.people * parameters["children_per_1000"] / 1000.0
    years = clause.number("years")
    demand = years * ceil(places / (years * parameters["class_size"]) - RATIO_EPS)
    limit = replace(clause.bound, low=max(clause.bound.low or 0.0, demand))
    classes = float(sum(facility.classes for facility in found))
    note = f"{places:.0f} places for {plan.facts.people} people"
    yield Finding(subjects=ids(found), measured=classes, limit=limit, is_declared=True, note=note)
