"""The files that `validate` writes beside what it prints, each where the user asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from layoutgen.jobs.mark import Marking, write_marked
from layoutgen.jobs.outputs import Writer, save_text, write_outputs
from layoutgen.jobs.told import changes_since
from layoutgen.jobs.validate import Judged
from layoutgen.model.snapshot import Snapshot
from layoutgen.reports.report_json import report_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Where each file is to stand; None = not asked."""

    report: Path | None = None  # report.json
    html: Path | None = None
    workbook: Path | None = None
    marking: Marking | None = None  # of the findings, on a copy of the drawing
    sarif: Path | None = None
    earlier: Snapshot | None = None  # of the report that SARIF is held against
    lang: str = "en"  # of what is written in one language only


def write_beside(judged: Judged, beside: Beside) -> None:
    """Write what was asked, each file staged and renamed.

    Raises
    ------
    InputError
        If one cannot be written.
    """
    for path, write in _writers(judged, beside):
        write_outputs(path.parent, ((path.name, write),))


def _writers(judged: Judged, beside: Beside) -> Iterator[tuple[Path, Writer]]:
    if beside.report is not None:
        document = report_json(judged.report, judged.given)
        yield beside.report, lambda path: save_text(path, document)
    if beside.html is not None:
        from layoutgen.jobs.report_page import write_report_page

        yield beside.html, lambda path: write_report_page(judged, path)
    if beside.workbook is not None:
        from layoutgen.jobs.schedule import write_schedule

        yield beside.workbook, lambda path: write_schedule(judged, path)
    if beside.marking is not None:
        marking = beside.marking
        yield marking.target, lambda path: write_marked(judged, marking, path)
    if beside.sarif is not None:
        from layoutgen.reports.handles import named_handles
        from layoutgen.reports.sarif import sarif_text

        handles = named_handles(judged.report, judged.reading)
        told = sarif_text(judged.report, judged.given, handles, beside.lang, changes_since(judged, beside.earlier))
        yield beside.sarif, lambda path: save_text(path, told)
