"""What `validate` prints of a judgement: the report as text or JSON, and what changed since an earlier one."""

from dataclasses import dataclass
from pathlib import Path

from layoutgen.inputs.old_report import read_old_report
from layoutgen.jobs.validate import Judged
from layoutgen.model.snapshot import Snapshot, snapshot_of
from layoutgen.reports.against import Changes, changes_between
from layoutgen.reports.against_text import changes_json, changes_text
from layoutgen.reports.reading_text import reading_text
from layoutgen.reports.report_json import report_json
from layoutgen.reports.report_text import report_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How a judgement is told."""

    form: str  # "text" or "json"
    lang: str
    is_full: bool = False  # every clause, not only what failed or needs a look
    is_near: bool = False  # every near miss
    earlier: Snapshot | None = None  # of the report that it is held against


def earlier_report(path: Path | None) -> Snapshot | None:
    """Snapshot of an earlier `report.json`; None where none is named.

    Raises
    ------
    InputError
        If the file cannot be read, or is no report of layoutgen.
    """
    return None if path is None else read_old_report(path)


def snapshot_of_judged(judged: Judged) -> Snapshot:
    """What a later judgement is held against."""
    return snapshot_of(judged.report, str(judged.given["drawing"]), str(judged.given["sha256"]))


def told(judged: Judged, telling: Telling) -> str:
    """Text for standard output, without its last line's end."""
    changes = changes_since(judged, telling.earlier)
    if telling.form == "json":
        more = {} if changes is None else {"against": changes_json(changes)}
        return report_json(judged.report, judged.given, more).rstrip("\n")
    text = report_text(judged.report, telling.lang, full=telling.is_full, near=telling.is_near)
    parts = [text, reading_text(judged.reading, telling.lang), "" if changes is None else changes_text(changes, telling.lang)]
    return "\n".join(part for part in parts if part)


def changes_since(judged: Judged, earlier: Snapshot | None) -> Changes | None:
    """What is not as in an earlier report; None where none is named."""
    return None if earlier is None else changes_between(earlier, snapshot_of_judged(judged))
