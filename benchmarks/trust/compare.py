"""What differs between two judgements: verdicts, things examined, values measured."""

from collections import defaultdict
from dataclasses import dataclass, replace

from layoutgen.jobs.validate import Judged
from layoutgen.model.report import Finding, Outcome, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Between the judgements of a drawing and of the same drawing after an edit."""

    verdicts: tuple[str, ...] = ()  # clauses whose verdict changed, and how
    values: tuple[str, ...] = ()  # clauses that examined other things, or measured beyond their tolerance
    largest: float = 0.0  # largest change of a measured number, as a share of the number or of one

    def plus(self, other: "Difference") -> "Difference":
        """Both together."""
        return Difference(
            verdicts=(*self.verdicts, *other.verdicts),
            values=(*self.values, *other.values),
            largest=max(self.largest, other.largest),
        )


NONE = Difference()


def difference(before: Judged, after: Judged, blur: float = 1e-6) -> Difference:
    """How two judgements differ; numbers by more than their tolerance, and than ``blur`` as a share of them."""
    return _of_reports(before.report, after.report, blur)


def _of_reports(before: Report, after: Report, blur: float) -> Difference:
    found = NONE
    if before.verdict is not after.verdict:
        found = replace(found, verdicts=(f"the drawing: {before.verdict.value} -> {after.verdict.value}",))
    now = {outcome.clause: outcome for outcome in after.outcomes}
    for outcome in before.outcomes:
        found = found.plus(_of_outcomes(outcome, now[outcome.clause], blur))
    for one, other in zip(before.communities, after.communities, strict=True):
        found = found.plus(_of_reports(one.report, other.report, blur))
    return found


def _of_outcomes(was: Outcome, now: Outcome, blur: float) -> Difference:
    verdicts = (f"{was.clause}: {was.verdict.value} -> {now.verdict.value}",) if was.verdict is not now.verdict else ()
    if was.examined != now.examined:
        return Difference(verdicts=verdicts, values=(f"{was.clause}: examined {was.examined} -> {now.examined}",))
    found = Difference(verdicts=verdicts)
    for a, b in _paired(was, now):
        found = found.plus(_of_findings(was.clause, a, b, blur))
    return found


def _paired(was: Outcome, now: Outcome) -> list[tuple[Finding, Finding]]:
    """Findings of the same things; those left over in order: of two things that measure alike either may be the worst."""
    left: dict[tuple[str, ...], list[Finding]] = defaultdict(list)
    for finding in now.findings:
        left[finding.subjects].append(finding)
    pairs, alone = [], []
    for finding in was.findings:
        same = left[finding.subjects]
        if same:
            pairs.append((finding, same.pop(0)))
        else:
            alone.append(finding)
    rest = [finding for finding in now.findings if any(finding is one for some in left.values() for one in some)]
    return [*pairs, *zip(alone, rest, strict=True)]


def _of_findings(clause: str, was: Finding, now: Finding, blur: float) -> Difference:
    a, b = was.measured, now.measured
    said = f"{clause} {', '.join(now.subjects[:3])}: {a} -> {b}"
    if isinstance(a, bool) or isinstance(b, bool) or not (isinstance(a, int | float) and isinstance(b, int | float)):
        return NONE if a == b else Difference(values=(said,))
    if a == b:
        return NONE
    change = abs(a - b)
    is_beyond = change > max(was.limit.tolerance, blur * max(abs(a), 1.0))
    return Difference(values=(said,) if is_beyond else (), largest=change / max(abs(a), 1.0))
