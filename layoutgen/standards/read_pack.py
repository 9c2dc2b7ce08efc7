"""One pack from its folder: its head, its clauses, and the figures of other packs that it sets anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.standards.clause import STATUSES, Clause, Pack
from layoutgen.standards.entry import Entry
from layoutgen.standards.read_clause import Known, read_clause
from layoutgen.standards.toml_text import tables_of

PACK_FILE = "pack.toml"
PACK_KEYS = ("title_zh", "title_en", "status", "status_zh", "status_en", "is_scoring", "of_site", "jurisdiction")
CLAUSE, OVERRIDE = "clause", "override"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackRead:
    """A pack with the overrides that it asks for, still as entries of its files."""

    pack: Pack
    overrides: tuple[Entry, ...]


def read_pack(folder: Traversable | Path, known: Known) -> PackRead:
    """Pack of a folder.

    Raises
    ------
    InputError
        If there is no such folder or no ``pack.toml``, a file cannot be read, or a clause cannot be judged.
    """
    name = folder.resolve().name if isinstance(folder, Path) else folder.name
    head = Entry(file=f"{name}/{PACK_FILE}", name="pack", values=_tables(_head_of(folder, name), name))
    head.known_keys(PACK_KEYS)
    is_scoring = head.flag("is_scoring", default=False)
    known = replace(known, scoring=(name,)) if is_scoring else known
    known = replace(known, of_site=(name,)) if head.flag("of_site", default=False) else known
    clauses: list[Clause] = []
    overrides: list[Entry] = []
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml") and file.name != PACK_FILE:
            top = Entry(file=f"{name}/{file.name}", name="file", values=_tables(file, name))
            top.known_keys((CLAUSE, OVERRIDE))
            clauses.extend(read_clause(row, name, known) for row in _rows(top, CLAUSE, needed=not top.has(OVERRIDE)))
            overrides.extend(_rows(top, OVERRIDE, needed=False))
    if not clauses and not overrides:
        raise InputError(name, "", "a pack without any clause", "a file beside pack.toml with [[clause]] or [[override]]")
    pack = Pack(
        name=name,
        title_zh=head.word("title_zh"),
        title_en=head.word("title_en"),
        clauses=tuple(clauses),
        status=head.one_of("status", STATUSES, "in_force"),
        status_zh=head.word("status_zh", ""),
        status_en=head.word("status_en", ""),
        is_scoring=is_scoring,
        jurisdiction=head.word("jurisdiction", ""),
    )
    return PackRead(pack=pack, overrides=tuple(overrides))


def _head_of(folder: Traversable | Path, name: str) -> Traversable | Path:
    if not folder.is_dir():
        raise InputError(str(folder), "", "no such folder", f"a folder with {PACK_FILE} and files of clauses")
    head = folder.joinpath(PACK_FILE)
    if not head.is_file():
        raise InputError(
            f"{name}/{PACK_FILE}", "", "missing", f"a folder with {PACK_FILE} (title_zh, title_en) and files of clauses"
        )
    return head


def _rows(top: Entry, key: str, *, needed: bool) -> Sequence[Entry]:
    """Tables of a file under a key, each named by its id or, without one, by its number."""
    if not needed and not top.has(key):
        return ()
    names = [row.values.get("id", f"{key} {i + 1}") for i, row in enumerate(top.tables(key))]
    prefix = "" if key == CLAUSE else f"{key} "
    return tuple(
        Entry(file=top.file, name=name if name == f"{key} {i + 1}" else f"{prefix}{name}", values=row.values)
        for i, (name, row) in enumerate(zip(names, top.tables(key), strict=True))
    )


def _tables(file: Traversable | Path, pack: str) -> dict[str, object]:
    name = f"{pack}/{file.name}"
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(name, "", str(error), "a readable TOML file in UTF-8") from error
    return tables_of(text, name)
