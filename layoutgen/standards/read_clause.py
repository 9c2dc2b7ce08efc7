"""One [[clause]] of a pack's file, checked key by key."""

from collections.abc import Mapping
from dataclasses import dataclass

from layoutgen.model.limit import Demand
from layoutgen.model.report import Confidence, Force
from layoutgen.standards.clause import Clause, Option, PeopleBand, Row
from layoutgen.standards.entry import Entry
from layoutgen.standards.kind_words import check_kinds
from layoutgen.standards.limits import FIGURES, limit_of
from layoutgen.standards.measures import MANUAL, Measure
from layoutgen.standards.scope import SCOPES, WHEN_FACTS

KEYS = (
    *("id", "measure", "of", "demand", *FIGURES, "rows", "unit", "force", "scope", "when", "outranks", "alternatives", "group"),
    *("source", "where", "confidence", "may_block", "of_site", "method", "says_zh", "says_en"),
)
PEOPLE = ("people_from", "people_to", "people_below")
SURE = (Confidence.PRIMARY, Confidence.SECONDARY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a clause is checked against."""

    measures: Mapping[str, Measure]
    deciding: tuple[str, ...]  # ids whose figure decides though it is no seen one, with a reason in decides.toml
    always: tuple[str, ...]  # packs whose every must decides
    scoring: tuple[str, ...] = ()  # packs that decide nothing
    of_site: tuple[str, ...] = ()  # packs that speak of a divided site as a whole


def read_clause(entry: Entry, pack: str, known: Known) -> Clause:
    """Clause of an entry.

    Raises
    ------
    InputError
        If a key, measure, unit, force, confidence, scope or figure is unknown, missing or of the wrong kind.
    """
    measure = known.measures[entry.one_of("measure", tuple(known.measures))]
    entry.known_keys((*KEYS, *measure.options))
    check_kinds(entry, measure.name)
    demand = Demand(entry.one_of("demand", [value.value for value in Demand]))
    if (demand is Demand.MANUAL) != (measure.name == MANUAL):
        raise entry.wrong("demand", f"{MANUAL} exactly where the measure is {MANUAL}")
    unit = entry.word("unit", measure.unit)
    if unit != measure.unit:
        raise entry.wrong("unit", f"{measure.unit or 'no unit'}, as {measure.name} is measured")
    has_table = entry.has("rows")
    force = Force(entry.one_of("force", [value.value for value in Force]))
    confidence = Confidence(entry.one_of("confidence", [value.value for value in Confidence]))
    clause_id = entry.word("id")
    is_sure = confidence in SURE or clause_id in known.deciding or pack in known.always
    may_decide = is_sure and pack not in known.scoring
    return Clause(
        id=clause_id,
        pack=pack,
        measure=measure.name,
        of=entry.word("of", ""),
        limit=None if has_table else limit_of(entry, demand, unit),
        rows=read_rows(entry, demand, measure) if has_table else (),
        force=force,
        scope=entry.one_of("scope", SCOPES),
        when=_when(entry),
        people=_people(entry),
        outranks=entry.words("outranks") if entry.has("outranks") else (),
        alternatives=entry.words("alternatives") if entry.has("alternatives") else (),
        group=entry.word("group", ""),
        options=tuple(sorted((key, _option(entry, key)) for key in measure.options if entry.has(key))),
        source=entry.word("source"),
        where=entry.word("where"),
        confidence=confidence,
        decides=force is Force.MUST and may_decide and demand is not Demand.MANUAL,
        may_block=entry.flag("may_block", default=False),
        is_of_site=entry.flag("of_site", default=pack in known.of_site),
        method=entry.word("method", measure.says),
        says_zh=entry.word("says_zh"),
        says_en=entry.word("says_en"),
    )


def read_rows(entry: Entry, demand: Demand, measure: Measure) -> tuple[Row, ...]:
    """Rows of an entry with a table.

    Raises
    ------
    InputError
        If a figure stands beside the table, or a row has an unknown key or a wrong figure.
    """
    for key in FIGURES:
        if entry.has(key):
            raise entry.wrong(key, "no figure beside rows")
    found = []
    for row in entry.tables("rows"):
        row.known_keys((*FIGURES, *measure.options))
        keys = tuple(sorted((key, str(value)) for key, value in row.values.items() if key not in FIGURES))
        found.append(Row(keys=keys, limit=limit_of(row, demand, measure.unit)))
    return tuple(found)


def _when(entry: Entry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    when = _when_table(entry)
    return tuple(sorted((fact, when.words(fact)) for fact in when.values if fact not in PEOPLE)) if when else ()


def _people(entry: Entry) -> PeopleBand:
    when = _when_table(entry)
    if when is None:
        return PeopleBand()
    ends = [when.number(key) if when.has(key) else None for key in PEOPLE]
    return PeopleBand(least=ends[0], to=ends[1], below=ends[2])


def _when_table(entry: Entry) -> Entry | None:
    if not entry.has("when"):
        return None
    table = entry.values["when"]
    if not isinstance(table, dict) or not table:
        raise entry.wrong("when", "a table of facts")
    when = Entry(file=entry.file, name=f"{entry.name}.when", values=table)
    when.known_keys((*WHEN_FACTS, *PEOPLE))
    return when


def _option(entry: Entry, key: str) -> Option:
    value = entry.values[key]
    if isinstance(value, (str, bool)):
        return value
    return entry.words(key) if isinstance(value, list) else entry.number(key)
