"""Mark what was found on a copy of the judged drawing."""

from dataclasses import dataclass
from pathlib import Path

from layoutgen.drawings.read_drawing import ReadDrawing
from layoutgen.errors import InputError
from layoutgen.jobs.validate import Judged
from layoutgen.reports.remarks import review_of

SUFFIX = ".dxf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """A wish to have findings marked."""

    drawing: Path
    target: Path
    lang: str  # "zh" or "en"
    with_near: bool = False  # whether what is nearly not met is marked too


def markable(drawing: Path, target: Path, lang: str, *, with_near: bool = False) -> Marking:
    """A wish that can be met.

    Raises
    ------
    InputError
        If one of both is no DXF file, or they are the same.
    """
    if drawing.suffix.lower() != SUFFIX:
        raise InputError(str(drawing), "--mark", drawing.suffix or "no suffix", "a drawing .dxf to mark a copy of")
    if target.suffix.lower() != SUFFIX:
        raise InputError(str(target), "--mark", target.suffix or "no suffix", "a file .dxf to write")
    if drawing.exists() and target.exists() and target.samefile(drawing):
        raise InputError(str(target), "--mark", "the drawing itself", "another file: the drawing is never changed")
    return Marking(drawing=drawing, target=target, lang=lang, with_near=with_near)


def write_marked(judged: Judged, marking: Marking, path: Path) -> None:
    """Write a copy of the drawing with the findings as clouds, notes and a table.

    Raises
    ------
    InputError
        If the drawing cannot be written again, or says no place where a mark could stand.
    OSError
        If the file cannot be written.
    """
    from layoutgen.drawings.review.mark_dxf import marked_dxf  # its CAD library loads slowly

    review = review_of(judged.plan, judged.report, judged.standard, marking.lang, with_near=marking.with_near)
    path.write_bytes(marked_dxf(marking.drawing, ReadDrawing(plan=judged.plan, reading=judged.reading), review))
