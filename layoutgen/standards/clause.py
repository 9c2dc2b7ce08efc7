"""A clause of the law as data: one demand, its measure, its figure and its source."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from layoutgen.model.limit import Limit
from layoutgen.model.report import Confidence, Force, Override

Option = str | float | bool | tuple[str, ...]
STATUSES = ("in_force", "draft", "ended", "reference")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a clause with a table: the keys that select it, and its limit."""

    keys: tuple[tuple[str, str], ...]
    limit: Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleBand:
    """For how many people a clause is meant; None = no end. ``below`` is half-open, ``to`` closed."""

    least: float | None = None
    to: float | None = None
    below: float | None = None

    def holds(self, people: int) -> bool:
        """Whether a population lies in the band."""
        above = self.least is None or people >= self.least
        return above and (self.to is None or people <= self.to) and (self.below is None or people < self.below)

    def text(self) -> str:
        """The band in words."""
        ends = (("from", self.least), ("to", self.to), ("below", self.below))
        return " ".join(f"{word} {end:g}" for word, end in ends if end is not None) + " people"


OFF_SITE_WALK = "off_site_walk_m"  # option of a clause that lets facilities off the site count: how far on foot [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One demand. ``limit`` is None exactly where ``rows`` holds a table."""

    id: str
    pack: str
    measure: str  # "manual" for a human item
    of: str  # of what: a kind, or ""
    limit: Limit | None
    rows: tuple[Row, ...]
    force: Force
    scope: str  # "new", "existing", "both"
    when: tuple[tuple[str, tuple[str, ...]], ...]  # fact -> values under which it applies
    people: PeopleBand = PeopleBand()
    outranks: tuple[str, ...] = ()  # clauses that are measured but do not decide while this one applies
    alternatives: tuple[str, ...] = ()  # clauses that meet this one where all of them are in scope and met
    group: str = ""  # of a scoring pack
    options: tuple[tuple[str, Option], ...]  # further keys of the measure
    source: str
    where: str
    confidence: Confidence
    decides: bool  # a must whose figure may decide, see load.py
    may_block: bool
    is_of_site: bool = False  # of a divided site judged on the whole, not community by community
    method: str  # how it is measured, in a sentence
    says_zh: str
    says_en: str

    @property
    def bound(self) -> Limit:
        """The clause's one limit.

        Raises
        ------
        ValueError
            If the clause has a table instead.
        """
        if self.limit is None:
            raise ValueError(f"{self.id} has a table of limits")
        return self.limit

    @property
    def lets_off_site_count(self) -> bool:
        """Whether facilities off the site count by this clause, and how far they may be."""
        return OFF_SITE_WALK in dict(self.options)

    def row(self, **keys: str) -> Limit | None:
        """Limit of the first row whose keys all equal the given words; None where no row does."""
        for row in self.rows:
            if all(keys.get(key) == value for key, value in row.keys):
                return row.limit
        return None

    def number(self, name: str) -> float:
        """Option as a number.

        Raises
        ------
        ValueError
            If the clause has no such number.
        """
        value = dict(self.options).get(name)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ValueError(f"{self.id}: option {name} is no number")
        return float(value)

    def text(self, name: str, default: str = "") -> str:
        """Option as a word, or the default."""
        value = dict(self.options).get(name, default)
        return str(value)

    def words(self, name: str) -> tuple[str, ...]:
        """Option as words; empty where the clause has none."""
        value = dict(self.options).get(name, ())
        return value if isinstance(value, tuple) else (str(value),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A document, or part of one, as a folder of data."""

    name: str
    title_zh: str
    title_en: str
    clauses: tuple[Clause, ...]
    status: str = "in_force"  # one of STATUSES
    status_zh: str = ""  # what the status means here, in a sentence
    status_en: str = ""
    is_scoring: bool = False  # counts what is reached, decides nothing
    jurisdiction: str = ""  # where it holds; "" = everywhere


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """The packs in force for one judgement."""

    packs: tuple[Pack, ...]
    overrides: tuple[Override, ...] = ()
    clauses: tuple[Clause, ...] = field(init=False, repr=False, compare=False)  # of all packs, pack by pack

    def __post_init__(self) -> None:
        """List the clauses once: they are asked for some hundred times."""
        object.__setattr__(self, "clauses", tuple(clause for pack in self.packs for clause in pack.clauses))

    def clause(self, clause_id: str) -> Clause:
        """Return the clause of an id.

        Raises
        ------
        KeyError
            If no pack in force has it.
        """
        for clause in self.clauses:
            if clause.id == clause_id:
                return clause
        raise KeyError(clause_id)

    def only(self, clause_ids: Collection[str]) -> "Standard":
        """The same packs with some clauses only, and what settles them.

        Their alternatives, what outranks them, and the clauses by which facilities off the site count.
        """
        wanted = {*clause_ids, *(other for c in self.clauses if c.id in clause_ids for other in c.alternatives)}

        def is_kept(clause: Clause) -> bool:
            return clause.id in wanted or bool(wanted & set(clause.outranks)) or clause.lets_off_site_count

        packs = (replace(pack, clauses=tuple(filter(is_kept, pack.clauses))) for pack in self.packs)
        return replace(self, packs=tuple(packs))
