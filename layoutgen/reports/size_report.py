"""The facility schedule: as JSON and as a table."""

import json

from layoutgen.model.program import Need, Program

SCHEMA = "layoutgen-size/1"
Figure = float | int | str | list[str]


def size_json(program: Program) -> str:
    """Text of `layoutgen size --format json`."""
    document = {
        "schema": SCHEMA,
        "population": program.population,
        "households": program.households,
        "household_size": program.household_size,
        "housing_gfa_m2": round(program.housing_gfa_m2, 2),
        "dwellings": [{"name": d.name, "area_m2": d.area_m2, "count": d.count} for d in program.dwellings],
        "parameters": dict(program.parameters),
        "facilities": [_facility(need) for need in program.needs],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _facility(need: Need) -> dict[str, Figure]:
    figures: dict[str, Figure] = {name: _plain(value) for name, value in need.figures}
    words: dict[str, Figure] = {"rooms": list(need.rooms)} if need.rooms else {}
    return {"kind": str(need.kind), **figures, **words, "derivation": need.derivation, "clauses": list(need.clauses)}


def _plain(value: float) -> float | int:
    return int(value) if value == int(value) else round(value, 2)


def size_table(program: Program) -> str:
    """Table of every need with its figures, arithmetic and clauses."""
    people = f"{program.population} persons, {program.households} households x {program.household_size:g}"
    lines = [f"{people}; housing {program.housing_gfa_m2:,.0f} m2"]
    lines += [f"  {d.name}: {d.count} dwellings of {d.area_m2:g} m2" for d in program.dwellings]
    for need in program.needs:
        figures = "  ".join(f"{name} {_plain(value):,}" for name, value in need.figures)
        lines.append(f"{need.kind:<18} {figures}")
        lines.append(f"{'':<18}   {need.derivation}  [{', '.join(need.clauses)}]")
    return "\n".join(lines)
