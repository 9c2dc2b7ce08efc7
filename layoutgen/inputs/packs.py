"""Packs as a user names them: the package's by name, his own by their folders."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.standards.load import pack_names

SEPARATORS = ("/", "\\")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPacks:
    """Packs told apart; each once, in the order given."""

    names: tuple[str, ...]
    folders: tuple[Path, ...]

    @property
    def folder_names(self) -> tuple[str, ...]:
        """Names under which the folders' packs are known, on the drawing too."""
        return tuple(folder.resolve().name for folder in self.folders)


def tell_packs_apart(words: Sequence[str]) -> NamedPacks:
    """Names and folders of what stands behind ``--pack`` or in a brief's ``packs``.

    Raises
    ------
    InputError
        If a word is a path and no folder is there.
    """
    words = tuple(dict.fromkeys(words))
    folders = tuple(Path(word) for word in words if is_pack_folder(word, Path()))
    for folder in folders:
        if not folder.is_dir():
            raise InputError("", "packs", str(folder), "a folder with pack.toml and files of clauses; no such folder")
    return NamedPacks(names=tuple(word for word in words if not is_pack_folder(word, Path())), folders=folders)


def is_pack_folder(word: str, beside: Path) -> bool:
    """Whether a word means a folder: it is written as a path, or names no pack of the package but a folder ``beside``."""
    if word in pack_names():
        return False
    return any(separator in word for separator in SEPARATORS) or word in (".", "..") or (beside / word).is_dir()


def folder_words(words: Sequence[str], beside: Path) -> tuple[str, ...]:
    """The words with every folder as seen from where the program runs, for a file that names it from where it lies itself."""
    return tuple(str(beside / word) if is_pack_folder(word, beside) else word for word in words)
