"""Every rule by its cases: a small plan, a clause, the expected verdict and who fails.

A file cases/<measure>.toml holds [[case]] tables: name, clause = {demand, limit …, options}, the plan's sections (see
plan_from_case.py), expect = pass | fail | blocked | not_applicable, and optionally failing = [subjects] and measured =
[numbers, worst first]. Sections at the top of the file belong to every case; a case's own things follow them.
"""

import tomllib
from pathlib import Path

import pytest

from layoutgen.validator.check import judge_clause
from tests.validator.clause_from_case import clause_from_case
from tests.validator.plan_from_case import plan_from_case

FOLDER = Path(__file__).parent / "cases"


def cases_of(measure: str) -> list[dict[str, object]]:
    """Cases of a measure, each with what its file says for all of them."""
    data = tomllib.loads((FOLDER / f"{measure}.toml").read_text(encoding="utf-8"))
    shared = {key: value for key, value in data.items() if key != "case"}
    return [_merged(shared, case) for case in data["case"]]


def rule_cases() -> list[tuple[str, dict[str, object]]]:
    """Every case with the name of its measure."""
    return [(file.stem, case) for file in sorted(FOLDER.glob("*.toml")) for case in cases_of(file.stem)]


def _cases() -> list[object]:
    return [pytest.param(measure, case, id=f"{measure}: {case['name']}") for measure, case in rule_cases()]


def _merged(shared: dict[str, object], case: dict[str, object]) -> dict[str, object]:
    merged = dict(shared)
    for key, value in case.items():
        before = shared.get(key)
        if isinstance(before, list) and isinstance(value, list) and key not in ("boundary", "defects"):
            merged[key] = [*before, *value]
        elif isinstance(before, dict) and isinstance(value, dict):
            merged[key] = {**before, **value}
        else:
            merged[key] = value
    return merged


@pytest.mark.parametrize(("measure", "case"), _cases())
def test_a_rule_judges_its_case(measure: str, case: dict[str, object]) -> None:
    clause = clause_from_case(measure, case["clause"])
    outcome = judge_clause(plan_from_case(case), clause)
    assert outcome.verdict == case["expect"], outcome
    failing = sorted({name for finding in outcome.findings if not finding.passed for name in finding.subjects})
    if "failing" in case:
        assert failing == sorted(case["failing"])
    if "measured" in case:
        assert [finding.measured for finding in outcome.findings] == pytest.approx(case["measured"], abs=1e-6)
