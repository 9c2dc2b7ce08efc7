"""What asks no report is drawn while the plan is judged; the printed sheets are finished when it is, by the same process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from layoutgen.drawings.sheet import Sheet
from layoutgen.drawings.write_svg import write_svg
from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.standards.clause import Standard

if TYPE_CHECKING:  # what makes a book loads slowly: the process that prints is the one to wait for it
    from layoutgen.drawings.book import BegunBook
    from layoutgen.drawings.pages import Book

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


_begun: dict[Path, BegunBook] = {}  # of this process, by folder: a plan travels to another process once


def be_ready(_: None) -> None:
    """Import what prints."""
    import layoutgen.drawings.book
    import layoutgen.drawings.write_pdf
    import layoutgen.drawings.write_sheet_dxf  # noqa: F401


def begin_printing(drawn: Drawn) -> None:
    """Write `plan.svg` into the folder, and make all of the book that asks no report.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    from layoutgen.drawings.book import begin_book

    write_svg(drawn.sheet, drawn.folder / PLAN_SVG)
    if drawn.has_sheets:
        _begun[drawn.folder] = begin_book(drawn.plan, drawn.sheet, drawn.facilities, drawn.standard)


def finish_printing(rest: Rest) -> bool:
    """Write the sheets of a plan that was begun in this process; False where it was not.

    Raises
    ------
    InputError
        If a file cannot be written.
    """
    from layoutgen.drawings.book import finish_book

    begun = _begun.get(rest.folder)
    _begun.clear()  # drafts that were not chosen too
    if begun is not None:
        _print(finish_book(begun, rest.report), rest.folder)
    return begun is not None


def print_sheets(drawn: Drawn, report: Report) -> None:
    """Write the sheets of a plan that was not begun.

    Raises
    ------
    InputError
        If a file cannot be written.
    """
    from layoutgen.drawings.book import begin_book, finish_book

    _print(finish_book(begin_book(drawn.plan, drawn.sheet, drawn.facilities, drawn.standard), report), drawn.folder)


def _print(book: Book, folder: Path) -> None:
    from layoutgen.drawings.write_pdf import write_pdf
    from layoutgen.drawings.write_sheet_dxf import write_sheet_dxf

    write_sheet_dxf(book, folder / SHEET_DXF)
    write_pdf(book, folder / SHEET_PDF)
