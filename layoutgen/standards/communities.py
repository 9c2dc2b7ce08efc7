"""Several communities together: what their programs sum to."""

import tomllib
from collections.abc import Sequence
from importlib.resources import files

from layoutgen.model.program import DwellingDemand, Need, Program


def sum_needs(programs: Sequence[Program]) -> tuple[Need, ...]:
    """Needs of several communities, kind by kind; figures a person or a household are left out, for they do not add."""
    adding = _adding()
    kinds = dict.fromkeys(need.kind for program in programs for need in program.needs)
    return tuple(_sum([need for program in programs for need in program.needs if need.kind == kind], adding) for kind in kinds)


def sum_dwellings(programs: Sequence[Program]) -> tuple[DwellingDemand, ...]:
    """Dwellings of several communities, type by type."""
    types = {d.name: d.area_m2 for program in programs for d in program.dwellings}
    counts = {name: sum(d.count for program in programs for d in program.dwellings if d.name == name) for name in types}
    return tuple(DwellingDemand(name=name, area_m2=area, count=counts[name]) for name, area in types.items())


def _sum(needs: Sequence[Need], adding: frozenset[str]) -> Need:
    names = dict.fromkeys(name for need in needs for name, _ in need.figures if name in adding)
    return Need(
        kind=needs[0].kind,
        figures=tuple((name, sum(dict(need.figures).get(name, 0.0) for need in needs)) for name in names),
        rooms=needs[0].rooms,
        clauses=tuple(dict.fromkeys(clause for need in needs for clause in need.clauses)),
    )


def _adding() -> frozenset[str]:
    text = files("layoutgen.standards").joinpath("data", "figures.toml").read_text(encoding="utf-8")
    return frozenset(row["name"] for row in tomllib.loads(text)["figure"] if row.get("adds"))
