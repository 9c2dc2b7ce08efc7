"""A demand that may be met another way: a clause that fails counts as met where all its alternatives are."""

from collections.abc import Sequence
from dataclasses import replace

from layoutgen.model.report import Outcome, Verdict
from layoutgen.standards.clause import Standard


def settle_alternatives(outcomes: Sequence[Outcome], standard: Standard) -> tuple[Outcome, ...]:
    """Outcomes with every alternative weighed, in the order given.

    A failed clause passes where each of its alternatives passes, and shows their findings. An alternative that no failed
    clause needs is not applicable. One that is out of scope, or not fully met, changes nothing.
    """
    by_id = {outcome.clause: outcome for outcome in outcomes}
    others = {
        clause.id: tuple(by_id[name] for name in clause.alternatives)
        for clause in standard.clauses
        if clause.alternatives and clause.id in by_id
    }
    needed = {one.clause for name, group in others.items() if by_id[name].verdict is not Verdict.PASS for one in group}
    spare = {one.clause for group in others.values() for one in group} - needed
    return tuple(_settled(outcome, others.get(outcome.clause, ()), is_spare=outcome.clause in spare) for outcome in outcomes)


def _settled(outcome: Outcome, others: Sequence[Outcome], *, is_spare: bool) -> Outcome:
    if others and outcome.verdict is Verdict.FAIL and all(one.verdict is Verdict.PASS for one in others):
        return replace(
            outcome,
            verdict=Verdict.PASS,
            findings=tuple(finding for one in others for finding in one.findings),
            note="met by the alternative " + ", ".join(one.clause for one in others),
        )
    if is_spare and outcome.verdict is not Verdict.NOT_APPLICABLE:
        return replace(outcome, verdict=Verdict.NOT_APPLICABLE, findings=(), note="not needed: the clause itself is met")
    return outcome
