"""`report.html` of a judged drawing."""

from pathlib import Path

from layoutgen.drawings.compose import compose
from layoutgen.drawings.sheet import Sheet
from layoutgen.jobs.outputs import save_text
from layoutgen.jobs.validate import Judged
from layoutgen.reports.html.dossier import Dossier
from layoutgen.reports.html.page import report_html


def write_report_page(judged: Judged, path: Path, sheet: Sheet | None = None) -> None:
    """Write the page.

    Parameters
    ----------
    sheet
        The drawing as composed; without one it is composed anew from what was read.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    dossier = Dossier(
        plan=judged.plan,
        report=judged.report,
        given=judged.given,
        standard=judged.standard,
        sheet=compose(judged.plan, judged.report.facilities) if sheet is None else sheet,
        reading=judged.reading,
    )
    save_text(path, report_html(dossier))
