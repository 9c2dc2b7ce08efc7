"""A sentence for people, in English and in Chinese: what was assumed, what was mended."""

from dataclasses import dataclass


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
