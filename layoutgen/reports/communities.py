"""The judgement of each community of a divided site, as JSON and as text."""

from collections.abc import Iterator

from layoutgen.model.report import CommunityReport, Report, Verdict
from layoutgen.reports.json_values import Json

WORDS = {
    "zh": {"pass": "通过", "fail": "不通过", "blocked": "无法判定", "people": "人"},
    "en": {"pass": "pass", "fail": "fail", "blocked": "blocked", "people": "people"},
}


def community_json(community: CommunityReport) -> Json:
    """Verdict, counts, what failed or is blocked, and the headline indicators; blocks stand with the whole site's."""
    report = community.report
    return {
        "id": community.id,
        "people": community.people,
        "verdict": report.verdict.value,
        "counts": dict(report.counts()),
        "failed": list(failed_clauses(report)),
        "indicators": {name: value for name, value in report.indicators if "." not in name},
    }


def community_lines(report: Report, lang: str) -> Iterator[str]:
    """One line a community: its people, its verdict and what failed."""
    words = WORDS[lang]
    for community in report.communities:
        failed = ", ".join(failed_clauses(community.report))
        verdict = words[community.report.verdict.value]
        yield f"{community.id}: {community.people} {words['people']}, {verdict}" + (f" ({failed})" if failed else "")


def failed_clauses(report: Report) -> list[str]:
    """Clauses that decide and are not met, but those that may be blocked."""
    return [
        outcome.clause
        for outcome in report.outcomes
        if outcome.decides
        and not outcome.waivers
        and (outcome.verdict is Verdict.FAIL or (outcome.verdict is Verdict.BLOCKED and not outcome.may_block))
    ]
