"""The hand-made plan of ``hand_made.py`` as fixtures."""

import importlib.util
from pathlib import Path

import pytest

HAND_MADE = Path(__file__).parent / "hand_made.py"


def _module():
    spec = importlib.util.spec_from_file_location("drawings_hand_made", HAND_MADE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def hand_made_file():
    return HAND_MADE


@pytest.fixture(scope="session")
def make_plan():
    return _module().make_plan


@pytest.fixture(scope="session")
def plan(make_plan):
    return make_plan()
