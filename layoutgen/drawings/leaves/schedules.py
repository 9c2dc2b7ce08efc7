"""Pages of tables: 配套设施, 居住街坊, 楼栋 and 界址点, the parameters of sizing, notes."""

from layoutgen.drawings import frame_tables
from layoutgen.drawings.leaves.block_rows import block_table, community_table
from layoutgen.drawings.leaves.building_rows import building_table
from layoutgen.drawings.leaves.corner_rows import corner_table
from layoutgen.drawings.leaves.facility_rows import facility_table
from layoutgen.drawings.leaves.general import titles_on_general
from layoutgen.drawings.leaves.notes import note_table
from layoutgen.drawings.leaves.setting_out import building_corner_table, titles_on_setting_out
from layoutgen.drawings.paper.flow import flow_largest
from layoutgen.drawings.paper.leaf import Shown, Told, Waiting, table_leaves, whole_room
from layoutgen.drawings.paper.table import Column, Row, Table

TITLE = "配套设施与楼栋一览表"
COLUMN_MM = 177.0  # four on an A1, with texts of 3 mm
PARAMETER_MM = (72.0, 22.0, 23.0, 60.0)


def schedule_leaves(_: Shown) -> Waiting:
    """As many pages as the tables need, in the largest letters that need no more."""
    told = yield
    told_before = titles_on_general(told) | titles_on_setting_out(told)
    tables = (
        facility_table(told),
        community_table(told.report, COLUMN_MM),
        block_table(told, COLUMN_MM),
        building_table(told.plan, told.sheet.profile),
        corner_table(told.plan, COLUMN_MM),
        building_corner_table(told.plan, told.sheet.profile, COLUMN_MM),
        note_table(told, COLUMN_MM),
        _parameters(told),
    )
    pens = flow_largest(
        [table for table in tables if table.rows and table.title not in told_before], whole_room(told.paper), COLUMN_MM
    )
    return table_leaves("schedules", TITLE, told.paper, pens)


def _parameters(told: Told) -> Table:
    words = frame_tables.parameter_table(told.plan)
    columns = tuple(
        Column(head=head, width_mm=width, anchor="middle" if number in (1, 2) else "left")
        for number, (head, width) in enumerate(zip(words.rows[0], PARAMETER_MM, strict=True))
    )
    return Table(title=words.title, columns=columns, rows=tuple(Row(cells=row) for row in words.rows[1:]))
