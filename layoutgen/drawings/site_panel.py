"""The sentences beside the picture of a site file, with north arrow, scale bar and corner coordinates."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import svgwrite
from svgwrite.base import BaseElement

from layoutgen.drawings.round_length import round_length
from layoutgen.inputs.site import Reading
from layoutgen.inputs.understood import groups
from layoutgen.sentence import Sentence, printable

TEXT, HEAD, TITLE = 0.66, 0.85, 1.15  # heights of text, in rows
LATIN = 0.56  # width of a Latin letter by its height
COLOURS = {"understood": "#1d6b3a", "mended": "#8a5a00", "assumed": "#2b4c7e", "unread": "#a01818"}
CORNERS_MOST = 24
LINES_MOST = 40  # of one heading; the rest is counted
NONE = Sentence(en="nothing", zh="无")
BAR_SHARE = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """The drawn panel and how deep it reaches [rows]."""

    group: BaseElement
    depth: float


def panel(svg: svgwrite.Drawing, reading: Reading, lang: str, left: float, width: float, row_m: float) -> Panel:
    """Panel right of the picture.

    Parameters
    ----------
    left, width
        In rows.
    row_m
        Height of a row on the ground [m].
    """
    pen = _Pen(svg, left, width)
    pen.write(printable(reading.site.file_name), TITLE, "#111", is_bold=True)
    pen.mark(row_m)
    for group in groups(reading):
        pen.skip(0.6)
        pen.write(group.heading.text(lang), HEAD, COLOURS[group.key], is_bold=True)
        lines = [line.text(lang) for line in group.lines] or [NONE.text(lang)]
        for line in lines[:LINES_MOST]:
            pen.write(f"· {printable(line)}", TEXT, "#2b2a28")
        if len(lines) > LINES_MOST:
            pen.write(f"… +{len(lines) - LINES_MOST}", TEXT, "#2b2a28")
    pen.skip(0.6)
    pen.write("界址点 X（北） Y（东）" if lang == "zh" else "corners: X (north), Y (east)", HEAD, "#111", is_bold=True)
    for line in _corners(reading):
        pen.write(line, TEXT, "#2b2a28")
    return Panel(group=pen.group, depth=pen.y + 1.0)


def _corners(reading: Reading) -> Iterator[str]:
    """Coordinates of the corners; of a curved boundary only those where an edge begins."""
    east, north = reading.site.origin
    corners = list(reading.site.boundary.exterior.coords)[:-1]
    named = [(f"J{n}", corner) for n, corner in enumerate(corners, 1)]
    if len(corners) > CORNERS_MOST:
        named = [(edge.id, edge.line.coords[0]) for edge in reading.site.edges[:CORNERS_MOST]]
    for name, (x, y, *_) in named:
        yield f"{name}  {y + north:.3f}  {x + east:.3f}"
    if len(corners) > CORNERS_MOST:
        yield f"… {len(corners)}"


class _Pen:
    """Writes downwards in a column."""

    def __init__(self, svg: svgwrite.Drawing, left: float, width: float) -> None:
        self._svg, self._left, self._width = svg, left, width
        self.group = svg.g(id="words")
        self.y = 0.5

    def skip(self, rows: float) -> None:
        """Leave room."""
        self.y += rows

    def write(self, text: str, size: float, colour: str, *, is_bold: bool = False) -> None:
        """Write a paragraph, broken to the column's width."""
        for line in _broken(text, self._width / size):
            self.y += size * 1.4
            element = self._svg.text(line, insert=(round(self._left, 3), round(self.y, 3)), font_size=size, fill=colour)
            if is_bold:
                element.attribs["font-weight"] = "bold"
            self.group.add(element)

    def mark(self, row_m: float) -> None:
        """North arrow and scale bar."""
        step = round_length(self._width * BAR_SHARE * row_m)
        x, y, length = self._left, self.y + 2.2, step / row_m
        self.group.add(self._svg.rect((round(x, 3), round(y, 3)), (round(length, 3), 0.25), fill="#222"))
        self.group.add(
            self._svg.rect(
                (round(x + length, 3), round(y, 3)), (round(length, 3), 0.25), fill="#fff", stroke="#222", stroke_width=0.05
            )
        )
        for at, word in ((0.0, "0"), (length, f"{step:g}"), (2.0 * length, f"{2 * step:g} m")):
            self.group.add(
                self._svg.text(word, insert=(round(x + at, 3), round(y - 0.3, 3)), font_size=0.6, text_anchor="middle")
            )
        tip = x + self._width - 2.5
        arrow = ((tip, y - 1.6), (tip + 0.7, y + 0.6), (tip, y + 0.1), (tip - 0.7, y + 0.6))
        self.group.add(self._svg.polygon([(round(a, 3), round(b, 3)) for a, b in arrow], fill="#222"))
        self.group.add(self._svg.text("北 N", insert=(round(tip + 0.9, 3), round(y, 3)), font_size=0.7))
        self.y = y + 0.6


def _broken(text: str, ems: float) -> Iterator[str]:
    """Lines of a text no wider than so many of its heights; broken at spaces where there are any near the end."""
    line, used, last_space = "", 0.0, -1
    for letter in text:
        wide = 1.0 if unicodedata.east_asian_width(letter) in "WF" else LATIN
        if used + wide > ems and line:
            cut = last_space if last_space > len(line) // 2 else len(line)
            yield line[:cut].rstrip()
            line = "  " + line[cut:].lstrip()
            used = sum(1.0 if unicodedata.east_asian_width(c) in "WF" else LATIN for c in line)
            last_space = -1
        if letter == " ":
            last_space = len(line)
        line, used = line + letter, used + wide
    yield line
