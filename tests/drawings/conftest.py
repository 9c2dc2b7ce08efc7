"""The hand-made plan of ``hand_made.py`` as fixtures."""

import importlib.util
from pathlib import Path

import pytest

from layoutgen.indicators.table import indicator_table
from layoutgen.model.limit import Demand, Limit
from layoutgen.model.report import Confidence, Finding, Force, Outcome, Report, Verdict

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


@pytest.fixture(scope="session")
def judged_report(plan):
    """A report of one clause that passes, one that fails and one for a person."""
    limit = Limit(demand=Demand.AT_LEAST, low=1.0, unit="m")
    outcomes = tuple(
        Outcome(
            clause=clause,
            pack="crc-2020",
            force=Force.MUST,
            decides=verdict is not Verdict.MANUAL,
            may_block=False,
            verdict=verdict,
            findings=(Finding(subjects=("K1-00",), measured=measured, limit=limit),),
            source="建科规〔2020〕7号 annex, row 1 (primary)",
            confidence=Confidence.PRIMARY,
            method="by hand",
            says_zh=f"要求{clause}",
            says_en=clause,
        )
        for clause, verdict, measured in (
            ("A.good", Verdict.PASS, 2.0),
            ("A.bad", Verdict.FAIL, 0.5),
            ("A.look", Verdict.MANUAL, None),
        )
    )
    return Report(outcomes=outcomes, indicators=indicator_table(plan), assumptions=plan.facts.assumptions)
