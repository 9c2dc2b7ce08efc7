"""Pages of tables: 配套设施一览表, 楼栋一览表, 界址点坐标表, 测算参数, 说明."""

from layoutgen.drawings import frame_tables
from layoutgen.drawings.leaves.building_rows import building_table
from layoutgen.drawings.leaves.corner_rows import corner_table
from layoutgen.drawings.leaves.notes import note_table
from layoutgen.drawings.paper.flow import flow_tables
from layoutgen.drawings.paper.leaf import Leaf, Told, whole_room
from layoutgen.drawings.paper.table import Column, Row, Table

TITLE = "配套设施、楼栋一览表及说明"
COLUMN_MM = 177.0  # four on an A1
FACILITY_MM = (42.0, 22.0, 22.0, 41.0, 18.0, 14.0, 18.0)
PARAMETER_MM = (72.0, 22.0, 23.0, 60.0)


def schedule_leaves(told: Told) -> tuple[Leaf, ...]:
    """As many pages as the tables need."""
    tables = (
        _of_words(frame_tables.facility_table(told.facilities, told.sheet.profile), FACILITY_MM),
        building_table(told.plan, told.sheet.profile),
        corner_table(told.plan),
        note_table(told, COLUMN_MM),
        _of_words(frame_tables.parameter_table(told.plan), PARAMETER_MM),
    )
    pens = flow_tables([table for table in tables if table.rows], whole_room(told.paper), COLUMN_MM)
    return tuple(
        Leaf(
            key=f"schedules{number or ''}",
            title=TITLE + (f"（{number + 1}）" if len(pens) > 1 else ""),
            paper=told.paper,
            has_scale=False,
            pen=pen,
        )
        for number, pen in enumerate(pens)
    )


def _of_words(words: frame_tables.Table, widths_mm: tuple[float, ...]) -> Table:
    """Table from a head and rows of words: numbers stand in the middle."""
    rows = words.rows
    head = rows[0] if rows else tuple("" for _ in widths_mm)
    columns = tuple(
        Column(head=name, width_mm=width, anchor="left" if number == 0 or width > 40.0 else "middle")
        for number, (name, width) in enumerate(zip(head, widths_mm, strict=True))
    )
    return Table(title=words.title, columns=columns, rows=tuple(Row(cells=row) for row in rows[1:]))
