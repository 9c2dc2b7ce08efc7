"""The workbook: hand sums stand in its cells, and nothing that a file says can run."""

import zipfile
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.limit import Demand, Limit
from layoutgen.model.plan import Plan
from layoutgen.model.report import CommunityReport, Confidence, Finding, Force, Outcome, Report, Verdict
from layoutgen.reports.xlsx.schedule import schedule_tables
from layoutgen.reports.xlsx.table import FIRST, Table, said
from layoutgen.reports.xlsx.workbook import write_workbook
from tests.drawings.hand_made import make_plan

EMPTY = Report(outcomes=(), indicators=(), assumptions=())
BAND = Limit(demand=Demand.BETWEEN, low=2.0, high=10.0, unit="m")


def outcome(clause: str, verdict: Verdict, measured: float, limit: Limit = BAND) -> Outcome:
    return Outcome(
        clause=clause,
        pack="ours",
        force=Force.MUST,
        decides=True,
        may_block=False,
        verdict=verdict,
        findings=(Finding(subjects=("A", "B"), measured=measured, limit=limit),),
        source="",
        confidence=Confidence.OWN,
        method="",
        says_zh="二至十米",
        says_en="Two to ten metres",
    )


def tables(plan: Plan, report: Report = EMPTY) -> dict[str, Table]:
    return {table.name: table for table in schedule_tables(plan, report)}


def value(table: Table, name: str, key: str, by: int = 0) -> float | str:
    """Cell of the line that a name begins."""
    at = [column.key for column in table.columns].index(key)
    return next(row[at].value for row in table.rows if row[by].value == name)


# 54 m x 13.2 m = 712.8 m2; six storeys; four dwellings a storey, 3.2 persons each: 24 dwellings, 76.8 people.
def test_a_building_is_footprint_times_storeys_and_its_dwellings_times_the_household() -> None:
    buildings = tables(make_plan())["楼栋"]
    assert value(buildings, "K1-00", "floor") == pytest.approx(4276.8)
    assert value(buildings, "K1-00", "people") == pytest.approx(76.8)
    assert value(buildings, "K1-00", "mean") == pytest.approx(178.2)
    assert value(buildings, "合计", "floor") == pytest.approx(712.8 * 153 + 7476.0)


# One basement below each of eight houses, and the garage of 200 m x 240 m.
def test_below_ground_are_the_garage_and_the_basements() -> None:
    indicators = tables(make_plan())["技术经济指标"]
    assert value(indicators, "地下建筑面积（不计容）", "here", by=1) == pytest.approx(712.8 * 8 + 48000.0)
    assert value(indicators, "总建筑面积", "here", by=1) == pytest.approx(712.8 * 153 + 7476.0 + 712.8 * 8 + 48000.0)


# 420 labelled, 200 m x 240 m hold 1 600; a label of 5 000 proves nothing.
def test_a_garage_counts_no_more_stalls_than_its_outline_holds() -> None:
    plan = make_plan()
    assert value(tables(plan)["停车"], "G-garage-1", "stalls") == 420.0
    grounds = tuple(
        replace(ground, tags=(("levels", "1"), ("stalls", "5000"))) if ground.id == "G-garage-1" else ground
        for ground in plan.grounds
    )
    assert value(tables(replace(plan, grounds=grounds))["停车"], "G-garage-1", "stalls") == 1600.0


# The same house drawn twice: 712.8 m2 of ground lie under two footprints and count once.
def test_ground_under_two_footprints_counts_once() -> None:
    plan = make_plan()
    twin = replace(next(b for b in plan.buildings if b.id == "K1-00"), id="K1-99")
    before = value(tables(plan)["技术经济指标"], "建筑基底面积", "here", by=1)
    after = value(tables(replace(plan, buildings=(*plan.buildings, twin)))["技术经济指标"], "建筑基底面积", "here", by=1)
    assert before == pytest.approx(712.8 * 8 + 960 + 900 + 720 + 48 + 300 + 108)
    assert after == pytest.approx(before)


# Of 2…10 m, 3 m is 1 m inside and 12 m is 2 m outside.
def test_a_margin_is_the_distance_inside_the_nearer_bound() -> None:
    report = replace(EMPTY, outcomes=(outcome("X-1", Verdict.PASS, 3.0), outcome("X-2", Verdict.FAIL, 12.0)))
    clauses = tables(make_plan(), report)["条文"]
    assert value(clauses, "X-1", "margin") == pytest.approx(1.0)
    assert value(clauses, "X-2", "margin") == pytest.approx(-2.0)
    indicators = tables(make_plan(), report)["技术经济指标"]
    assert value(indicators, "条文：不通过", "here", by=1) == 1.0
    assert value(indicators, "条文：通过", "here", by=1) == 1.0


