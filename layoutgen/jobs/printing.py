"""What asks no report is drawn while the plan is judged; the printed sheets are finished when it is, by the same process."""

from dataclasses import dataclass
from pathlib import Path

from layoutgen.drawings.book import Leaves, compose_book, unjudged_leaves
from layoutgen.drawings.sheet import Sheet
from layoutgen.drawings.write_pdf import write_pdf
from layoutgen.drawings.write_sheet_dxf import write_sheet_dxf
from layoutgen.drawings.write_svg import write_svg
from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.standards.clause import Standard

PLAN_SVG, SHEET_DXF, SHEET_PDF = "plan.svg", "sheet.dxf", "sheet.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A plan as drawn, and what its sheets are made by."""

    plan: Plan
    sheet: Sheet
    facilities: tuple[FacilityLine, ...]
    standard: Standard
    folder: Path
    has_sheets: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """What is known only when the plan has been judged."""

    folder: Path
    report: Report


_begun: dict[Path, tuple[Drawn, Leaves]] = {}  # of this process, by folder: a plan travels to another process once


def be_ready(_: None) -> None:
    """Nothing more: a process that has come here has imported what it needs."""


def begin_printing(drawn: Drawn) -> None:
    """Write `plan.svg` into the folder, and make what leaves of the book ask no report.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    write_svg(drawn.sheet, drawn.folder / PLAN_SVG)
    if drawn.has_sheets:
        _begun[drawn.folder] = (drawn, unjudged_leaves(drawn.plan, drawn.sheet, drawn.facilities, drawn.standard))


def finish_printing(rest: Rest) -> bool:
    """Write the sheets of a plan that was begun in this process; False where it was not.

    Raises
    ------
    InputError
        If a file cannot be written.
    """
    begun = _begun.get(rest.folder)
    _begun.clear()  # drafts that were not chosen too
    if begun is not None:
        print_sheets(begun[0], rest.report, begun[1])
    return begun is not None


def print_sheets(drawn: Drawn, report: Report, leaves: Leaves | None = None) -> None:
    """Write the sheets.

    Parameters
    ----------
    leaves
        As `unjudged_leaves` makes them of the same plan.

    Raises
    ------
    InputError
        If a file cannot be written.
    """
    book = compose_book(drawn.plan, drawn.sheet, report, drawn.facilities, drawn.standard, leaves)
    write_sheet_dxf(book, drawn.folder / SHEET_DXF)
    write_pdf(book, drawn.folder / SHEET_PDF)
