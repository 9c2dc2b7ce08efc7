"""Tables flow down columns, column by column and page by page; a table that is cut has its head again."""

from collections.abc import Sequence

from layoutgen.drawings.paper.pen import PaperPen
from layoutgen.drawings.paper.table import Row, Table, paint_table

GAP_MM = 6.0  # between tables, and between columns
TIMES = (4.0 / 3.0, 7.0 / 6.0, 1.0)  # letters of 4, 3.5 and 3 mm
LEAST_ROWS = 3  # of a table that begin in a column before it is cut

Room = tuple[float, float, float, float]  # west, south, east, north [mm]


def flow_tables(tables: Sequence[Table], room: Room, column_mm: float) -> list[PaperPen]:
    """Paint tables on as many pages as they need.

    Parameters
    ----------
    room
        The same on every page.
    column_mm
        Width of a column, at least that of the widest table.
    """
    flow = _Flow(room, column_mm)
    for table in tables:
        flow.add(table)
    return flow.pages


def flow_largest(tables: Sequence[Table], room: Room, column_mm: float) -> list[PaperPen]:
    """Paint tables in the largest letters that need no more pages than the smallest."""
    most = room[2] - room[0]
    sizes = [times for times in TIMES if column_mm * times <= most]
    flows = [flow_tables([table.times(times) for table in tables], room, column_mm * times) for times in sizes]
    return min(flows, key=len)


class _Flow:
    """Where the next table begins."""

    def __init__(self, room: Room, column_mm: float) -> None:
        self.room, self.column_mm = room, column_mm
        self.pages = [PaperPen()]
        self.left, self.y = room[0], room[3]

    def add(self, table: Table) -> None:
        """Paint one table, cut where a column ends."""
        rest = list(table.rows)
        is_continued = False
        while rest:
            begins = self.y == self.room[3]
            fit = self._fitting(table, rest)
            if not begins and fit < min(len(rest), LEAST_ROWS):
                self._next()
                continue
            count = max(fit, 1)
            foot = paint_table(self.pages[-1], (self.left, self.y), table, rest[:count], is_continued=is_continued)
            rest, is_continued = rest[count:], True
            self.y = foot - GAP_MM
            if rest:
                self._next()

    def _fitting(self, table: Table, rows: Sequence[Row]) -> int:
        y = self.y - table.head_mm()
        for count, row in enumerate(rows):
            y -= table.row_mm(row)
            if y < self.room[1]:
                return count - (count > 0 and rows[count - 1].is_heading)
        return len(rows)

    def _next(self) -> None:
        self.left, self.y = self.left + self.column_mm + GAP_MM, self.room[3]
        if self.left + self.column_mm > self.room[2] + 1e-6:
            self.pages.append(PaperPen())
            self.left = self.room[0]
