"""A table of the workbook: its columns, its rows, and the addresses by which other tables speak of it."""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from layoutgen.reports.xlsx.formula import Cells, Expr, Named, Value

FIRST = 5  # row of the first line: title, its English, and two rows of heads stand above
LONGEST = 4000  # characters of a cell; a spreadsheet takes 32 767
STARTS_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its key here, its heads, its width in characters, and how its numbers look."""

    key: str
    zh: str
    en: str
    width: float = 10.0
    form: str = "text"  # "text", "wrap", or a number format


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a cell."""

    value: Value = ""
    formula: str = ""  # computes the value
    is_input: bool = False  # measured on the drawing or given by the brief: a user may change it
    form: str = ""  # in place of its column's


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A sheet of the workbook. ``count`` rows are lines, those after them are totals."""

    name: str
    title: str
    title_en: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    count: int
    notes: tuple[str, ...] = ()

    def number(self, key: str, row: int) -> Expr:
        """A cell's number, for a formula on another sheet."""
        value = self.rows[row][self._at(key)].value
        return Expr(text=f"{self._sheet}${self._letter(key)}${FIRST + row}", value=value if isinstance(value, float) else 0.0)

    def cells(self, key: str) -> Cells:
        """The lines of a column; an empty table has one blank line."""
        at, letter = self._at(key), self._letter(key)
        last = FIRST + max(self.count, 1) - 1
        address = f"{self._sheet}${letter}${FIRST}:${letter}${last}"
        return Cells(address=address, values=tuple(row[at].value for row in self.rows[: self.count]))

    @property
    def _sheet(self) -> str:
        return f"'{self.name}'!"

    def _at(self, key: str) -> int:
        return [column.key for column in self.columns].index(key)

    def _letter(self, key: str) -> str:
        return ascii_uppercase[self._at(key)]


@dataclass(slots=True, kw_only=True)
class Line:
    """A line in the making: its cells by key, each to be spoken of by those after it."""

    columns: tuple[Column, ...]
    row: int  # 0 = the first line
    cells: dict[str, Cell]

    def put(self, key: str, value: Value) -> None:
        """Stand a word or a figure that no one computes."""
        self.cells[key] = said(value) if isinstance(value, str) else figure(value)

    def ask(self, key: str, value: float) -> Expr:
        """Stand a figure that a user may change."""
        self.cells[key] = figure(value, is_input=True)
        return self.here(key)

    def compute(self, key: str, expr: Expr) -> Expr:
        """Stand a formula."""
        self.cells[key] = computed(expr)
        return self.here(key)

    def here(self, key: str) -> Expr:
        """The number in this line's cell, for a formula on this sheet."""
        value = self.cells[key].value
        return Expr(text=self._address(key), value=value if isinstance(value, float) else 0.0)

    def name(self, key: str) -> Named:
        """The name in this line's cell, for a formula on this sheet."""
        return Named(address=self._address(key), name=str(self.cells[key].value))

    def done(self) -> tuple[Cell, ...]:
        """The line's cells in their columns' order."""
        return tuple(self.cells.get(column.key, Cell()) for column in self.columns)

    def _address(self, key: str) -> str:
        at = [column.key for column in self.columns].index(key)
        return f"{ascii_uppercase[at]}{FIRST + self.row}"


def new_line(columns: tuple[Column, ...], row: int, **words: Value) -> Line:
    """Begin a line with words and figures that no one computes."""
    line = Line(columns=columns, row=row, cells={})
    for key, value in words.items():
        line.put(key, value)
    return line


def column_cells(columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]], key: str) -> Cells:
    """The lines of a column of this same sheet, for its total."""
    at = [column.key for column in columns].index(key)
    letter = ascii_uppercase[at]
    return Cells(
        address=f"{letter}{FIRST}:{letter}{FIRST + max(len(rows), 1) - 1}", values=tuple(row[at].value for row in rows)
    )


def said(text: str) -> Cell:
    """Text as text: nothing that a drawing or a brief says can run, be it copied on as CSV."""
    clean = "".join(c if unicodedata.category(c)[0] not in "CZ" else " " for c in text).strip()
    shown = clean if len(clean) <= LONGEST else clean[: LONGEST - 1] + "…"
    return Cell(value=f"'{shown}" if shown.startswith(STARTS_FORMULA) else shown)


def figure(value: float, *, is_input: bool = False) -> Cell:
    """A figure; one that is no number is told as a dash, one without end as such."""
    if math.isfinite(value):
        return Cell(value=float(value) + 0.0, is_input=is_input)
    return Cell(value="—" if math.isnan(value) else "∞")


def computed(expr: Expr, form: str = "") -> Cell:
    """A formula with its value."""
    return Cell(value=expr.value + 0.0, formula=f"={expr.text}", form=form)
