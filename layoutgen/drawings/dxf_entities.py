"""What stands in the model space of a DXF file, as text, tag by tag: the CAD library makes it eight times as slowly."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from layoutgen.drawings.dimension_picture import picture_of
from layoutgen.drawings.layers import Layer
from layoutgen.drawings.sheet import Dimension, Hatch, Line, Outline, PointMark, Points, Sheet, Text, Tree

APPID = "LAYOUTGEN"
LONGEST_XDATA = 80  # characters: 255 bytes at three bytes each
SOLID = 7  # colour index of a hatch without true colour
CAPITAL = 0.7  # height of a capital letter, which this format gives, of that of a Chinese character
CENTRE, MIDDLE = 1, 2  # alignment of texts
STRIPES = "ANSI31"
STRIPE_STEP = 0.5**0.5  # along each axis, of the pitch
OUTSIDE, INSIDE = 3, 18  # kinds of a hatch's paths: of straight sides, outermost or a hole
TEXT_MOVED = 128  # a dimension whose text was put where it is
ALIGNED = 1 + 32  # a dimension along what it measures, with a picture of its own

Look = tuple[str, int, int, int]  # line type, colour index, line weight, true colour


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """Entities by their parts: their number is told, so that each can have its handle."""

    rows: Mapping[str, Layer]
    style: str
    looks: Mapping[str, Look]  # by layer code, of lines that borrow them
    tree: str = ""  # block of a tree; "" = trees are circles
    dimensions: tuple[str, ...] = ()  # block of each dimension's picture
    dimension_style: str = ""

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
        yield from map(self._dimension, sheet.dimensions, self.dimensions)

    def _head(self, layer: str) -> str:
        return f"  8\n{self.rows[layer].name}\n"

    def _xdata(self, name: str, layer: str) -> str:
        return f"1001\n{APPID}\n1000\n{name[:LONGEST_XDATA]}\n1000\n{self.rows[layer].holds}\n"

    def _hatch(self, hatch: Hatch) -> tuple[str, str, str]:
        red, green, blue = hatch.rgb
        head = f"{self._head(hatch.layer)} 62\n{SOLID}\n420\n{red << 16 | green << 8 | blue}\n"
        name, is_solid = (STRIPES, 0) if hatch.stripe_m else ("SOLID", 1)
        top = f"100\nAcDbHatch\n{_place(10, (0.0, 0.0))}210\n0.0\n220\n0.0\n230\n1.0\n  2\n{name}\n 70\n{is_solid}\n 71\n0\n"
        paths = f" 91\n{1 + len(hatch.holes)}\n{_path(hatch.points, OUTSIDE)}"
        paths += "".join(_path(hole, INSIDE) for hole in hatch.holes)
        return "HATCH", head, f"{top}{paths} 75\n0\n 76\n1\n{_stripes(hatch.stripe_m)} 98\n0\n"

    def _outline(self, outline: Outline) -> tuple[str, str, str]:
        body = _polyline(outline.points, (), is_closed=True)
        return "LWPOLYLINE", self._head(outline.layer), body + self._xdata(outline.id, outline.layer)

    def _line(self, line: Line, xdata: str) -> tuple[str, str, str]:
        head = self._head(line.layer)
        if line.look:
            linetype, colour, weight, true_colour = self.looks[line.look]
            head += f"  6\n{linetype}\n 62\n{colour}\n370\n{weight}\n420\n{true_colour}\n"
        return "LWPOLYLINE", head, _polyline(line.points, line.bulges, is_closed=False) + xdata

    def _point(self, mark: PointMark) -> tuple[str, str, str]:
        body = f"100\nAcDbPoint\n{_place(10, mark.point)}{self._xdata(mark.id, mark.layer)}"
        return "POINT", self._head(mark.layer), body

    def _tree(self, tree: Tree) -> tuple[str, str, str]:
        if self.tree:
            size = float(tree.crown_m)
            body = f"100\nAcDbBlockReference\n  2\n{self.tree}\n{_place(10, tree.point)} 41\n{size}\n 42\n{size}\n 43\n{size}\n"
            return "INSERT", self._head(tree.layer), body
        body = f"100\nAcDbCircle\n{_place(10, tree.point)} 40\n{float(tree.crown_m)}\n"
        return "CIRCLE", self._head(tree.layer), body

    def _text(self, text: Text) -> tuple[str, str, str]:
        words = text.text.replace("\n", "").replace("\r", "")
        turn = f" 50\n{float(text.turn_deg)}\n" if text.turn_deg else ""
        across = "" if text.is_left else f" 72\n{CENTRE}\n"
        first = f"100\nAcDbText\n{_place(10, text.point)} 40\n{round(CAPITAL * text.height_m, 3)}\n  1\n{words}\n{turn}"
        second = f"  7\n{self.style}\n{across}{_place(11, text.point)}100\nAcDbText\n 73\n{MIDDLE}\n"
        return "TEXT", self._head(text.layer), first + second

    def picture(self, dimension: Dimension) -> Iterator[tuple[str, str, str]]:
        """Entities of a dimension's picture."""
        picture = picture_of(dimension)
        for points in (picture.line, *picture.lines):
            yield self._line(Line(layer=dimension.layer, id="", points=points), "")
        yield self._text(picture.text)

    def _dimension(self, dimension: Dimension, block: str) -> tuple[str, str, str]:
        picture = picture_of(dimension)
        text, kind = picture.text.point, ALIGNED + (TEXT_MOVED if dimension.is_beyond else 0)
        body = f"100\nAcDbDimension\n  2\n{block}\n{_place(10, picture.line[1])}{_place(11, text)} 70\n{kind}\n 71\n5\n"
        body += f" 42\n{dimension.length_m}\n  3\n{self.dimension_style}\n"
        feet = f"{_place(13, dimension.start)}{_place(14, dimension.end)}"
        return "DIMENSION", self._head(dimension.layer), f"{body}100\nAcDbAlignedDimension\n{feet}"


