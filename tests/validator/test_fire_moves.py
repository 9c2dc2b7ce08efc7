"""Fire has no compass: turning or moving a whole plan changes no distance, width, length or verdict."""

from dataclasses import fields, replace

import pytest
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from layoutgen.standards.load import load_standard
from layoutgen.validator.check import judge_clause
from tests.validator.plan_from_case import plan_from_case

CASE = {
    "boundary": [-10, -10, 160, 170],
    "edge": [{"at": [-10, -10, 160, -10]}],
    "building": [
        {"box": [20, 20, 70, 34], "storeys": 18},
        {"box": [84, 20, 130, 34], "storeys": 11},
        {"box": [20, 70, 70, 82], "storeys": 6},
        {"box": [20, 110, 60, 122], "storeys": 3, "use": "service"},
    ],
    "way": [
        {"at": [10, -10, 10, 150], "width": 6.0, "fire": True, "kind": "main"},
        {"at": [13, 41, 140, 41], "width": 4.0, "fire": True},
        {"at": [13, 92, 80, 92], "width": 4.0, "fire": True},
        {"at": [13, 130, 50, 130], "width": 3.5, "fire": True},
    ],
    "ground": [
        {"kind": "fire_ground", "box": [20, 39, 70, 49], "of": "B1"},
        {"kind": "fire_ground", "box": [84, 39, 104, 49], "of": "B2"},
        {"kind": "turning_head", "box": [140, 35, 152, 47]},
        {"kind": "ramp", "box": [90, 36, 96, 38]},
    ],
    "stall": [{"box": [20, 95, 22.5, 100.3]}, {"box": [40, 88.5, 42.5, 91]}, {"box": [60, 100, 62.5, 105.3]}],
    "spot": [{"kind": "door", "of": "B1", "at": [40, 34]}],
}


def turned(value, angle, shift):
    """Same values with every geometry in them turned and moved."""
    if isinstance(value, BaseGeometry):
        return affinity.translate(affinity.rotate(value, angle, origin=(0, 0)), *shift)
    if isinstance(value, tuple):
        return tuple(turned(item, angle, shift) for item in value)
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{f.name: turned(getattr(value, f.name), angle, shift) for f in fields(value)})
    return value


@pytest.mark.parametrize(
    ("angle", "shift"), [(0.0, (3000.0, -500.0)), (33.0, (0.0, 0.0)), (90.0, (10.0, 20.0)), (211.0, (0.0, 7.0))]
)
def test_turning_a_plan_changes_no_fire_finding(angle, shift):
    plan = plan_from_case(CASE)
    moved = turned(plan, angle, shift)
    for clause in load_standard(["fire"]).clauses:
        before, after = judge_clause(plan, clause), judge_clause(moved, clause)
        assert after.verdict is before.verdict, clause.id
        found = [sorted((f.subjects, f.measured) for f in outcome.findings) for outcome in (before, after)]
        assert [s for s, _ in found[1]] == [s for s, _ in found[0]], clause.id
        assert [m for _, m in found[1]] == pytest.approx([m for _, m in found[0]], abs=5e-3), clause.id


def test_the_plan_has_something_for_every_fire_clause_that_can_fail():
    plan = plan_from_case(CASE)
    examined = {clause.id for clause in load_standard(["fire"]).clauses if judge_clause(plan, clause).findings}
    assert {"FIRE-01", "FIRE-05", "FIRE-07", "FIRE-08", "FIRE-10", "FIRE-13", "FIRE-18", "FIRE-20.max", "FIRE-26"} <= examined


def test_of_two_buildings_equally_near_both_are_measured_however_the_plan_lies():
    """24 m from the middle house to either side, and each of these has a nearer one: 8 m."""
    middle, west, east = [64, 20, 84, 32], [20, 20, 40, 32], [108, 20, 128, 32]
    beside = [[20, 40, 40, 52], [108, 40, 128, 52]]
    plan = plan_from_case({**CASE, "building": [{"box": box, "storeys": 6} for box in (middle, west, east, *beside)]})
    gaps = next(clause for clause in load_standard(["fire"]).clauses if clause.id == "FIRE-01")
    for angle in range(0, 180, 7):
        found = {f.subjects: f.measured for f in judge_clause(turned(plan, angle, (0.0, 0.0)), gaps).findings}
        assert found == {
            ("B1", "B2"): pytest.approx(24.0),
            ("B1", "B3"): pytest.approx(24.0),
            ("B2", "B4"): pytest.approx(8.0),
            ("B3", "B5"): pytest.approx(8.0),
        }
