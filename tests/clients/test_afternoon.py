"""An afternoon: a generated plan is opened in LibreCAD, a building moved, a row of stalls deleted, saved and judged again."""

import json
import shutil
import sys
from pathlib import Path

import pytest
from shapely import unary_union

from layoutgen.drawings.read_drawing import read_drawing
from layoutgen.jobs.validate import validate
from layoutgen.model.plan import Plan
from tests.clients.conftest import Client, called
from tests.clients.test_librecad import prepared

HERE = Path(__file__).parent
pytestmark = pytest.mark.nightly  # three minutes
SCREEN = "-screen 0 1600x1200x24"
NORTH_M = 2.0
MOVED, SHADED = "K3-05", "K3-02"
LOT = "L-shops-1"  # all its stalls are one row
# Worked out before, from the plan and the law alone:
# - K3-05 stands 2.0 m nearer to K3-02, 27.5 m - 2.0 m = 25.5 m. Their gap is the least at which its lowest windows
#   have their two hours, so that these fail SUN-4.0.9, and point by point (our margin) too.
# - The fire lane north of K3-05 was 5.0 m off its wall and is 3.0 m off: less than the five that FIRE-12 advises.
# - The row at the shops is all the parking beside the supermarket: it has none left (CRC-B06.park.a, must), and the shops'
#   742 m2 have 0 stalls where 742 x 0.45 / 100 = 3.3 are asked on a recalled figure (advice). The homes' stalls are others.
# Doors move along the paths that lead to them.
EXPECTED = {
    "CRC-B06.park.a": ("pass", "fail"),
    "GB180-5.0.5.shops.cars": ("pass", "advice"),
    "SUN-4.0.9": ("pass", "fail"),
    "SUN-margin": ("pass", "advice"),
    "FIRE-12": ("pass", "advice"),
}


def edits(plan: Plan) -> list[dict[str, object]]:
    """Windows on the plan as a hand would draw them: round the building with its windows, doors and labels, round the row."""
    house = next(building.footprint.bounds for building in plan.buildings if building.id == MOVED)
    row = unary_union([stall.outline for stall in plan.stalls if stall.lot == LOT]).bounds
    return [
        {"window": [house[0] - 7.3, house[1] - 0.6, house[2] + 7.4, house[3] + 0.9], "move": [0, NORTH_M]},
        {"window": [row[0] - 0.5, row[1] - 0.5, row[2] + 0.5, row[3] + 0.5], "delete": True},
    ]


@pytest.fixture(scope="module")
def edited(generated: Path, client: Client, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan after the edits, with plan.json beside it as `generate` leaves it."""
    program, display, _ = client("librecad"), client("xvfb-run"), client("xdotool")
    home = prepared(tmp_path_factory.mktemp("afternoon"))
    shutil.copy(generated / "plan.dxf", home / "edited.dxf")
    shutil.copy(generated / "plan.json", home / "plan.json")
    wishes = edits(read_drawing(generated / "plan.dxf").plan)
    (home / "edits.json").write_text(json.dumps(wishes), encoding="utf-8")
    hand = (sys.executable, HERE / "edit_in_librecad.py", program, "edited.dxf", "edits.json")
    called((display, "-a", "-s", SCREEN, *hand), folder=home, timeout=900)
    return home / "edited.dxf"


def test_the_verdicts_that_changed_are_exactly_those_worked_out_before(edited: Path, generated: Path) -> None:
    told = json.loads((generated / "report.json").read_text(encoding="utf-8"))
    before = {one["clause"]: one["counts_as"] for one in told["outcomes"]}
    report = validate(edited).report
    after = {one.clause: one.counts_as for one in report.outcomes}
    assert before.keys() == after.keys()
    assert {name: (was, after[name]) for name, was in before.items() if was != after[name]} == EXPECTED
    sun = next(one for one in report.outcomes if one.clause == "SUN-4.0.9")
    assert {one.subjects[0] for one in sun.findings if not one.passed} == {SHADED}
    lane = next(one for one in report.outcomes if one.clause == "FIRE-12")
    worst = lane.findings[0]
    assert worst.subjects[0] == MOVED
    assert worst.measured == pytest.approx(5.0 - NORTH_M, abs=0.01)


def test_the_building_moved_the_row_is_gone_and_nothing_else(edited: Path, generated: Path) -> None:
    was, now = (validate(path).plan for path in (generated / "plan.dxf", edited))
    assert [stall for stall in was.stalls if stall.lot != LOT] == list(now.stalls)
    north = {b.id: b.footprint.bounds[1] - a.footprint.bounds[1] for a, b in zip(was.buildings, now.buildings, strict=True)}
    assert {name for name, way in north.items() if abs(way) > 1e-6} == {MOVED}
    assert north[MOVED] == pytest.approx(NORTH_M)
    assert not now.defects
    assert {w.line.wkt for w in was.windows if w.building != MOVED} == {w.line.wkt for w in now.windows if w.building != MOVED}
