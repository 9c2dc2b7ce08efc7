"""Clauses judged on a drawing that is not wholly understood: what hangs on the rest is blocked, and says on what."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from layoutgen.model.plan import Plan
from layoutgen.model.reading import Defect
from layoutgen.model.report import UNREAD, Finding, Outcome, Verdict, worst_first
from layoutgen.standards.clause import Clause
from layoutgen.validator.ghosts import ghosts_of, likely, peerless, watching, with_ghosts, without
from layoutgen.validator.hearing import hearing
from layoutgen.validator.judgement import judging
from layoutgen.validator.watched import BOUNDARY, GHOST, watched

Judge = Callable[[Plan, Clause], Outcome]
NO_THINGS = ("", "facts", "off_site")  # families: of the whole; what is missing is no fact; what is not read supplies nothing
SITE = "site"
SPOT = "spot."  # a point that does not say what it serves may serve anything
LISTED = 6  # places in one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """What of a drawing is not understood, by the name under which it is heard of."""

    silent: dict[str, Defect]  # things of the plan whose labels do not say enough
    unread: tuple[Defect, ...]  # what is no thing of the plan
    lines: tuple[Defect, ...]  # of the red line

    def __bool__(self) -> bool:
        """Whether anything is in doubt."""
        return bool(self.silent or self.unread or self.lines)

    def named(self, names: Collection[str]) -> tuple[Defect, ...]:
        """Defects that were heard of."""
        ghosts = {f"{GHOST}{number}": defect for number, defect in enumerate(self.unread, start=1)}
        known = {**self.silent, **ghosts}
        return (*(known[name] for name in sorted(names) if name in known), *(self.lines if BOUNDARY in names else ()))


def doubts_of(plan: Plan) -> Doubts:
    """What of a plan's drawing leaves verdicts in doubt."""
    told = [defect for defect in plan.defects if defect.role.partition(".")[0] not in NO_THINGS]
    return Doubts(
        silent={defect.id: defect for defect in told if defect.id},
        unread=tuple(defect for defect in told if not defect.id and defect.role != SITE),
        lines=tuple(defect for defect in told if not defect.id and defect.role == SITE and not plan.boundary.is_empty),
    )


def outcomes_in_doubt(plan: Plan, clauses: Sequence[Clause], judge: Judge) -> tuple[Outcome, ...]:
    """Outcomes of clauses, each on the plan as it was read, and on what it could be.

    What passes and asks for something that is not understood is blocked; what has nothing to examine as well, unless it has
    nothing on any plan that this could be and its like is known. What fails stays failed if one of its findings
    is the same whatever the plan could be, or, where all that is asked has its like on the plan, if it fails on every such
    plan: with what could not be read, without the silent things, and with the figures of their like in their place.
    """
    doubts = doubts_of(plan)
    plain = watching(watched(plan) if doubts.lines else plan, doubts.silent)
    whole = with_ghosts(plain, ghosts_of(doubts.unread, plan), doubts.unread) if doubts.unread else plain
    first = _heard(plain, clauses, judge)
    second = _heard(whole, clauses, judge) if doubts.unread else first
    asked = {
        clause.id: names
        for clause, one, other in zip(clauses, first, second, strict=True)
        if (names := _asked(one, other, doubts)) and one.outcome.verdict not in (Verdict.MANUAL, Verdict.BLOCKED)
    }
    found = {one.outcome.clause: one.outcome for one in first}
    held = [clause for clause in clauses if clause.id in asked and found[clause.id].verdict is not Verdict.PASS]
    others = [_judged(other, held, judge) for other in _others(plan, whole, doubts)] if held else []
    unlike = peerless(plan, doubts.silent)
    for name, names in asked.items():
        could_be = [one[name] for one in others if name in one]
        is_known = not any(other.startswith(GHOST) or other in unlike for other in names)
        serves = any(defect.role.startswith(SPOT) for defect in doubts.named(names))
        if serves or not _is_sure(found[name], could_be, is_known=is_known):
            found[name] = _blocked(found[name], doubts.named(names))
    return tuple(found[clause.id] for clause in clauses)


@dataclass(frozen=True, slots=True)
class _Heard:
    """An outcome and the names of what was asked for it."""

    outcome: Outcome
    names: frozenset[str]


def _heard(plan: Plan, clauses: Sequence[Clause], judge: Judge) -> list[_Heard]:
    found = []
    with judging(plan):
        for clause in clauses:
            with hearing() as heard:
                outcome = judge(plan, clause)
            found.append(_Heard(outcome, frozenset(heard)))
    return found


def _judged(plan: Plan, clauses: Sequence[Clause], judge: Judge) -> dict[str, Outcome]:
    with judging(plan):
        return {clause.id: judge(plan, clause) for clause in clauses}


def _asked(one: _Heard, other: _Heard, doubts: Doubts) -> frozenset[str]:
    """What was asked of things not understood; all that could not be read, where it makes a difference unasked."""
    names = one.names | other.names
    is_other = (one.outcome.verdict, one.outcome.findings) != (other.outcome.verdict, other.outcome.findings)
    return frozenset(f"{GHOST}{number}" for number in range(1, len(doubts.unread) + 1)) if is_other and not names else names


def _is_sure(outcome: Outcome, could_be: Sequence[Outcome], *, is_known: bool) -> bool:
    """Whether an outcome stands, whatever the plan could be; known is what has its like on the plan."""
    if outcome.verdict is Verdict.PASS:
        return False
    if outcome.verdict is not Verdict.FAIL:
        return is_known and all(other.verdict is outcome.verdict for other in could_be)
    failed = [finding for finding in outcome.findings if finding.state == "fail"]
    is_same = any(all(finding in other.findings for other in could_be) for finding in failed)
    return is_same or (is_known and all(other.verdict is Verdict.FAIL for other in could_be))


def _others(plan: Plan, whole: Plan, doubts: Doubts) -> tuple[Plan, ...]:
    """What the plan could be as well."""
    bare = (without(plan, doubts.silent),) if doubts.silent else ()
    return (whole, *bare, likely(whole, doubts.silent))


def _blocked(outcome: Outcome, defects: Sequence[Defect]) -> Outcome:
    """Outcome that hangs on what is not understood: what failed by it is blocked too."""
    reason = _reason(defects)
    names = tuple(dict.fromkeys(defect.id for defect in defects if defect.id)) or ("drawing",)
    at = next((defect.at for defect in defects if defect.at is not None), None)
    measured = [f if f.passed or f.blocked else replace(f, blocked=reason) for f in outcome.findings]
    told = [Finding(subjects=names, measured=None, limit=f.limit, blocked=reason, at=at) for f in outcome.findings[:1]]
    return replace(outcome, verdict=Verdict.BLOCKED, findings=worst_first((*told, *measured)), note=reason)


def _reason(defects: Sequence[Defect]) -> str:
    places = [defect.role + (f" ({defect.at[0]:.1f}, {defect.at[1]:.1f})" if defect.at else "") for defect in defects]
    more = f", … +{len(places) - LISTED}" if len(places) > LISTED else ""
    return f"{UNREAD} ({len(places)}): {', '.join(places[:LISTED])}{more}"
