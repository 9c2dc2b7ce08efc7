"""The report for a console: what fails is told in full, what is unsure only where it is asked for."""

from dataclasses import replace

import pytest

from layoutgen.model.limit import Demand, Limit
from layoutgen.model.report import Confidence, Finding, Force, JudgedBy, Outcome, Report, Verdict
from layoutgen.reports.report_text import report_text

FLOOR = Limit(demand=Demand.AT_LEAST, low=5.0, unit="m")
SHORT = tuple(Finding(subjects=(f"B{i}",), measured=float(i), limit=FLOOR) for i in range(5))
ADVICE = Outcome(
    clause="OWN-1",
    pack="ours",
    force=Force.SHOULD,
    decides=False,
    may_block=False,
    verdict=Verdict.FAIL,
    findings=SHORT,
    source="",
    confidence=Confidence.PRIMARY,
    method="",
    says_zh="宜五米",
    says_en="Better five metres",
)


def _text(*outcomes: Outcome, lang: str = "en", full: bool = False) -> str:
    return report_text(Report(outcomes=outcomes, indicators=(), assumptions=()), lang, full=full)


def test_advice_shows_its_worst_finding_and_how_many_more() -> None:
    text = _text(ADVICE)
    assert "B0: 0.00, needs >= 5 m" in text
    assert "B1: " not in text
    assert "and 4 more" in text


def test_a_failure_shows_three_findings() -> None:
    text = _text(replace(ADVICE, decides=True))
    assert all(f"B{i}: " in text for i in range(3))
    assert "and 2 more" in text


@pytest.mark.parametrize("confidence", [Confidence.RECALLED, Confidence.OWN])
def test_advice_on_an_unsure_figure_is_counted_and_listed_only_in_full(confidence: Confidence) -> None:
    unsure = replace(ADVICE, confidence=confidence)
    assert "OWN-1" not in _text(unsure)
    assert "our own figures: 1;" in _text(unsure)
    assert "OWN-1" in _text(unsure, full=True)


def test_an_unsure_figure_that_decides_is_told() -> None:
    assert "OWN-1" in _text(replace(ADVICE, confidence=Confidence.RECALLED, decides=True))


def test_yes_and_no_speak_the_language() -> None:
    link = Limit(demand=Demand.CONNECTED)
    outcome = replace(ADVICE, findings=(Finding(subjects=("D1",), measured=False, limit=link),))
    assert "D1: no, needs yes" in _text(outcome)
    assert "D1: 否, 要求 是" in _text(outcome, lang="zh")


@pytest.mark.parametrize(
    ("status", "place", "is_told"), [("in_force", "", False), ("draft", "", True), ("in_force", "山西", True)]
)
def test_what_a_pack_is_worth_is_told_unless_it_is_plainly_in_force(status: str, place: str, is_told: bool) -> None:
    pack = JudgedBy(
        name="ours", title_zh="本市", title_en="Ours", status=status, status_zh="草案", status_en="open", jurisdiction=place
    )
    text = report_text(Report(outcomes=(), indicators=(), assumptions=(), packs=(pack,)), "en")
    assert ("Ours: open" in text) is is_told


def test_clauses_blocked_by_one_thing_not_understood_are_told_together_and_listed_in_full() -> None:
    reason = "not understood on the drawing (1): stall.car (3.0, 4.0)"
    blocked = [replace(ADVICE, clause=f"X-{number}", verdict=Verdict.BLOCKED, findings=(), note=reason) for number in (1, 2)]
    short, whole = _text(*blocked), _text(*blocked, full=True)
    assert short.count("not understood on the drawing") == 1
    assert "clauses: 2" in short
    assert "X-1, X-2" in short
    assert whole.count("not understood on the drawing") == 2
    assert "图上有 1 处未能读懂：机动车位 (3.0, 4.0)" in _text(*blocked, lang="zh")
