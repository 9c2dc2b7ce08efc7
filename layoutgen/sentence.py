"""A sentence for people, in English and in Chinese: what was assumed, what was mended."""

import unicodedata
from dataclasses import dataclass

SPACES = "\n\t "


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
