"""A sheet becomes a picture: its SVG painted into a PNG with the package's own font."""

from pathlib import Path

from layoutgen.drawings.fonts import FONT_FAMILY, font_path
from layoutgen.drawings.sheet import Sheet
from layoutgen.drawings.staged import write_staged
from layoutgen.drawings.write_svg import svg_text

LONGER_SIDE = 2400  # pixels
DOTS_PER_INCH = 96.0  # by which the painter reads the SVG's millimetres


def write_png(sheet: Sheet, path: Path) -> None:
    """Write a sheet as PNG, the same bytes with any fonts on the machine.

    Raises
    ------
    InputError
        If the file cannot be written.
    """
    picture = _painted(sheet)
    write_staged(path, lambda target: _save(picture, target))


def _save(picture: bytes, target: Path) -> None:
    target.write_bytes(picture)


def _painted(sheet: Sheet) -> bytes:
    from resvg_py import svg_to_bytes

    west, south, east, north = sheet.bounds
    share = min(1.0, (east - west) / (north - south))
    return svg_to_bytes(
        svg_string=svg_text(sheet),
        width=max(1, round(LONGER_SIDE * share)),
        dpi=DOTS_PER_INCH,
        background="#fff",
        skip_system_fonts=True,
        font_files=[str(font_path())],
        font_family=FONT_FAMILY,
        sans_serif_family=FONT_FAMILY,
    )
