"""The planning conditions of a brief as clauses that decide: they outrank every table."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

from layoutgen.model.brief import Conditions
from layoutgen.model.limit import Demand
from layoutgen.model.report import Confidence, Force
from layoutgen.sentence import Sentence
from layoutgen.standards.clause import Clause, Pack
from layoutgen.standards.entry import Entry
from layoutgen.standards.limits import limit_of
from layoutgen.standards.measures import Measure

CONDITIONS_PACK = "conditions"
FILE = "conditions.toml"


def conditions_pack(conditions: Conditions, measures: Mapping[str, Measure]) -> Pack:
    """Pack with one deciding clause for every condition that the brief gives."""
    data = tomllib.loads(files("layoutgen.standards").joinpath("data", FILE).read_text(encoding="utf-8"))
    given = _given(conditions)
    clauses = tuple(
        _clause(Entry(file=FILE, name=name, values={**row, "limit": given[name]}), measures)
        for name, row in data["condition"].items()
        if given[name] is not None
    )
    return Pack(name=CONDITIONS_PACK, title_zh=data["title_zh"], title_en=data["title_en"], clauses=clauses)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionInfo:
    """A planning condition that a brief may give, and the clause that it becomes."""

    name: str  # "far_max"
    clause: str  # "COND.far"
    says: Sentence
    outranks: tuple[str, ...]


def known_conditions() -> tuple[ConditionInfo, ...]:
    """All planning conditions, in the order of their file."""
    rows = tomllib.loads(files("layoutgen.standards").joinpath("data", FILE).read_text(encoding="utf-8"))["condition"]
    return tuple(
        ConditionInfo(
            name=name,
            clause=row["id"],
            says=Sentence(en=row["says_en"], zh=row["says_zh"]),
            outranks=tuple(row.get("outranks", ())),
        )
        for name, row in rows.items()
    )


def _given(conditions: Conditions) -> dict[str, float | None]:
    return {
        "far_max": conditions.far_max,
        "density_max": conditions.density_max,
        "height_max_m": conditions.height_max_m,
        "storeys_max": conditions.storeys_max,
        "green_min": conditions.green_min,
        "stalls_per_household_min": conditions.stalls_per_household_min,
    }


def _clause(entry: Entry, measures: Mapping[str, Measure]) -> Clause:
    measure = measures[entry.one_of("measure", tuple(measures))]
    demand = Demand(entry.word("demand"))
    return Clause(
        id=entry.word("id"),
        pack=CONDITIONS_PACK,
        measure=measure.name,
        of="",
        limit=limit_of(entry, demand, measure.unit),
        rows=(),
        force=Force.MUST,
        scope="both",
        when=(),
        outranks=entry.words("outranks") if entry.has("outranks") else (),
        options=(),
        source="规划条件",
        where="brief",
        confidence=Confidence.PRIMARY,
        decides=True,
        may_block=False,
        method=measure.says,
        says_zh=entry.word("says_zh"),
        says_en=entry.word("says_en"),
    )
