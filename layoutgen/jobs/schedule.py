"""The workbook of a judged drawing, wherever it was drawn."""

from pathlib import Path

from layoutgen.jobs.validate import Judged


def write_schedule(judged: Judged, path: Path) -> None:
    """Write `schedule.xlsx`.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    from layoutgen.reports.xlsx.schedule import schedule_tables  # the spreadsheet library is loaded when it is needed
    from layoutgen.reports.xlsx.workbook import write_workbook

    write_workbook(schedule_tables(judged.plan, judged.report), path)
