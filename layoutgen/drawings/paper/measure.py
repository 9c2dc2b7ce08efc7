"""How wide a line of text is on paper, and where a longer one breaks."""

from functools import lru_cache
from unicodedata import east_asian_width

NARROW = frozenset(" .,:;'|!()[]{}iljt·/")
WIDE = frozenset("mwMW%@—…")
CAPITAL = 0.68  # widths in heights; a Chinese character is as wide as the text is high
KEPT = (
    1 << 14
)  # texts whose width and lines are remembered: tables are tried in several sizes, and measured before they are painted
MARKS = frozenset("-_./")  # inside a word, after which it may break
OPEN_LATE = frozenset("（〔《“‘")  # do not end a line
CLOSE_EARLY = frozenset("，。；：、）〕》”’！？,.;:)%")  # do not begin one


def width_mm(text: str, height_mm: float) -> float:
    """Width of a line of text."""
    return _heights(text) * height_mm


@lru_cache(KEPT)
def _heights(text: str) -> float:
    """Width of a line of text, in its heights."""
    return sum(_width(char) for char in text)


@lru_cache(KEPT)
def wrap(text: str, room_mm: float, height_mm: float) -> tuple[str, ...]:
    """Lines of a text that fit a room: broken between Chinese characters, between Latin words where that is possible."""
    if width_mm(text.strip(" "), height_mm) <= room_mm:
        return (text.strip(" "),)
    lines: list[str] = []
    line = ""
    for part in _parts(text):
        if line and width_mm(line + part.rstrip(" "), height_mm) > room_mm:
            lines.append(line.rstrip(" "))
            line = ""
        while width_mm(part.rstrip(" "), height_mm) > room_mm and len(part) > 1:
            cut = _fitting(part, room_mm, height_mm)
            lines.append(part[:cut])
            part = part[cut:]
        line += part if line else part.lstrip(" ")
    return (*lines, line.rstrip(" ")) if line.strip(" ") else tuple(lines)


@lru_cache(KEPT)
def _width(char: str) -> float:
    if east_asian_width(char) in "WF" or char in WIDE:
        return 1.0
    if char in NARROW:
        return 0.36
    return CAPITAL if char.isupper() else 0.56


def _parts(text: str) -> list[str]:
    """Pieces that are not broken: a Chinese character with its punctuation, a Latin word with the space after it."""
    parts: list[str] = []
    for char in text:
        if parts and _holds(parts[-1], char):
            parts[-1] += char
        else:
            parts.append(char)
    return parts


def _holds(before: str, char: str) -> bool:
    """Whether a character stays with what stands before it."""
    if before.endswith(" "):
        return char == " "
    if char in CLOSE_EARLY or char == " " or before[-1] in OPEN_LATE:
        return True
    return east_asian_width(before[-1]) not in "WF" and east_asian_width(char) not in "WF"


def _fitting(part: str, room_mm: float, height_mm: float) -> int:
    """How many characters of a piece that is too long stand in a line, at least one: to a mark inside it, if there is one."""
    count = 1
    while count < len(part) and width_mm(part[: count + 1], height_mm) <= room_mm:
        count += 1
    return max((place + 1 for place in range(1, count) if part[place] in MARKS), default=count)
