"""Waivers laid over a report: what they answer for is counted apart, and every measured figure stays as it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Outcome, Report, Verdict
from layoutgen.model.shapes_by_id import shapes_by_id
from layoutgen.model.spoken_of import SpokenOf, spoken_of
from layoutgen.model.waiver import Waiver, WaiverState, WaiverUse

WAIVABLE = (Verdict.FAIL, Verdict.BLOCKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _InForce:
    """A waiver that still holds, with its number."""

    number: int
    waiver: Waiver

    def covers(self, finding: Finding, spoken: SpokenOf) -> bool:
        """Whether it is given for whatever its clause finds, or for something that the finding is about."""
        things = set(self.waiver.things)
        return not things or bool(things & {*finding.subjects, *spoken.of(finding)})


def lay_waivers(report: Report, plan: Plan, waivers: Sequence[Waiver], on: str) -> Report:
    """Report in which the waivers are counted.

    A clause counts as waived where every thing that is short of its limit is covered by a waiver in force; where only some are,
    it fails as before and those are marked.

    Parameters
    ----------
    on
        The day that expiry is held against, "2027-12-31"; "" = expiry is not looked at.
    """
    if not waivers:
        return report
    held = [_InForce(number=n, waiver=one) for n, one in enumerate(waivers, 1) if not _has_ended(one, on)]
    by_clause = {one.waiver.clause: [other for other in held if other.waiver.clause == one.waiver.clause] for one in held}
    spoken = spoken_of(plan)
    laid = replace(report, outcomes=tuple(_laid(o, by_clause.get(o.clause, ()), spoken) for o in report.outcomes))
    communities = tuple(replace(one, report=lay_waivers(one.report, plan, waivers, on)) for one in report.communities)
    uses = tuple(_use(n, one, laid, plan, on) for n, one in enumerate(waivers, 1))
    return replace(laid, communities=communities, waivers=uses, waivers_on=on)


def _has_ended(waiver: Waiver, on: str) -> bool:
    return bool(on) and waiver.until < on


def _laid(outcome: Outcome, held: Sequence[_InForce], spoken: SpokenOf) -> Outcome:
    """Outcome with the number of the waiver on each finding that one covers; of the whole, where all are."""
    if not held or outcome.verdict not in WAIVABLE:
        return outcome
    findings = tuple(_covered(finding, held, spoken) for finding in outcome.findings)
    breaches = [finding for finding in findings if not finding.passed]
    whole = tuple(sorted({finding.waiver for finding in breaches}))
    if not breaches:  # the whole clause is blocked: only a waiver for whatever it finds answers for that
        whole = tuple(one.number for one in held if not one.waiver.things)[:1] or (0,)
    return replace(outcome, findings=findings, waivers=() if 0 in whole else whole)


def _covered(finding: Finding, held: Sequence[_InForce], spoken: SpokenOf) -> Finding:
    if finding.passed:
        return finding
    return replace(finding, waiver=next((one.number for one in held if one.covers(finding, spoken)), 0))


def _use(number: int, waiver: Waiver, report: Report, plan: Plan, on: str) -> WaiverUse:
    outcome = next((one for one in report.outcomes if one.clause == waiver.clause), None)
    findings = outcome.findings if outcome else ()
    known = {*shapes_by_id(plan), *(name for finding in findings for name in finding.subjects)}
    covers = sum(finding.waiver == number for finding in findings)
    is_used = covers > 0 or (outcome is not None and number in outcome.waivers)
    state = WaiverState.USED if is_used else WaiverState.NOT_NEEDED
    if outcome is None:
        state = WaiverState.NOT_JUDGED
    elif _has_ended(waiver, on):
        state = WaiverState.EXPIRED
    unknown = tuple(name for name in waiver.things if name not in known)
    return WaiverUse(number=number, waiver=waiver, state=state, covers=covers, unknown=unknown)
