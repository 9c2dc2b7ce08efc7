"""Plant faults, save the drawings, judge them, and tell which were seen."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Fault
from benchmarks.faults.good import Good
from layoutgen.errors import InputError
from layoutgen.jobs.validate import Terms, validate
from layoutgen.model.report import Outcome, Verdict

READABLE = "drawing.defects"
OUTCOMES = ("caught", "missed", "untidy", "no place")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """What became of one fault in one drawing by one seed.

    ``outcome``: "caught"; "missed"; "untidy" = something cannot be read that was not meant to be, the planter's own fault;
    "no place" = nothing was planted, not counted.
    """

    fault: Fault
    drawing: str
    seed: int
    outcome: str
    says: str  # what was planted, or why nothing was
    seen: str = ""  # what the judge said of the clauses that were expected to turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One fault, one drawing, one seed."""

    fault: Fault
    good: Good
    seed: int


def cases_of(faults: Iterable[Fault], goods: Iterable[Good], seeds: Iterable[int]) -> list[Case]:
    """Every fault in every drawing of its kinds by every seed."""
    goods, seeds = tuple(goods), tuple(seeds)
    return [
        Case(fault=fault, good=good, seed=seed)
        for fault in faults
        for good in goods
        if good.kind in fault.drawings
        for seed in seeds
    ]


def run(cases: Iterable[Case], told: Callable[[Planted], None] = lambda _: None) -> list[Planted]:
    """Plant and judge."""
    results = []
    for planted in plant_all(cases):
        told(planted)
        results.append(planted)
    return results


def plant_all(cases: Iterable[Case]) -> Iterator[Planted]:
    """Plant and judge one after the other, in a folder of its own."""
    before: dict[tuple[str, str], dict[str, Outcome]] = {}
    with tempfile.TemporaryDirectory() as name:
        for case in cases:
            yield plant_one(case, Path(name) / "planted.dxf", before)


def plant_one(case: Case, place: Path, before: dict[tuple[str, str], dict[str, Outcome]]) -> Planted:
    """Plant one fault and judge the drawing by the clauses that must see it."""
    fault = case.fault
    edit = Edit.open(case.good.drawing)
    rng = Random(f"{fault.name}/{case.good.name}/{case.seed}")
    try:
        known = _before(case, before)
        breach = fault.plant(edit, rng)
    except NoPlaceError as reason:
        return _planted(case, "no place", str(reason))
    if all(_says_so(known[clause], breach, fault) for clause in fault.expects if clause in known):
        return _planted(case, "no place", "every clause that should turn says so before anything is planted")
    edit.save(place)
    told = f"{breach.says}: {_text(breach.measured)} beside {_text(breach.limit)}"
    try:
        after = _judged(place, fault)
    except InputError as error:
        outcome = "caught" if "refused" in fault.turns else "untidy"
        return _planted(case, outcome, told, str(error))
    seen = "; ".join(f"{one.clause} {one.verdict.value}{_worst(one)}" for one in after.values() if one.clause in fault.expects)
    if not fault.is_unreadable and READABLE in after and after[READABLE].verdict is not Verdict.PASS:
        return _planted(case, "untidy", told, after[READABLE].findings[0].note or seen)
    is_seen = any(
        _turned(known[clause], after[clause], breach, fault) for clause in fault.expects if clause in after and clause in known
    )
    return _planted(case, "caught" if is_seen else "missed", told, seen)


def _says_so(was: Outcome, breach: Breach, fault: Fault) -> bool:
    """Whether a clause says so already, of the very things that a breach names."""
    return was.verdict.value in fault.turns and set(breach.of) <= _unmet(was)


def _turned(was: Outcome, now: Outcome, breach: Breach, fault: Fault) -> bool:
    """Whether a clause says now what it did not say before; where the breach names things, of one of these very things."""
    if now.verdict.value not in fault.turns:
        return False
    if not breach.of:
        return was.verdict is not now.verdict
    return bool((_unmet(now) - _unmet(was)) & set(breach.of))


def _unmet(outcome: Outcome) -> set[str]:
    return {subject for finding in outcome.findings if not finding.passed for subject in finding.subjects}


def _before(case: Case, before: dict[tuple[str, str], dict[str, Outcome]]) -> dict[str, Outcome]:
    """Outcomes of the good drawing under the fault's terms.

    Raises
    ------
    NoPlaceError
        If the drawing is judged by none of the clauses: a planning condition that it has not.
    """
    fault = case.fault
    terms = repr((fault.packs, fault.mode, fault.features))
    key = (case.good.name, terms)
    if key not in before:
        before[key] = _judged(case.good.drawing, fault, is_whole=True)
    known = before[key]
    if not set(fault.expects) & set(known):
        raise NoPlaceError(f"the drawing is not judged by {', '.join(fault.expects)}")
    return known


def _judged(drawing: Path, fault: Fault, *, is_whole: bool = False) -> dict[str, Outcome]:
    only = None if is_whole else (*fault.expects, READABLE)
    terms = Terms(mode=fault.mode, features=fault.features, only=only)
    packs = (*Edit.open(drawing).fact("packs").split(","), *fault.packs) if fault.packs else ()
    return {outcome.clause: outcome for outcome in validate(drawing, packs, terms).report.outcomes}


def _planted(case: Case, outcome: str, says: str, seen: str = "") -> Planted:
    return Planted(fault=case.fault, drawing=case.good.name, seed=case.seed, outcome=outcome, says=says, seen=seen)


def _worst(outcome: Outcome) -> str:
    if not outcome.findings:
        return f" ({outcome.note})"
    worst = outcome.findings[0]
    return f" ({', '.join(worst.subjects)}: {worst.measured} beside {worst.limit.text()})"


def _text(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:g}"
