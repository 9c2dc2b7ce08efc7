"""总平面图: the plan with the surveying grid, indicators, legend and the first notes."""

from layoutgen.drawings.leaves.indicator_rows import indicator_table
from layoutgen.drawings.leaves.notes import note_table
from layoutgen.drawings.paper.flow import GAP_MM
from layoutgen.drawings.paper.grid import paint_grid
from layoutgen.drawings.paper.leaf import COLUMN_MM, Leaf, Told, column_room, plan_view
from layoutgen.drawings.paper.legend import paint_legend
from layoutgen.drawings.paper.strip import paint_strip
from layoutgen.drawings.paper.table import paint_table

TITLE = "总平面图"


def general_leaves(told: Told) -> tuple[Leaf, ...]:
    """One page."""
    leaf = Leaf(key="general", title=TITLE, paper=told.paper, views=(plan_view(told),))
    pen = leaf.pen
    paint_grid(pen, leaf.views[0], told.plan.facts.origin)
    paint_strip(pen, told, TITLE)
    left, low, _, top = column_room(told.paper)
    indicators = indicator_table(told)
    y = paint_table(pen, (left, top), indicators, indicators.rows) - GAP_MM
    y = paint_legend(pen, (left, y), COLUMN_MM, told.sheet) - GAP_MM
    notes = note_table(told, COLUMN_MM)
    room = y - low - notes.head_mm()
    kept = 0
    while kept < len(notes.rows) and (room := room - notes.row_mm(notes.rows[kept])) >= 0.0:
        kept += 1
    if kept:
        paint_table(pen, (left, y), notes, notes.rows[:kept])
    return (leaf,)
