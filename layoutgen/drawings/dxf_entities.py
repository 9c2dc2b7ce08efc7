"""What stands in the model space of a DXF file, as text, tag by tag: the CAD library makes it eight times as slowly."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from layoutgen.drawings.layers import Layer
from layoutgen.drawings.sheet import Hatch, Line, Outline, PointMark, Points, Sheet, Text, Tree

APPID = "LAYOUTGEN"
LONGEST_XDATA = 80  # characters: 255 bytes at three bytes each
SOLID = 7  # colour index of a hatch without true colour
CENTRE, MIDDLE = 1, 2  # alignment of texts

Look = tuple[str, int, int, int]  # line type, colour index, line weight, true colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """Entities by their parts: their number is told, so that each can have its handle."""

    rows: Mapping[str, Layer]
    style: str
    looks: Mapping[str, Look]  # by layer code, of lines that borrow them

    def of(self, sheet: Sheet) -> Iterator[tuple[str, str, str]]:
        """Kind, head and body of every entity: its handle and owner stand between kind and head."""
        yield from (self._hatch(hatch) for hatch in sheet.hatches)
        yield from (self._outline(outline) for outline in sheet.outlines)
        yield from (self._line(line, self._xdata(line.id, line.layer)) for line in sheet.lines)
        yield from (self._point(mark) for mark in sheet.points)
        yield from (self._text(text) for text in sheet.labels)
        yield from (self._line(line, "") for line in sheet.paint_lines)
        yield from (self._tree(tree) for tree in sheet.trees)
        yield from (self._text(text) for text in sheet.captions)

    def _head(self, layer: str) -> str:
        return f"  8\n{self.rows[layer].name}\n"

    def _xdata(self, name: str, layer: str) -> str:
        return f"1001\n{APPID}\n1000\n{name[:LONGEST_XDATA]}\n1000\n{self.rows[layer].holds}\n"

    def _hatch(self, hatch: Hatch) -> tuple[str, str, str]:
        red, green, blue = hatch.rgb
        head = f"{self._head(hatch.layer)} 62\n{SOLID}\n420\n{red << 16 | green << 8 | blue}\n"
        top = "100\nAcDbHatch\n 10\n0.0\n 20\n0.0\n 30\n0.0\n210\n0.0\n220\n0.0\n230\n1.0\n  2\nSOLID\n 70\n1\n 71\n0\n"
        path = f" 91\n1\n 92\n3\n 72\n0\n 73\n1\n 93\n{len(hatch.points)}\n{_corners(hatch.points)} 97\n0\n"
        return "HATCH", head, f"{top}{path} 75\n0\n 76\n1\n 98\n0\n"

    def _outline(self, outline: Outline) -> tuple[str, str, str]:
        body = _polyline(outline.points, is_closed=True)
        return "LWPOLYLINE", self._head(outline.layer), body + self._xdata(outline.id, outline.layer)

    def _line(self, line: Line, xdata: str) -> tuple[str, str, str]:
        head = self._head(line.layer)
        if line.look:
            linetype, colour, weight, true_colour = self.looks[line.look]
            head += f"  6\n{linetype}\n 62\n{colour}\n370\n{weight}\n420\n{true_colour}\n"
        return "LWPOLYLINE", head, _polyline(line.points, is_closed=False) + xdata

    def _point(self, mark: PointMark) -> tuple[str, str, str]:
        body = f"100\nAcDbPoint\n{_place(10, mark.point)}{self._xdata(mark.id, mark.layer)}"
        return "POINT", self._head(mark.layer), body

    def _tree(self, tree: Tree) -> tuple[str, str, str]:
        body = f"100\nAcDbCircle\n{_place(10, tree.point)} 40\n{float(tree.crown_m)}\n"
        return "CIRCLE", self._head(tree.layer), body

    def _text(self, text: Text) -> tuple[str, str, str]:
        words = text.text.replace("\n", "").replace("\r", "")
        turn = f" 50\n{float(text.turn_deg)}\n" if text.turn_deg else ""
        across = "" if text.is_left else f" 72\n{CENTRE}\n"
        first = f"100\nAcDbText\n{_place(10, text.point)} 40\n{float(text.height_m)}\n  1\n{words}\n{turn}"
        second = f"  7\n{self.style}\n{across}{_place(11, text.point)}100\nAcDbText\n 73\n{MIDDLE}\n"
        return "TEXT", self._head(text.layer), first + second


def entities_text(parts: Iterable[tuple[str, str, str]], owner: str, first_handle: int) -> tuple[str, int]:
    """Text of entities with handles from a first one on, and the handle that comes after."""
    listed = list(parts)
    text = "".join(
        f"  0\n{kind}\n  5\n{first_handle + n:X}\n330\n{owner}\n100\nAcDbEntity\n{head}{body}"
        for n, (kind, head, body) in enumerate(listed)
    )
    return text, first_handle + len(listed)


def _polyline(points: Points, *, is_closed: bool) -> str:
    return f"100\nAcDbPolyline\n 90\n{len(points)}\n 70\n{int(is_closed)}\n{_corners(points)}"


def _corners(points: Points) -> str:
    return "".join(f" 10\n{float(x)}\n 20\n{float(y)}\n" for x, y in points)


def _place(code: int, point: tuple[float, float]) -> str:
    return f" {code}\n{float(point[0])}\n {code + 10}\n{float(point[1])}\n {code + 20}\n0.0\n"
