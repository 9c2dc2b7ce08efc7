"""Waivers that a judgement is made with: those that the drawing carries, and those that the user brings in a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from layoutgen.errors import InputError
from layoutgen.inputs.waivers import check_day, read_waivers
from layoutgen.model.plan import Plan
from layoutgen.model.report import Report
from layoutgen.model.waiver import Waiver, WaiverState
from layoutgen.standards.clause import Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What the user brings: waivers, the file they stand in, and the day that expiry is held against."""

    file: str = ""
    waivers: tuple[Waiver, ...] = ()
    on: str = ""  # "" = expiry is not looked at


def waivers_brought(file: Path | None, on: str) -> Brought:
    """Waivers of a file, and a day; nothing where none is named.

    Raises
    ------
    InputError
        If the file cannot be read, a waiver is malformed, or the day is none.
    """
    day = check_day("", "--on", on) if on else ""
    return Brought(file=str(file or ""), waivers=read_waivers(file) if file else (), on=day)


def require_known_waived(waivers: Sequence[Waiver], standard: Standard, file: str = "") -> None:
    """Refuse a waiver of a clause that no pack in force has.

    Raises
    ------
    InputError
        If there is one; the error names the clauses that are most like it.
    """
    known = [clause.id for clause in standard.clauses]
    for number, one in enumerate(waivers, 1):
        if one.clause not in known:
            near = get_close_matches(one.clause, known, n=3, cutoff=0.5)
            raise InputError(
                file,
                f"waiver[{number}].clause",
                one.clause,
                "a clause in force" + (f", such as {', '.join(near)}" if near else ", see `layoutgen standards show`"),
            )


def lay_all_waivers(report: Report, plan: Plan, brought: Brought) -> Report:
    """Report with the drawing's waivers and the user's laid over it.

    Raises
    ------
    InputError
        If a waiver of the user's file names a thing that is not on the drawing.
    """
    from layoutgen.validator.waived import lay_waivers

    own = plan.facts.waivers
    report = lay_waivers(report, plan, (*own, *brought.waivers), brought.on)
    for use in report.waivers[len(own) :]:
        if use.unknown and use.state is not WaiverState.NOT_JUDGED:
            key = f"waiver[{use.number - len(own)}].things"
            raise InputError(brought.file, key, ", ".join(use.unknown), "ids of things on the drawing")
    return report
