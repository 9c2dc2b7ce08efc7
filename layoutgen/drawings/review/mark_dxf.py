"""A copy of a judged DXF file with its findings marked: every byte of the user's stays, ours stand on one layer."""

from collections.abc import Sequence
from dataclasses import replace
from io import StringIO
from pathlib import Path

from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.notes.all_notes import note_height
from layoutgen.drawings.read_drawing import ReadDrawing
from layoutgen.drawings.review.drawn_texts import drawn_in
from layoutgen.drawings.review.dxf_lines import DxfLines, NoDxfTextError, Span
from layoutgen.drawings.review.dxf_marks import Dialect
from layoutgen.drawings.review.file_frame import FileFrame, frame_of
from layoutgen.drawings.review.lay import Ground, lay_marks
from layoutgen.drawings.review.remark import Review
from layoutgen.drawings.review.splice import old_marks, with_marks
from layoutgen.drawings.review.taste import load_taste
from layoutgen.drawings.write_dxf import fixed_metadata
from layoutgen.errors import InputError
from layoutgen.inputs.cad.read import open_cad
from layoutgen.inputs.user_file import read_bytes
from layoutgen.model.plan import Plan

BEFORE_R2000 = ("AC1012", "AC1014")  # R13 and R14, which the CAD library writes as R2000


def marked_dxf(drawing: Path, read: ReadDrawing, review: Review) -> bytes:
    """Bytes of a copy of a DXF file with a review marked on it; marks of an earlier time are left out.

    Parameters
    ----------
    read
        What was read of the drawing.

    Raises
    ------
    InputError
        If the drawing cannot be read or be written again, or says no place where a mark could stand.
    """
    if read.plan.boundary.is_empty:
        raise InputError(str(drawing), "--mark", "no red line 用地红线", "a drawing whose red line is understood")
    return _marked(_lines_of(drawing), read, review)


def _lines_of(drawing: Path) -> DxfLines:
    """Lines of the file itself; of one that is binary, damaged or of R13 and R14, as the CAD library writes it."""
    try:
        file = DxfLines(read_bytes(drawing))
        if _version(file) not in BEFORE_R2000:
            return file
    except NoDxfTextError:
        pass
    document, _ = open_cad(drawing)
    text = StringIO()
    try:
        with fixed_metadata():
            document.write(text)
        return DxfLines(text.getvalue().encode(document.output_encoding, errors="dxfreplace"))
    except Exception:  # what the library trips over when it writes a damaged drawing is of every sort
        raise InputError(str(drawing), "--mark", "too damaged to be written again", "a drawing saved anew by CAD") from None


def _version(file: DxfLines) -> str:
    tag = file.header("$ACADVER")
    return "" if tag is None else file.value(tag)


def _marked(file: DxfLines, read: ReadDrawing, review: Review) -> bytes:
    """Bytes of the file with the review marked."""
    profile, taste, frame = load_profile(), load_taste(), frame_of(file, read.plan, read.reading)
    old = old_marks(file, profile.holding("paint.review"))
    tag = file.header("$DWGCODEPAGE")
    dialect = Dialect(version=_version(file), code_page="" if tag is None else file.value(tag), unit_m=frame.unit_m)
    mm = note_height(read.plan, profile) / profile.size("note_mm")
    ink = lay_marks(_placed(review, frame), _ground(file, read.plan, frame, old), taste, mm)
    return with_marks(file, old, ink.marks, dialect, profile)


def _placed(review: Review, frame: FileFrame) -> Review:
    """Review with its places in the file's frame."""
    return replace(
        review,
        remarks=tuple(
            replace(remark, spots=tuple(replace(spot, shape=frame.place(spot.shape)) for spot in remark.spots))
            for remark in review.remarks
        ),
    )


def _ground(file: DxfLines, plan: Plan, frame: FileFrame, old: Sequence[Span]) -> Ground:
    """What the marks keep off, and how far the drawing reaches."""
    site = frame.place(plan.boundary)
    drawn = drawn_in(file, old, site.bounds, frame.unit_m)
    east = float(site.bounds[2])
    built = [*(one.footprint for one in plan.buildings), *(one.footprint for one in plan.context)]
    return Ground(
        site=site,
        built=[frame.place(shape) for shape in built],
        edges=[frame.place(outline.exterior) for outline in (plan.boundary, *(way.outline for way in plan.ways))],
        texts=drawn.texts,
        beside=drawn.beside,
        east=east if drawn.east is None else max(east, drawn.east),
    )
