"""A drawing that came back from CAD, from its file to its verdicts."""

import json
import shutil
from dataclasses import replace

import ezdxf
import pytest

from layoutgen.drawings.compose import compose
from layoutgen.drawings.plan_json import read_plan_json, write_plan_json
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.errors import InputError
from layoutgen.jobs.validate import Terms, validate
from layoutgen.model.report import Verdict
from tests.drawings.hand_made import make_plan

HOUSE = "SP-BLDG-HOUSE-住宅"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    plan = make_plan()
    write_dxf(compose(plan), folder / "plan.dxf")
    write_plan_json(plan, folder / "plan.json")
    return folder


def without_labels(folder, target, keep=0):
    """Copy of the drawing without the labels of its homes and without our data."""
    doc = ezdxf.readfile(folder / "plan.dxf")
    labels = [one for one in doc.modelspace() if one.dxf.layer == HOUSE and one.dxftype() == "TEXT"]
    for one in labels[keep:]:
        doc.modelspace().delete_entity(one)
    for one in doc.modelspace():
        one.discard_xdata("LAYOUTGEN")
    doc.saveas(target)
    return target


def verdicts(judged):
    return {outcome.clause: outcome.verdict for outcome in judged.report.outcomes}


def test_beside_its_plan_json_a_drawing_without_labels_is_judged_as_it_was(folder, tmp_path):
    shutil.copy(folder / "plan.json", tmp_path / "plan.json")
    judged = validate(without_labels(folder, tmp_path / "edited.dxf"))
    assert judged.report.outcomes == validate(folder / "plan.dxf").report.outcomes
    assert judged.given["reading"]["rungs"]["geometry"] == 8  # its eight homes


def test_a_plan_json_may_be_named_and_must_then_be_one(folder, tmp_path):
    edited = without_labels(folder, tmp_path / "edited.dxf")
    named = validate(edited, terms=Terms(before=folder / "plan.json", only={"drawing.defects"}))
    assert verdicts(named)["drawing.defects"] is Verdict.PASS
    with pytest.raises(InputError):
        validate(edited, terms=Terms(before=folder / "plan.dxf"))


def test_without_plan_json_what_asks_for_the_figures_of_the_homes_is_blocked_and_never_passes(folder, tmp_path):
    before, after = verdicts(validate(folder / "plan.dxf")), verdicts(validate(without_labels(folder, tmp_path / "edited.dxf")))
    # Floor areas and dwellings are on the labels: what passed, failed or had to do with them cannot be known any more.
    assert [before[name] for name in ("COND.far", "COND.storeys", "COND.stalls")] == [Verdict.PASS, Verdict.FAIL, Verdict.FAIL]
    assert {after[name] for name in ("COND.far", "COND.storeys", "COND.stalls")} == {Verdict.BLOCKED}
    assert after["COND.density"] is before["COND.density"]  # asks for outlines alone
    assert after["drawing.defects"] is Verdict.FAIL
    became = {clause for clause, verdict in after.items() if verdict is Verdict.PASS and before[clause] is not Verdict.PASS}
    assert became == set()


def test_a_damaged_plan_json_beside_the_drawing_is_told_and_not_used(folder, tmp_path):
    shutil.copy(folder / "plan.dxf", tmp_path / "plan.dxf")
    (tmp_path / "plan.json").write_text("{}", encoding="utf-8")
    judged = validate(tmp_path / "plan.dxf", terms=Terms(only={"drawing.defects"}))
    assert judged.given["reading"]["said"] == ["The plan.json beside the drawing cannot be read and was not used."]


def test_a_plan_json_without_what_was_added_since_is_still_one(folder, tmp_path):
    table = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    del table["plan"]["facts"]["overrides"], table["plan"]["off_site"]
    (tmp_path / "old.json").write_text(json.dumps(table), encoding="utf-8")
    plan = make_plan()
    facts = replace(plan.facts, overrides=())
    assert read_plan_json(tmp_path / "old.json") == replace(plan, facts=facts, off_site=())
