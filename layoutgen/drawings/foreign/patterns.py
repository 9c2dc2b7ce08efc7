"""How figures stand in the texts of a drawing: "{storeys}F", "{name}#", "H={height}m"."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from layoutgen.errors import InputError

WHOLE = r"(?<![\d.\-])(\d{1,6})"
DECIMAL = r"(?<![\d.\-])(\d{1,9}(?:\.\d{1,6})?)"
PLACES: Mapping[str, str] = {
    "name": r"(?<!\S)([^\s]{1,24}?)",
    "storeys": WHOLE,
    "below": r"(\d{1,2})",
    "dwellings": WHOLE,
    "classes": WHOLE,
    "children": WHOLE,
    "stalls": WHOLE,
    "levels": WHOLE,
    "places": WHOLE,
    "height": DECIMAL,
    "floor_area": DECIMAL,
    "usable": DECIMAL,
    "sill": DECIMAL,
}
PLACE = re.compile(r"\{([a-z_]*)\}")
LONGEST = 80  # characters of a pattern
LETTERS_MOST = 400  # of a text that is looked at


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which texts say figures."""

    keys: tuple[str, ...]
    form: re.Pattern[str]


def read_pattern(file: str, text: str) -> Pattern:
    """Pattern of a text with places in braces; blanks in it stand for any number of blanks.

    Raises
    ------
    InputError
        If it is empty or too long, has no place, an unknown one, or one twice.
    """
    keys = tuple(PLACE.findall(text))
    if not keys or len(text) > LONGEST or len(set(keys)) < len(keys) or not set(keys) <= set(PLACES):
        expected = "a text with one or more of " + " ".join(f"{{{key}}}" for key in PLACES) + ', such as "{storeys}F"'
        raise InputError(file, "patterns", text, expected)
    parts = PLACE.split(text)  # literal, key, literal, key, … literal
    form = "".join(PLACES[part] if index % 2 else _literal(part) for index, part in enumerate(parts))
    return Pattern(keys=keys, form=re.compile(form))


def values_in(texts: Iterable[str], patterns: Sequence[Pattern]) -> dict[str, set[str]]:
    """All that some texts say, by what it is; of the patterns that fit a text each counts."""
    found: dict[str, set[str]] = {}
    for text in texts:
        for pattern in patterns:
            match = pattern.form.search(text[:LETTERS_MOST])
            if match:
                for key, value in zip(pattern.keys, match.groups(), strict=True):
                    found.setdefault(key, set()).add(value)
    return found


def _literal(part: str) -> str:
    return r"\s*".join(re.escape(word) for word in re.split(r"\s+", part))
