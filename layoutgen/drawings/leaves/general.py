"""总平面图: the plan with the surveying grid, indicators, legend and notes, and further tables where there is room."""

from dataclasses import replace

from layoutgen.drawings.leaves.block_rows import block_table
from layoutgen.drawings.leaves.corner_rows import corner_table
from layoutgen.drawings.leaves.indicator_rows import indicator_table
from layoutgen.drawings.leaves.notes import note_table
from layoutgen.drawings.paper.grid import paint_grid
from layoutgen.drawings.paper.leaf import COLUMN_MM, Leaf, Told
from layoutgen.drawings.paper.legend import legend_of
from layoutgen.drawings.paper.plan_leaf import plan_leaf

TITLE = "总平面图"
NOTE_MM = 3.5
ELSEWHERE = ("note.building_corner", "note.fire_lane")  # on pages of their own


def general_leaves(told: Told) -> tuple[Leaf, ...]:
    """One page."""
    leaf, beside = plan_leaf(told, "general", TITLE, frozenset(told.sheet.profile.holding(holds).code for holds in ELSEWHERE))
    paint_grid(leaf.pen, leaf.views[0], told.plan.facts.origin)
    beside.table(indicator_table(told))
    beside.key(legend_of(told.sheet))
    notes = replace(note_table(told, COLUMN_MM), text_mm=NOTE_MM)
    for table in (block_table(told, COLUMN_MM), corner_table(told.plan, COLUMN_MM)):
        if beside.holds(table, notes):
            beside.table(table)
    beside.table(notes)
    return (leaf,)
