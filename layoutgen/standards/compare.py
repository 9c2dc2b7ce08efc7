"""Two packs held against each other: where both measure the same thing, which asks more."""

from collections import defaultdict
from dataclasses import dataclass

from layoutgen.model.limit import Demand, Limit
from layoutgen.standards.clause import Clause, Pack
from layoutgen.standards.measures import MANUAL

SAME = "same"
FIRST, SECOND = "first", "second"
UNLIKE = "unlike"  # a floor against a ceiling, tables of different rows, bands that overlap
# Options that say what is measured; the others say how far, how fast, or of which kinds, and stand in the text.
KEY_OPTIONS = ("per", "take", "side", "room", "layout", "grounds", "tag", "key", "height", "vehicle", "class")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A clause of each pack that measure the same thing."""

    first: Clause
    second: Clause
    stricter: str  # "first", "second", "same" or "unlike"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Pairs of two packs, and the clauses that only one has; manual ones are left out."""

    first: Pack
    second: Pack
    pairs: tuple[Pair, ...]
    only_first: tuple[Clause, ...]
    only_second: tuple[Clause, ...]


def compare_packs(first: Pack, second: Pack) -> Comparison:
    """Pair the clauses of two packs by what they measure."""
    of_second = defaultdict[Key, list[Clause]](list)
    for clause in second.clauses:
        if clause.measure != MANUAL:
            of_second[_key(clause)].append(clause)
    pairs: list[Pair] = []
    for clause in first.clauses:
        for other in _partners(clause, of_second[_key(clause)] if clause.measure != MANUAL else []):
            pairs.append(Pair(first=clause, second=other, stricter=_stricter(clause, other)))
    met = {clause.id for pair in pairs for clause in (pair.first, pair.second)}
    return Comparison(
        first=first,
        second=second,
        pairs=tuple(pairs),
        only_first=tuple(c for c in first.clauses if c.id not in met and c.measure != MANUAL),
        only_second=tuple(c for c in second.clauses if c.id not in met and c.measure != MANUAL),
    )


def _key(clause: Clause) -> Key:
    options = dict(clause.options)
    return (clause.measure, clause.of, *(f"{name}={options[name]}" for name in KEY_OPTIONS if name in options))


def _partners(clause: Clause, others: list[Clause]) -> list[Clause]:
    """Those of the same demand, else all: a floor is rather held against a floor; lists only where they share a word."""
    alike = [other for other in others if _demand(other) is _demand(clause)]
    if _demand(clause) is Demand.INCLUDES:
        return [other for other in alike if set(_words(other)) & set(_words(clause))]
    return alike or others


def _words(clause: Clause) -> tuple[str, ...]:
    return clause.limit.words if clause.limit is not None else ()


def _demand(clause: Clause) -> Demand:
    return clause.limit.demand if clause.limit is not None else clause.rows[0].limit.demand


def _stricter(clause: Clause, other: Clause) -> str:
    if clause.limit is not None and other.limit is not None:
        return _stricter_limit(clause.limit, other.limit)
    if clause.limit is not None or other.limit is not None:
        return UNLIKE
    rows = {row.keys: row.limit for row in other.rows}
    shared = {_stricter_limit(row.limit, rows[row.keys]) for row in clause.rows if row.keys in rows}
    found = shared - {SAME}
    return UNLIKE if not shared or len(found) > 1 else found.pop() if found else SAME


def _stricter_limit(limit: Limit, other: Limit) -> str:
    if limit.demand is not other.demand and Demand.INCLUDES in (limit.demand, other.demand):
        return UNLIKE
    if limit.demand is Demand.INCLUDES:
        return _wider(set(limit.words) >= set(other.words), set(other.words) >= set(limit.words))
    low, other_low = _low(limit), _low(other)
    high, other_high = _high(limit), _high(other)
    return _wider(low >= other_low and high <= other_high, other_low >= low and other_high <= high)


def _wider(is_first_within: bool, is_second_within: bool) -> str:
    if is_first_within and is_second_within:
        return SAME
    return FIRST if is_first_within else SECOND if is_second_within else UNLIKE


def _low(limit: Limit) -> float:
    return float("-inf") if limit.low is None else limit.low


def _high(limit: Limit) -> float:
    return float("inf") if limit.high is None else limit.high
