"""The laws of the fault library's frame, and a small sample of it, planted in one drawing."""

from pathlib import Path
from random import Random

import ezdxf
import pytest

from benchmarks.faults.builders import area_of, box
from benchmarks.faults.catalogue import all_faults, families
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Fault, above, below, unlike
from benchmarks.faults.good import Good, without_paint
from benchmarks.faults.run import Case, plant_one
from layoutgen.model.brief import Conditions
from layoutgen.model.report import Outcome
from layoutgen.standards.load import load_standard, pack_names
from layoutgen.standards.measures import load_measures
from tests.conftest import Generate

ROOT = Path(__file__).parents[2]
SITES = ROOT / "templates" / "sites"
Known = dict[tuple[str, str], dict[str, Outcome]]


@pytest.fixture(scope="session")
def good(generate: Generate, tmp_path_factory: pytest.TempPathFactory) -> Good:
    made = generate(str(SITES / "pond-field.geojson"), "--brief", str(SITES / "pond-field.toml"))
    bare = tmp_path_factory.mktemp("good") / "pond-field.dxf"
    without_paint(made.folder / "plan.dxf", bare)
    return Good(name="pond-field", kind="usual", drawing=bare)


@pytest.fixture(scope="session")
def before() -> Known:
    """What the good drawing was judged to be, shared by all faults planted in it."""
    return {}


def usual(family: str) -> list[Fault]:
    return [fault for fault in families()[family] if fault.drawings == ("usual",) and not fault.packs]


def sampled() -> list[object]:
    """Every third family with each run of the suite; all of them, and every fault, with the trust table."""
    names = [name for name in sorted(families()) if usual(name)]
    return [pytest.param(name, marks=() if turn % 3 == 0 else pytest.mark.nightly) for turn, name in enumerate(names)]


@pytest.mark.parametrize("family", sampled())
def test_a_fault_of_each_family_is_caught(family: str, good: Good, before: Known, tmp_path: Path) -> None:
    """The first of the family that finds its place."""
    for fault in usual(family)[:4]:
        planted = plant_one(Case(fault=fault, good=good, seed=0), tmp_path / "planted.dxf", before)
        if planted.outcome != "no place":
            assert planted.outcome == "caught", f"{fault.name}: {planted.says}: {planted.seen}"
            return


def test_every_clause_that_a_fault_expects_is_of_its_measure() -> None:
    conditions = Conditions(
        far_max=2.0, density_max=0.3, height_max_m=54.0, storeys_max=18, green_min=0.3, stalls_per_household_min=1.0
    )
    standard = load_standard(pack_names(), conditions)
    measure_of = {clause.id: clause.measure for clause in standard.clauses}
    wrong = [
        (fault.name, clause) for fault in all_faults() for clause in fault.expects if measure_of.get(clause) != fault.measure
    ]
    assert wrong == []


def test_no_two_faults_have_one_name() -> None:
    names = [fault.name for fault in all_faults()]
    assert len(set(names)) == len(names)


def test_every_fault_is_of_a_measure_that_there_is() -> None:
    assert {fault.measure for fault in all_faults()} <= set(load_measures())


def test_what_is_no_breach_finds_no_place() -> None:
    with pytest.raises(NoPlaceError):
        below("as much as is asked", 3500.0, 3500.0)
    with pytest.raises(NoPlaceError):
        above("less than is allowed", 79.0, 80.0)
    with pytest.raises(NoPlaceError):
        unlike("the word that is asked", "yes", "yes")
    assert below("a tenth too small", 3150.0, 3500.0).measured == 3150.0


def test_the_planter_measures_by_its_own_sum() -> None:
    assert area_of(box(10.0, 20.0, 30.0, 4.0)) == 120.0
    assert area_of([(0.0, 0.0), (4.0, 0.0), (0.0, 3.0)]) == 6.0


def test_every_thing_of_ours_is_found_by_role_and_id(good: Good) -> None:
    """Counted by another sum: shapes of each layer that is no paint and no fact, straight from the file."""
    space = ezdxf.readfile(good.drawing).modelspace()
    shapes = [one for one in space if one.dxftype() in ("LWPOLYLINE", "POINT")]
    assert len(Edit.open(good.drawing).things("")) == 0
    assert len(Edit.open(good.drawing).things(*Edit.open(good.drawing).layers)) == len(shapes)


def test_a_planted_drawing_is_the_same_by_the_same_seed(good: Good) -> None:
    fault = usual("blocks")[0]
    texts = []
    for _ in range(2):
        edit = Edit.open(good.drawing)
        fault.plant(edit, Random(7))
        texts.append(sorted(one.label.dxf.text for one in edit.things(*edit.layers)))
    assert texts[0] == texts[1]
