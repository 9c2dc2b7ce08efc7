"""Files handed over whole: staged beside the target and renamed, the report last."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
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
    with staging_in(folder) as staging:
        for name, write in writers:
            write(staging / name)
        return hand_over(staging, folder, [name for name, _ in writers])


@contextmanager
def staging_in(folder: Path) -> Iterator[Path]:
    """An empty folder beside the target, gone at the end; so is the target where it was made for nothing.

    Raises
    ------
    InputError
        If it cannot be made or written, or the disk is full.
    """
    with writing_to(folder):
        made = [place for place in (folder, *folder.parents) if not place.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        staging = Path(tempfile.mkdtemp(prefix=".layoutgen-", dir=folder))
        try:
            yield staging
        finally:
            shutil.rmtree(staging, ignore_errors=True)
            with suppress(OSError):  # of the first that holds something
                for place in made:
                    place.rmdir()


def save_text(path: Path, text: str) -> None:
    """Write a text with the same bytes on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")


def hand_over(staging: Path, folder: Path, names: Sequence[str]) -> tuple[Path, ...]:
    """Rename files out of the staging folder into the target, in the order given."""
    for name in names:
        os.replace(staging / name, folder / name)
    return tuple(folder / name for name in names)


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
