"""A judged plan becomes a book of pages: every kind of page is one file in ``leaves``, and one line of the table here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

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
from layoutgen.drawings.paper.leaf import Leaf, Shown, Told, plan_paper
from layoutgen.drawings.paper.title_block import Place, paint_title_block
from layoutgen.drawings.sheet import Sheet
from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.standards.clause import Standard

Leaves = Mapping[str, tuple[Leaf, ...]]  # by the name of the function that makes them

UNJUDGED: tuple[Callable[[Shown], tuple[Leaf, ...]], ...] = (land_use_leaves, setting_out_leaves, sun_leaves)  # ask no report
LEAVES: tuple[Callable[[Told], tuple[Leaf, ...]], ...] = (  # in the order of the book; a page with nothing to tell is left out
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


def compose_book(
    plan: Plan,
    sheet: Sheet,
    report: Report,
    facilities: Sequence[FacilityLine],
    standard: Standard | None = None,
    made: Leaves | None = None,
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
    made
        What `unjudged_leaves` made of the same plan, sheet and standard.
    """
    bare = _without_frame(sheet)
    told = Told(plan=plan, sheet=bare, report=report, facilities=tuple(facilities), paper=plan_paper(plan), standard=standard)
    here = made or {}
    leaves = [leaf for make in LEAVES for leaf in (here[make.__name__] if make.__name__ in here else make(told))]
    titles = tuple(leaf.title for leaf in leaves)
    pages = (_page(leaf, told, Place(number=number, titles=titles)) for number, leaf in enumerate(leaves, 1))
    return Book(sheet=bare, pages=tuple(pages))


def unjudged_leaves(plan: Plan, sheet: Sheet, facilities: Sequence[FacilityLine], standard: Standard) -> Leaves:
    """Leaves that can be made before a plan is judged, for its book."""
    bare = _without_frame(sheet)
    shown = Shown(plan=plan, sheet=bare, facilities=tuple(facilities), paper=plan_paper(plan), standard=standard)
    return {make.__name__: make(shown) for make in UNJUDGED}


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
