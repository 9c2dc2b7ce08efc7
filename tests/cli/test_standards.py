"""`layoutgen standards`: packs listed, shown and compared; any name of the law, and any number of a drawing, explained."""

import json

import pytest

from layoutgen.indicators.table import indicator_table
from layoutgen.standards.indicators import indicator_of
from layoutgen.standards.load import pack_names
from tests.drawings.hand_made import FACTS
from tests.validator.plan_from_case import plan_from_case


def test_the_list_names_every_pack_with_its_counts(run):
    listed = json.loads(run("standards", "list", "--format", "json").stdout)
    assert [pack["name"] for pack in listed["packs"]] == list(pack_names())
    for pack in [*listed["packs"], listed["total"]]:
        for group in ("by_force", "by_verdict_kind", "by_basis", "by_confidence"):
            assert sum(pack[group].values()) == pack["clauses"]
    text = run("standards", "list", "--lang", "zh").stdout
    assert all(pack["title_zh"] in text for pack in listed["packs"])


def test_a_pack_is_shown_clause_by_clause(run):
    text = run("standards", "show", "crc-2020", "--lang", "en").stdout
    assert "CRC-02.gfa" in text
    assert ">= 2200 m2 · must · decides · new and existing · primary" in text
    table = run("standards", "show", "gb-50180", "--format", "markdown", "--lang", "zh").stdout
    assert "| high1 | II_VI | ≤ 2.6 |" in table  # table 4.0.2
    shown = json.loads(run("standards", "show", "fire", "--format", "json").stdout)
    lane = next(clause for clause in shown["clauses"] if clause["id"] == "FIRE-08")
    assert (lane["figure"], lane["measure"]) == (">= 4 m", "fire.lane_width")


def test_a_clause_tells_its_source_and_why_it_decides(run):
    text = run("standards", "explain", "crc-06.gfa", "--lang", "en").stdout
    for words in (">= 300 m2", "annex, row 6", "decides: a `must`", "facility.floor_area of supermarket (measured)"):
        assert words in text
    manual = run("standards", "explain", "CRC-17", "--lang", "en").stdout
    assert "why no plan shows it" in manual
    assert "look at" in manual


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("facility.floor_area", "measure"),
        ("nursery", "kind"),
        ("托儿所", "kind"),
        ("children_per_1000", "parameter"),
        ("far_max", "condition"),
        ("COND.far", "condition"),
        ("F-14", "trap"),
        ("net_far", "indicator"),
        ("lot_garden_m2", "indicator"),
        ("K3.density", "indicator"),
        ("household_size", "indicator"),
    ],
)
def test_other_names_are_explained_too(run, name, sort):
    told = json.loads(run("standards", "explain", name, "--format", "json").stdout)
    assert told["explanations"][0]["sort"] == sort


def test_one_word_may_be_a_parameter_and_an_indicator(run):
    told = json.loads(run("standards", "explain", "stalls_per_household", "--format", "json").stdout)
    assert [one["sort"] for one in told["explanations"]] == ["parameter", "indicator"]


def test_an_unknown_name_gives_near_ones(run):
    done = run("standards", "explain", "CRC-06.gva")
    assert done.returncode == 2
    assert "near: CRC-06.gfa" in done.stderr


def test_wrong_packs_formats_and_languages_are_refused(run):
    for words in (("show", "crc-2019"), ("compare", "fire", "fire"), ("list", "--format", "xml"), ("list", "--lang", "fr")):
        done = run("standards", *words)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


def test_two_packs_are_compared(run):
    compared = json.loads(run("standards", "compare", "pilot-2022", "jiyuan-2026", "--format", "json").stdout)
    pair = compared["pairs"][0]
    assert (pair["first"]["figure"], pair["second"]["figure"]) == (">= 30 m2/100 households", ">= 20 m2/100 households")
    assert pair["stricter"] == "first"
    assert run("standards", "compare", "pilot-2022", "jiyuan-2026", "--lang", "zh").stdout.startswith(
        "pilot-2022 | jiyuan-2026"
    )


def test_a_drawing_shows_what_was_measured(run, generated):
    drawing = str(generated / "plan.dxf")
    report = json.loads((generated / "report.json").read_text(encoding="utf-8"))
    told = json.loads(run("standards", "explain", "CRC-06.gfa", "--drawing", drawing, "--format", "json").stdout)
    (outcome,) = told["explanations"][0]["outcomes"]
    assert outcome == next(o for o in report["outcomes"] if o["clause"] == "CRC-06.gfa")
    text = run("standards", "explain", "green_ratio", "--drawing", drawing, "--lang", "en").stdout
    assert f"green_ratio: {report['indicators']['green_ratio']:g}" in text
    text = run("standards", "explain", "household_size", "--drawing", drawing, "--lang", "en").stdout
    assert "household_size: 3.2" in text
    text = run("standards", "explain", "parcels_per_person_day", "--drawing", drawing, "--lang", "zh").stdout
    assert "parcels_per_person_day: 0.35" in text


def test_a_kind_on_a_drawing_tells_its_areas_its_things_and_the_clause_that_sets_its_size(run, generated):
    report = json.loads((generated / "report.json").read_text(encoding="utf-8"))
    area = next(o for o in report["outcomes"] if o["clause"] == "CRC-02.gfa")["measured"]
    text = run("standards", "explain", "kindergarten", "--drawing", str(generated / "plan.dxf"), "--lang", "en").stdout
    assert f"floor area {round(area, 2):g} m2" in text
    assert "governing clause CRC-02.gfa" in text  # six classes for 5 000 people
    assert "F-kindergarten-1: " in text


def test_a_thing_drawn_tells_its_label_and_every_clause_that_judged_it(run, generated):
    drawing = str(generated / "plan.dxf")
    text = run("standards", "explain", "F-nursery-1", "--drawing", drawing, "--lang", "en").stdout
    assert "F-nursery-1  (thing on the drawing)" in text
    assert "[pass] CRC-03.gfa" in text
    done = run("standards", "explain", "F-nursery-11", "--drawing", drawing)
    assert done.returncode == 2
    assert "F-nursery-1" in done.stderr


def test_every_indicator_of_a_report_is_explained():
    plan = plan_from_case({"block": [{"box": [0, 0, 100, 100]}], "facts": {"people": FACTS.people}})
    unknown = [name for name, _ in indicator_table(plan) if indicator_of(name) is None]
    assert unknown == ["site_file", "site_sha256"], "an indicator without its row in standards/data/indicators.toml"


@pytest.mark.parametrize("encoding", ["ascii", "gbk"])
def test_no_console_encoding_stops_an_explanation(run, encoding):
    for words in (("list", "--lang", "zh"), ("explain", "GB180-4.0.2.far", "--lang", "zh"), ("show", "crc-2020")):
        done = run("standards", *words, PYTHONIOENCODING=encoding)
        assert done.returncode == 0, done.stderr
