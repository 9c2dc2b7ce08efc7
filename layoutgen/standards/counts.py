"""How many clauses there are of each sort: by force, by what they can do, by how they are looked at, by confidence."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from layoutgen.model.report import Confidence, Force
from layoutgen.standards.clause import Clause
from layoutgen.standards.measures import MANUAL, Measure

Counts = tuple[tuple[str, int], ...]
FORCES = tuple(force.value for force in Force)
CONFIDENCES = tuple(confidence.value for confidence in Confidence)
VERDICT_KINDS = ("deciding", "advice", "manual")
BASES = ("measured", "declared", "manual")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseCounts:
    """Counts of a set of clauses; each of the four ways of counting sums to ``clauses``."""

    clauses: int
    by_force: Counts
    by_verdict_kind: Counts
    by_basis: Counts
    by_confidence: Counts


def count_clauses(clauses: Iterable[Clause], measures: Mapping[str, Measure]) -> ClauseCounts:
    """Count clauses."""
    found = tuple(clauses)
    return ClauseCounts(
        clauses=len(found),
        by_force=_counted((clause.force.value for clause in found), FORCES),
        by_verdict_kind=_counted((verdict_kind(clause) for clause in found), VERDICT_KINDS),
        by_basis=_counted((basis(clause, measures) for clause in found), BASES),
        by_confidence=_counted((clause.confidence.value for clause in found), CONFIDENCES),
    )


def verdict_kind(clause: Clause) -> str:
    """What a clause can do to a verdict: decide it, advise, or send a person to look."""
    if clause.measure == MANUAL:
        return "manual"
    return "deciding" if clause.decides else "advice"


def basis(clause: Clause, measures: Mapping[str, Measure]) -> str:
    """How a clause is looked at; what is partly read from labels is declared, as in a report."""
    said = measures[clause.measure].basis
    return "declared" if said == "both" else said


def _counted(words: Iterable[str], known: tuple[str, ...]) -> Counts:
    counted = Counter(words)
    return tuple((word, counted[word]) for word in known)
