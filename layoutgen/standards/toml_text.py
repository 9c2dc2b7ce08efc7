"""TOML of any hand: its tables, or an error that says what is wrong with the text."""

import tomllib

from layoutgen.errors import InputError

MOST_CHARACTERS = 2_000_000
MOST_DOTS = 100  # parts of a key; the parser's time and memory grow with their square


def tables_of(text: str, file: str) -> dict[str, object]:
    """Tables of a TOML text.

    Raises
    ------
    InputError
        If it is no TOML, is nested too deep, or far larger than any file of this program.
    """
    expected = "a TOML file: key = value"
    if len(text) > MOST_CHARACTERS:
        raise InputError(file, "", f"{len(text)} characters", f"{expected}, of at most {MOST_CHARACTERS} characters")
    if any(_key_of(line).count(".") > MOST_DOTS for line in text.splitlines()):
        raise InputError(file, "", f"a key of more than {MOST_DOTS} parts", expected)
    try:
        return dict(tomllib.loads(text))
    except RecursionError:
        raise InputError(file, "", "nested too deep", expected) from None
    except ValueError as error:  # also a number of too many digits
        raise InputError(file, "", f"not TOML ({error})", expected) from None


def _key_of(line: str) -> str:
    return line.partition("#")[0].partition("=")[0]
