"""条文核对表: what each clause asks, what was measured, the margin, the verdict and the source."""

from layoutgen.drawings.leaves.clause_rows import clause_table
from layoutgen.drawings.paper.flow import flow_largest
from layoutgen.drawings.paper.leaf import Shown, Waiting, table_leaves, whole_room

TITLE = "条文核对表"
COLUMN_MM = 360.0  # two on an A1


def clause_leaves(_: Shown) -> Waiting:
    """As many pages as the clauses need."""
    told = yield
    table = clause_table(told.report, told.plan, told.sheet.profile, COLUMN_MM)
    if not table.rows:
        return ()
    pens = flow_largest([table], whole_room(told.paper), COLUMN_MM)
    return table_leaves("clauses", TITLE, told.paper, pens)
