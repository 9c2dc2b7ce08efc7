"""A sentence for people, in English and in Chinese: what was assumed, what was mended."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

SPACES = "\n\t "
LONGEST = 80  # characters of a word from a user's file
LISTED = 12  # names in one sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence in both languages; figures stand in both."""

    en: str
    zh: str

    def text(self, lang: str) -> str:
        """The sentence in a language: "zh", else English."""
        return self.zh if lang == "zh" else self.en


def plural(count: int, one: str) -> str:
    """A count with its English noun: "1 outline", "2 outlines"."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def printable(text: str) -> str:
    """Only what can be seen of a text: no control characters, none that turn the direction of writing, no half letters."""
    if text.isprintable():
        return text
    return "".join(c for c in text if c in SPACES or unicodedata.category(c)[0] != "C")


def listed(counts: Mapping[str, int]) -> str:
    """Names with their counts, sorted; many are cut short."""
    names = [f"{name} ({count})" for name, count in sorted(counts.items())]
    more = f", … +{len(names) - LISTED}" if len(names) > LISTED else ""
    return ", ".join(names[:LISTED]) + more


def harmless(text: str, most: int = LONGEST) -> str:
    """Word of a user's file as it may stand in any output: on one line, printable, and of bounded length."""
    clean = " ".join(printable(text[: 2 * most]).split())
    return clean if len(clean) <= most else clean[: most - 1] + "…"
