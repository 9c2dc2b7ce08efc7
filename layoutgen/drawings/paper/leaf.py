"""A leaf: a page before it has its number, frame and title block; and what leaves are made of."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass, field

from layoutgen.drawings.pages import View
from layoutgen.drawings.paper.pen import PaperPen
from layoutgen.drawings.paper.sizes import Paper, fitting_paper
from layoutgen.drawings.sheet import Sheet
from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.standards.clause import Standard

BLOCK_MM = 70.0  # width of the title block, at the right of the frame
COLUMN_MM = 190.0  # of the column of tables beside it
STRIP_MM = 30.0  # height of the strip under a view, with the drawing's title
PAD_MM = 5.0
AROUND_MM = 20.0  # paper round the site's outermost points at least: coordinates and names stand there
EDGE_MM = 2.0  # which they keep from the edge of the view

Room = tuple[float, float, float, float]  # west, south, east, north [mm]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the pages show: as much as is known before the drawing is judged."""

    plan: Plan
    sheet: Sheet  # the bare drawing
    facilities: tuple[FacilityLine, ...]
    paper: Paper  # of pages with a plan
    standard: Standard | None = None  # by which the plan is judged; None = pages that ask the law are left out


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Shown):
    """What the pages tell of, with the report."""

    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page without frame and title block."""

    key: str
    title: str
    paper: Paper
    has_scale: bool = True  # false on a page of tables
    views: tuple[View, ...] = ()
    pen: PaperPen = field(default_factory=PaperPen)


Waiting = Generator[None, Told, tuple[Leaf, ...]]  # leaves under way: goes on, once, when it is sent what the report tells


def table_leaves(key: str, title: str, paper: Paper, pens: Sequence[PaperPen]) -> tuple[Leaf, ...]:
    """Pages of tables that go on from one to the next, numbered where there are several."""
    return tuple(
        Leaf(
            key=f"{key}{number or ''}",
            title=title + (f"（{number + 1}）" if len(pens) > 1 else ""),
            paper=paper,
            has_scale=False,
            pen=pen,
        )
        for number, pen in enumerate(pens)
    )


def whole_room(paper: Paper) -> Room:
    """Room of a page of tables: all but the title block."""
    west, south, east, north = paper.frame_mm
    return west + PAD_MM, south + PAD_MM, east - BLOCK_MM - PAD_MM, north - PAD_MM


def column_room(paper: Paper) -> Room:
    """Room beside a plan, for its tables and legend."""
    _, south, east, north = paper.frame_mm
    return east - BLOCK_MM - PAD_MM - COLUMN_MM, south + PAD_MM, east - BLOCK_MM - PAD_MM, north - PAD_MM


def plan_room(paper: Paper) -> Room:
    """Room of a plan, the strip with its title below left out."""
    west, south, east, north = paper.frame_mm
    return west, south + STRIP_MM, east - BLOCK_MM - COLUMN_MM - 2.0 * PAD_MM, north


def plan_view(told: Shown, hidden: frozenset[str] = frozenset(), *, muted: bool = False) -> View:
    """The site in the middle of a plan's room, with as much of what lies around as there is room for."""
    west, south, _, _ = plan_room(told.paper)
    window = plan_window(told.plan, told.paper)
    unseen = told.sheet.profile.holding("edge").code  # it lies on the red line and says whose land begins there
    return View(window_m=window, at_mm=(west, south), scale=told.paper.scale, hidden=hidden | {unseen}, muted=muted)


def plan_window(plan: Plan, paper: Paper, edge_mm: float = 0.0) -> tuple[float, float, float, float]:
    """Ground that a page shows [m]: west, south, east, north; less where an edge is left free."""
    west, south, east, north = plan_room(paper)
    share = paper.scale / 1000.0
    width, height = (east - west - 2.0 * edge_mm) * share, (north - south - 2.0 * edge_mm) * share
    low_x, low_y, high_x, high_y = plan.boundary.bounds
    x, y = (low_x + high_x) / 2.0, (low_y + high_y) / 2.0
    return x - width / 2.0, y - height / 2.0, x + width / 2.0, y + height / 2.0


def plan_paper(plan: Plan) -> Paper:
    """Paper and scale of the pages that show a plan."""
    west, south, east, north = plan.boundary.bounds
    beside_mm = BLOCK_MM + COLUMN_MM + 2.0 * PAD_MM
    return fitting_paper(east - west, north - south, beside_mm + 2.0 * AROUND_MM, STRIP_MM + 2.0 * AROUND_MM)
