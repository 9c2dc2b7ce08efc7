"""A judged plan becomes a book of pages: frame, title block, views and tables."""

from dataclasses import replace

from layoutgen.drawings.pages import Book, Page, View
from layoutgen.drawings.paper_pen import THICK, THIN, PaperPen
from layoutgen.drawings.paper_sizes import Paper, fitting_paper
from layoutgen.drawings.sheet import Sheet
from layoutgen.model.plan import Plan

ROUND_M = 12.0  # land outside the red line that is seen at least
BLOCK_MM = 70.0  # width of the title block
TABLES_MM = 190.0  # of the column of tables
TITLE_MM = 18.0  # height of the drawing's title under the view


def compose_book(plan: Plan, sheet: Sheet) -> Book:
    """Pages of a judged plan.

    Parameters
    ----------
    sheet
        The drawing in model space; what stands beside the plan on it is left out.
    """
    bare = _without_frame(sheet)
    return Book(sheet=bare, pages=(_general(plan),))


def _without_frame(sheet: Sheet) -> Sheet:
    """The drawing alone: no frame beside it, no labels and facts of the contract."""
    code = sheet.profile.holding("paint.frame").code
    return replace(
        sheet,
        hatches=tuple(hatch for hatch in sheet.hatches if hatch.layer != code),
        paint_lines=tuple(line for line in sheet.paint_lines if line.layer != code),
        captions=tuple(caption for caption in sheet.captions if caption.layer != code),
        labels=(),
    )


def _general(plan: Plan) -> Page:
    west, south, east, north = plan.boundary.bounds
    paper = fitting_paper(east - west + 2.0 * ROUND_M, north - south + 2.0 * ROUND_M, BLOCK_MM + TABLES_MM)
    pen = PaperPen()
    _frame(pen, paper)
    view = _view(plan, paper)
    x = view.at_mm[0] + view.size_mm[0] / 2.0
    pen.say((x, paper.frame_mm[1] + TITLE_MM), f"总平面图 1:{paper.scale}", 10.0, "middle", is_bold=True)
    return Page(size_mm=paper.size_mm, views=(view,), fills=tuple(pen.fills), lines=tuple(pen.lines), texts=tuple(pen.texts))


def _frame(pen: PaperPen, paper: Paper) -> None:
    pen.box(0.0, 0.0, *paper.size_mm, THIN)
    pen.box(*paper.frame_mm, THICK)


def _view(plan: Plan, paper: Paper) -> View:
    """A window that fills the room for it, the site in its middle."""
    left, low, right, top = paper.frame_mm
    width, height = (right - left - BLOCK_MM - TABLES_MM) * paper.scale / 1000.0, (top - low) * paper.scale / 1000.0
    west, south, east, north = plan.boundary.bounds
    x, y = (west + east) / 2.0, (south + north) / 2.0
    window = (x - width / 2.0, y - height / 2.0, x + width / 2.0, y + height / 2.0)
    return View(window_m=window, at_mm=(left, low), scale=paper.scale)
