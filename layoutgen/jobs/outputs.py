"""Files handed over whole: staged beside the target and renamed, the report last."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from layoutgen.errors import InputError

Writer = Callable[[Path], None]


def write_outputs(folder: Path, writers: Sequence[tuple[str, Writer]]) -> tuple[Path, ...]:
    """Write every file into a staging folder beside the target, then rename them in the order given.

    Raises
    ------
    InputError
        If the folder cannot be made or written, or the disk is full. Files that stood there stay as they were.
    """
    with writing_to(folder):
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".layoutgen-", dir=folder))
        try:
            for name, write in writers:
                write(staging / name)
            for name, _ in writers:
                os.replace(staging / name, folder / name)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    return tuple(folder / name for name, _ in writers)


def require_writable(folder: Path) -> None:
    """Refuse a folder that can be neither made nor written, before any work is done.

    Raises
    ------
    InputError
        If a file stands in its way or there is no permission.
    """
    with writing_to(folder):
        standing = folder.absolute()
        while not standing.exists():
            standing = standing.parent
        if not standing.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(standing, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


@contextmanager
def writing_to(target: Path) -> Iterator[None]:
    """Turn a file system's refusal into an error that names the target."""
    try:
        yield
    except OSError as refusal:
        reason = refusal.strerror or type(refusal).__name__
        raise InputError(str(target), "", reason, "a folder that can be written, with room on the disk") from refusal
