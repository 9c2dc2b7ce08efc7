import json

from layoutgen.model.report import Confidence, Force, JudgedBy, Outcome, Report, Verdict
from layoutgen.model.scores import Score, scores_of
from layoutgen.reports.report_json import report_json
from layoutgen.reports.report_text import report_text


def outcome(clause: str, verdict: Verdict, group: str = "六有", pack: str = "xiamen") -> Outcome:
    return Outcome(
        clause=clause,
        pack=pack,
        force=Force.MUST,
        decides=False,
        may_block=False,
        verdict=verdict,
        findings=(),
        source="",
        confidence=Confidence.PRIMARY,
        method="",
        says_zh="",
        says_en="",
        group=group,
    )


def report(*outcomes: Outcome) -> Report:
    packs = tuple(
        JudgedBy(name=name, title_zh="", title_en="", status="reference", status_zh="", status_en="", is_scoring=is_scoring)
        for name, is_scoring in (("xiamen", True), ("crc-2020", False))
    )
    return Report(outcomes=outcomes, indicators=(), assumptions=(), packs=packs)


def score(reached: int, judged: int, of: int) -> tuple[Score, ...]:
    return (Score(pack="xiamen", group="六有", reached=reached, judged=judged, of=of),)


def test_an_indicator_is_reached_when_all_its_judged_parts_pass():
    parts = (outcome("XM-6.1.a", Verdict.PASS), outcome("XM-6.1.b", Verdict.PASS), outcome("XM-6.1.h", Verdict.MANUAL))
    assert scores_of(report(*parts)) == score(1, 1, 1)


def test_one_part_that_fails_loses_the_indicator():
    assert scores_of(report(outcome("XM-6.1.a", Verdict.PASS), outcome("XM-6.1.b", Verdict.FAIL))) == score(0, 1, 1)


def test_what_a_person_must_look_at_is_counted_but_not_judged():
    assert scores_of(report(outcome("XM-6.1.a", Verdict.PASS), outcome("XM-6.2", Verdict.MANUAL))) == score(1, 1, 2)


def test_a_blocked_part_leaves_the_indicator_unjudged():
    assert scores_of(report(outcome("XM-6.3.a", Verdict.BLOCKED), outcome("XM-6.3.b", Verdict.PASS))) == score(0, 0, 1)


def test_a_part_that_does_not_apply_does_not_count():
    both = (outcome("XM-6.2.a", Verdict.PASS), outcome("XM-6.2.b", Verdict.NOT_APPLICABLE))
    assert scores_of(report(*both)) == score(1, 1, 1)


def test_only_scoring_packs_score():
    assert scores_of(report(outcome("CRC-01.count", Verdict.PASS, pack="crc-2020"))) == ()


def test_both_reports_print_the_score():
    made = report(outcome("XM-6.1", Verdict.PASS), outcome("XM-6.2", Verdict.FAIL), outcome("XM-1", Verdict.MANUAL, "一公约"))
    assert json.loads(report_json(made, {}))["scores"] == [
        {"pack": "xiamen", "group": "六有", "reached": 1, "judged": 2, "of": 2},
        {"pack": "xiamen", "group": "一公约", "reached": 0, "judged": 0, "of": 1},
    ]
    assert "xiamen: 六有 1/2 (2) · 一公约 0/0 (1)" in report_text(made, "en")
