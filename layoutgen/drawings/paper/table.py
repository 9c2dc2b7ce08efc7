"""A table on paper: columns of given width, cells that break into lines, a grid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from layoutgen.drawings.pages import Anchor
from layoutgen.drawings.paper.measure import wrap
from layoutgen.drawings.paper.pen import MEDIUM, THIN, PaperPen, corners_of

TITLE_MM = 5.0  # height of a table's title
TITLE_ROOM_MM = 10.0
TEXT_MM = 3.0  # least height of true-type characters on A1 and A0 (GB/T 50001)
PITCH = 1.5  # between the lines of a cell, in heights
PAD_MM = 1.2  # between text and grid
SHADE = (232, 232, 232)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table."""

    head: str
    width_mm: float
    anchor: Anchor = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table; a heading stands alone across the columns."""

    cells: tuple[str, ...]
    is_heading: bool = False
    is_strong: bool = False  # in bold: a sum, or a breach


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its head is repeated where it is continued."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    text_mm: float = TEXT_MM

    def times(self, times: float) -> "Table":
        """The same table, larger."""
        columns = tuple(replace(column, width_mm=column.width_mm * times) for column in self.columns)
        return replace(self, columns=columns, text_mm=self.text_mm * times)

    @property
    def width_mm(self) -> float:
        """Width of all columns."""
        return sum(column.width_mm for column in self.columns)

    @property
    def has_head(self) -> bool:
        """Whether any column has a name."""
        return any(column.head for column in self.columns)

    @property
    def head(self) -> Row:
        """The names of the columns."""
        return Row(cells=tuple(column.head for column in self.columns), is_strong=True)

    def line_mm(self) -> float:
        """Height of a row of one line."""
        return self.text_mm * PITCH + PAD_MM

    def row_mm(self, row: Row) -> float:
        """Height of a row."""
        return self.line_mm() + (max(map(len, self.lines(row))) - 1) * self.text_mm * PITCH

    def head_mm(self) -> float:
        """Height of title and head."""
        return TITLE_ROOM_MM + (self.row_mm(self.head) if self.has_head else 0.0)

    def whole_mm(self) -> float:
        """Height of the whole table."""
        return self.head_mm() + sum(self.row_mm(row) for row in self.rows)

    def lines(self, row: Row) -> list[tuple[str, ...]]:
        """Lines of every cell of a row."""
        if row.is_heading:
            return [wrap(row.cells[0], self.width_mm - 2.0 * PAD_MM, self.text_mm)]
        return [
            wrap(cell, column.width_mm - 2.0 * PAD_MM, self.text_mm)
            for cell, column in zip(row.cells, self.columns, strict=True)
        ]


def paint_table(
    pen: PaperPen, at_mm: tuple[float, float], table: Table, rows: Sequence[Row], *, is_continued: bool = False
) -> float:
    """Paint rows of a table from its upper left corner down; its foot is given back [mm]."""
    left, top = at_mm
    name = f"{table.title}（续）" if is_continued else table.title
    pen.say((left + table.width_mm / 2.0, top - TITLE_ROOM_MM / 2.0), name, TITLE_MM, "middle", is_bold=True)
    y = top - TITLE_ROOM_MM
    head = y
    if table.has_head:
        pen.fill(corners_of(left, y - table.row_mm(table.head), left + table.width_mm, y), SHADE)
        _cells(pen, (left, y), table, table.head, is_head=True)
        y -= table.row_mm(table.head)
    for row in rows:
        if y < head:
            pen.draw(((left, y), (left + table.width_mm, y)), THIN)
        if row.is_heading:
            pen.fill(corners_of(left, y - table.row_mm(row), left + table.width_mm, y), SHADE)
        _cells(pen, (left, y), table, row)
        y -= table.row_mm(row)
    _grid(pen, (left, head, y), table, rows)
    return y


def _cells(pen: PaperPen, at_mm: tuple[float, float], table: Table, row: Row, *, is_head: bool = False) -> None:
    x, top = at_mm
    height = table.row_mm(row)
    columns = (Column(head="", width_mm=table.width_mm),) if row.is_heading else table.columns
    for column, lines in zip(columns, table.lines(row), strict=True):
        anchor: Anchor = "middle" if is_head else column.anchor
        at = {"left": x + PAD_MM, "middle": x + column.width_mm / 2.0, "right": x + column.width_mm - PAD_MM}[anchor]
        first = top - height / 2.0 + (len(lines) - 1) * table.text_mm * PITCH / 2.0
        for number, line in enumerate(lines):
            y = first - number * table.text_mm * PITCH
            pen.say((at, y), line, table.text_mm, anchor, is_bold=row.is_strong or row.is_heading)
        x += column.width_mm


def _grid(pen: PaperPen, span: tuple[float, float, float], table: Table, rows: Sequence[Row]) -> None:
    """Frame round head and rows, and the lines between columns, left out across headings."""
    left, head, foot = span
    pen.box(left, foot, left + table.width_mm, head, MEDIUM)
    runs = [(head, head - (table.row_mm(table.head) if table.has_head else 0.0))]
    for row in rows:
        last = runs[-1][1]
        if row.is_heading:
            runs.append((last - table.row_mm(row), last - table.row_mm(row)))
        else:
            runs[-1] = (runs[-1][0], last - table.row_mm(row))
    x = left
    for column in table.columns[:-1]:
        x += column.width_mm
        for high, low in runs:
            if high > low:
                pen.draw(((x, high), (x, low)), THIN)
