"""What is handed over with a judged drawing: one writer a file, all from the plan and the report as judged."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from layoutgen.drawings.pages import Book
from layoutgen.drawings.plan_json import write_plan_json
from layoutgen.drawings.sheet import Sheet
from layoutgen.drawings.write_pdf import write_pdf
from layoutgen.drawings.write_png import write_png
from layoutgen.drawings.write_sheet_dxf import write_sheet_dxf
from layoutgen.drawings.write_svg import write_svg
from layoutgen.jobs.report_page import write_report_page
from layoutgen.jobs.schedule import write_schedule
from layoutgen.jobs.validate import Judged
from layoutgen.jobs.wanted import Wanted
from layoutgen.model.facility_line import FacilityLine
from layoutgen.reports.report_json import report_json
from layoutgen.standards.clause import Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What the files are made of."""

    judged: Judged
    sheet: Sheet
    book: Book
    facilities: tuple[FacilityLine, ...]
    standard: Standard


def _svg(delivery: Delivery, path: Path) -> None:
    write_svg(delivery.sheet, path)


def _sheet_dxf(delivery: Delivery, path: Path) -> None:
    write_sheet_dxf(delivery.book, path)


def _sheet_pdf(delivery: Delivery, path: Path) -> None:
    write_pdf(delivery.book, path)


def _plan_json(delivery: Delivery, path: Path) -> None:
    write_plan_json(delivery.judged.plan, path)


def _preview(delivery: Delivery, path: Path) -> None:
    write_png(delivery.sheet, path)


def _report_html(delivery: Delivery, path: Path) -> None:
    write_report_page(delivery.judged, path, delivery.sheet)


def _schedule(delivery: Delivery, path: Path) -> None:
    write_schedule(delivery.judged, path)


def _report_json(delivery: Delivery, path: Path) -> None:
    path.write_text(report_json(delivery.judged.report, delivery.judged.given), encoding="utf-8")


DRAWING = "plan.dxf"  # judged, so written before everything else
WRITERS: tuple[tuple[str, Callable[[Delivery, Path], None]], ...] = (
    ("plan.svg", _svg),
    ("sheet.dxf", _sheet_dxf),
    ("sheet.pdf", _sheet_pdf),
    ("plan.json", _plan_json),
    ("report.html", _report_html),
    ("schedule.xlsx", _schedule),
    ("report.json", _report_json),  # the last: where it stands, everything does
)
FILES = (DRAWING, *(name for name, _ in WRITERS))  # as they are handed over
PREVIEW = ("plan.png", _preview)


def write_deliverables(delivery: Delivery, folder: Path, wanted: Wanted) -> tuple[str, ...]:
    """Write every file beside the drawing; their names and the drawing's, in the order of handing over.

    Raises
    ------
    InputError
        If a file cannot be written.
    """
    writers = (PREVIEW, *WRITERS) if wanted.has_preview else WRITERS
    for name, write in writers:
        write(delivery, folder / name)
    return (DRAWING, *(name for name, _ in writers))
