"""Scores of a scoring pack: how many indicators of each group a drawing reaches, recounted from the outcomes."""

import re
from dataclasses import dataclass

from layoutgen.model.report import Outcome, Report, Verdict

PART = re.compile(r"\.[a-z]+$")  # "XM-6.1.a" and "XM-6.1.b" are parts of the indicator XM-6.1
TOLD = (Verdict.PASS, Verdict.FAIL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One group of one scoring pack."""

    pack: str
    group: str  # "六有"
    reached: int  # indicators all of whose judged parts pass
    judged: int  # indicators of which the drawing tells
    of: int  # all indicators of the group; the rest is for a person to look at


def scores_of(report: Report) -> tuple[Score, ...]:
    """Scores of every group of every scoring pack, in the order of the packs' clauses."""
    scoring = {pack.name for pack in report.packs if pack.is_scoring}
    groups: dict[tuple[str, str], dict[str, list[Outcome]]] = {}
    for outcome in report.outcomes:
        if outcome.pack in scoring and outcome.group:
            indicators = groups.setdefault((outcome.pack, outcome.group), {})
            indicators.setdefault(PART.sub("", outcome.clause), []).append(outcome)
    return tuple(_score(pack, group, list(parts.values())) for (pack, group), parts in groups.items())


def _score(pack: str, group: str, indicators: list[list[Outcome]]) -> Score:
    judged = [parts for parts in indicators if _is_judged(parts)]
    reached = [parts for parts in judged if all(part.verdict is not Verdict.FAIL for part in parts)]
    return Score(pack=pack, group=group, reached=len(reached), judged=len(judged), of=len(indicators))


def _is_judged(parts: list[Outcome]) -> bool:
    """Whether the drawing tells of an indicator: some part was measured and none is blocked."""
    verdicts = {part.verdict for part in parts}
    return Verdict.BLOCKED not in verdicts and not verdicts.isdisjoint(TOLD)
