"""Totals are the same wherever they are told, counted here anew from each file; with waivers too, whatever they say."""

import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import openpyxl
import pytest

from layoutgen.drawings.compose import compose
from layoutgen.model.count_words import COUNT_WORDS, COUNTS_ZH
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.model.waiver import Waiver
from layoutgen.reports.html.dossier import Dossier
from layoutgen.reports.html.page import report_html
from layoutgen.reports.report_json import report_json
from layoutgen.reports.report_text import report_text
from layoutgen.reports.sarif import sarif_text
from layoutgen.reports.xlsx.schedule import schedule_tables
from layoutgen.reports.xlsx.workbook import write_workbook
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import check_plan
from layoutgen.validator.waived import lay_waivers
from tests.drawings.hand_made import make_plan

PACKS = ("drawing", "crc-2020", "fire", "parking")
GIVEN = {"drawing": "总图 1#.dxf", "sha256": "00ff"}
HOSTILE = '=HYPERLINK("x")</script><img src=x onerror=1>\x1b[2J\u202e {0} %s'
HEADS = {word: name for name, word in COUNTS_ZH.items()}
UNDIVIDED = replace(make_plan(), communities=())
PLANS = {
    "divided": make_plan(),
    "undivided": UNDIVIDED,
    "without a building": replace(UNDIVIDED, buildings=(), facilities=(), windows=()),
    "a red line only": Plan(facts=UNDIVIDED.facts, boundary=UNDIVIDED.boundary),
}
SIGNED = {
    "nobody": (),
    "some": (
        Waiver(clause="FIRE-18", reason="agreed", by="Zhang", until="2027-12-31"),
        Waiver(clause="CRC-02.land", reason=HOSTILE, by=HOSTILE, until="2027-12-31"),
        Waiver(clause="FIRE-01", reason="one wall", by="Li", until="2027-12-31", things=("K1-00",)),
        Waiver(clause="PARK-01.width", reason="too late", by="Wu", until="2020-12-31"),
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A judged plan, by which law, and as text of every kind."""

    plan: Plan
    report: Report
    html: str
    workbook: Path


@pytest.fixture(scope="module", params=[(plan, who) for plan in PLANS for who in SIGNED], ids=" - ".join)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    name, who = request.param
    plan, standard = PLANS[name], load_standard(PACKS)
    report = lay_waivers(check_plan(plan, standard), plan, SIGNED[who], "2026-11-26")
    sheet = compose(plan, report.facilities)
    dossier = Dossier(plan=plan, report=report, given=GIVEN, standard=standard, sheet=sheet)
    workbook = tmp_path_factory.mktemp("totals") / "schedule.xlsx"
    write_workbook(schedule_tables(plan, report), workbook)
    return Told(plan=plan, report=report, html=report_html(dossier), workbook=workbook)


def filled(counts: Counter[str]) -> dict[str, int]:
    return {name: counts[name] for name in COUNT_WORDS}


class Rows(HTMLParser):
    """States of the rows of clauses, and the figures of the filters."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.states: Counter[str] = Counter()
        self.filters: dict[str, int] = {}
        self._filter = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag == "tr" and said.get("data-state"):
            self.states[str(said["data-state"])] += 1
        if said.get("data-filter"):
            self._filter = str(said["data-filter"])

    def handle_data(self, data: str) -> None:
        if self._filter and data.strip().isdecimal():
            self.filters[self._filter] = int(data)
            self._filter = ""


def from_json(told: Told) -> tuple[dict[str, int], dict[str, int]]:
    """Counts as told, and as its outcomes give them: by the verdict, what decides and what is waived."""
    table = json.loads(report_json(told.report, GIVEN))
    found: Counter[str] = Counter()
    for row in table["outcomes"]:
        is_advice = row["verdict"] == "fail" and not row["decides"]
        found["waived" if row["waivers"] else "advice" if is_advice else row["verdict"]] += 1
    return table["counts"], filled(found)


def from_text(told: Told, lang: str) -> dict[str, int]:
    line = report_text(told.report, lang).splitlines()[0]
    words = {name: said.text(lang) for name, said in COUNT_WORDS.items()}
    found = {name: re.search(rf"(?:^|[ ·]) ?{word} (\d+)(?: ·|$)", line) for name, word in words.items()}
    return {name: int(match[1]) if match else 0 for name, match in found.items()}


def from_workbook(told: Told) -> dict[str, int]:
    sheet = openpyxl.load_workbook(told.workbook, data_only=True)["条文"]
    heads = next(row for row in sheet.iter_rows(values_only=True) if "结论" in row)
    column = heads.index("结论")
    return filled(Counter(HEADS[row[column]] for row in sheet.iter_rows(values_only=True) if row[column] in HEADS))


def from_sarif(told: Told) -> dict[str, int]:
    (run,) = json.loads(sarif_text(told.report, GIVEN, {}, "zh"))["runs"]
    by_rule = {result["ruleId"]: result["properties"]["counts_as"] for result in run["results"]}
    return filled(Counter(by_rule.values()))


def test_totals_are_equal_in_text_json_page_workbook_and_sarif(told: Told) -> None:
    counts = dict(told.report.counts())
    page = Rows(told.html)
    assert sum(counts.values()) == len(told.report.outcomes)
    assert from_json(told) == (counts, counts)
    assert from_text(told, "en") == counts
    assert from_text(told, "zh") == counts
    assert filled(page.states) == counts
    assert {name: page.filters.get(name, 0) for name in COUNT_WORDS} == counts
    assert from_workbook(told) == counts
    assert from_sarif(told) == counts


def test_the_verdict_is_the_same_everywhere(told: Told) -> None:
    verdict = told.report.verdict.value
    (run,) = json.loads(sarif_text(told.report, GIVEN, {}, "en"))["runs"]
    assert json.loads(report_json(told.report, GIVEN))["verdict"] == verdict
    assert run["properties"]["verdict"] == verdict
    assert report_text(told.report, "en").startswith(f"Verdict: {verdict} ")
    assert '<p class="result"' in told.html
    assert re.search(rf'<p class="result">.*?<span class="chip {verdict}">', told.html)


def test_near_misses_are_the_same_clauses_everywhere(told: Told) -> None:
    near = {outcome.clause for outcome in told.report.outcomes if outcome.near_misses}
    table = json.loads(report_json(told.report, GIVEN))
    assert {row["clause"] for row in table["outcomes"] if row["near"]} == near
    assert set(re.findall(r'data-clause="([^"]+)" data-state="[^"]+" data-near', told.html)) == near
    assert set(re.findall(r"\[near\] (\S+)", report_text(told.report, "en", near=True))) == near


def test_words_of_a_waiver_run_nowhere(told: Told) -> None:
    texts = [report_text(told.report, lang) for lang in ("en", "zh")]
    texts += [sarif_text(told.report, GIVEN, {}, "en"), told.html]
    assert not [text for text in texts if "\x1b" in text or "\u202e" in text]
    assert "<img" not in told.html
    for sheet in openpyxl.load_workbook(told.workbook):
        assert not [c.value for row in sheet.iter_rows() for c in row if c.data_type == "f" and "HYPERLINK" in str(c.value)]
