"""Checked values: what stands under a key of the user's file has the right type and lies in its range."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import inf

from layoutgen.errors import InputError
from layoutgen.inputs.template_files import templates_folder
from layoutgen.inputs.user_file import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The allowed values of a key, both ends included."""

    low: float
    high: float

    def says(self, *, is_whole: bool) -> str:
        """Return the range in words."""
        kind = "a whole number" if is_whole else "a number"
        if self.high == inf:
            return f"{kind}, {_plain(self.low)} or more"
        return f"{kind} from {_plain(self.low)} to {_plain(self.high)}"


LARGEST = 1e15  # no figure of a brief, site or template is larger
NOT_NEGATIVE = Range(low=0.0, high=inf)
ANY = Range(low=-LARGEST, high=LARGEST)


@cache
def load_ranges(section: str) -> dict[str, Range]:
    """Ranges of the keys of one section of the templates' table.

    Raises
    ------
    InputError
        If the table is damaged.
    """
    path = templates_folder() / "ranges.toml"
    table: object = read_toml(path)
    for part in section.split("."):
        table = table.get(part) if isinstance(table, Mapping) else None
    if not isinstance(table, Mapping):
        raise InputError(str(path), section, "missing", "a table of ranges")
    return {str(key): Range(low=float(pair[0]), high=float(pair[1])) for key, pair in table.items() if isinstance(pair, list)}


def check_number(file: str, key: str, value: object, within: Range, *, is_whole: bool = False) -> float:
    """Return the value as a number.

    Raises
    ------
    InputError
        If it is no number, not whole where it must be, or out of its range.
    """
    expected = within.says(is_whole=is_whole)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InputError(file, key, value, expected)
    if abs(value) > LARGEST or not within.low <= value <= within.high or (is_whole and value != int(value)):
        raise InputError(file, key, value, expected)
    return float(value)


def check_keys(file: str, section: str, given: Iterable[str], known: Iterable[str]) -> None:
    """Refuse a key that nobody knows.

    Raises
    ------
    InputError
        With the list of the known keys.
    """
    allowed = sorted(known)
    for key in sorted(set(given) - set(allowed)):
        name = f"{section}.{key}" if section else key
        raise InputError(file, name, "an unknown key", "one of " + ", ".join(allowed))


def check_table(file: str, key: str, value: object) -> dict[str, object]:
    """Return the value as a table.

    Raises
    ------
    InputError
        If it is none.
    """
    if not isinstance(value, dict):
        raise InputError(file, key, value, f"a table [{key}]")
    return {str(name): item for name, item in value.items()}


def check_rows(file: str, key: str, value: object) -> tuple[dict[str, object], ...]:
    """Return the value as a list of tables.

    Raises
    ------
    InputError
        If it is none, or empty.
    """
    if not isinstance(value, list) or not value or not all(isinstance(row, dict) for row in value):
        raise InputError(file, key, value, f"one or more tables [[{key}]]")
    return tuple(check_table(file, key, row) for row in value)


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"
