"""Outcomes of one clause in several communities joined into the outcome of the whole site."""

from collections.abc import Sequence
from dataclasses import replace

from layoutgen.model.report import Finding, Outcome, Verdict, worst_first

WORST_FIRST = (Verdict.FAIL, Verdict.BLOCKED, Verdict.PASS, Verdict.MANUAL, Verdict.NOT_APPLICABLE)


def join_outcomes(named: Sequence[tuple[str, Outcome]]) -> Outcome:
    """One outcome of a clause's outcomes by community: the worst verdict, every finding with its community.

    It decides where it does in any community; what was not examined in one is said.
    """
    first = named[0][1]
    return replace(
        first,
        decides=any(outcome.decides for _, outcome in named),
        verdict=min((outcome.verdict for _, outcome in named), key=WORST_FIRST.index),
        findings=worst_first(_told(community, finding) for community, outcome in named for finding in outcome.findings),
        note=_note(named),
    )


def _told(community: str, finding: Finding) -> Finding:
    """Finding whose subjects say the community; ids that do so already are left as they are."""
    if any(subject == community or subject.startswith(f"{community}-") for subject in finding.subjects):
        return finding
    return replace(finding, subjects=(community, *finding.subjects))


def _note(named: Sequence[tuple[str, Outcome]]) -> str:
    """Notes of all communities; one that is the same everywhere stands once."""
    by_note: dict[str, list[str]] = {}
    for community, outcome in named:
        if outcome.note:
            by_note.setdefault(outcome.note, []).append(community)
    says = [
        note if len(communities) == len(named) else f"{', '.join(communities)}: {note}" for note, communities in by_note.items()
    ]
    return "; ".join(says)
