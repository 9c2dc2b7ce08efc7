"""A file appears whole or not at all: written beside its place, then renamed."""

import os
from collections.abc import Callable
from pathlib import Path

from layoutgen.errors import InputError


def write_staged(path: Path, write: Callable[[Path], None]) -> None:
    """Write by ``write`` into a file beside the target, and put that in its place.

    Raises
    ------
    InputError
        If the folder is missing or full, or may not be written.
    """
    beside = path.with_name(f".{path.name}.part")
    try:
        write(beside)
        os.replace(beside, path)
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(str(path), "", f"cannot be written ({reason})", "a file in a folder that you may write") from None
    finally:
        if beside.is_file():
            beside.unlink()
