"""Edits that no law speaks of change no verdict and no measured value; `python -m benchmarks.trust` tries every one of them."""

from pathlib import Path
from random import Random

import ezdxf
import pytest

from benchmarks.trust.compare import difference
from benchmarks.trust.edits import all_edits
from layoutgen.jobs.validate import Judged, validate

TOGETHER = {  # edits that do not stand in each other's way
    "office": ("twenty trees moved", "buildings hatched", "dimensions added", "notes moved", "saved as R2018"),
    "labels": ("every label moved inside its outline", "labels and facts made MTEXT", "XDATA and its APPID deleted"),
    "outlines": ("every outline run the other way", "every side of an outline halved by a corner", "LWPOLYLINE made POLYLINE"),
}


@pytest.fixture(scope="module")
def judged(generated: Path) -> Judged:
    return validate(generated / "plan.dxf")


@pytest.mark.parametrize("names", TOGETHER.values(), ids=TOGETHER)
def test_harmless_edits_change_no_verdict_and_no_value(judged, generated, tmp_path, names):
    by_name = {edit.name: edit for edit in all_edits()}
    document = ezdxf.readfile(generated / "plan.dxf")
    for name in names:
        document = by_name[name].make(document, Random(name)) or document
    by_name[names[-1]].save(document, tmp_path / "edited.dxf")
    blur = max(by_name[name].blur for name in names)
    found = difference(judged, validate(tmp_path / "edited.dxf"), blur)
    assert (found.verdicts, found.values) == ((), ())
