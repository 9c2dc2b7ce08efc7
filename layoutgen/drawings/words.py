"""How a word and a number stand in a drawing's text: one token each, and nothing lost."""

import re
import unicodedata
from decimal import Decimal
from math import isfinite

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
SPAN_MOST_M = 20_000.0  # no thing of a plan is longer or wider; what is measured by steps would not end
WHOLE = re.compile(r"-?[0-9]{1,18}")
ESCAPE = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
BREAKERS = frozenset("%^\\{}")  # what a CAD program reads as a code inside a text
DIVIDERS = frozenset("=,")


def write_word(word: str, *, keeps: str = "") -> str:
    """Percent-encode a word: spaces, dividers, CAD's own codes and what cannot be printed, but not what it ``keeps``."""
    return "".join(c if c in keeps or not _is_unsafe(c) else _escape(c) for c in word)


def parse_word(text: str) -> str:
    """Decode a percent-encoded word."""
    return ESCAPE.sub(lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "surrogatepass"), text)


def write_words(words: tuple[str, ...]) -> str:
    """Join a list by commas."""
    return ",".join(write_word(word) for word in words)


def parse_words(text: str) -> tuple[str, ...]:
    """Words of a comma-joined list."""
    return tuple(parse_word(word) for word in text.split(","))


def write_number(number: float, least_decimals: int = 1) -> str:
    """Shortest decimal that reads back as the same number, with at least so many decimals.

    Raises
    ------
    ValueError
        If it is not finite.
    """
    if not isfinite(number):
        raise ValueError(f"{number} cannot be written")
    whole, _, decimals = format(Decimal(repr(float(number))), "f").partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(least_decimals, '0')}".rstrip(".")


def parse_number(text: str) -> float:
    """Read a number with a point and no thousands separator.

    Raises
    ------
    ValueError
        If it is malformed or not finite.
    """
    if not NUMBER.fullmatch(text) or not isfinite(float(text)):
        raise ValueError(f"{shorten(text)!r} is no number")
    return float(text)


def parse_whole(text: str) -> int:
    """Read a whole number.

    Raises
    ------
    ValueError
        If it is malformed.
    """
    if not WHOLE.fullmatch(text):
        raise ValueError(f"{shorten(text)!r} is no whole number")
    return int(text)


def write_yes(claim: bool) -> str:
    """Write a claim as ``yes`` or ``no``."""
    return "yes" if claim else "no"


def parse_yes(text: str) -> bool:
    """Read ``yes`` or ``no``.

    Raises
    ------
    ValueError
        If it is neither.
    """
    if text not in ("yes", "no"):
        raise ValueError(f"{shorten(text)!r} is neither yes nor no")
    return text == "yes"


def shorten(text: str, most: int = 60) -> str:
    """Text for a message: printable, and no longer than a line."""
    clean = "".join(c if c.isprintable() else "?" for c in text)
    return clean if len(clean) <= most else clean[: most - 1] + "…"


def _is_unsafe(char: str) -> bool:
    return char in BREAKERS or char in DIVIDERS or unicodedata.category(char)[0] in "CZ"


def _escape(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))
