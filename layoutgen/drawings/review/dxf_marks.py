"""Marks as entities of a DXF file of any version: R12 has no light polylines and no handles that must be."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from layoutgen.drawings.dxf_entities import CAPITAL
from layoutgen.drawings.dxf_paper import ACROSS, MIDDLE, plain
from layoutgen.drawings.encodings import legible
from layoutgen.drawings.review.dxf_lines import RAW
from layoutgen.drawings.review.ink import Hue, Panel, Stroke, Word

R2000, R2004, R2007 = "AC1015", "AC1018", "AC1021"
CHINESE = ("ANSI_936", "GB2312", "GBK")
Tags = list[tuple[int, object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a file is written."""

    version: str  # AC1015 …
    code_page: str
    unit_m: float  # metres in a unit of the file

    @property
    def is_old(self) -> bool:
        """Whether it is of R12 or before."""
        return self.version < R2000

    def text(self, words: str) -> str:
        """Text as it stands in the file, a letter a byte."""
        if self.version >= R2007:
            return words.encode("utf-8", errors="replace").decode(RAW)
        if self.code_page.upper() in CHINESE:
            return legible(words, "gbk").encode("gbk").decode(RAW)
        return "".join(c if c.isascii() else f"\\U+{ord(c):04X}" for c in words if ord(c) <= 0xFFFF)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkWriter:
    """Writes marks on one layer."""

    dialect: Dialect
    layer: str  # as it stands in the file
    style: str  # of the texts; "" = the file's own
    owner: str  # handle of the model space; "" = unknown

    def lines(self, marks: Iterable[Stroke | Panel | Word], first_handle: int) -> tuple[list[str], int]:
        """Lines of the file, and the handle that comes next."""
        lines: list[str] = []
        handle = first_handle
        for mark in marks:
            for kind, tags in self._entities(mark):
                lines += ["  0", kind]
                if not self.dialect.is_old:
                    lines += ["  5", f"{handle:X}"]
                    handle += 1
                for code, value in tags:
                    lines += [f"{code:3d}", str(value)]
        return lines, handle

    def _entities(self, mark: Stroke | Panel | Word) -> Iterator[tuple[str, Tags]]:
        if isinstance(mark, Stroke):
            yield from self._polyline(mark)
        elif isinstance(mark, Panel):
            a, b, c, d = mark.corners
            corners = [pair for code, at in zip((10, 11, 12, 13), (a, b, d, c), strict=True) for pair in self._at(code, at)]
            yield "SOLID", [*self._head(mark.hue, "AcDbTrace"), *corners]
        else:
            yield "TEXT", self._word(mark)

    def _head(self, hue: Hue, subclass: str, weight: int = 0) -> Tags:
        if self.dialect.is_old:
            return [(8, self.layer), (62, hue.aci)]
        tags: Tags = [(330, self.owner)] if self.owner else []
        tags += [(100, "AcDbEntity"), (8, self.layer), (6, "Continuous"), (62, hue.aci)]
        if weight:
            tags.append((370, weight))
        if hue.rgb is not None and self.dialect.version >= R2004:
            red, green, blue = hue.rgb
            tags.append((420, red << 16 | green << 8 | blue))
        return [*tags, (100, subclass)]

    def _polyline(self, stroke: Stroke) -> Iterator[tuple[str, Tags]]:
        bulges = stroke.bulges or (0.0,) * len(stroke.points)
        if self.dialect.is_old:
            flat = [*self._head(stroke.hue, ""), (66, 1), *self._at(10, (0.0, 0.0)), (70, int(stroke.is_closed))]
            yield "POLYLINE", flat
            for point, bulge in zip(stroke.points, bulges, strict=True):
                yield "VERTEX", [(8, self.layer), *self._at(10, point), (42, bulge)]
            yield "SEQEND", [(8, self.layer)]
            return
        tags = self._head(stroke.hue, "AcDbPolyline", stroke.weight)
        tags += [(90, len(stroke.points)), (70, int(stroke.is_closed))]
        for point, bulge in zip(stroke.points, bulges, strict=True):
            tags += [*self._at(10, point)[:2], (42, bulge)]
        yield "LWPOLYLINE", tags

    def _word(self, word: Word) -> Tags:
        height = round(CAPITAL * word.height / self.dialect.unit_m, 4)
        tags = [*self._head(word.hue, "AcDbText"), *self._at(10, word.at), (40, height)]
        tags.append((1, self.dialect.text(plain(word.text))))
        if self.style:
            tags.append((7, self.style))
        tags += [(72, ACROSS[word.anchor]), *self._at(11, word.at)]
        return [*tags, *([] if self.dialect.is_old else [(100, "AcDbText")]), (73, MIDDLE)]

    def _at(self, code: int, point: tuple[float, float]) -> Tags:
        x, y = (round(value / self.dialect.unit_m, 6) for value in point)
        return [(code, x), (code + 10, y), (code + 20, 0.0)]
