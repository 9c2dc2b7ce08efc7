"""Waivers of a brief or of a file of their own: signed lines, each with clause, reason, by whom and until when."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.inputs.checked import check_keys, check_rows
from layoutgen.inputs.user_file import read_toml
from layoutgen.model.waiver import Waiver, parse_day

TABLE = "waiver"
KEYS = ("clause", "reason", "by", "until", "things")
DATE = "a date such as 2027-12-31"
LONGEST = 500  # characters of a word


def read_waivers(path: Path) -> tuple[Waiver, ...]:
    """Waivers of a file whose only tables are ``[[waiver]]``.

    Raises
    ------
    InputError
        If the file cannot be read, holds none, or one is incomplete or malformed.
    """
    file, table = str(path), read_toml(path)
    check_keys(file, "", table, (TABLE,))
    if TABLE not in table:
        raise InputError(file, TABLE, "missing", "at least one [[waiver]] with clause, reason, by and until")
    return waivers_of_rows(file, table[TABLE])


def waivers_of_rows(file: str, value: object) -> tuple[Waiver, ...]:
    """Waivers of the tables ``[[waiver]]``.

    Raises
    ------
    InputError
        If one is incomplete or malformed, or has an unknown key.
    """
    return tuple(_waiver(file, f"{TABLE}[{number}]", row) for number, row in enumerate(check_rows(file, TABLE, value), 1))


def check_day(file: str, key: str, value: object) -> str:
    """A day as "2027-12-31".

    Raises
    ------
    InputError
        If it is none.
    """
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    try:
        return parse_day(str(value))
    except ValueError:
        raise InputError(file, key, value, DATE) from None


def _waiver(file: str, key: str, row: Mapping[str, object]) -> Waiver:
    check_keys(file, key, row, KEYS)
    things = row.get("things", [])
    if not isinstance(things, list) or not all(isinstance(thing, str) and thing for thing in things):
        raise InputError(file, f"{key}.things", things, 'a list of ids on the drawing such as ["K1-03"]')
    return Waiver(
        clause=_word(file, key, row, "clause", "the id of a clause, see `layoutgen standards show`"),
        reason=_word(file, key, row, "reason", "why the breach is accepted, in a sentence"),
        by=_word(file, key, row, "by", "who answers for it, by name"),
        until=check_day(file, f"{key}.until", row.get("until", "missing")),
        things=tuple(str(thing) for thing in things),
    )


def _word(file: str, key: str, row: Mapping[str, object], name: str, expected: str) -> str:
    value = row.get(name)
    if not isinstance(value, str) or not value.strip() or len(value) > LONGEST:
        raise InputError(file, f"{key}.{name}", "missing" if value is None else value, expected)
    return value.strip()
