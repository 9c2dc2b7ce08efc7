"""Waivers: what they answer for is counted apart, and no measured figure is hidden."""

import json
from dataclasses import replace

import pytest

from layoutgen.model.limit import Demand, Limit
from layoutgen.model.report import CommunityReport, Confidence, Finding, Force, Outcome, Report, Verdict
from layoutgen.model.waiver import Waiver, WaiverState
from layoutgen.reports.report_json import report_json
from layoutgen.reports.report_text import report_text
from layoutgen.validator.waived import lay_waivers
from tests.drawings.hand_made import make_plan

GAP = Limit(demand=Demand.AT_LEAST, low=13.0, unit="m")
PLAN = make_plan()


def found(*subjects: str, measured: float = 10.0) -> Finding:
    return Finding(subjects=subjects, measured=measured, limit=GAP)


def judged(*findings: Finding, verdict: Verdict = Verdict.FAIL, clause: str = "GAP", decides: bool = True) -> Outcome:
    return Outcome(
        clause=clause, pack="p", force=Force.MUST, decides=decides, may_block=False, verdict=verdict, findings=findings,
        source="", confidence=Confidence.PRIMARY, method="", says_zh="间距", says_en="gap",
    )  # fmt: skip


def waiver(*things: str, clause: str = "GAP", until: str = "2027-12-31") -> Waiver:
    return Waiver(clause=clause, reason="the wall is a fire wall", by="Zhang", until=until, things=things)


def laid(*outcomes: Outcome, waivers: tuple[Waiver, ...], on: str = "") -> Report:
    return lay_waivers(Report(outcomes=outcomes, indicators=(), assumptions=()), PLAN, waivers, on)


def test_a_waived_fail_is_counted_apart_and_stays_a_fail_with_its_figure():
    report = laid(judged(found("K1-00", "K1-02")), waivers=(waiver(),))
    (outcome,) = report.outcomes
    assert dict(report.counts()) == {
        "pass": 0, "fail": 0, "waived": 1, "advice": 0, "not_applicable": 0, "manual": 0, "blocked": 0,
    }  # fmt: skip
    assert (outcome.verdict, outcome.findings[0].passed, outcome.findings[0].measured) == (Verdict.FAIL, False, 10.0)
    assert report.verdict is Verdict.PASS
    assert report.waivers[0].state is WaiverState.USED


def test_a_waiver_for_one_thing_answers_for_no_other():
    report = laid(judged(found("K1-00", "K1-02"), found("K1-03", "K1-04")), waivers=(waiver("K1-03"),))
    assert [finding.waiver for finding in report.outcomes[0].findings] == [0, 1]
    assert report.outcomes[0].counts_as == "fail"
    assert report.verdict is Verdict.FAIL
    assert report.waivers[0].covers == 1


def test_two_waivers_may_answer_for_all_together():
    report = laid(judged(found("K1-00"), found("K1-03")), waivers=(waiver("K1-03"), waiver("K1-00")))
    assert report.outcomes[0].waivers == (1, 2)
    assert report.outcomes[0].counts_as == "waived"


@pytest.mark.parametrize(("on", "state"), [("", "used"), ("2027-12-31", "used"), ("2028-01-01", "expired")])
def test_a_waiver_holds_through_its_last_day(on, state):
    report = laid(judged(found("K1-00")), waivers=(waiver(),), on=on)
    assert report.waivers[0].state == state
    assert report.verdict is (Verdict.PASS if state == "used" else Verdict.FAIL)


def test_a_waiver_without_need_or_without_its_clause_is_told_as_such():
    report = laid(judged(found("a", measured=20.0), verdict=Verdict.PASS), waivers=(waiver(), waiver(clause="OTHER")))
    assert [use.state for use in report.waivers] == [WaiverState.NOT_NEEDED, WaiverState.NOT_JUDGED]
    assert dict(report.counts())["pass"] == 1


def test_a_thing_that_is_not_drawn_is_named():
    assert laid(judged(found("K1-00")), waivers=(waiver("K1-00", "K9-99"),)).waivers[0].unknown == ("K9-99",)


def test_what_the_drawing_does_not_say_can_be_answered_for_too():
    silent = replace(found("K1-00"), blocked="the label says nothing")
    assert laid(judged(silent, verdict=Verdict.BLOCKED), waivers=(waiver(),)).verdict is Verdict.PASS
    assert laid(judged(verdict=Verdict.BLOCKED), waivers=(waiver(),)).verdict is Verdict.PASS
    assert laid(judged(verdict=Verdict.BLOCKED), waivers=(waiver("K1-00"),)).verdict is Verdict.BLOCKED


def test_a_waiver_counts_in_the_community_that_it_concerns():
    outcome = judged(found("K1-00"))
    part = CommunityReport(id="C1", people=9000, report=Report(outcomes=(outcome,), indicators=(), assumptions=()))
    whole = Report(outcomes=(outcome,), indicators=(), assumptions=(), communities=(part,))
    (community,) = lay_waivers(whole, PLAN, (waiver(),), "").communities
    assert community.report.verdict is Verdict.PASS


def test_every_report_tells_who_answers_for_what_until_when():
    report = laid(judged(found("K1-00")), waivers=(waiver(),), on="2027-01-01")
    for text in (report_text(report, "en"), report_text(report, "zh")):
        assert all(word in text for word in ("GAP", "the wall is a fire wall", "Zhang", "2027-12-31", "2027-01-01", "10.00"))
    table = json.loads(report_json(report, {}))
    assert table["waivers"][0]["by"] == "Zhang"
    assert table["outcomes"][0]["counts_as"] == "waived"
    assert table["outcomes"][0]["verdict"] == "fail"
    assert table["outcomes"][0]["subjects"][0]["waiver"] == 1


def test_a_report_without_waivers_says_no_word_of_them():
    text = report_text(laid(judged(found("K1-00")), waivers=()), "en")
    assert "waive" not in text.lower()