def test_what_is_no_number_or_has_no_end_is_told_in_words() -> None:
    endless = outcome("X-3", Verdict.FAIL, float("inf"))
    clauses = tables(make_plan(), replace(EMPTY, outcomes=(endless,)))["条文"]
    assert value(clauses, "X-3", "measured") == "∞"
    assert value(clauses, "X-3", "margin") == ""


# Two communities with a toilet of 48 m2 each: each line of the list has its own, the sum of both is 96 m2.
def test_a_line_of_the_list_sums_only_what_it_lists() -> None:
    plan = make_plan()
    toilet = next(facility for facility in plan.facilities if facility.id == "F-toilet-1")
    twin = replace(toilet, id="F-toilet-2")
    listed = FacilityLine(
        kind="toilet", ids=("F-toilet-1",), floor_area_m2=48.0, land_m2=0.0, clause="", owner="", handover="", standalone=""
    )
    report = replace(EMPTY, facilities=(listed, replace(listed, ids=("F-toilet-2",))))
    made = tables(replace(plan, facilities=(*plan.facilities, twin)), report)
    floors = [row[[column.key for column in made["配套设施"].columns].index("floor")].value for row in made["配套设施"].rows]
    assert floors == pytest.approx([48.0, 48.0, 96.0])
    assert value(made["配套设施"], "1", "community") == "C1"
    assert value(made["配套设施"], "1", "per_1000") == pytest.approx(20.0)  # for the 2 400 people of the community


def test_each_community_of_a_divided_site_has_its_line_and_an_undivided_one_no_such_sheet() -> None:
    failing = replace(EMPTY, outcomes=(outcome("X-2", Verdict.FAIL, 12.0),), indicators=(("far", 1.25), ("households", 900.0)))
    both = (CommunityReport(id="C1", people=6000, report=EMPTY), CommunityReport(id="C2", people=5500, report=failing))
    communities = tables(make_plan(), replace(EMPTY, communities=both))["社区"]
    assert value(communities, "C1", "verdict") == "通过"
    assert value(communities, "C2", "verdict") == "不通过"
    assert value(communities, "C2", "failed") == "X-2"
    assert value(communities, "C2", "far") == 1.25
    assert "社区" not in tables(make_plan())


HOSTILE = (
    '=HYPERLINK("http://evil.example","x")',
    "=cmd|'/c calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1+1",
    "\x00=1+1",
    "\u202e=1+1",
    "<script>alert(1)</script>",
    "http://evil.example",
    "_x003D_1+1",
    "'; DROP",
    "\ud800",
    "长" * 40000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_text_from_a_file_stays_text(text: str, tmp_path: Path) -> None:
    plan = make_plan()
    facts = replace(plan.facts, site_file=text)
    buildings = tuple(replace(b, id=text) if b.id == "K1-00" else b for b in plan.buildings)
    blocks = tuple(replace(block, id=text) for block in plan.blocks)
    made = schedule_tables(replace(plan, facts=facts, buildings=buildings, blocks=blocks), EMPTY)
    write_workbook(made, tmp_path / "schedule.xlsx")
    book = openpyxl.load_workbook(tmp_path / "schedule.xlsx")
    ours = {cell.formula for table in made for row in table.rows for cell in row if cell.formula}
    for sheet in book:
        assert not sheet._hyperlinks
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f" or cell.value in ours
                assert cell.data_type == "f" or not str(cell.value).startswith(("=", "+", "-", "@"))
    with zipfile.ZipFile(tmp_path / "schedule.xlsx") as archive:
        assert not [name for name in archive.namelist() if "external" in name or "vba" in name or name.endswith(".bin")]
    assert {table.name: table for table in made}["街坊"].rows[0][3].value == pytest.approx(712.8 * 153)


def test_an_id_of_stars_and_signs_is_only_a_name() -> None:
    plan = make_plan()
    second = replace(plan.blocks[0], id="*", outline=plan.lots[0].outline)
    blocks = tables(replace(plan, blocks=(second, *plan.blocks)))["街坊"]
    assert blocks.rows[0][0].value == "*"
    assert blocks.rows[0][3].value == 0.0


def test_a_word_like_a_formula_is_quoted_and_an_end_of_line_is_a_space() -> None:
    assert said("=1+1").value == "'=1+1"
    assert said("a\r\nb").value == "a  b"


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one.xlsx", "two.xlsx"):
        write_workbook(schedule_tables(make_plan(), EMPTY), tmp_path / name)
    assert (tmp_path / "one.xlsx").read_bytes() == (tmp_path / "two.xlsx").read_bytes()


def test_every_sheet_has_its_heads_in_two_languages_where_its_lines_begin(tmp_path: Path) -> None:
    write_workbook(schedule_tables(make_plan(), EMPTY), tmp_path / "schedule.xlsx")
    for sheet in openpyxl.load_workbook(tmp_path / "schedule.xlsx"):
        assert all(cell.value for cell in (*sheet[FIRST - 2], *sheet[FIRST - 1]))
        assert sheet.freeze_panes == f"B{FIRST}"
