"""Tables flow down columns, column by column and page by page; a table that is cut has its head again."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from layoutgen.drawings.paper.pen import PaperPen
from layoutgen.drawings.paper.table import Table, paint_table

GAP_MM = 6.0  # between tables, and between columns
TIMES = (4.0 / 3.0, 7.0 / 6.0, 1.0)  # letters of 4, 3.5 and 3 mm
LEAST_ROWS = 3  # of a table that begin in a column before it is cut
EVEN_LEAST = 0.45  # of the room's height, that columns filled evenly take
HALVINGS = 8  # of the height left free under columns that are filled evenly

Room = tuple[float, float, float, float]  # west, south, east, north [mm]


def flow_tables(tables: Sequence[Table], room: Room, column_mm: float) -> list[PaperPen]:
    """Paint tables on as many pages as they need, each column filled before the next begins.

    Parameters
    ----------
    room
        The same on every page.
    column_mm
        Width of a column, at least that of the widest table.
    """
    return _painted(_flowed([_Measured(table) for table in tables], room, column_mm))


def flow_largest(tables: Sequence[Table], room: Room, column_mm: float) -> list[PaperPen]:
    """Paint tables in the largest letters that need no more pages than the smallest, the columns filled evenly."""
    most = room[2] - room[0]
    sizes = [times for times in TIMES if column_mm * times <= most]
    sets = [[_Measured(table.times(times)) for table in tables] for times in sizes]
    flows = [_flowed(of_size, room, column_mm * times) for of_size, times in zip(sets, sizes, strict=True)]
    best = min(range(len(sizes)), key=lambda place: len(flows[place].pages))
    return _painted(_even(sets[best], room, column_mm * sizes[best], flows[best]))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """Rows of a table that stand together."""

    at_mm: tuple[float, float]
    table: Table
    first: int
    count: int


class _Measured:
    """A table with the heights of its rows."""

    def __init__(self, table: Table) -> None:
        self.table, self.head_mm = table, table.head_mm()
        self.rows_mm = [table.row_mm(row) for row in table.rows]


@dataclass(slots=True)
class _Flow:
    """Where tables stand, and where the next begins."""

    room: Room
    column_mm: float
    pages: list[list[_Piece]] = field(default_factory=lambda: [[]])
    left: float = 0.0
    y: float = 0.0
    foot: float = 0.0  # of the longest column so far

    def add(self, one: _Measured) -> None:
        """Place one table, cut where a column ends."""
        first = 0
        while first < len(one.rows_mm):
            fit = self._fitting(one, first)
            if self.y != self.room[3] and fit < min(len(one.rows_mm) - first, LEAST_ROWS):
                self._next()
                continue
            count = max(fit, 1)
            self.pages[-1].append(_Piece(at_mm=(self.left, self.y), table=one.table, first=first, count=count))
            foot = self.y - one.head_mm - sum(one.rows_mm[first : first + count])
            self.foot, self.y, first = min(self.foot, foot), foot - GAP_MM, first + count
            if first < len(one.rows_mm):
                self._next()

    def _fitting(self, one: _Measured, first: int) -> int:
        y = self.y - one.head_mm
        for count, high in enumerate(one.rows_mm[first:]):
            y -= high
            if y < self.room[1]:
                return count - (count > 0 and one.table.rows[first + count - 1].is_heading)
        return len(one.rows_mm) - first

    def _next(self) -> None:
        self.left, self.y = self.left + self.column_mm + GAP_MM, self.room[3]
        if self.left + self.column_mm > self.room[2] + 1e-6:
            self.pages.append([])
            self.left = self.room[0]


def _flowed(tables: Sequence[_Measured], room: Room, column_mm: float) -> _Flow:
    flow = _Flow(room=room, column_mm=column_mm, left=room[0], y=room[3], foot=room[3])
    for table in tables:
        flow.add(table)
    return flow


def _even(tables: Sequence[_Measured], room: Room, column_mm: float, filled: _Flow) -> _Flow:
    """Flow on as many pages as another, in columns as short as can be: short tables are not torn apart."""
    best, low, high = filled, room[1], room[3] - EVEN_LEAST * (room[3] - room[1])
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        flow = _flowed(tables, (room[0], middle, room[2], room[3]), column_mm)
        if len(flow.pages) == len(filled.pages) and flow.foot >= min(room[1], filled.foot):
            best, low = flow, middle
        else:
            high = middle
    return best


def _painted(flow: _Flow) -> list[PaperPen]:
    pens = []
    for page in flow.pages:
        pen = PaperPen()
        for piece in page:
            rows = piece.table.rows[piece.first : piece.first + piece.count]
            paint_table(pen, piece.at_mm, piece.table, rows, is_continued=piece.first > 0)
        pens.append(pen)
    return pens
