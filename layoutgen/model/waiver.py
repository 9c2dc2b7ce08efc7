"""A waiver 豁免: a breach that somebody answers for by name; it is counted apart, and the measured fail stays where it is."""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """One signed line: of which clause, why, by whom, until when."""

    clause: str  # id
    reason: str
    by: str
    until: str  # the last day on which it holds, "2027-12-31"
    things: tuple[str, ...] = ()  # ids that it is given for; empty = whatever the clause finds


def parse_day(text: str) -> str:
    """A day such as "2027-12-31", as it stands.

    Raises
    ------
    ValueError
        If the text is none.
    """
    if DAY.fullmatch(text) is None:
        raise ValueError(text)
    return dt.date.fromisoformat(text).isoformat()


class WaiverState(StrEnum):
    """What became of a waiver in a judgement."""

    USED = "used"  # it covers at least one thing that is not met
    NOT_NEEDED = "not_needed"  # nothing that it covers is short of its limit
    EXPIRED = "expired"  # by the day that the user named
    NOT_JUDGED = "not_judged"  # its clause is in no pack that the drawing was judged by


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverUse:
    """A waiver with what became of it."""

    number: int  # from 1, as the report tells it
    waiver: Waiver
    state: WaiverState
    covers: int  # findings that are not met and that it answers for
    unknown: tuple[str, ...] = ()  # its things that are not on the drawing
