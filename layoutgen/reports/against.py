"""A judgement held against an earlier one: what is new, mended, worse, better, gone, unchanged."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain

from layoutgen.geometry.tolerance import FIGURE_EPS
from layoutgen.model.limit import Measured
from layoutgen.model.snapshot import SeenFinding, SeenOutcome, Snapshot

CHANGES = ("new", "worse", "better", "mended", "gone", "unchanged")
BREACHES = ("fail", "blocked")  # states of a finding that is not met
SEVERITY = {"pass": 0, "near": 0, "blocked": 1, "fail": 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseChange:
    """A clause whose verdict, or the figure behind it, is not what it was; None where it was not judged."""

    clause: str
    was: SeenOutcome | None
    now: SeenOutcome | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingChange:
    """One thing that was not met before, or is not now."""

    clause: str
    change: str  # one of CHANGES; "gone": something that it was about is no longer there
    was: SeenFinding | None
    now: SeenFinding | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What of a judgement is not as in an earlier one."""

    old: Snapshot
    new: Snapshot
    verdicts: tuple[ClauseChange, ...]  # of clauses in both, by clause
    figures: tuple[ClauseChange, ...]  # the same verdict, another figure of the worst
    anew: tuple[str, ...]  # clauses that only the later report judges
    left_out: tuple[str, ...]  # and only the earlier one
    findings: tuple[FindingChange, ...]
    is_known_again: bool  # False = the earlier report has no fingerprints: only clauses are compared

    def count(self, change: str) -> int:
        """How many findings changed in one way, recomputed."""
        return sum(one.change == change for one in self.findings)


def changes_between(old: Snapshot, new: Snapshot) -> Changes:
    """Hold a judgement against an earlier one, of the same drawing or of what became of it."""
    both = [(old.outcomes[name], new.outcomes[name]) for name in sorted(old.outcomes.keys() & new.outcomes.keys())]
    pairs = [ClauseChange(clause=was.clause, was=was, now=now) for was, now in both]
    is_known_again = all(finding.fingerprint for outcome in old.outcomes.values() for finding in outcome.findings)
    there = {name for outcome in new.outcomes.values() for finding in outcome.findings for name in finding.ids}
    return Changes(
        old=old,
        new=new,
        verdicts=tuple(one for one, (was, now) in zip(pairs, both, strict=True) if was.state != now.state),
        figures=tuple(
            one
            for one, (was, now) in zip(pairs, both, strict=True)
            if was.state == now.state and not _is_same(was.measured, now.measured)
        ),
        anew=tuple(sorted(new.outcomes.keys() - old.outcomes.keys())),
        left_out=tuple(sorted(old.outcomes.keys() - new.outcomes.keys())),
        findings=tuple(chain.from_iterable(_changed(was, now, there) for was, now in both)) if is_known_again else (),
        is_known_again=is_known_again,
    )


def _changed(was: SeenOutcome, now: SeenOutcome, there: Collection[str]) -> Iterator[FindingChange]:
    """What became of everything that was not met, then what is newly not met."""
    here = {finding.fingerprint: finding for finding in now.findings}
    before = {finding.fingerprint: finding for finding in was.findings if finding.state in BREACHES}
    for code, old in before.items():
        new = here.get(code)
        yield FindingChange(clause=was.clause, change=_change(old, new, there), was=old, now=new)
    for code, new in here.items():
        if new.state in BREACHES and code not in before:
            yield FindingChange(clause=was.clause, change="new", was=None, now=new)


def _change(old: SeenFinding, new: SeenFinding | None, there: Collection[str]) -> str:
    if new is None:
        return "mended" if set(old.ids) <= set(there) else "gone"
    if new.state not in BREACHES:
        return "mended"
    if new.state != old.state:
        return "worse" if SEVERITY[new.state] > SEVERITY[old.state] else "better"
    if old.margin is None or new.margin is None or abs(new.margin - old.margin) <= FIGURE_EPS:
        return "unchanged"
    return "worse" if new.margin < old.margin else "better"


def _is_same(was: Measured, now: Measured) -> bool:
    if isinstance(was, (int, float)) and isinstance(now, (int, float)):
        return abs(float(was) - float(now)) <= FIGURE_EPS
    return was == now
