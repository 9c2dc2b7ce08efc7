"""Mark what was found on a copy of the judged drawing."""

from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.jobs.validate import Judged
from layoutgen.reports.remarks import review_of


def write_marked(judged: Judged, drawing: Path, target: Path, lang: str) -> None:
    """Write a copy of a DXF file with the findings as clouds, notes and a table; the drawing itself is left alone.

    Raises
    ------
    InputError
        If the drawing is no DXF file, cannot be written again, or is the target; or the target cannot be written.
    """
    if drawing.suffix.lower() != ".dxf" or target.suffix.lower() != ".dxf":
        raise InputError(str(drawing), "--mark", str(target), "a drawing .dxf, and a file .dxf to write")
    from layoutgen.drawings.review.mark_dxf import mark_dxf  # its CAD library loads slowly

    mark_dxf(drawing, judged.plan, review_of(judged.plan, judged.report, judged.standard, lang), target)
