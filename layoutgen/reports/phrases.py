"""Sentences in one language that stand for patterns of another."""

import re
from functools import cache

Phrases = tuple[tuple[str, str], ...]  # patterns and what is said instead


def first_phrase(text: str, phrases: Phrases) -> tuple[re.Match[str], str] | None:
    """Match of the first pattern that the whole text has, and what is said instead; None where none has it."""
    for pattern, said in _compiled(phrases):
        found = pattern.fullmatch(text)
        if found is not None:
            return found, said
    return None


@cache
def _compiled(phrases: Phrases) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.DOTALL), said) for pattern, said in phrases)
