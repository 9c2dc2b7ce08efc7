"""`validate` with what a judgement is held against and by whom it is answered for: output and exit code."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from layoutgen.drawings.plan_json import write_plan_json
from tests.cli.conftest import Run
from tests.drawings.hand_made import make_plan

SIGNED = '[[waiver]]\nclause = "{clause}"\nreason = "agreed"\nby = "Zhang"\nuntil = {until}\nthings = ["{thing}"]\n'


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    plan = replace(make_plan(), communities=())
    write_plan_json(replace(plan, facts=replace(plan.facts, waivers=())), tmp_path / "plan.json")
    return tmp_path / "plan.json"


def test_a_drawing_is_held_against_its_own_report_and_written_as_sarif(run: Run, drawing: Path, tmp_path: Path) -> None:
    first = run("validate", str(drawing), "--report", "old.json", "--sarif", "found.sarif", "--near")
    assert first.returncode == 1
    assert "near misses" in first.stdout
    assert json.loads((tmp_path / "found.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    again = run("validate", str(drawing), "--against", "old.json", "--format", "json")
    against = json.loads(again.stdout)["against"]
    assert (against["clauses"], against["counts"]["new"], against["counts"]["gone"]) == ([], 0, 0)
    assert "no verdict changed" in run("validate", str(drawing), "--against", "old.json").stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--against", "plan.json"), "report.json of layoutgen"),
        (("--against", "nothing.json"), "no such file"),
        (("--on", "soon"), "a date such as 2027-12-31"),
        (("--waivers", "plan.json"), "plan.json"),
        (("--waivers", "clause.toml"), "waiver[1].clause = CRC-2.land: expected a clause in force, such as CRC-02.land"),
        (("--waivers", "thing.toml"), "waiver[1].things = K9-99"),
        (("--waivers", "day.toml"), "waiver[1].until"),
    ],
)
def test_what_cannot_be_used_is_refused_without_a_traceback(
    words: tuple[str, str], said: str, run: Run, drawing: Path, tmp_path: Path
) -> None:
    for name, clause, until, thing in (
        ("clause", "CRC-2.land", "2027-12-31", "K1-00"),
        ("thing", "CRC-02.land", "2027-12-31", "K9-99"),
        ("day", "CRC-02.land", '"tomorrow"', "K1-00"),
    ):
        (tmp_path / f"{name}.toml").write_text(SIGNED.format(clause=clause, until=until, thing=thing), encoding="utf-8")
    done = run("validate", str(drawing), *words)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
