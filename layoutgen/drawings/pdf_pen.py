"""A pen for PDF: areas, lines and texts in any unit, with the drawings' own font."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from math import cos, radians, sin
from typing import TypeVar

from reportlab import rl_config
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from layoutgen.drawings.fonts import font_path, sayable
from layoutgen.drawings.layers import Colour
from layoutgen.drawings.looks import Look
from layoutgen.drawings.pages import Anchor

Value = TypeVar("Value")
Ring = Iterable[tuple[float, float]]
FONT = "SP-HZ"
DECIMALS = 3  # of coordinates, in the unit in force
MIDDLE = 0.36  # from the base line to the middle of a line of text, as a share of its height
BOLD = 0.025  # width of the line round a bold character, likewise
ROUND = 1  # of joins
OPAQUE: dict[str, object] = {"fill_opacity": 1.0, "opacity": 1.0}  # a stamp's own would be lost
FILLED, STROKED, BOTH = 0, 1, 2  # ways to write
PAINTS = {(False, False): "n", (True, False): "f", (False, True): "S", (True, True): "B"}  # a path, by fill and stroke
UNSAID = "/Span <</ActualText ()>> BDC"  # painted, but no text to a reader
BACK: dict[Anchor, float] = {"left": 0.0, "middle": 0.5, "right": 1.0}  # from the anchor to the start, in widths


@contextmanager
def binary_streams() -> Iterator[None]:
    """Leave the contents of documents as bytes: as letters, the library's default, they are a quarter longer and slower."""
    before = rl_config.useA85
    rl_config.useA85 = 0
    try:
        yield
    finally:
        rl_config.useA85 = before


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A line of text."""

    text: str
    height: float
    anchor: Anchor = "middle"
    turn_deg: float = 0.0  # counter-clockwise
    rgb: Colour
    is_bold: bool = False
    halo: Look | None = None  # stroke round the characters, its width a share of the height


class PdfPen:
    """Paints on the pages of one document; lengths are millimetres but where the pen is scaled."""

    def __init__(self, title: str, subject: str) -> None:
        registerFont(TTFont(FONT, str(font_path())))
        self._file = BytesIO()
        self._canvas = Canvas(self._file, invariant=1, pageCompression=1, initialFontName=FONT, lang="zh-CN")
        self._canvas.setTitle(sayable(title))
        self._canvas.setSubject(sayable(subject))
        self._canvas.setCreator("layoutgen")
        self._canvas.setAuthor("layoutgen")
        self._now: dict[str, object] = {}  # the graphics state in force

    @contextmanager
    def page(self, key: str, title: str, size_mm: tuple[float, float]) -> Iterator[None]:
        """Paint on a new page of this size, listed in the document's contents."""
        self._canvas.setPageSize((size_mm[0] * mm, size_mm[1] * mm))
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(sayable(title), key)
        with self._state():
            self._canvas.scale(mm, mm)
            self._canvas.setLineJoin(ROUND)
            yield
        self._canvas.showPage()

    @contextmanager
    def window(self, at_mm: tuple[float, float], size_mm: tuple[float, float], unit_mm: float) -> Iterator[None]:
        """Paint within a rectangle of the page, in another unit, from its lower left corner."""
        with self._state():
            self._canvas.translate(*at_mm)
            path = self._canvas.beginPath()
            path.rect(0.0, 0.0, *size_mm)
            self._canvas.clipPath(path, stroke=0, fill=0)
            self._canvas.scale(unit_mm, unit_mm)
            yield

    def paint(self, rings: Iterable[Ring], look: Look, *, is_closed: bool = True, has_holes: bool = False) -> None:
        """Paint lines, or areas: their union, or with holes where an odd number of rings lies round."""
        code = [self._ring(ring, is_closed=is_closed) for ring in rings]
        self._take(look)
        paints = PAINTS[look.fill is not None, look.stroke is not None]
        self._canvas.addLiteral(" ".join((*code, paints + "*" if has_holes and look.fill is not None else paints)))

    def circle(self, centre: tuple[float, float], radius: float, look: Look) -> None:
        """Paint a disc."""
        self._take(look)
        stroke, fill = int(look.stroke is not None), int(look.fill is not None)
        self._canvas.circle(centre[0], centre[1], radius, stroke=stroke, fill=fill)

    @contextmanager
    def stamp(self, name: str, bounds: tuple[float, float, float, float]) -> Iterator[None]:
        """Make a stamp of what is painted within bounds; how opaque it is, is said where it is pressed."""
        before, self._now = self._now, dict(OPAQUE)
        self._canvas.beginForm(name, *bounds)
        yield
        self._canvas.endForm()
        self._now = before

    def press(self, name: str, at: tuple[float, float], scale: float, look: Look) -> None:
        """Press a stamp, as opaque as the fill and the stroke of a look."""
        self._take(look)
        self._canvas.saveState()
        self._canvas.transform(round(scale, DECIMALS), 0, 0, round(scale, DECIMALS), *(round(part, DECIMALS) for part in at))
        self._canvas.doForm(name)
        self._canvas.restoreState()

    def say(self, at: tuple[float, float], writing: Writing) -> None:
        """Write a line of text by the middle of its height; a character is as high as wide."""
        if writing.halo is not None:
            self._canvas.addLiteral(UNSAID)
            self._write(at, writing, replace(writing.halo, width=writing.halo.width * writing.height), STROKED)
            self._canvas.addLiteral("EMC")
        edge = writing.rgb if writing.is_bold else None
        look = Look(fill=writing.rgb, stroke=edge, width=BOLD * writing.height)
        self._write(at, writing, look, BOTH if writing.is_bold else FILLED)

    def _write(self, at: tuple[float, float], writing: Writing, look: Look, mode: int) -> None:
        said, height = sayable(writing.text), writing.height
        along, across = cos(radians(writing.turn_deg)), sin(radians(writing.turn_deg))
        back = BACK[writing.anchor] * self._canvas.stringWidth(said, FONT, height)
        drop = MIDDLE * height
        line = self._canvas.beginText()
        line.setFont(FONT, height)
        line.setTextTransform(
            *(round(part, 5) for part in (along, across, -across, along)),
            round(at[0] - back * along + drop * across, DECIMALS),
            round(at[1] - back * across - drop * along, DECIMALS),
        )
        self._take(look)
        line.setTextRenderMode(mode)
        line.textOut(said)
        line.setTextRenderMode(FILLED)
        self._canvas.drawText(line)

    def document(self) -> bytes:
        """The finished document; the pen is not used after it."""
        self._canvas.save()
        return self._file.getvalue()

    @staticmethod
    def _ring(ring: Ring, *, is_closed: bool) -> str:
        """Path of a ring as PDF writes it; the library's own way takes several times as long."""
        points = [f"{round(float(x), DECIMALS)!r} {round(float(y), DECIMALS)!r}" for x, y in ring]
        return " l ".join((" m ".join(points[:2]), *points[2:])) + (" l h" if is_closed else " l") if len(points) > 1 else ""

    @contextmanager
    def _state(self) -> Iterator[None]:
        before = dict(self._now)
        self._canvas.saveState()
        yield
        self._canvas.restoreState()
        self._now = before

    def _take(self, look: Look) -> None:
        canvas = self._canvas
        if look.fill is not None:
            self._set("fill", look.fill, lambda rgb: canvas.setFillColorRGB(*_shares(rgb)))
            self._set("fill_opacity", look.fill_opacity, canvas.setFillAlpha)
        if look.stroke is not None:
            self._set("stroke", look.stroke, lambda rgb: canvas.setStrokeColorRGB(*_shares(rgb)))
            self._set("opacity", look.opacity, canvas.setStrokeAlpha)
            self._set("width", round(look.width, DECIMALS), canvas.setLineWidth)
            self._set("dash", tuple(round(part, DECIMALS) for part in look.dash), canvas.setDash)

    def _set(self, what: str, value: Value, setter: Callable[[Value], None]) -> None:
        """Change the graphics state where it differs."""
        if self._now.get(what) != value:
            setter(value)
            self._now[what] = value


def _shares(rgb: Colour) -> tuple[float, ...]:
    return tuple(round(part / 255.0, DECIMALS) for part in rgb)
