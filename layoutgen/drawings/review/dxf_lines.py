"""A DXF file as its own lines: where its parts stand, so that something can be added and nothing else is changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

RAW = "latin-1"  # a letter a byte: what is not ours comes out as it went in
MARK = b"\xef\xbb\xbf"
PARTS = ("VERTEX", "ATTRIB", "SEQEND")  # stand behind the entity that they belong to
HANDLES = ("5", "105")
LONGEST_HANDLE = 16  # figures


class NoDxfTextError(Exception):
    """The bytes are no DXF text of sound structure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """An entity, table or record: its kind and its tags, by number; the first is the tag of its kind."""

    kind: str
    first: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Tags that are replaced by lines of ours."""

    first: int
    end: int  # = first where lines are added only
    lines: tuple[str, ...]  # code, value, code, value …


class DxfLines:
    """Tags of a file.

    Raises
    ------
    NoDxfTextError
        If the bytes are binary, cut short or not paired.
    """

    def __init__(self, data: bytes) -> None:
        self.has_mark = data.startswith(MARK)
        lines = data[len(MARK) if self.has_mark else 0 :].decode(RAW).split("\n")
        self.line_end = "\r\n" if lines[0].endswith("\r") else "\n"
        self.codes, self.values = lines[0::2], lines[1::2]
        self.odd_end = len(lines) % 2 == 1
        self.starts = [number for number, code in enumerate(self.codes[: len(self.values)]) if code.strip() == "0"]
        names = [self.value(start) for start in self.starts[-2:]]
        if names != ["ENDSEC", "EOF"] or not self._are_codes() or "ENTITIES" not in self.sections:
            raise NoDxfTextError

    def _are_codes(self) -> bool:
        """Whether every second line is a whole number: a line too many or too few shows at once."""
        return all(code.strip().lstrip("-").isdecimal() for code in self.codes[: self.starts[-1]])

    def code(self, tag: int) -> str:
        """Group code of a tag."""
        return self.codes[tag].strip()

    def value(self, tag: int) -> str:
        """Value of a tag without the space round it."""
        return self.values[tag].strip()

    @cached_property
    def sections(self) -> dict[str, Span]:
        """Sections by name, without the tags that begin and end them."""
        found: dict[str, Span] = {}
        name, first = "", 0
        for start in self.starts:
            if self.value(start) == "SECTION":
                name, first = self.value(start + 1), start + 2
            elif self.value(start) == "ENDSEC" and name:
                found.setdefault(name, Span(kind=name, first=first, end=start))
                name = ""
        return found

    def spans(self, section: str) -> Iterator[Span]:
        """Entities, or the parts of tables, of a section."""
        whole = self.sections.get(section)
        if whole is None:
            return
        inside = [start for start in self.starts if whole.first <= start < whole.end]
        for first, end in zip(inside, [*inside[1:], whole.end], strict=False):
            yield Span(kind=self.value(first), first=first, end=end)

    def wholes(self) -> Iterator[tuple[Span, Span]]:
        """Entities with the last of the parts that stand behind them."""
        head: Span | None = None
        last: Span | None = None
        for span in self.spans("ENTITIES"):
            if head is not None and last is not None and span.kind in PARTS:
                last = span
                continue
            if head is not None and last is not None:
                yield head, last
            head = last = span
        if head is not None and last is not None:
            yield head, last

    def first_value(self, span: Span, code: str) -> str:
        """First value of a code in a span; "" where there is none."""
        return next((self.value(tag) for tag in range(span.first, span.end) if self.code(tag) == code), "")

    def header(self, name: str) -> int | None:
        """Tag of the value of a header variable."""
        whole = self.sections.get("HEADER")
        if whole is None:
            return None
        tags = (tag for tag in range(whole.first, whole.end - 1) if self.code(tag) == "9" and self.value(tag) == name)
        return next((tag + 1 for tag in tags), None)

    def highest_handle(self, left_out: Sequence[Span]) -> int:
        """Highest handle in use, but for some spans and for the header's word of the next."""
        seed = self.header("$HANDSEED")
        away = {tag for span in left_out for tag in range(span.first, span.end)}
        highest = 0
        for tag in range(self.starts[-1]):
            if self.code(tag) in HANDLES and tag != seed and tag not in away:
                highest = max(highest, _handle(self.value(tag)))
        return highest

    def edited(self, edits: Sequence[Edit]) -> bytes:
        """Bytes of the file with some tags replaced."""
        pairs = list(zip(self.codes, self.values, strict=False))
        rest = [self.codes[-1]] if self.odd_end else []
        tail = "\r" if self.line_end == "\r\n" else ""
        for edit in sorted(edits, key=lambda edit: (edit.first, edit.end), reverse=True):
            ours = [line + tail for line in edit.lines]
            pairs[edit.first : edit.end] = zip(ours[0::2], ours[1::2], strict=True)
        text = "\n".join([line for pair in pairs for line in pair] + rest)
        return (MARK if self.has_mark else b"") + text.encode(RAW)


def _handle(text: str) -> int:
    if len(text) > LONGEST_HANDLE:
        return 0
    try:
        return int(text, 16)
    except ValueError:
        return 0
