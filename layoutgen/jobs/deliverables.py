"""What is handed over with a judged drawing: the files, and who writes them, all from the plan and the report as judged.

Sheets and everything else are written side by side where there are processes for both.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from layoutgen.drawings.plan_json import write_plan_json
from layoutgen.drawings.write_png import write_png
from layoutgen.jobs.outputs import save_text
from layoutgen.jobs.printing import PLAN_SVG, SHEET_DXF, SHEET_PDF, Drawn, Rest, be_ready, finish_printing, print_sheets
from layoutgen.jobs.report_page import write_report_page
from layoutgen.jobs.schedule import write_schedule
from layoutgen.jobs.validate import Judged
from layoutgen.jobs.wanted import Wanted
from layoutgen.processes import Crew
from layoutgen.reports.report_json import report_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What the files are made of."""

    judged: Judged
    drawn: Drawn


def _plan_json(delivery: Delivery, folder: Path) -> None:
    write_plan_json(delivery.judged.plan, folder / PLAN_JSON)


def _preview(delivery: Delivery, folder: Path) -> None:
    write_png(delivery.drawn.sheet, folder / PREVIEW)


def _report_html(delivery: Delivery, folder: Path) -> None:
    write_report_page(delivery.judged, folder / REPORT_HTML, delivery.drawn.sheet)


def _schedule(delivery: Delivery, folder: Path) -> None:
    write_schedule(delivery.judged, folder / SCHEDULE)


def _report_json(delivery: Delivery, folder: Path) -> None:
    text = report_json(delivery.judged.report, delivery.judged.given)
    save_text(folder / REPORT_JSON, text)


DRAWING = "plan.dxf"  # judged, so written before everything else
PREVIEW, PLAN_JSON = "plan.png", "plan.json"
REPORT_HTML, SCHEDULE, REPORT_JSON = "report.html", "schedule.xlsx", "report.json"
WRITERS: dict[str, Callable[[Delivery, Path], None]] = {  # all but the drawing itself and what `jobs.printing` writes
    PREVIEW: _preview,
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
        crew.aside(be_ready, None)


def write_deliverables(delivery: Delivery, folder: Path, wanted: Wanted, crew: Crew) -> tuple[str, ...]:
    """Write every file but the drawing and what was written while it was judged; all their names, in the order of handing over.

    Raises
    ------
    InputError
        If a file cannot be written.
    """
    asked = DRAFT if wanted.is_draft else FILES
    names = (DRAWING, PREVIEW, *asked[1:]) if wanted.has_preview else asked
    judged, drawn = delivery.judged, delivery.drawn
    is_as_drawn = judged.plan == drawn.plan and judged.standard == drawn.standard
    printed = (
        crew.aside(finish_printing, Rest(folder=folder, report=judged.report)) if drawn.has_sheets and is_as_drawn else None
    )
    for name in names:
        if name in WRITERS:
            WRITERS[name](delivery, folder)
    if drawn.has_sheets and (printed is None or not printed()):
        print_sheets(replace(drawn, plan=judged.plan, standard=judged.standard), judged.report)
    return names


def older_files(folder: Path, written: Sequence[str]) -> tuple[str, ...]:
    """Files of ours in a folder that this run has not written."""
    return tuple(name for name in (*FILES, PREVIEW) if name not in written and (folder / name).exists())
