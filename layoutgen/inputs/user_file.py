"""A file that the user names: its bytes and text, or an error that says what is wrong with it."""

from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.standards.toml_text import tables_of

ENCODINGS = ("utf-8-sig", "gb18030")


def read_bytes(path: Path) -> bytes:
    """Bytes of a file.

    Raises
    ------
    InputError
        If it is missing, a folder, may not be read, or is empty.
    """
    try:
        if path.is_dir():
            raise InputError(str(path), "", "a folder", "a file")
        data = path.read_bytes()
    except FileNotFoundError:
        raise InputError(str(path), "", "no such file", "a file that exists") from None
    except PermissionError:
        raise InputError(str(path), "", "permission denied", "a file that you may read") from None
    except (OSError, ValueError) as error:
        raise InputError(str(path), "", f"cannot be read ({error})", "a readable file") from None
    if not data.strip():
        raise InputError(str(path), "", "an empty file", "a file with content")
    return data


def decode(data: bytes, file: str) -> str:
    """Text of a file in UTF-8 or a Chinese national encoding.

    Raises
    ------
    InputError
        If it is neither.
    """
    for encoding in ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputError(file, "", "not a text file", "text in UTF-8 or GB 18030")


def read_toml(path: Path) -> dict[str, object]:
    """Tables of a TOML file.

    Raises
    ------
    InputError
        If the file cannot be read or is no TOML.
    """
    return tables_of(decode(read_bytes(path), str(path)), str(path))
