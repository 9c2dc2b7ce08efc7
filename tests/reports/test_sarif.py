"""SARIF 2.1.0: the rules of its standard that a report can break, held one by one; the numbers are those of its sections."""

import json
from dataclasses import replace

import pytest

from layoutgen.model.report import Report
from layoutgen.model.snapshot import snapshot_of
from layoutgen.model.waiver import Waiver
from layoutgen.reports.against import changes_between
from layoutgen.reports.sarif import sarif_text
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import check_plan
from layoutgen.validator.waived import lay_waivers
from tests.drawings.hand_made import make_plan

GIVEN = {"drawing": "总图 1#.dxf", "sha256": "a" * 64}
KINDS = {"notApplicable", "pass", "fail", "review", "open", "informational"}
LEVELS = {"none", "note", "warning", "error"}
PLAN = make_plan()


@pytest.fixture(scope="module")
def report() -> Report:
    signed = (Waiver(clause="FIRE-18", reason="agreed", by="Zhang", until="2027-12-31"),)
    return lay_waivers(check_plan(PLAN, load_standard(("drawing", "crc-2020", "fire"))), PLAN, signed, "")


@pytest.fixture(scope="module")
def log(report: Report) -> dict[str, object]:
    return json.loads(sarif_text(report, GIVEN, {"K1-00": ("2F", "30")}, "en"))


@pytest.fixture(scope="module")
def run(log):
    (only,) = log["runs"]
    return only


def test_it_says_its_version_and_its_schema(log):
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"  # 3.13.2
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")


def test_every_result_points_to_its_rule_by_place_and_by_name(run):
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules)  # 3.49.3
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]  # 3.27.6
        assert result["message"]["text"]  # 3.11.8


def test_only_a_fail_has_a_level(run):
    assert {result["kind"] for result in run["results"]} <= KINDS  # 3.27.9
    for result in run["results"]:
        assert result["level"] in LEVELS
        assert (result["level"] == "none") == (result["kind"] != "fail"), result["ruleId"]  # 3.27.10


def test_the_drawing_is_named_by_a_uri_and_its_hash(run):
    (artifact,) = run["artifacts"]
    assert artifact["location"]["uri"] == "%E6%80%BB%E5%9B%BE%201%23.dxf"  # 3.4.3: a valid URI reference
    assert artifact["hashes"] == {"sha-256": "a" * 64}  # 3.24.11
    for result in run["results"]:
        (location,) = result["locations"]
        assert location["physicalLocation"]["artifactLocation"] == {"uri": artifact["location"]["uri"], "index": 0}


def test_a_finding_has_its_fingerprint_its_things_and_where_they_are_in_the_file(run, report):
    found = {f.fingerprint: f for o in report.outcomes for f in o.findings}
    told = [result for result in run["results"] if "fingerprints" in result]
    assert told
    for result in told:
        finding = found[result["fingerprints"]["layoutgen/v1"]]
        (location,) = result["locations"]
        assert tuple(one["name"] for one in location["logicalLocations"]) == finding.subjects  # 3.33.4
        assert result["properties"]["handles"] == (["2F", "30"] if "K1-00" in finding.subjects else [])
        assert result["properties"]["at"] == (list(finding.at) if finding.at else None)


def test_a_waiver_is_a_suppression_that_was_accepted(run, report):
    waived = [f.fingerprint for o in report.outcomes for f in o.findings if f.waiver]
    assert waived
    suppressed = [result for result in run["results"] if "suppressions" in result]
    assert sorted(result["fingerprints"]["layoutgen/v1"] for result in suppressed) == sorted(waived)
    for result in suppressed:
        (one,) = result["suppressions"]
        assert (one["kind"], one["status"]) == ("external", "accepted")  # 3.35.2, 3.35.3
        assert "Zhang" in one["justification"]
        assert result["kind"] == "fail"


def test_against_an_earlier_report_every_result_says_what_it_is_to_it_and_what_is_mended_is_absent(report):
    """Three breaches of one clause: before, one was not there, one was worse, one as now, and another is mended since."""
    place, clause = next(
        (n, o) for n, o in enumerate(report.outcomes) if sum(not f.passed and not f.blocked for f in o.findings) > 2
    )
    new, worse, same = [f for f in clause.findings if not f.passed and not f.blocked][:3]
    mended = replace(next(f for f in (*clause.findings, same) if f is not new), subjects=new.subjects, fingerprint="f" * 16)
    assert isinstance(worse.measured, float)
    left = tuple(f for f in clause.findings if f not in (new, worse))
    before = replace(
        clause, findings=(*left, replace(worse, measured=worse.measured - 1.0), replace(mended, measured=same.measured))
    )
    old = replace(report, outcomes=(*report.outcomes[:place], before, *report.outcomes[place + 2 :]))
    changes = changes_between(snapshot_of(old), snapshot_of(report))
    (run,) = json.loads(sarif_text(report, GIVEN, {}, "en", changes))["runs"]
    assert all("baselineState" in result for result in run["results"])  # 3.27.24: all or none
    told = {
        result["fingerprints"]["layoutgen/v1"]: result["baselineState"]
        for result in run["results"]
        if result["ruleId"] == clause.clause
    }
    assert told[new.fingerprint] == "new"
    assert told[worse.fingerprint] == "updated"
    assert told[same.fingerprint] == "unchanged"
    assert told["f" * 16] == "absent"
    added = report.outcomes[place + 1].clause
    assert {result["baselineState"] for result in run["results"] if result["ruleId"] == added} == {"new"}
    others = [result for result in run["results"] if result["ruleId"] not in (clause.clause, added)]
    assert {result["baselineState"] for result in others} == {"unchanged"}


def test_a_report_of_nothing_is_still_a_log():
    empty = replace(Report(outcomes=(), indicators=(), assumptions=()))
    (only,) = json.loads(sarif_text(empty, {}, {}, "zh"))["runs"]
    assert (only["results"], only["language"]) == ([], "zh-CN")
