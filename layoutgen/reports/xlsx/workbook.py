"""The workbook as a file: text stays text, formulas carry their values, the same bytes for the same tables."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from math import ceil
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from layoutgen.reports.columns import printed_width
from layoutgen.reports.xlsx.table import FIRST, Cell, Column, Table

CREATED = datetime(2020, 1, 1)  # noqa: DTZ001  # no clock in an output; the format knows no zones
TEXT_ONLY = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
FONT = "SimSun"
HEAD, INPUT, INPUT_FILL, TOTAL_FILL = "#1F3864", "#0000FF", "#FFFBE6", "#EEF2F8"
VERDICT_FILLS = (("不通过", "#F8CBAD"), ("无法判定", "#FFE699"), ("豁免", "#DDEBF7"), ("提示", "#FFF2CC"), ("通过", "#E2EFDA"))
VERDICT = "verdict"
A3 = 8
LINE_HEIGHT, MOST_LINES = 13.5, 30  # a row is no higher than 409 points
MARGIN = 4.0  # characters of a column's width that its text does not fill
Look = dict[str, str | int | bool]


class Looks:
    """Formats of a workbook, each made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, str | int | bool], ...], Format] = {}

    def of(self, look: Look) -> Format:
        """Return the format of a look."""
        key = tuple(sorted(look.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_name": FONT, "font_size": 10, "valign": "vcenter", **look})
        return self._made[key]


def write_workbook(tables: Sequence[Table], path: Path) -> None:
    """Write one sheet a table.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    made = BytesIO()
    book = xlsxwriter.Workbook(made, TEXT_ONLY)
    book.set_properties({"title": "layoutgen schedule", "author": "layoutgen", "created": CREATED})
    looks = Looks(book)
    for table in tables:
        sheet = book.add_worksheet(table.name)
        _heads(sheet, table, looks)
        for row, cells in enumerate(table.rows):
            sheet.set_row(FIRST - 1 + row, LINE_HEIGHT * _lines(table.columns, cells))
            for column, (kind, cell) in enumerate(zip(table.columns, cells, strict=True)):
                _write(sheet, (FIRST - 1 + row, column), cell, looks.of(_look(kind, cell, is_total=row >= table.count)))
        for number, note in enumerate(table.notes):
            sheet.write_string(FIRST + len(table.rows) + number, 0, note, looks.of({"font_color": "#595959"}))
        _paper(sheet, table, looks)
    book.close()
    path.write_bytes(made.getvalue())


def _heads(sheet: Worksheet, table: Table, looks: Looks) -> None:
    head: Look = {"bold": True, "font_color": "#FFFFFF", "bg_color": HEAD, "align": "center", "text_wrap": True, "border": 1}
    sheet.write_string(0, 0, table.title, looks.of({"bold": True, "font_size": 14}))
    sheet.write_string(1, 0, table.title_en, looks.of({"font_color": "#595959"}))
    for column, kind in enumerate(table.columns):
        sheet.set_column(column, column, kind.width)
        sheet.write_string(FIRST - 3, column, kind.zh, looks.of(head))
        sheet.write_string(FIRST - 2, column, kind.en, looks.of({**head, "bold": False, "font_size": 8}))
    sheet.set_row(FIRST - 3, 28.0)
    sheet.set_row(FIRST - 2, 24.0)


def _look(kind: Column, cell: Cell, *, is_total: bool) -> Look:
    look: Look = {"border": 1, "border_color": "#BFBFBF"}
    if isinstance(cell.value, float):
        look["num_format"] = cell.form or kind.form
    elif kind.form == "wrap":
        look |= {"text_wrap": True, "indent": 1}
    else:
        look |= {"indent": 1} if kind.form == "text" else {"align": "right"}
    if cell.is_input:
        look |= {"font_color": INPUT, "bg_color": INPUT_FILL}
    if is_total:
        look |= {"bold": True, "bg_color": TOTAL_FILL}
    return look


def _lines(columns: Sequence[Column], cells: Sequence[Cell]) -> int:
    """Lines of text that the tallest cell of a row takes."""
    wraps = [
        (printed_width(str(cell.value)), kind.width) for kind, cell in zip(columns, cells, strict=True) if kind.form == "wrap"
    ]
    return min(MOST_LINES, max([1, *(ceil(length / (width - MARGIN)) for length, width in wraps)]))


def _write(sheet: Worksheet, at: tuple[int, int], cell: Cell, look: Format) -> None:
    if cell.formula:
        sheet.write_formula(*at, cell.formula, look, cell.value)
    elif isinstance(cell.value, float):
        sheet.write_number(*at, cell.value, look)
    elif cell.value:
        sheet.write_string(*at, cell.value, look)
    else:
        sheet.write_blank(*at, None, look)


def _paper(sheet: Worksheet, table: Table, looks: Looks) -> None:
    """Heads stay in sight and on every page; verdicts are coloured."""
    last = FIRST + max(table.count, 1) - 2
    sheet.freeze_panes(FIRST - 1, 1)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A3)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST - 3, FIRST - 2)
    sheet.set_footer("&C&P / &N")
    if table.count > 1:
        sheet.autofilter(FIRST - 2, 0, last, len(table.columns) - 1)
    for column, kind in enumerate(table.columns):
        if kind.key == VERDICT:
            for word, fill in VERDICT_FILLS:
                rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": looks.of({"bg_color": fill})}
                sheet.conditional_format(FIRST - 1, column, last, column, rule)
