"""A judged plan becomes a book of pages: every kind of page is one file in ``leaves``, and one line of the table here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from layoutgen.drawings.leaves.basement import basement_leaves
from layoutgen.drawings.leaves.clauses import clause_leaves
from layoutgen.drawings.leaves.fire import fire_leaves
from layoutgen.drawings.leaves.general import general_leaves
from layoutgen.drawings.leaves.greens import green_leaves
from layoutgen.drawings.leaves.land_use import land_use_leaves
from layoutgen.drawings.leaves.schedules import schedule_leaves
from layoutgen.drawings.leaves.services import service_leaves
from layoutgen.drawings.leaves.setting_out import setting_out_leaves
from layoutgen.drawings.leaves.sun import sun_leaves
from layoutgen.drawings.leaves.traffic import traffic_leaves
from layoutgen.drawings.pages import Book, Page
from layoutgen.drawings.paper.leaf import Leaf, Shown, Told, Waiting, plan_paper
from layoutgen.drawings.paper.title_block import Place, paint_title_block
from layoutgen.drawings.sheet import Sheet
from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.standards.clause import Standard

# In the order of the book; a page with nothing to tell is left out. What needs no report is made at once.
LEAVES: tuple[Callable[[Shown], tuple[Leaf, ...] | Waiting], ...] = (
    general_leaves,
    land_use_leaves,
    setting_out_leaves,
    sun_leaves,
    fire_leaves,
    traffic_leaves,
    service_leaves,
    green_leaves,
    basement_leaves,
    schedule_leaves,
    clause_leaves,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class BegunBook:
    """A book of a plan that is not judged yet: leaves that are made, and such as wait for the report."""

    shown: Shown
    leaves: tuple[tuple[Leaf, ...] | Waiting, ...]


def compose_book(
    plan: Plan, sheet: Sheet, report: Report, facilities: Sequence[FacilityLine], standard: Standard | None = None
) -> Book:
    """Pages of a judged plan.

    Parameters
    ----------
    sheet
        The drawing in model space; what stands beside the plan on it is left out.
    facilities
        Lines of the table of facilities.
    standard
        By which the plan was judged; None = pages that ask the law are left out.
    """
    return finish_book(begin_book(plan, sheet, facilities, standard), report)


def begin_book(plan: Plan, sheet: Sheet, facilities: Sequence[FacilityLine], standard: Standard | None = None) -> BegunBook:
    """All of a book that asks no report; parameters as of `compose_book`."""
    bare = _without_frame(sheet)
    shown = Shown(plan=plan, sheet=bare, facilities=tuple(facilities), paper=plan_paper(plan), standard=standard)
    return BegunBook(shown=shown, leaves=tuple(_begin(make(shown)) for make in LEAVES))


def finish_book(begun: BegunBook, report: Report) -> Book:
    """Pages of a book that was begun; it can be finished once."""
    shown = begun.shown
    told = Told(
        plan=shown.plan,
        sheet=shown.sheet,
        facilities=shown.facilities,
        paper=shown.paper,
        standard=shown.standard,
        report=report,
    )
    leaves = [leaf for waiting in begun.leaves for leaf in _finish(waiting, told)]
    titles = tuple(leaf.title for leaf in leaves)
    pages = (_page(leaf, told, Place(number=number, titles=titles)) for number, leaf in enumerate(leaves, 1))
    return Book(sheet=shown.sheet, pages=tuple(pages))


def _begin(made: tuple[Leaf, ...] | Waiting) -> tuple[Leaf, ...] | Waiting:
    """Leaves under way as far as they go without a report."""
    if isinstance(made, tuple):
        return made
    try:
        next(made)
    except StopIteration as whole:
        return tuple(whole.value)
    return made


def _finish(waiting: tuple[Leaf, ...] | Waiting, told: Told) -> tuple[Leaf, ...]:
    if isinstance(waiting, tuple):
        return waiting
    try:
        waiting.send(told)
    except StopIteration as whole:
        return tuple(whole.value)
    raise RuntimeError("leaves that wait for the report a second time")


def _without_frame(sheet: Sheet) -> Sheet:
    """The drawing alone: no frame beside it, no labels and facts of the contract, the red line over all other outlines."""
    red = sheet.profile.holding("site").code
    code = sheet.profile.holding("paint.frame").code
    return replace(
        sheet,
        hatches=tuple(hatch for hatch in sheet.hatches if hatch.layer != code),
        paint_lines=tuple(line for line in sheet.paint_lines if line.layer != code),
        captions=tuple(caption for caption in sheet.captions if caption.layer != code),
        outlines=tuple(sorted(sheet.outlines, key=lambda outline: outline.layer == red)),
        labels=(),
    )


def _page(leaf: Leaf, told: Told, place: Place) -> Page:
    pen = leaf.pen
    paint_title_block(pen, leaf, told, place)
    return Page(
        key=leaf.key,
        title=leaf.title,
        size_mm=leaf.paper.size_mm,
        views=leaf.views,
        fills=tuple(pen.fills),
        lines=tuple(pen.lines),
        texts=tuple(pen.texts),
    )
