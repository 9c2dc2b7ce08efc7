"""What must not change a judgement: where a plan lies, how it is turned, in which order its things stand."""

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace

import pytest
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from layoutgen.model.plan import Plan
from layoutgen.model.report import Outcome
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import check_plan
from tests.validator.plan_from_case import plan_from_case

CASE = {
    "facts": {"people": 640},
    "block": [{"box": [0, 0, 90, 100]}],
    "lot": [{"kind": "service", "box": [100, 0, 200, 60]}, {"kind": "garden", "box": [100, 60, 200, 150]}],
    "way": [{"kind": "street", "at": [95, 0, 95, 150], "width": 10}, {"at": [10, 50, 90, 50], "width": 4, "block": "K1"}],
    "building": [
        {"id": "H1", "box": [10, 60, 60, 72], "dwellings": 100, "storeys": 11, "block": "K1", "phase": 1},
        {"id": "H2", "box": [10, 20, 60, 32], "dwellings": 100, "storeys": 11, "block": "K1", "phase": 1},
        {"id": "C1", "box": [110, 10, 170, 24], "use": "service", "storeys": 2, "lot": "L1"},
    ],
    "facility": [
        {"kind": "service_station", "box": [110, 10, 140, 24], "building": "C1", "floors": [1, 2], "rooms": ["hall", "police"]},
        {"kind": "nursery", "box": [140, 10, 160, 24], "building": "C1", "children": 20, "phase": 1},
        {"kind": "elderly_station", "box": [160, 10, 172, 24], "building": "C1", "floors": [1, 2]},
    ],
    "ground": [{"kind": "nursery_ground", "box": [140, 30, 160, 34], "of": "F2"}],
    "stall": [{"box": [20, 52, 22.5, 57.3]}, {"box": [22.5, 51, 25, 56.3]}],
    "spot": [{"at": [120, 10], "of": "F1"}, {"kind": "lockers", "at": [80, 40], "cells": 240}],
}


def _outcomes(plan: Plan) -> list[tuple[object, ...]]:
    report = check_plan(plan, load_standard(("drawing", "crc-2020", "guide-2021")))
    return [_told(outcome) for outcome in report.outcomes]


def _told(outcome: Outcome) -> tuple[object, ...]:
    measured = sorted(
        (finding.subjects, round(finding.measured, 3) if isinstance(finding.measured, float) else finding.measured)
        for finding in outcome.findings
    )
    return outcome.clause, outcome.verdict, [(names, str(value)) for names, value in measured]


def _shaped(value: object, change: Callable[[BaseGeometry], BaseGeometry]) -> object:
    if isinstance(value, BaseGeometry):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_shaped(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _shaped(getattr(value, field.name), change) for field in fields(value)})
    return value


@pytest.mark.parametrize("shift", [(1000.0, -250.0), (-40000.0, 30000.0)])
def test_moving_everything_changes_no_judgement(shift: tuple[float, float]) -> None:
    plan = plan_from_case(CASE)
    moved = _shaped(plan, lambda shape: affinity.translate(shape, *shift))
    assert isinstance(moved, Plan)
    assert _outcomes(moved) == _outcomes(plan)


def test_turning_everything_changes_no_judgement_without_the_sun() -> None:
    plan = plan_from_case(CASE)
    turned = _shaped(plan, lambda shape: affinity.rotate(shape, 90.0, origin=(0.0, 0.0)))
    assert isinstance(turned, Plan)
    assert _outcomes(turned) == _outcomes(plan)


def test_the_order_of_things_changes_no_judgement() -> None:
    plan = plan_from_case(CASE)
    lists = ("lots", "ways", "buildings", "facilities", "grounds", "stalls", "spots")
    turned_round = replace(plan, **{name: getattr(plan, name)[::-1] for name in lists})
    assert _outcomes(turned_round) == _outcomes(plan)
