"""What makes a finding one that can be looked up: by what it is known again, and where on the plan it is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from layoutgen.indicators.measured_lines import Shapes, measured_shapes
from layoutgen.model.fingerprint import fingerprints
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Outcome
from layoutgen.standards.clause import Standard
from layoutgen.standards.measures import load_measures

LOCATED = 200  # findings of a clause whose place is sought, the worst first


def with_evidence(outcomes: Sequence[Outcome], plan: Plan, standard: Standard) -> tuple[Outcome, ...]:
    """Outcomes whose findings have their fingerprints; those that are not met, or only just, also their place."""
    clauses = {clause.id: clause for clause in standard.clauses}
    measures, communities = load_measures(), tuple(community.id for community in plan.communities)
    shapes = measured_shapes(plan)
    found = []
    for outcome in outcomes:
        clause = clauses[outcome.clause]
        codes = tuple(fingerprints(outcome.clause, outcome.findings, measures[clause.measure].about, communities))
        places = tuple(_places(outcome.findings, shapes, clause.of))
        findings = tuple(
            replace(finding, fingerprint=code, at=place)
            for finding, code, place in zip(outcome.findings, codes, places, strict=True)
        )
        found.append(replace(outcome, findings=findings))
    return tuple(found)


def _places(findings: Sequence[Finding], shapes: Shapes, of: str) -> Iterator[tuple[float, float] | None]:
    """Place of each finding; one that the rule itself has told stays."""
    sought = 0
    for finding in findings:
        is_sought = finding.at is None and sought < LOCATED and (not finding.passed or finding.is_near_miss)
        sought += is_sought
        yield shapes.place_of(finding, of) if is_sought else finding.at
