"""The column beside a plan: keys and tables stand in it one under the other, as far as there is room."""

from layoutgen.drawings.paper.flow import GAP_MM
from layoutgen.drawings.paper.key import Entry, key_mm, paint_key
from layoutgen.drawings.paper.leaf import Room
from layoutgen.drawings.paper.pen import PaperPen
from layoutgen.drawings.paper.table import Row, Table, paint_table

KEY_COLUMNS = 4
ELSEWHERE = "其余各行见后附一览表"


class Beside:
    """Where the next thing in the column stands."""

    def __init__(self, pen: PaperPen, room: Room) -> None:
        self.pen, self.room = pen, room
        self.y = room[3]

    @property
    def left_mm(self) -> float:
        """Height that is left."""
        return self.y - self.room[1]

    def key(self, entries: tuple[Entry, ...], columns: int = KEY_COLUMNS) -> None:
        """Paint a key, if there is room for it."""
        if entries and key_mm(entries, columns) <= self.left_mm:
            width = self.room[2] - self.room[0]
            self.y = paint_key(self.pen, (self.room[0], self.y), width, entries, columns) - GAP_MM

    def holds(self, *tables: Table) -> bool:
        """Whether there is room for tables, whole."""
        return sum(table.whole_mm() + GAP_MM for table in tables) - GAP_MM <= self.left_mm

    def table(self, table: Table) -> bool:
        """Paint a table as far as there is room, saying where it is cut; whether it stands there whole."""
        cut = Row(cells=(ELSEWHERE,), is_heading=True)
        left = self.left_mm - table.head_mm() - (0.0 if self.holds(table) else table.row_mm(cut))
        kept: list[Row] = []
        for row in table.rows:
            left -= table.row_mm(row)
            if left < 0.0:
                break
            kept.append(row)
        if kept:
            rows = kept if len(kept) == len(table.rows) else [*kept, cut]
            self.y = paint_table(self.pen, (self.room[0], self.y), table, rows) - GAP_MM
        return len(kept) == len(table.rows)
