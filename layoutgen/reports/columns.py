"""Columns of text that line up where Chinese characters stand beside Latin ones."""

from collections.abc import Sequence
from unicodedata import east_asian_width


def columns(rows: Sequence[Sequence[str]], gap: str = "  ") -> list[str]:
    """Lines of a table; the first row is its head."""
    if not rows:
        return []
    widths = [max(printed_width(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [
        gap.join(cell + " " * (width - printed_width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]


def printed_width(text: str) -> int:
    """Width of a text in Latin letters."""
    return sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
