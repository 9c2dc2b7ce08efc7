"""What was found is found again in a drawing moved to the survey's frame, re-ordered and renumbered; its waivers ride on it."""

from dataclasses import replace
from pathlib import Path

import ezdxf
import pytest
from ezdxf.addons import Importer

from layoutgen.drawings.compose import compose
from layoutgen.drawings.survey_frame import in_survey_frame
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.jobs.told import snapshot_of_judged
from layoutgen.jobs.validate import Judged, Terms, validate
from layoutgen.model.waiver import Waiver, WaiverState
from layoutgen.reports.against import changes_between
from tests.drawings.hand_made import make_plan

SIGNED = (
    Waiver(clause="CRC-01.gfa", reason="the station is across the street", by="Zhang", until="2027-06-30"),
    Waiver(clause="CRC-02.classes", reason="agreed", by="Li", until="2026-06-30", things=("F-kindergarten-1",)),
)
TERMS = Terms(on="2027-01-01")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same plan as our writer leaves it, in the survey's frame, and copied last entity first into a new file."""
    made = tmp_path_factory.mktemp("known")
    plan = make_plan()
    plan = replace(plan, communities=(), facts=replace(plan.facts, waivers=SIGNED))
    sheet = compose(plan)
    write_dxf(sheet, made / "plan.dxf")
    write_dxf(in_survey_frame(sheet, plan.facts.origin), made / "survey.dxf")
    old = ezdxf.readfile(made / "plan.dxf")
    new = ezdxf.new("R2010", units=6)
    importer = Importer(old, new)
    importer.import_entities(list(reversed(list(old.modelspace()))), new.modelspace())
    importer.finalize()
    new.saveas(made / "copied.dxf")
    return made


@pytest.fixture(scope="module")
def judged(folder: Path) -> Judged:
    return validate(folder / "plan.dxf", terms=TERMS)


def fingerprints(judged: Judged) -> dict[str, str]:
    return {f.fingerprint: f.state for o in judged.report.outcomes for f in o.findings}


@pytest.mark.parametrize("name", ["survey.dxf", "copied.dxf"])
def test_a_drawing_moved_or_copied_keeps_every_finding(name: str, folder: Path, judged: Judged) -> None:
    again = validate(folder / name, terms=TERMS)
    assert fingerprints(again) == fingerprints(judged)
    changes = changes_between(snapshot_of_judged(judged), snapshot_of_judged(again))
    assert (changes.verdicts, changes.figures) == ((), ())
    assert {one.change for one in changes.findings} == {"unchanged"}


def test_handles_lead_to_the_things_in_the_file(folder: Path, judged: Judged) -> None:
    file = ezdxf.readfile(folder / "plan.dxf")
    handles = judged.given["handles"]
    assert isinstance(handles, dict)
    assert len(handles) > 20
    for own in handles.values():
        assert isinstance(own, list)
        assert all(file.entitydb[str(handle)].dxf.layer.startswith("SP-") for handle in own)


def test_waivers_ride_on_the_drawing(judged: Judged) -> None:
    assert judged.plan.facts.waivers == SIGNED
    assert [use.state for use in judged.report.waivers][1] in (WaiverState.EXPIRED, WaiverState.NOT_JUDGED)
    assert judged.report.waivers_on == "2027-01-01"
