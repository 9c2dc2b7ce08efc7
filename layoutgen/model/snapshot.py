"""What of a judgement a later one is held against: verdicts by clause, and what was found, by fingerprint."""

from collections.abc import Mapping
from dataclasses import dataclass

from layoutgen.model.finding import Finding
from layoutgen.model.limit import Measured
from layoutgen.model.report import Outcome, Report
from layoutgen.sentence import Sentence

DECIMALS = 4  # of a figure in report.json


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFinding:
    """One thing examined, as a report tells it."""

    fingerprint: str
    ids: tuple[str, ...]
    state: str  # "pass", "near", "fail" or "blocked"
    measured: Measured
    limit: str
    margin: float | None
    note: str
    at: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenOutcome:
    """The judgement of one clause, as a report tells it."""

    clause: str
    state: str  # under which count it stands
    says: Sentence
    measured: Measured  # of the worst
    unit: str
    findings: tuple[SeenFinding, ...]  # of an old report those that were not met or nearly not met, else all


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A judgement as one that comes later sees it."""

    verdict: str
    drawing: str  # name of its file; "" = not known
    sha256: str
    outcomes: Mapping[str, SeenOutcome]  # by clause


def snapshot_of(report: Report, drawing: str = "", sha256: str = "") -> Snapshot:
    """Snapshot of a report that has just been made."""
    return Snapshot(
        verdict=report.verdict.value,
        drawing=drawing,
        sha256=sha256,
        outcomes={outcome.clause: _outcome(outcome) for outcome in report.outcomes},
    )


def rounded(value: float | None) -> float | None:
    """A figure as `report.json` has it; what is no number is nothing."""
    return None if value is None or value != value else round(value, DECIMALS) + 0.0


def _outcome(outcome: Outcome) -> SeenOutcome:
    worst = outcome.findings[0] if outcome.findings else None
    return SeenOutcome(
        clause=outcome.clause,
        state=outcome.counts_as,
        says=Sentence(en=outcome.says_en, zh=outcome.says_zh),
        measured=_measured(worst) if worst else None,
        unit=worst.limit.unit if worst else "",
        findings=tuple(_finding(finding) for finding in outcome.findings),
    )


def _finding(finding: Finding) -> SeenFinding:
    return SeenFinding(
        fingerprint=finding.fingerprint,
        ids=finding.subjects,
        state=finding.state,
        measured=_measured(finding),
        limit=finding.limit.text(),
        margin=rounded(finding.limit.margin(finding.measured)),
        note=finding.blocked or finding.note,
        at=finding.at,
    )


def _measured(finding: Finding) -> Measured:
    value = finding.measured
    return value if value is None or isinstance(value, (tuple, bool)) else rounded(float(value))
