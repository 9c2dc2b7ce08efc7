"""The printed sheet as poppler reads it: the table of indicators is text, and it is the workbook's."""

import re
from pathlib import Path

import openpyxl
import pytest

from layoutgen.reports.xlsx.table import FIRST
from tests.clients.conftest import Client, called

HECTARE = 10_000.0
ROW = re.compile(
    r"(?P<name>\S+)\s+(?P<unit>hm²|㎡|㎡/套|套|人|辆|层|m|%|—)\s+(?P<value>-?[0-9]+(?:\.(?P<decimals>[0-9]+))?)(?:\s|$)"
)


@pytest.fixture(scope="module")
def printed(generated: Path, client: Client, tmp_path_factory: pytest.TempPathFactory) -> str:
    program = client("pdftotext")
    return called((program, "-layout", generated / "sheet.pdf", "-"), folder=tmp_path_factory.mktemp("pdf"))


@pytest.fixture(scope="module")
def in_workbook(generated: Path) -> dict[str, float]:
    """Values of the workbook's indicators by their Chinese names."""
    sheet = openpyxl.load_workbook(generated / "schedule.xlsx", data_only=True)["技术经济指标"]
    return {row[1].value: row[3].value for row in sheet.iter_rows(min_row=FIRST) if isinstance(row[3].value, int | float)}


def test_the_tables_and_the_banner_are_text(printed: str) -> None:
    for title in ("技术经济指标表", "配套设施一览表", "图例", "说明", "不是"):
        assert title in printed


def test_the_table_of_indicators_says_what_the_workbook_says(printed: str, in_workbook: dict[str, float]) -> None:
    rows = {found["name"]: found for line in printed.splitlines() if (found := ROW.search(line))}
    shared = rows.keys() & in_workbook.keys()
    assert {"总用地面积", "总建筑面积", "容积率", "建筑密度", "绿地率", "居住总户（套）数", "机动车停车位"} <= shared
    for name in shared:
        row = rows[name]
        value = in_workbook[name] / HECTARE if row["unit"] == "hm²" else in_workbook[name]
        told = value * 100.0 if row["unit"] == "%" else value
        assert float(row["value"]) == pytest.approx(told, abs=0.501 * 10.0 ** -len(row["decimals"] or "")), name
