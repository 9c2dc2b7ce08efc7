"""The facility schedule as JSON: each facility, its figures, and where every figure comes from."""

import json
from collections.abc import Mapping, Sequence

from layoutgen.model.program import Beaten, Derivation, DwellingDemand, Input, Need, Program
from layoutgen.reports.derivation_text import need_text
from layoutgen.reports.json_values import Json
from layoutgen.standards.communities import sum_dwellings, sum_needs
from layoutgen.standards.figure_words import FigureWords, load_figure_words
from layoutgen.standards.ownership import Ownerships, load_ownerships

SCHEMA = "layoutgen-size/1"


def size_json(communities: Sequence[Program], lang: str = "en", given: Mapping[str, Json] | None = None) -> str:
    """Text of `layoutgen size --format json`; several communities are told one by one and together.

    Parameters
    ----------
    given
        What the brief and users' packs set before any table, see `given_fields`, and what was assumed.
    """
    first = communities[0]
    figures, ownerships = load_figure_words(lang), load_ownerships()
    is_one = len(communities) == 1
    needs = first.needs if is_one else sum_needs(communities)
    document: dict[str, Json] = {
        "schema": SCHEMA,
        "population": sum(one.population for one in communities),
        "households": sum(one.households for one in communities),
        "household_size": first.household_size,
        "housing_gfa_m2": round(sum(one.housing_gfa_m2 for one in communities), 2),
        "dwellings": _dwellings(first.dwellings if is_one else sum_dwellings(communities)),
        "parameters": dict(first.parameters),
        **(given or {}),
    }
    if is_one:
        document["figures_from"] = [_derivation(one, lang) for one in first.derivations]
    else:
        document["communities"] = [_community(one, figures, ownerships, lang) for one in communities]
    document["facilities"] = [_facility(need, figures, ownerships, lang) for need in needs]
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _community(program: Program, figures: FigureWords, ownerships: Ownerships, lang: str) -> Json:
    return {
        "population": program.population,
        "households": program.households,
        "housing_gfa_m2": round(program.housing_gfa_m2, 2),
        "dwellings": _dwellings(program.dwellings),
        "figures_from": [_derivation(one, lang) for one in program.derivations],
        "facilities": [_facility(need, figures, ownerships, lang) for need in program.needs],
    }


def _dwellings(dwellings: Sequence[DwellingDemand]) -> Json:
    return [{"name": d.name, "area_m2": d.area_m2, "count": d.count} for d in dwellings]


def _facility(need: Need, figures: FigureWords, ownerships: Ownerships, lang: str) -> Json:
    row: dict[str, Json] = {"kind": str(need.kind), **{name: plain(value) for name, value in need.figures}}
    if need.rooms:
        row["rooms"] = list(need.rooms)
    if is_owned(need):
        own = ownerships.of(need.kind)
        row |= {
            "owner": own.owner,
            "handover": own.handover,
            "standalone": own.standalone,
            "ownership_source": own.source_zh if lang == "zh" else own.source,
        }
    row["derivation"] = need_text(need, figures, lang)
    row["figures_from"] = [_derivation(one, lang) for one in need.derivations]
    row["clauses"] = list(need.clauses)
    return row


def _beaten(other: Beaten) -> Json:
    said: dict[str, Json] = {"clause": other.clause, "value": plain(other.value)}
    return {**said, "outranked_by": other.outranked_by} if other.outranked_by else said


def _derivation(one: Derivation, lang: str) -> Json:
    return {
        "figure": one.figure,
        "value": plain(one.value),
        "formula": one.formula,
        "inputs": [{"name": i.name, "value": i.value, "source": _source(i, lang)} for i in one.inputs],
        "clause": one.clause,
        "beaten": [_beaten(other) for other in one.beaten],
    }


def _source(one: Input, lang: str) -> str:
    return (one.source_zh or one.source) if lang == "zh" else one.source


def is_owned(need: Need) -> bool:
    """Whether somebody owns it: a facility with floor area, or ground with land."""
    return not {"gfa_m2", "land_m2"}.isdisjoint(dict(need.figures))


def plain(value: float) -> float | int:
    """A number without empty decimals."""
    return int(value) if value == int(value) else round(value, 2) if abs(value) >= 1.0 else round(value, 5)
