"""Figures of other packs that a user's pack sets anew: each with its reason, none in a circle, none twice."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from layoutgen.model.limit import Demand, Limit
from layoutgen.model.report import Override
from layoutgen.standards.clause import Clause, Pack, Row, Standard
from layoutgen.standards.entry import Entry
from layoutgen.standards.limits import FIGURES, limit_of
from layoutgen.standards.measures import Measure
from layoutgen.standards.read_clause import read_rows
from layoutgen.standards.read_pack import PackRead

KEYS = ("id", *FIGURES, "rows", "unit", "reason")
WITHOUT_FIGURE = (Demand.MANUAL, Demand.CONNECTED)


def apply_overrides(
    read: Sequence[PackRead], measures: Mapping[str, Measure], untouchable: Sequence[str], elsewhere: Mapping[str, str]
) -> Standard:
    """Standard of the packs with every override in its place; the clause stays in its own pack.

    Parameters
    ----------
    untouchable
        Packs whose figures nobody sets anew.
    elsewhere
        Clause ids of packs that are not in force, each with its pack, for the error's text.

    Raises
    ------
    InputError
        If an override names no clause in force, its own pack's, one that another override names, or one without a
        figure; if it has no reason; or if two packs override each other.
    """
    clauses = {clause.id: clause for one in read for clause in one.pack.clauses}
    made: dict[str, Override] = {}
    changed: dict[str, Clause] = {}
    for one in read:
        for entry in one.overrides:
            clause = _clause_of(entry, one.pack, clauses, untouchable, elsewhere)
            if clause.id in made:
                raise entry.wrong("id", f"a clause that no other override names: {made[clause.id].pack} sets {clause.id} too")
            changed[clause.id] = _changed(entry, clause, measures[clause.measure])
            made[clause.id] = _override(entry, one.pack, clause, changed[clause.id])
            _refuse_circle(entry, one.pack.name, [(done.pack, clauses[done.clause].pack) for done in made.values()])
    packs = tuple(replace(one.pack, clauses=tuple(changed.get(c.id, c) for c in one.pack.clauses)) for one in read)
    return Standard(packs=packs, overrides=tuple(made.values()))


def _clause_of(
    entry: Entry, pack: Pack, clauses: Mapping[str, Clause], untouchable: Sequence[str], elsewhere: Mapping[str, str]
) -> Clause:
    entry.known_keys(KEYS)
    clause_id = entry.word("id")
    if clause_id not in clauses:
        raise entry.wrong("id", unknown_id(clause_id, tuple(clauses), elsewhere))
    clause = clauses[clause_id]
    if clause.pack == pack.name:
        raise entry.wrong("id", f"a clause of another pack: {clause_id} is {pack.name}'s own, write its figure there")
    if clause.pack in untouchable:
        raise entry.wrong("id", f"a clause of another pack than {clause.pack}: its figures are not to be overridden")
    return clause


def unknown_id(clause_id: str, known: Sequence[str], elsewhere: Mapping[str, str]) -> str:
    """What was expected where a clause id is not in force."""
    if clause_id in elsewhere:
        return f"a clause of a pack in force: {elsewhere[clause_id]} has it and is not named"
    near = get_close_matches(clause_id, known, n=3)
    return "the id of a clause in force" + (f", such as {', '.join(near)}" if near else "")


def _changed(entry: Entry, clause: Clause, measure: Measure) -> Clause:
    demand = _demand(clause)
    if demand in WITHOUT_FIGURE:
        raise entry.wrong("id", f"a clause with a figure: {clause.id} is {demand.value}")
    if entry.word("unit", measure.unit) != measure.unit:
        raise entry.wrong("unit", f"{measure.unit or 'no unit'}, as {measure.name} is measured")
    if not clause.rows:
        if entry.has("rows"):
            raise entry.wrong("rows", f"limit, or low and high: {clause.id} has one figure")
        return replace(clause, limit=limit_of(entry, demand, measure.unit))
    if not entry.has("rows"):
        raise entry.wrong("rows", f"a list of rows: {clause.id} has a table")
    return replace(clause, rows=_all_rows(clause.rows, read_rows(entry, demand, measure), entry))


def _all_rows(before: Sequence[Row], given: Sequence[Row], entry: Entry) -> tuple[Row, ...]:
    """The table with the rows given in place of those with the same keys."""
    anew = {row.keys: row for row in given}
    strangers = set(anew) - {row.keys for row in before}
    if strangers:
        keys = ", ".join(f"{key} = {value}" for key, value in min(strangers))
        raise entry.wrong("rows", f"rows that the table has; it has none with {keys or 'no keys'}")
    return tuple(anew.get(row.keys, row) for row in before)


def _demand(clause: Clause) -> Demand:
    return clause.limit.demand if clause.limit is not None else clause.rows[0].limit.demand


def _override(entry: Entry, pack: Pack, was: Clause, becomes: Clause) -> Override:
    reason = entry.word("reason")
    before, after = _figures(was, becomes), _figures(becomes, was)
    return Override(clause=was.id, pack=pack.name, was=before, becomes=after, reason=reason)


def _figures(clause: Clause, other: Clause) -> str:
    """Bounds of a clause as text; of a table only the rows that differ from the other's."""
    if clause.limit is not None:
        return _with_unit(clause.limit)
    rows = [row for row in clause.rows if row not in other.rows] or list(clause.rows)
    return "; ".join(f"{' '.join(value for _, value in row.keys)} {_with_unit(row.limit)}".strip() for row in rows)


def _with_unit(limit: Limit) -> str:
    return f"{limit.text()} {limit.unit}".strip()


def _refuse_circle(entry: Entry, pack: str, arrows: Sequence[tuple[str, str]]) -> None:
    """Refuse a pack that is reached from the packs whose clauses it overrides."""
    reached, wave = set[str](), {pack}
    while wave:
        wave = {to for start, to in arrows if start in wave} - reached
        reached |= wave
    if pack in reached:
        ring = ", ".join(sorted({pack} | {start for start, _ in arrows if start in reached}))
        raise entry.wrong("id", f"no circle of overrides: {ring} override each other's clauses")
