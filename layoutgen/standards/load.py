"""The packs in force: those named, those of the user, the planning conditions; checked against each other."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.model.brief import Conditions
from layoutgen.standards.clause import Clause, Standard
from layoutgen.standards.conditions import CONDITIONS_PACK, conditions_pack
from layoutgen.standards.measures import load_measures
from layoutgen.standards.overrides import apply_overrides, unknown_id
from layoutgen.standards.read_clause import Known
from layoutgen.standards.read_pack import PACK_FILE, PackRead, read_pack

DRAWING_PACK = "drawing"
SHARED_PACK = "fifteen-minute"  # the level that several communities share; nothing of it decides
ALWAYS_DECIDE = (DRAWING_PACK, CONDITIONS_PACK)


def _data() -> Traversable:
    return files("layoutgen.standards").joinpath("data")


def pack_names() -> tuple[str, ...]:
    """Names of the packs that ship with the package, sorted."""
    return tuple(
        sorted(folder.name for folder in _data().iterdir() if folder.is_dir() and folder.joinpath(PACK_FILE).is_file())
    )


def judging_packs(names: Sequence[str], *, is_divided: bool = False) -> tuple[str, ...]:
    """Packs to judge a drawing by: those named, and always the drawing's own, so that no drawing passes by naming none.

    Of a divided site the level that its communities share is told as well.
    """
    shared = (SHARED_PACK,) if is_divided else ()
    return tuple(dict.fromkeys((DRAWING_PACK, *names, *shared)))


def load_standard(names: Sequence[str], conditions: Conditions = Conditions(), extra: Sequence[Path] = ()) -> Standard:  # noqa: B008
    """Load packs by name, users' packs by their folders, then the planning conditions as a pack of their own.

    Parameters
    ----------
    names
        Packs in the order of the report, users' by the names of their folders; "conditions" is passed over, it is made
        from ``conditions``.
    extra
        Folders of users' packs: ``pack.toml`` and one or more files of clauses. Those not named come last.

    Raises
    ------
    InputError
        If a pack is unknown, or a file of one cannot be read or says something that cannot be judged; if two clauses have
        one id, or an override or an ``outranks`` names a clause that is not there.
    """
    known = _known()
    folders = _user_folders(extra)
    read = []
    for name in dict.fromkeys((*names, *folders)):
        if name in folders:
            read.append(read_pack(folders[name], known))
        elif name in pack_names():
            read.append(_pack_of_ours(name))
        elif name != CONDITIONS_PACK:
            raise _unknown_pack(name)
    _check_ids(read)
    elsewhere = _ids_elsewhere(read) if _needs_elsewhere(read) else {}
    standard = apply_overrides(read, known.measures, ALWAYS_DECIDE, elsewhere)
    _check_outranks(standard, elsewhere)
    given = conditions_pack(conditions, known.measures)
    return replace(standard, packs=(*standard.packs, given)) if given.clauses else standard


@cache
def _known() -> Known:
    return Known(measures=load_measures(), deciding=_deciding_ids(), always=ALWAYS_DECIDE)


@cache
def _pack_of_ours(name: str) -> PackRead:
    """A pack that ships with the package: it stays as it is while the program runs."""
    return read_pack(_data().joinpath(name), _known())


def _user_folders(extra: Sequence[Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in extra:
        name = folder.resolve().name
        if name in (*pack_names(), CONDITIONS_PACK):
            raise InputError("", "packs", str(folder), f"a folder with a name of its own: {name} is a pack of layoutgen")
        if name in found:
            raise InputError("", "packs", str(folder), f"a folder with a name of its own: {found[name]} is called {name} too")
        found[name] = folder
    return found


def _unknown_pack(name: str) -> InputError:
    known = ", ".join(pack_names())
    return InputError("", "packs", name, f"one of {known}; or a user's pack: give its folder, --pack PATH/{name}")


def _deciding_ids() -> tuple[str, ...]:
    rows = tomllib.loads(_data().joinpath("decides.toml").read_text(encoding="utf-8"))["decide"]
    return tuple(row["id"] for row in rows)


def _check_ids(read: Sequence[PackRead]) -> None:
    seen: dict[str, str] = {}
    for one in read:
        for clause in one.pack.clauses:
            if clause.id in seen:
                raise InputError(clause.pack, "id", clause.id, f"an id of its own: pack {seen[clause.id]} has it too")
            seen[clause.id] = clause.pack
    for clause in (clause for one in read for clause in one.pack.clauses):
        for name in clause.alternatives:
            if name not in seen:
                raise InputError(clause.pack, f"{clause.id}.alternatives", name, "ids of clauses of the packs in force")


def _needs_elsewhere(read: Sequence[PackRead]) -> bool:
    """Whether a pack speaks of clauses that it does not hold itself."""
    here = {clause.id for one in read for clause in one.pack.clauses}
    return any(one.overrides or any(set(clause.outranks) - here for clause in one.pack.clauses) for one in read)


def _ids_elsewhere(read: Sequence[PackRead]) -> Mapping[str, str]:
    """Clause ids of the package's packs that are not in force, each with its pack."""
    here = {one.pack.name for one in read}
    packs = [_pack_of_ours(name).pack for name in pack_names() if name not in here]
    return {clause.id: clause.pack for pack in packs for clause in pack.clauses}


def _check_outranks(standard: Standard, elsewhere: Mapping[str, str]) -> None:
    """Clauses may outrank those of packs that are not in force, but none that nobody knows, and never in a circle."""
    clauses = {clause.id: clause for clause in standard.clauses}
    for clause in standard.clauses:
        for lesser in clause.outranks:
            key = f"{clause.id}.outranks"
            if lesser not in clauses and lesser not in elsewhere:
                raise InputError(clause.pack, key, lesser, unknown_id(lesser, tuple(clauses), {}))
            if lesser in clauses and clauses[lesser].pack in ALWAYS_DECIDE:
                raise InputError(
                    clause.pack, key, lesser, f"a clause of another pack than {clauses[lesser].pack}: it always decides"
                )
            if _outranks(clauses, lesser, clause.id):
                raise InputError(clause.pack, key, lesser, f"no circle: {lesser} outranks {clause.id} itself")


def _outranks(clauses: Mapping[str, Clause], higher: str, lesser: str) -> bool:
    """Whether one clause outranks another, directly or through others, or is the same."""
    reached, wave = {higher}, {higher}
    while wave:
        wave = {below for one in wave if one in clauses for below in clauses[one].outranks} - reached
        reached |= wave
    return lesser in reached
