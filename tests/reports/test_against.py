"""A judgement held against an earlier one; the cases are worked out by hand."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from layoutgen.errors import InputError
from layoutgen.inputs.old_report import read_old_report
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.model.snapshot import SeenFinding, SeenOutcome, Snapshot, snapshot_of
from layoutgen.reports.against import changes_between
from layoutgen.reports.against_text import changes_json, changes_text
from layoutgen.reports.report_json import report_json
from layoutgen.sentence import Sentence
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import check_plan
from tests.drawings.hand_made import make_plan

PACKS = ("drawing", "fire", "parking", "crc-2020")


def seen(code: str, *, state: str = "fail", measured: float = 10.0, margin: float = -3.0, ids: tuple[str, ...] = ("K1-01",)):
    return SeenFinding(fingerprint=code, ids=ids, state=state, measured=measured, limit=">= 13", margin=margin, note="")


def judged(*findings: SeenFinding, state: str = "fail", clause: str = "GAP") -> Snapshot:
    outcome = SeenOutcome(
        clause=clause,
        state=state,
        says=Sentence(en="gap", zh="间距"),
        measured=findings[0].measured if findings else None,
        unit="m",
        findings=findings,
    )
    return Snapshot(verdict=state, drawing="plan.dxf", sha256="", outcomes={clause: outcome})


def change(before: SeenFinding | None, after: SeenFinding | None, *others: SeenFinding) -> list[str]:
    old = judged(*([before] if before else []))
    new = judged(*([after] if after else []), *others)
    return [one.change for one in changes_between(old, new).findings]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (seen("a"), seen("a"), "unchanged"),
        (seen("a"), seen("a", measured=9.0, margin=-4.0), "worse"),
        (seen("a"), seen("a", measured=12.0, margin=-1.0), "better"),
        (seen("a"), seen("a", margin=-3.0001), "unchanged"),  # the last decimal of a rounded figure
        (seen("a"), seen("a", state="near", measured=13.0, margin=0.0), "mended"),
        (seen("a"), seen("a", state="pass", measured=20.0, margin=7.0), "mended"),
        (seen("a", state="blocked"), seen("a"), "worse"),
        (seen("a"), seen("a", state="blocked"), "better"),
        (None, seen("a"), "new"),
        (seen("a", state="near"), seen("a"), "new"),
        (seen("a"), None, "gone"),
    ],
)
def test_what_became_of_a_finding(before, after, said):
    assert change(before, after) == [said]


def test_what_is_no_longer_not_met_while_its_things_still_stand_is_mended():
    pair = seen("a", ids=("K1-01", "K1-02"))
    still = (seen("b", state="pass", ids=("K1-01",)), seen("c", state="pass", ids=("K1-02",)))
    assert change(pair, None, *still) == ["mended"]
    assert change(pair, None, still[0]) == ["gone"]


def test_clauses_that_only_one_of_both_judges_are_named_and_not_compared():
    changes = changes_between(judged(seen("a"), clause="OLD"), judged(seen("b"), clause="NEW"))
    assert (changes.anew, changes.left_out, changes.findings, changes.verdicts) == (("NEW",), ("OLD",), (), ())


def test_a_figure_that_changed_without_the_verdict_is_told_apart():
    changes = changes_between(
        judged(seen("a", state="pass", measured=20.0), state="pass"),
        judged(seen("a", state="pass", measured=19.0), state="pass"),
    )
    assert [one.clause for one in changes.figures] == ["GAP"]
    assert changes.verdicts == ()


def test_a_report_without_fingerprints_is_compared_by_clauses_only():
    changes = changes_between(judged(seen("")), judged(seen("a"), state="pass"))
    assert not changes.is_known_again
    assert changes.findings == ()
    assert "no fingerprints" in changes_text(changes, "en")
    assert "[fail -> pass] GAP" in changes_text(changes, "en")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return replace(make_plan(), communities=())


@pytest.fixture(scope="module")
def report(plan: Plan) -> Report:
    return check_plan(plan, load_standard(PACKS))


def test_a_report_read_back_has_changed_in_nothing(report, tmp_path: Path):
    old = tmp_path / "report.json"
    old.write_text(report_json(report, {"drawing": "plan.dxf", "sha256": "00ff"}), encoding="utf-8")
    changes = changes_between(read_old_report(old), snapshot_of(report, "plan.dxf", "00ff"))
    assert (changes.verdicts, changes.figures, changes.anew, changes.left_out) == ((), (), (), ())
    assert {one.change for one in changes.findings} == {"unchanged"}
    assert changes.count("unchanged") == sum(not f.passed for o in report.outcomes for f in o.findings)
    assert "the very same file" in changes_text(changes, "en")
    assert json.loads(json.dumps(changes_json(changes)))["counts"]["unchanged"] == changes.count("unchanged")


def test_a_stall_taken_onto_a_fire_ground_is_what_is_new(plan, report):
    ground = next(one for one in plan.grounds if one.kind.value == "fire_ground")
    west, south, _, _ = ground.outline.bounds
    stall = plan.stalls[0]
    onto = [(west + x, south + y) for x, y in ((1.0, 1.0), (3.5, 1.0), (3.5, 6.0), (1.0, 6.0))]
    parked = replace(stall, outline=type(stall.outline)(onto))
    after = check_plan(replace(plan, stalls=(parked, *plan.stalls[1:])), load_standard(PACKS))
    changes = changes_between(snapshot_of(report), snapshot_of(after))
    new = {one.clause for one in changes.findings if one.change == "new"}
    assert "FIRE-13" in {one.clause for one in changes.findings if one.change in ("new", "worse")}
    assert all(
        stall.id in one.now.ids for one in changes.findings if one.change == "new" and one.clause == "FIRE-09" and one.now
    )
    assert "CRC-02.land" not in new


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not JSON"),
        ("[]", "list"),
        ('{"schema": "other/1"}', "other/1"),
        ('{"schema": "layoutgen-report/1"}', "NoneType"),
        ('{"schema": "layoutgen-report/1", "outcomes": [3]}', "int"),
        ('{"schema": "layoutgen-report/1", "outcomes": [{"clause": 3}]}', "no clause"),
        ('{"schema": "layoutgen-report/1", "outcomes": [{"clause": "a", "verdict": "fail", "subjects": 7}]}', "int"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_file_that_is_no_report_is_refused(text, said, tmp_path: Path):
    old = tmp_path / "old.json"
    old.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"report\.json of layoutgen") as error:
        read_old_report(old)
    assert said in str(error.value)


def test_words_of_an_old_report_cannot_move_the_console(tmp_path: Path):
    row = {"clause": "\x1b[2Jevil\n\u202e", "verdict": "fail", "says_en": "x" * 5000, "subjects": [], "near_misses": []}
    old = tmp_path / "old.json"
    old.write_text(json.dumps({"schema": "layoutgen-report/1", "outcomes": [row]}), encoding="utf-8")
    (outcome,) = read_old_report(old).outcomes.values()
    assert outcome.clause == "[2Jevil"
    assert len(outcome.says.en) <= 300
