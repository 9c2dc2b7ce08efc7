"""Faults planted side by side, each in the drawings whose turn it is."""

import sys
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.faults.catalogue import all_faults
from benchmarks.faults.fault import Fault
from benchmarks.faults.good import Good
from benchmarks.faults.run import Case, plant_one
from benchmarks.faults.table import Row
from layoutgen.model.report import Outcome

Task = tuple[str, str, tuple[Good, ...]]  # measure and name of a fault, drawings in the order in which they are tried
Told = tuple[str, str, str, str]  # measure, name, outcome, what was planted

_before: dict[tuple[str, str], dict[str, Outcome]] = {}  # good drawings judged once a process


def tasks(goods: Sequence[Good]) -> list[Task]:
    """Every fault with the drawings that it may be planted in, begun at another one each time."""
    found = []
    for turn, fault in enumerate(all_faults()):
        fit = [good for good in goods if good.kind in fault.drawings]
        start = turn % max(len(fit), 1)
        found.append((fault.measure, fault.name, (*fit[start:], *fit[:start])))
    return found


def planted(task: Task) -> Told:
    """Plant a fault in the first drawing that has a place for it."""
    measure, name, goods = task
    fault = _by_name()[measure, name]
    outcome, says = "no place", ""
    for good in goods:
        with TemporaryDirectory() as folder:
            done = plant_one(Case(fault=fault, good=good, seed=0), Path(folder) / "planted.dxf", _before)
        outcome, says = done.outcome, done.says
        if outcome != "no place":
            break
    if outcome != "caught":  # told at once: the whole run takes an hour
        print(f"\n{outcome}: {measure}: {name}: {says}", file=sys.stderr, flush=True)
    return measure, name, outcome, says


def rows(told: Sequence[Told]) -> list[Row]:
    """A row a rule."""
    found = []
    for measure in sorted({measure for measure, *_ in told}):
        outcomes = [outcome for one, _, outcome, _ in told if one == measure and outcome != "no place"]
        caught = outcomes.count("caught")
        found.append(
            Row(measure=measure, ways=len(outcomes), planted=len(outcomes), caught=caught, missed=len(outcomes) - caught)
        )
    return found


@cache
def _by_name() -> dict[tuple[str, str], Fault]:
    return {(fault.measure, fault.name): fault for fault in all_faults()}
