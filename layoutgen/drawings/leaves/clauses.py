"""条文核对表: what each clause asks, what was measured, the margin, the verdict and the source."""

from layoutgen.drawings.leaves.clause_rows import clause_table
from layoutgen.drawings.paper.flow import flow_largest
from layoutgen.drawings.paper.leaf import Leaf, Told, whole_room

TITLE = "条文核对表"
COLUMN_MM = 360.0  # two on an A1


def clause_leaves(told: Told) -> tuple[Leaf, ...]:
    """As many pages as the clauses need."""
    table = clause_table(told.report, told.plan, told.sheet.profile, COLUMN_MM)
    pens = flow_largest([table] if table.rows else [], whole_room(told.paper), COLUMN_MM)
    return tuple(
        Leaf(
            key=f"clauses{number or ''}",
            title=TITLE + (f"（{number + 1}）" if len(pens) > 1 else ""),
            paper=told.paper,
            has_scale=False,
            pen=pen,
        )
        for number, pen in enumerate(pens)
        if table.rows
    )
