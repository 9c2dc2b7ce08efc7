"""What is painted on a page as text of a DXF file, tag by tag: the CAD library makes it several times as slowly."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from layoutgen.drawings.encodings import legible
from layoutgen.drawings.layers import Colour
from layoutgen.drawings.pages import BLACK, Anchor, Page, PaperFill, PaperLine, PaperPoint, PaperPoints, PaperText

NARROWED = 0.68  # width factor: a Chinese character, whose box is higher than the text's height, is then as wide as that
MIDDLE = 2  # of the text's height
ACROSS: Mapping[Anchor, int] = {"left": 0, "middle": 1, "right": 2}
SOLID = 7  # colour index of a fill without true colour
OUTER, HOLE = 3, 18  # polyline paths of a hatch: external, and outermost inside it

Part = tuple[str, str, str]  # kind, head and body; handle and owner stand between kind and head


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperEntities:
    """Entities of paper space."""

    layer: str  # of fills and lines
    text_layer: str
    style: str
    bold_style: str
    encoding: str
    linetype_scale: float  # of the whole drawing, which dashes in millimetres are freed from

    def of(self, page: Page) -> Iterator[Part]:
        """Everything on a page but its views, in the order painted."""
        yield from (self._fill(fill) for fill in page.fills)
        yield from (self._line(line) for line in page.lines)
        yield from (self._text(text) for text in page.texts)

    def _fill(self, fill: PaperFill) -> Part:
        head = f"{_on(self.layer)} 62\n{SOLID}\n420\n{_true_colour(fill.rgb)}\n"
        top = "100\nAcDbHatch\n 10\n0.0\n 20\n0.0\n 30\n0.0\n210\n0.0\n220\n0.0\n230\n1.0\n  2\nSOLID\n 70\n1\n 71\n0\n"
        rings = ((OUTER, fill.points_mm), *((HOLE, hole) for hole in fill.holes_mm))
        paths = "".join(f" 92\n{kind}\n 72\n0\n 73\n1\n 93\n{len(ring)}\n{_corners(ring)} 97\n0\n" for kind, ring in rings)
        return "HATCH", head, f"{top} 91\n{len(rings)}\n{paths} 75\n0\n 76\n1\n 98\n0\n"

    def _line(self, line: PaperLine) -> Part:
        head = _on(self.layer)
        if line.dash_mm:
            head += f"  6\n{dash_name(line.dash_mm)}\n"
        head += f"370\n{round(line.width_mm * 100.0)}\n"
        if line.dash_mm:
            head += f" 48\n{1.0 / self.linetype_scale}\n"
        if line.rgb != BLACK:
            head += f"420\n{_true_colour(line.rgb)}\n"
        points = line.points_mm
        body = f"100\nAcDbPolyline\n 90\n{len(points)}\n 70\n{int(line.is_closed)}\n{_corners(points)}"
        return "LWPOLYLINE", head, body

    def _text(self, text: PaperText) -> Part:
        said = plain(legible(text.text, self.encoding))
        turn = f" 50\n{float(text.turn_deg)}\n" if text.turn_deg else ""
        style = self.bold_style if text.is_bold else self.style
        first = f"100\nAcDbText\n{_place(10, text.at_mm)} 40\n{float(text.height_mm)}\n  1\n{said}\n{turn} 41\n{NARROWED}\n"
        second = f"  7\n{style}\n 72\n{ACROSS[text.anchor]}\n{_place(11, text.at_mm)}100\nAcDbText\n 73\n{MIDDLE}\n"
        return "TEXT", _on(self.text_layer), first + second


def dash_name(dash_mm: tuple[float, ...]) -> str:
    """Name of the line type of dashes."""
    return "SP-DASH-" + "-".join(f"{part:g}".replace(".", "_") for part in dash_mm)


def plain(text: str) -> str:
    """Text without what a CAD program reads as a code: %%d is a degree, ^I a tab."""
    text = "".join(char for char in text if char.isprintable() or char == "\u3000")
    return text.replace("%%", "% %").replace("^", "^ ").replace("\\U+", "\\U +").replace("\\M+", "\\M +")


def _on(layer: str) -> str:
    """Head of an entity of paper space."""
    return f" 67\n1\n  8\n{layer}\n"


def _corners(points: PaperPoints) -> str:
    return "".join(f" 10\n{float(x)}\n 20\n{float(y)}\n" for x, y in points)


def _place(code: int, point: PaperPoint) -> str:
    return f" {code}\n{float(point[0])}\n {code + 10}\n{float(point[1])}\n {code + 20}\n0.0\n"


def _true_colour(rgb: Colour) -> int:
    red, green, blue = rgb
    return red << 16 | green << 8 | blue
