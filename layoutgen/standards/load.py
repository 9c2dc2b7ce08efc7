"""Packs from their folders: every file read, every clause checked, or an error that names file, key and value."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.model.brief import Conditions
from layoutgen.standards.clause import STATUSES, Clause, Pack, Standard
from layoutgen.standards.conditions import CONDITIONS_PACK, conditions_pack
from layoutgen.standards.entry import Entry
from layoutgen.standards.measures import load_measures
from layoutgen.standards.read_clause import Known, read_clause

PACK_FILE = "pack.toml"
PACK_KEYS = ("title_zh", "title_en", "status", "status_zh", "status_en", "is_scoring", "jurisdiction")
DRAWING_PACK = "drawing"
ALWAYS_DECIDE = (DRAWING_PACK, CONDITIONS_PACK)


def _data() -> Traversable:
    return files("layoutgen.standards").joinpath("data")


def pack_names() -> tuple[str, ...]:
    """Names of the packs that ship with the package, sorted."""
    return tuple(
        sorted(folder.name for folder in _data().iterdir() if folder.is_dir() and folder.joinpath(PACK_FILE).is_file())
    )


def judging_packs(names: Sequence[str]) -> tuple[str, ...]:
    """Packs to judge a drawing by: those named, and always the drawing's own, so that no drawing passes by naming none."""
    return (DRAWING_PACK, *(name for name in names if name != DRAWING_PACK))


def load_standard(names: Sequence[str], conditions: Conditions = Conditions(), extra: Sequence[Path] = ()) -> Standard:  # noqa: B008
    """Load packs by name, then a user's pack folders, then the planning conditions as a pack of their own.

    Parameters
    ----------
    names
        Packs of the package, in the order of the report; "conditions" is passed over, it is made from ``conditions``.
    extra
        Folders of a user's packs: ``pack.toml`` and one or more files of clauses.

    Raises
    ------
    InputError
        If a pack is unknown, or a file of one cannot be read or says something that cannot be judged.
    """
    known = Known(measures=load_measures(), deciding=_deciding_ids(), always=ALWAYS_DECIDE)
    packs = []
    for name in names:
        if name == CONDITIONS_PACK:
            continue
        if name not in pack_names():
            raise InputError("", "packs", name, "one of " + ", ".join(pack_names()))
        packs.append(_load_pack(_data().joinpath(name), known))
    packs.extend(_load_pack(folder, known) for folder in extra)
    given = conditions_pack(conditions, known.measures)
    standard = Standard(packs=(*packs, given) if given.clauses else tuple(packs))
    _check_ids(standard)
    return standard


def _load_pack(folder: Traversable | Path, known: Known) -> Pack:
    head = _tables(folder.joinpath(PACK_FILE), folder.name)
    title = Entry(file=f"{folder.name}/{PACK_FILE}", name="pack", values=head)
    title.known_keys(PACK_KEYS)
    is_scoring = title.flag("is_scoring", default=False)
    known = replace(known, scoring=(folder.name,)) if is_scoring else known
    clauses: list[Clause] = []
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml") and file.name != PACK_FILE:
            clauses.extend(_load_clauses(file, folder.name, known))
    return Pack(
        name=folder.name,
        title_zh=title.word("title_zh"),
        title_en=title.word("title_en"),
        clauses=tuple(clauses),
        status=title.one_of("status", STATUSES, "in_force"),
        status_zh=title.word("status_zh", ""),
        status_en=title.word("status_en", ""),
        is_scoring=is_scoring,
        jurisdiction=title.word("jurisdiction", ""),
    )


def _load_clauses(file: Traversable | Path, pack: str, known: Known) -> list[Clause]:
    where = f"{pack}/{file.name}"
    top = Entry(file=where, name="file", values=_tables(file, pack))
    top.known_keys(("clause",))
    found = []
    for i, row in enumerate(top.tables("clause")):
        name = row.values.get("id", f"clause {i + 1}")
        found.append(read_clause(Entry(file=where, name=str(name), values=row.values), pack, known))
    return found


def _tables(file: Traversable | Path, pack: str) -> dict[str, object]:
    try:
        return dict(tomllib.loads(file.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{pack}/{file.name}", "", str(error), "a readable TOML file") from error


def _deciding_ids() -> tuple[str, ...]:
    rows = tomllib.loads(_data().joinpath("decides.toml").read_text(encoding="utf-8"))["decide"]
    return tuple(row["id"] for row in rows)


def _check_ids(standard: Standard) -> None:
    seen: dict[str, str] = {}
    for clause in standard.clauses:
        if clause.id in seen:
            raise InputError(clause.pack, "id", clause.id, f"an id of its own: pack {seen[clause.id]} has it too")
        seen[clause.id] = clause.pack
