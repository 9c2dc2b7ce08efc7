"""What is handed over with a judged drawing: the files, and who writes them, all from the plan and the report as judged.

Sheets and everything else are written side by side where there are processes for both.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from layoutgen.drawings.book import compose_book
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
from layoutgen.processes import Crew
from layoutgen.reports.report_json import report_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What the files are made of."""

    judged: Judged
    sheet: Sheet
    facilities: tuple[FacilityLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one process writes."""

    delivery: Delivery
    folder: Path
    names: tuple[str, ...]


def _sheets(delivery: Delivery, folder: Path) -> None:
    judged = delivery.judged
    book = compose_book(judged.plan, delivery.sheet, judged.report, delivery.facilities, judged.standard)
    write_sheet_dxf(book, folder / SHEET_DXF)
    write_pdf(book, folder / SHEET_PDF)


def _svg(delivery: Delivery, folder: Path) -> None:
    write_svg(delivery.sheet, folder / PLAN_SVG)


def _plan_json(delivery: Delivery, folder: Path) -> None:
    write_plan_json(delivery.judged.plan, folder / PLAN_JSON)


def _preview(delivery: Delivery, folder: Path) -> None:
    write_png(delivery.sheet, folder / PREVIEW)


def _report_html(delivery: Delivery, folder: Path) -> None:
    write_report_page(delivery.judged, folder / REPORT_HTML, delivery.sheet)


def _schedule(delivery: Delivery, folder: Path) -> None:
    write_schedule(delivery.judged, folder / SCHEDULE)


def _report_json(delivery: Delivery, folder: Path) -> None:
    text = report_json(delivery.judged.report, delivery.judged.given)
    (folder / REPORT_JSON).write_text(text, encoding="utf-8")


DRAWING = "plan.dxf"  # judged, so written before everything else
PREVIEW, PLAN_SVG, PLAN_JSON, SHEET_DXF, SHEET_PDF = "plan.png", "plan.svg", "plan.json", "sheet.dxf", "sheet.pdf"
REPORT_HTML, SCHEDULE, REPORT_JSON = "report.html", "schedule.xlsx", "report.json"
WRITERS: dict[str, Callable[[Delivery, Path], None]] = {  # by the last file that each writes
    PREVIEW: _preview,
    PLAN_SVG: _svg,
    SHEET_PDF: _sheets,
    PLAN_JSON: _plan_json,
    REPORT_HTML: _report_html,
    SCHEDULE: _schedule,
    REPORT_JSON: _report_json,
}
# As they are handed over; the report comes last: where it stands, everything does.
FILES = (DRAWING, PLAN_SVG, SHEET_DXF, SHEET_PDF, PLAN_JSON, REPORT_HTML, SCHEDULE, REPORT_JSON)
DRAFT = (DRAWING, PLAN_SVG, PLAN_JSON, REPORT_JSON)


def make_ready(wanted: Wanted, crew: Crew) -> None:
    """Let a process that will write the sheets start while the plan is drawn and judged."""
    if not wanted.is_draft:
        crew.aside(_have_writers, None)


def _have_writers(_: None) -> None:
    """Nothing more: a process that has come here has imported them."""


def write_deliverables(delivery: Delivery, folder: Path, wanted: Wanted, crew: Crew) -> tuple[str, ...]:
    """Write every file beside the drawing; their names and the drawing's, in the order of handing over.

    Raises
    ------
    InputError
        If a file cannot be written.
    """
    asked = DRAFT if wanted.is_draft else FILES
    names = (DRAWING, PREVIEW, *asked[1:]) if wanted.has_preview else asked
    here = tuple(name for name in names if name in WRITERS and name != SHEET_PDF)
    aside = (SHEET_PDF,) if SHEET_PDF in names else ()
    sheets = crew.aside(_write, Share(delivery=delivery, folder=folder, names=aside)) if aside else None
    _write(Share(delivery=delivery, folder=folder, names=here))
    if sheets is not None:
        sheets()
    return names


def older_files(folder: Path, written: Sequence[str]) -> tuple[str, ...]:
    """Files of ours in a folder that this run has not written."""
    return tuple(name for name in (*FILES, PREVIEW) if name not in written and (folder / name).exists())


def _write(share: Share) -> None:
    for name in share.names:
        WRITERS[name](share.delivery, share.folder)
