"""The judge and an engine that shares no code with it measure the same drawing alike."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

from layoutgen.jobs.validate import validate
from tests.second_engine.agreement import agreement
from tests.second_engine.drawing import read_drawing

# How far the two may differ, and why they do at all.
ALIKE = {
    "land": 1e-6,  # the same corners, added up in another order
    "floor area of a facility": 0.1,  # a part that sticks out of its building by no more than the grid counts whole
    "green ratio": 2e-5,  # round edges about walls: chords of 16 to the quarter here, an arc within 0.2 mm there
    "central green": 0.01,
    "public green": 1e-6,
    "floor area ratio": 1e-9,
    "building density": 1e-9,
    "average storeys": 1e-9,
    "people of a block": 1e-9,
    "stalls and dwellings": 0.0,
    "gap between buildings": 1e-6,
    "setback from red lines": 1e-6,
    "straight way from a door": 1e-6,
    "walk from a door": 0.15,  # nodes within 5 cm are one for the judge, and an outline is reached 1 cm before it
    "sun of a dwelling": 0.01,  # rays 30 s apart, every change of light hunted down to 2 ms
    "sun of a playroom": 0.01,
}
FOREIGN = {"layoutgen", "shapely", "scipy", "ezdxf"}  # what the judge is made of


@pytest.fixture(scope="module")
def pairs(generated: Path) -> dict[str, list]:
    found = defaultdict(list)
    for pair in agreement(
        validate(generated / "plan.dxf"), read_drawing(generated / "plan.dxf"), has_own_sun=False, step_s=30.0
    ):
        found[pair.quantity].append(pair)
    return found


def test_every_quantity_is_measured_by_both(pairs):
    assert set(pairs) == {*ALIKE} - {"setback from red lines"}  # nobody asks for a setback here
    assert all(len(found) > 0 for found in pairs.values())


@pytest.mark.parametrize("quantity", ALIKE)
def test_both_engines_agree(pairs, quantity):
    assert not [pair for pair in pairs[quantity] if pair.difference > ALIKE[quantity]]


def test_the_second_engine_is_made_of_nothing_that_the_judge_is_made_of():
    folder = Path(__file__).parent
    engine = [file for file in folder.glob("*.py") if file.name not in ("agreement.py", Path(__file__).name)]
    assert len(engine) >= 6
    for file in engine:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = [alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names]
        names += [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
        assert not FOREIGN & {name.split(".")[0] for name in names}, file.name
        assert "tests.second_engine.agreement" not in names
