"""The workbook in LibreOffice: computed anew it says what the report says, and a changed figure goes through all of it."""

import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from layoutgen.model.report import Report
from layoutgen.reports.xlsx.schedule import schedule_tables
from layoutgen.reports.xlsx.table import FIRST
from layoutgen.reports.xlsx.workbook import write_workbook
from tests.clients.conftest import Client, called
from tests.drawings.hand_made import make_plan

WRONG = "-987654.25"
ALWAYS_COMPUTE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def with_wrong_values(source: Path, target: Path) -> None:
    """A copy whose formulas all carry the same wrong value: what reads right has been computed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.startswith("xl/worksheets/"):
                text = re.sub(rb"(</f><v>)[^<]*", rb"\g<1>" + WRONG.encode(), text)
            new.writestr(name, text)


@cache
def opened(path: Path, *, are_computed: bool = True) -> openpyxl.Workbook:
    """A workbook with the values that stand in it, or with its formulas."""
    return openpyxl.load_workbook(path, data_only=are_computed)


def column(sheet: Worksheet, key: str) -> int:
    """Number of a column by its English head."""
    return next(cell.column for cell in sheet[FIRST - 1] if cell.value == key)


@pytest.fixture(scope="module")
def computed(generated: Path, client: Client, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both workbooks as LibreOffice computes them, in one run: the generated one, and the hand-made one changed by hand."""
    office = client("soffice")
    folder = tmp_path_factory.mktemp("office")
    with_wrong_values(generated / "schedule.xlsx", folder / "generated.xlsx")
    write_workbook(schedule_tables(make_plan(), Report(outcomes=(), indicators=(), assumptions=())), folder / "plain.xlsx")
    book = openpyxl.load_workbook(folder / "plain.xlsx")
    terms, buildings, parking = book["参数与假定"], book["楼栋"], book["停车"]
    terms.cell(FIRST + 1, column(terms, "value")).value = 3.0  # household size, 3.2 before
    home = next(row for row in range(FIRST, buildings.max_row) if buildings.cell(row, 1).value == "K1-00")
    buildings.cell(home, column(buildings, "storeys")).value = 16  # 6 before
    parking.cell(FIRST, column(parking, "on the label")).value = 2000  # 420 before
    book.save(folder / "changed.xlsx")
    (folder / "profile" / "user").mkdir(parents=True)
    (folder / "profile" / "user" / "registrymodifications.xcu").write_text(ALWAYS_COMPUTE, encoding="utf-8")
    words = (office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir")
    called((*words, folder / "computed", folder / "generated.xlsx", folder / "changed.xlsx"), folder=folder)
    return folder / "computed"


def numbers(path: Path, *, are_computed: bool) -> Iterator[tuple[str, str, float]]:
    """Sheet, cell and number of every formula's cell, or of every cell that holds a number."""
    for sheet in opened(path, are_computed=are_computed):
        for row in sheet.iter_rows(min_row=FIRST):
            for cell in row:
                if cell.value is not None:
                    yield sheet.title, cell.coordinate, cell.value


def test_every_formula_computed_anew_gives_the_value_that_it_carries(computed: Path, generated: Path) -> None:
    formulas = {
        at[:2] for at in numbers(generated / "schedule.xlsx", are_computed=False) if isinstance(at[2], str) and at[2][:1] == "="
    }
    carried = {at[:2]: at[2] for at in numbers(generated / "schedule.xlsx", are_computed=True)}
    anew = {at[:2]: at[2] for at in numbers(computed / "generated.xlsx", are_computed=True)}
    assert len(formulas) > 500
    assert {at: anew[at] for at in formulas} == pytest.approx({at: carried[at] for at in formulas}, rel=1e-9, abs=1e-9)


def test_what_it_computes_is_what_the_report_says(computed: Path, generated: Path) -> None:
    report = json.loads((generated / "report.json").read_text(encoding="utf-8"))
    sheet = opened(computed / "generated.xlsx")["技术经济指标"]
    value, key = column(sheet, "value"), column(sheet, "in report.json")
    here = {row[key - 1].value: row[value - 1].value for row in sheet.iter_rows(min_row=FIRST) if row[key - 1].value}
    assert {"far", "density", "green_ratio", "households", "people", "stalls", "stalls_per_household", "net_far"} <= set(here)
    for name, computed_value in here.items():
        assert computed_value == pytest.approx(report["indicators"][name], abs=0.0051 if "m2" in name else 0.00051), name


def test_its_blocks_facilities_and_clauses_are_the_reports(computed: Path, generated: Path) -> None:
    report = json.loads((generated / "report.json").read_text(encoding="utf-8"))
    book = opened(computed / "generated.xlsx")
    blocks, facilities, clauses = book["街坊"], book["配套设施"], book["条文"]
    for row in range(FIRST, blocks.max_row):
        name = blocks.cell(row, 1).value
        for head, key in (("FAR", "far"), ("density", "density"), ("average storeys", "average_storeys"), ("people", "people")):
            told = report["indicators"][f"{name}.{key}"]
            assert blocks.cell(row, column(blocks, head)).value == pytest.approx(told, abs=0.051 if key == "people" else 0.0051)
    for row, line in enumerate(report["facilities"], start=FIRST):
        assert facilities.cell(row, column(facilities, "kind")).value == line["kind"]
        assert facilities.cell(row, column(facilities, "floor area m2")).value == pytest.approx(
            line["floor_area_m2"], abs=0.0051
        )
    for row, outcome in enumerate(report["outcomes"], start=FIRST):
        assert clauses.cell(row, 1).value == outcome["clause"]
        margin = clauses.cell(row, column(clauses, "margin")).value
        if outcome["margin"] is not None:
            assert margin == pytest.approx(outcome["margin"], abs=0.000051), outcome["clause"]


# Eight houses of 54 m x 13.2 m = 712.8 m2 with 6, 12, 15, 18, 21, 24, 27, 30 storeys: 153; the first now has 16: 163.
# Other buildings 7 476 m2, the site 420 m x 300 m = 126 000 m2. Dwellings 4 a storey, as labelled before: 612, at 3.0 each.
# The garage of 200 m x 240 m holds 48 000 / 30 = 1 600 and 40 stalls stand outside.
def test_a_changed_figure_goes_through_the_whole_workbook(computed: Path) -> None:
    sheet = opened(computed / "changed.xlsx")["技术经济指标"]
    value, key = column(sheet, "value"), column(sheet, "in report.json")
    here = {row[key - 1].value: row[value - 1].value for row in sheet.iter_rows(min_row=FIRST) if row[key - 1].value}
    assert here["housing_floor_area_m2"] == pytest.approx(712.8 * 163)
    assert here["far"] == pytest.approx((712.8 * 163 + 7476.0) / 126000.0)
    assert here["net_far"] == pytest.approx(712.8 * 163 / 67200.0)
    assert here["people"] == pytest.approx(612 * 3.0)
    assert here["stalls"] == 1640
    assert here["stalls_per_household"] == pytest.approx(1640 / 612)
