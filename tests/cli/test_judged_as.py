"""`validate` as new build or as an existing community: by the drawing's word or by the flag's."""

import json

import pytest

from layoutgen.drawings.plan_json import write_plan_json
from tests.validator.plan_from_case import plan_from_case


@pytest.fixture
def drawing(tmp_path):
    """A plan that calls itself new and has nothing on it."""
    path = tmp_path / "plan.json"
    write_plan_json(plan_from_case({"facts": {"people": 8000, "mode": "new"}}), path)
    return path


def _judged(run, drawing, *words):
    done = run("validate", str(drawing), "--pack", "crc-2020", "--format", "json", *words)
    assert done.returncode == 1, done.stderr
    report = json.loads(done.stdout)
    return report["judged_as"], {outcome["clause"]: outcome["verdict"] for outcome in report["outcomes"]}


def test_the_drawing_says_as_what_it_is_judged(run, drawing):
    judged_as, verdicts = _judged(run, drawing)
    assert judged_as == {"mode": "new", "mode_by": "drawing", "constrained": False, "constrained_by": "drawing"}
    assert (verdicts["CRC-10.ratio"], verdicts["CRC-00.share"]) != ("not_applicable", "fail")


def test_flags_win_over_the_drawing(run, drawing):
    judged_as, verdicts = _judged(run, drawing, "--mode", "existing", "--constrained")
    assert judged_as == {"mode": "existing", "mode_by": "flag", "constrained": True, "constrained_by": "flag"}
    assert (verdicts["CRC-10.ratio"], verdicts["CRC-00.share"]) == ("not_applicable", "fail")


def test_the_text_says_as_what_it_was_judged(run, drawing):
    words = ("validate", str(drawing), "--pack", "crc-2020", "--mode", "existing", "--constrained")
    assert "Judged as an existing community (as the flag says), short of room" in run(*words, "--lang", "en").stdout
    assert "按既有社区 (依命令参数)、场地条件受限" in run(*words, "--lang", "zh").stdout


def test_a_feature_given_wakes_the_clauses_that_wait_for_it(run, drawing):
    words = ("validate", str(drawing), "--pack", "jiyuan-2026", "--format", "json")

    def verdict(*more):
        report = json.loads(run(*words, *more).stdout)
        return next(outcome["verdict"] for outcome in report["outcomes"] if outcome["clause"] == "JY.recycle")

    assert verdict() == "not_applicable"
    assert verdict("--feature", "distinctive") == "fail"  # nothing is drawn


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--feature", "golden"), "features = golden"),
        (("--mode", "ancient"), "one of new, existing"),
        (("--constrained",), "say --mode existing as well"),
    ],
)
def test_words_that_fit_nothing_are_refused(run, drawing, words, says):
    done = run("validate", str(drawing), *words)
    assert done.returncode == 2
    assert says in done.stderr


@pytest.mark.parametrize("words", [("generate", "-p", "3000"), ("feasibility",)], ids=["generate", "feasibility"])
def test_an_existing_community_is_not_laid_out(run, square, words):
    done = run(words[0], str(square), *words[1:], "--mode", "existing")
    assert done.returncode == 2
    assert "existing communities are for `validate` as yet" in done.stderr


def test_an_existing_community_is_sized_by_what_is_asked_of_it(run):
    done = run("size", "-p", "8000", "--mode", "existing", "--format", "json")
    assert done.returncode == 0, done.stderr
    clauses = {clause for need in json.loads(done.stdout)["facilities"] for clause in need["clauses"]}
    assert "CRC-02.land" in clauses
    assert not clauses & {"CRC-10.ratio", "CRC-15.garden", "CRC-14.sports", "CRC-16.office", "CRC-07.station"}
