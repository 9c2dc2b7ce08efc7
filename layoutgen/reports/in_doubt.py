"""Clauses that hang on what is not understood of a drawing, told together: the drawing is to be mended, not each clause."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from layoutgen.model.report import UNREAD, Outcome, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class InDoubt:
    """Outcomes that are blocked for one and the same reason."""

    reason: str
    outcomes: tuple[Outcome, ...]

    @property
    def clauses(self) -> tuple[str, ...]:
        """Ids of the clauses."""
        return tuple(outcome.clause for outcome in self.outcomes)


def is_in_doubt(outcome: Outcome) -> bool:
    """Whether an outcome is blocked by what is not understood of the drawing."""
    return outcome.verdict is Verdict.BLOCKED and outcome.note.startswith(UNREAD)


def doubts_in(outcomes: Iterable[Outcome]) -> tuple[InDoubt, ...]:
    """Outcomes that are in doubt by their reasons, those of most clauses first."""
    by_reason: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        if is_in_doubt(outcome):
            by_reason[outcome.note].append(outcome)
    groups = (InDoubt(reason=reason, outcomes=tuple(found)) for reason, found in by_reason.items())
    return tuple(sorted(groups, key=lambda group: (-len(group.outcomes), group.reason)))
