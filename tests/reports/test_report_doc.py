"""docs/report.md names every field that a report has."""

import json
from collections.abc import Iterator
from pathlib import Path

from layoutgen.model.report import Report
from layoutgen.model.snapshot import snapshot_of
from layoutgen.model.waiver import Waiver
from layoutgen.reports.against import changes_between
from layoutgen.reports.against_text import changes_json
from layoutgen.reports.report_json import report_json
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import check_plan
from layoutgen.validator.waived import lay_waivers
from tests.drawings.hand_made import make_plan

PAGE = Path(__file__).parents[2] / "docs" / "report.md"


def keys(report: Report) -> Iterator[str]:
    table = json.loads(
        report_json(report, {}, {"against": changes_json(changes_between(snapshot_of(report), snapshot_of(report)))})
    )
    yield from table
    yield from table["counts"]
    yield from table["against"]
    for outcome in table["outcomes"]:
        yield from outcome
        for finding in (outcome["worst"], *outcome["subjects"], *outcome["near_misses"]):
            yield from finding or ()
    for waiver in table["waivers"]:
        yield from waiver


def test_every_field_of_a_report_stands_on_its_page():
    plan = make_plan()
    signed = (Waiver(clause="FIRE-18", reason="agreed", by="Zhang", until="2027-12-31"),)
    report = lay_waivers(check_plan(plan, load_standard(("drawing", "fire"))), plan, signed, "2026-01-01")
    text = PAGE.read_text(encoding="utf-8")
    assert sorted({key for key in keys(report) if f"`{key}`" not in text}) == []
