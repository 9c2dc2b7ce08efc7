"""The law that is encoded: packs listed, shown, compared, and any name of it explained."""

from collections.abc import Sequence

from layoutgen.errors import InputError
from layoutgen.inputs.packs import tell_packs_apart
from layoutgen.reports.compare_packs import comparison_json, comparison_markdown, comparison_text
from layoutgen.reports.measure_list import measure_list_json, measure_list_text
from layoutgen.reports.pack_list import pack_list_json, pack_list_markdown, pack_list_text
from layoutgen.reports.pack_table import pack_table_json, pack_table_markdown, pack_table_text
from layoutgen.standards.clause import Pack, Standard
from layoutgen.standards.load import load_standard, pack_names
from layoutgen.standards.measures import load_measures


def every_pack(packs: Sequence[str] = ()) -> Standard:
    """All packs of the package, and a user's by their folders.

    Raises
    ------
    InputError
        If a pack is unknown or damaged.
    """
    asked = tell_packs_apart(packs)
    return load_standard((*pack_names(), *asked.names), extra=asked.folders)


def list_packs(packs: Sequence[str], form: str, lang: str, *, full: bool = False) -> str:
    """Every pack with its counts."""
    standard, measures = every_pack(packs), load_measures()
    if form == "json":
        return pack_list_json(standard.packs, measures)
    if form == "markdown":
        return pack_list_markdown(standard.packs, measures, lang) + "\n"
    return pack_list_text(standard.packs, measures, lang, full=full) + "\n"


def list_measures(form: str, lang: str) -> str:
    """Every measure that a clause may name."""
    measures = load_measures()
    return measure_list_json(measures) if form == "json" else measure_list_text(measures, lang) + "\n"


def show_pack(name: str, form: str, lang: str) -> str:
    """Every clause of a pack, by its name or its folder, and the figures of others that it sets anew."""
    standard, measures = _standard_of(name), load_measures()
    pack = _pack(name, standard)
    anew = [override for override in standard.overrides if override.pack == pack.name]
    if form == "json":
        return pack_table_json(pack, measures, anew)
    if form == "markdown":
        return pack_table_markdown(pack, measures, lang, anew)
    return pack_table_text(pack, measures, lang, anew) + "\n"


def compare_packs(first: str, second: str, form: str, lang: str) -> str:
    """Two packs side by side: what both measure, and what only one has."""
    if first == second:
        raise InputError("", "compare", second, "two packs")
    one, other = _pack(first, _standard_of(first)), _pack(second, _standard_of(second))
    if form == "json":
        return comparison_json(one, other)
    if form == "markdown":
        return comparison_markdown(one, other, lang)
    return comparison_text(one, other, lang) + "\n"


def _standard_of(name: str) -> Standard:
    """The pack itself; a user's with all of the package, of whose clauses it may speak."""
    asked = tell_packs_apart((name,))
    return load_standard(pack_names() if asked.folders else asked.names, extra=asked.folders)


def _pack(name: str, standard: Standard) -> Pack:
    asked = tell_packs_apart((name,))
    wanted = (*asked.names, *asked.folder_names)[0]
    return next(pack for pack in standard.packs if pack.name == wanted)
