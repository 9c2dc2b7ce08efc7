"""What a fault is: a way to break a drawing, and by how much the planter itself measured that the law is broken."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from benchmarks.faults.drawing import Edit, NoPlaceError

CLEAR = 1e-3  # by how much of the limit, and of one, a breach must be beyond doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """What was planted: measured by the planter's own arithmetic on the edited entities, beside the figure of the law.

    Made by `below`, `above` and `unlike` only, which see to it that it is a breach.
    """

    says: str
    measured: float | str
    limit: float | str
    of: tuple[str, ...] = ()  # ids, one of which a failing finding must name; () = whatever


Plant = Callable[[Edit, Random], Breach]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One way to break one rule.

    ``plant`` edits the drawing and measures; it raises `NoPlaceError` where the drawing has no place for it.
    """

    name: str  # in words, unique: "a kindergarten plot below 3 500 m2"
    measure: str  # of the rule that must see it
    expects: tuple[str, ...]  # clauses, of which at least one must turn
    plant: Plant
    turns: tuple[str, ...] = ("fail",)  # to what: "blocked" where the drawing no longer says
    drawings: tuple[str, ...] = ("usual",)  # kinds of good drawings it is planted in, see good.py
    packs: tuple[str, ...] = ()  # judged by besides those that the drawing names
    mode: str = ""  # judged as "existing", …; "" = as the drawing says
    features: tuple[str, ...] = field(default=())  # words that the clauses wait for
    is_unreadable: bool = False  # what is planted is itself something that cannot be read: `drawing.defects` may fail


def below(says: str, measured: float, limit: float, *of: str) -> Breach:
    """Breach of a floor.

    Raises
    ------
    NoPlaceError
        If it is none.
    """
    return _beyond(says, measured, limit, limit - measured, of)


def above(says: str, measured: float, limit: float, *of: str) -> Breach:
    """Breach of a ceiling.

    Raises
    ------
    NoPlaceError
        If it is none.
    """
    return _beyond(says, measured, limit, measured - limit, of)


def unlike(says: str, measured: str, limit: str, *of: str) -> Breach:
    """Breach of a demand in words.

    Raises
    ------
    NoPlaceError
        If it is none.
    """
    if measured == limit:
        raise NoPlaceError(f"not a breach: {says}: {measured}")
    return Breach(says=says, measured=measured, limit=limit, of=of)


def _beyond(says: str, measured: float, limit: float, excess: float, of: tuple[str, ...]) -> Breach:
    if excess <= CLEAR * min(1.0, max(abs(limit), CLEAR)):
        raise NoPlaceError(f"not a breach: {says}: {measured:g} beside {limit:g}")
    return Breach(says=says, measured=measured, limit=limit, of=of)
