"""总平面图: the plan with the surveying grid, indicators, legend, key of facilities, notes, and blocks where there is room."""

from dataclasses import replace

from layoutgen.drawings.leaves.block_rows import block_table
from layoutgen.drawings.leaves.facility_key import facility_key
from layoutgen.drawings.leaves.indicator_rows import indicator_table
from layoutgen.drawings.leaves.notes import note_table
from layoutgen.drawings.paper.beside import Beside
from layoutgen.drawings.paper.grid import paint_grid
from layoutgen.drawings.paper.leaf import COLUMN_MM, Shown, Told, Waiting, column_room
from layoutgen.drawings.paper.legend import legend_of
from layoutgen.drawings.paper.pen import PaperPen
from layoutgen.drawings.paper.plan_leaf import plan_leaf
from layoutgen.drawings.paper.table import Table

TITLE = "总平面图"
NOTES_MM = (3.5, 3.0)  # heights of the notes' text to try
ELSEWHERE = ("note.building_corner", "note.dimension", "note.road", "note.fire_lane")  # on pages of their own


def general_leaves(shown: Shown) -> Waiting:
    """One page."""
    leaf, beside = plan_leaf(shown, "general", TITLE, frozenset(shown.sheet.profile.holding(holds).code for holds in ELSEWHERE))
    paint_grid(leaf.pen, leaf.views[0], shown.plan.facts.origin)
    told = yield
    _fill(beside, told)
    return (leaf,)


def titles_on_general(told: Told) -> frozenset[str]:
    """Titles of the tables that stand whole on the page: no other needs to tell them."""
    return _fill(Beside(PaperPen(), column_room(told.paper)), told)


def _fill(beside: Beside, told: Told) -> frozenset[str]:
    """Fill the column; titles of the tables that stand in it whole."""
    whole: set[str] = set()

    def put(table: Table) -> None:
        if table.rows and beside.table(table):
            whole.add(table.title)

    put(indicator_table(told))
    beside.key(legend_of(told.sheet))
    put(facility_key(told.plan, told.sheet.profile, COLUMN_MM))
    blocks = block_table(told, COLUMN_MM)
    sizes = [replace(note_table(told, COLUMN_MM), text_mm=height) for height in NOTES_MM]
    if beside.holds(blocks, sizes[-1]):
        put(blocks)
    put(next((notes for notes in sizes if beside.holds(notes)), sizes[-1]))
    return frozenset(whole)
