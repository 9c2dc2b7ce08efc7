"""总平面定位图: a grey plan with dimensions, control lines and the coordinates of the red line and of every building."""

from layoutgen.drawings.building_names import building_names
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.leaves.corner_rows import corner_table
from layoutgen.drawings.leaves.notes import survey_notes
from layoutgen.drawings.leaves.theme import RED, RED_DASH_MM, RED_LINE_MM
from layoutgen.drawings.looks import NOTES
from layoutgen.drawings.notes.corners import told_corners
from layoutgen.drawings.paper.beside import Beside
from layoutgen.drawings.paper.grid import paint_grid
from layoutgen.drawings.paper.ground_pen import GroundPen
from layoutgen.drawings.paper.leaf import COLUMN_MM, Leaf, Shown, column_room
from layoutgen.drawings.paper.legend import line_entry
from layoutgen.drawings.paper.pen import THICK, PaperPen
from layoutgen.drawings.paper.plan_leaf import plan_leaf
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.drawings.words import shorten
from layoutgen.model.plan import Plan

TITLE = "总平面定位图"
SHOWN = (
    *("note.main_dimension", "note.dimension", "note.building", "note.corner"),
    *("note.building_corner", "note.building_line", "note.road"),
)
NOISE = ("window", "edge", "neighbour_window", "stall.", "facility.", "spot.", "ground.green", "ground.paved")
PAINT = ("paint.tree", "paint.hatch", "paint.entrance", "paint.text")
KEY = ("site", "note.building_line", "block")
NOTES_ZH = (
    "建筑尺寸、间距与退让量自建筑外轮廓；道路宽度为路缘石间距，公共道路另注红线宽度；R 为路缘石转弯半径。",
    "建筑注两个对角点的坐标，斜置者注三个；图上无处注写的以建筑定位坐标表为准。",
)
HEADS = (
    ("楼号", 0.2),
    ("X1（北）m", 0.2),
    ("Y1（东）m", 0.2),
    ("X2（北）m", 0.2),
    ("Y2（东）m", 0.2),
)  # with their shares of the width
LONGEST = 40  # characters of a building's id


def setting_out_leaves(told: Shown) -> tuple[Leaf, ...]:
    """One page; none where nothing is built."""
    if not told.plan.buildings:
        return ()
    leaf, beside = plan_leaf(told, "setting-out", TITLE, _hidden(told.sheet.profile), muted=True)
    paint_grid(leaf.pen, leaf.views[0], told.plan.facts.origin)
    ground = GroundPen(pen=leaf.pen, view=leaf.views[0])
    for building in told.plan.buildings:
        ground.edge(building.footprint, THICK)
    ground.edge(told.plan.boundary, RED_LINE_MM, RED, RED_DASH_MM)
    _fill(beside, told)
    return (leaf,)


def titles_on_setting_out(told: Shown) -> frozenset[str]:
    """Titles of the tables that stand whole on the page: no other needs to tell them."""
    return _fill(Beside(PaperPen(), column_room(told.paper)), told) if told.plan.buildings else frozenset()


def _fill(beside: Beside, told: Shown) -> frozenset[str]:
    """Fill the column; titles of the tables that stand in it whole."""
    profile = told.sheet.profile
    lines = tuple(line_entry(profile.holding(holds)) for holds in KEY)
    beside.key(lines)
    beside.table(_notes(told.plan))
    tables = (corner_table(told.plan, COLUMN_MM), building_corner_table(told.plan, profile, COLUMN_MM))
    return frozenset(table.title for table in tables if beside.table(table))


def _notes(plan: Plan) -> Table:
    said = enumerate((*survey_notes(plan.facts), *NOTES_ZH), 1)
    rows = tuple(Row(cells=(f"{number}. {note}",)) for number, note in said)
    return Table(title="定位说明", columns=(Column(head="", width_mm=COLUMN_MM),), rows=rows)


def building_corner_table(plan: Plan, profile: Profile, width_mm: float) -> Table:
    """Two corners of every building, across from each other, in the survey's frame."""
    east, north = plan.facts.origin
    names = building_names(plan, profile)
    rows = []
    for building in plan.buildings:
        corners = [corner for corner, _ in told_corners(building.footprint)[:2]]
        cells = [f"{value:.3f}" for x, y in corners for value in (y + north, x + east)]
        rows.append(Row(cells=(shorten(names[building.id], LONGEST), *cells)))
    columns = tuple(Column(head=head, width_mm=width_mm * share, anchor="middle") for head, share in HEADS)
    return Table(title="建筑定位坐标表", columns=columns, rows=tuple(rows))


def _hidden(profile: Profile) -> frozenset[str]:
    return frozenset(
        layer.code
        for layer in profile.layers
        if layer.holds.startswith((*NOISE, *PAINT)) or (layer.holds.startswith(NOTES) and layer.holds not in SHOWN)
    )