def entities_text(parts: Iterable[tuple[str, str, str]], owner: str, first_handle: int) -> tuple[str, int]:
    """Text of entities with handles from a first one on, and the handle that comes after."""
    listed = list(parts)
    text = "".join(
        f"  0\n{kind}\n  5\n{first_handle + n:X}\n330\n{owner}\n100\nAcDbEntity\n{head}{body}"
        for n, (kind, head, body) in enumerate(listed)
    )
    return text, first_handle + len(listed)


def _polyline(points: Points, bulges: tuple[float, ...], *, is_closed: bool) -> str:
    corners = _bulged(points, bulges) if bulges else _corners(points)
    return f"100\nAcDbPolyline\n 90\n{len(points)}\n 70\n{int(is_closed)}\n{corners}"


def _bulged(points: Points, bulges: tuple[float, ...]) -> str:
    return "".join(
        f" 10\n{float(x)}\n 20\n{float(y)}\n" + (f" 42\n{float(bulge)}\n" if bulge else "")
        for (x, y), bulge in zip(points, bulges, strict=True)
    )


def _path(ring: Points, flags: int) -> str:
    return f" 92\n{flags}\n 72\n0\n 73\n1\n 93\n{len(ring)}\n{_corners(ring)} 97\n0\n"


def _stripes(pitch_m: float) -> str:
    """Pattern of one family of lines at 45°; nothing for a solid fill."""
    if not pitch_m:
        return ""
    step = round(pitch_m * STRIPE_STEP, 6)
    return f" 52\n0.0\n 41\n1.0\n 77\n0\n 78\n1\n 53\n45.0\n 43\n0.0\n 44\n0.0\n 45\n{-step}\n 46\n{step}\n 79\n0\n"


def _corners(points: Points) -> str:
    return "".join(f" 10\n{float(x)}\n 20\n{float(y)}\n" for x, y in points)


def _place(code: int, point: tuple[float, float]) -> str:
    return f" {code}\n{float(point[0])}\n {code + 10}\n{float(point[1])}\n {code + 20}\n0.0\n"
