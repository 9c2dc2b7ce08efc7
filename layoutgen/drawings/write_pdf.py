"""A book becomes a PDF: a page of true size for every page, with the font embedded and the text searchable."""

from collections.abc import Mapping
from pathlib import Path

from layoutgen.drawings.looks import Look
from layoutgen.drawings.pages import BLACK, Book, Page, View
from layoutgen.drawings.paper.pen import THIN
from layoutgen.drawings.pdf_model import make_stamps, paint_view, stamp_views
from layoutgen.drawings.pdf_pen import PdfPen, Writing, binary_streams
from layoutgen.drawings.sheet import Sheet
from layoutgen.drawings.staged import write_staged


def write_pdf(book: Book, path: Path) -> None:
    """Write a book as PDF, the same bytes for the same book.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    with binary_streams():
        pen = PdfPen(book.sheet.title, "、".join(page.title for page in book.pages))
        make_stamps(pen)
        stamps = stamp_views(pen, book.sheet, (view for page in book.pages for view in page.views))
        for page in book.pages:
            with pen.page(page.key, page.title, page.size_mm):
                _paint(pen, page, book.sheet, stamps)
        document = pen.document()
    write_staged(path, lambda target: _save(document, target))


def _save(document: bytes, target: Path) -> None:
    target.write_bytes(document)


def _paint(pen: PdfPen, page: Page, sheet: Sheet, stamps: Mapping[View, str]) -> None:
    for view in page.views:
        if view in stamps:
            pen.press(stamps[view], (0.0, 0.0), 1.0, Look(fill=BLACK, stroke=BLACK, width=THIN))
        else:
            paint_view(pen, sheet, view)
    for fill in page.fills:
        pen.paint((fill.points_mm, *fill.holes_mm), Look(fill=fill.rgb), has_holes=True)
    for line in page.lines:
        look = Look(stroke=line.rgb, width=line.width_mm, dash=line.dash_mm)
        pen.paint((line.points_mm,), look, is_closed=line.is_closed)
    for text in page.texts:
        writing = Writing(
            text=text.text,
            height=text.height_mm,
            anchor=text.anchor,
            turn_deg=text.turn_deg,
            rgb=BLACK,
            is_bold=text.is_bold,
        )
        pen.say(text.at_mm, writing)
