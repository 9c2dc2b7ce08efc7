"""Mixed heights in one block (figures F-37, F-38, F-55): the average storeys by area set the class, the class sets the cap.

A tower of 26 storeys on 300 m2 (roof at 78 m) and slabs of 6 storeys on 700 m2 average (300 x 26 + 700 x 6) / 1000 = 12.
"""

from layoutgen.model.report import Outcome, Verdict
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import judge_clause
from tests.validator.plan_from_case import plan_from_case

STANDARD = load_standard(["gb-50180"])
TOWER = {"id": "TOWER", "box": [10, 10, 30, 25], "storeys": 26, "dwellings": 104}
SLAB = {"id": "SLAB", "box": [10, 50, 60, 64], "storeys": 6, "dwellings": 36}
WEST = {"id": "K1", "box": [0, 0, 100, 200]}
EAST = {"id": "K2", "box": [100, 0, 200, 200]}


def _outcome(clause: str, buildings: list[dict[str, object]], blocks: list[dict[str, object]]) -> Outcome:
    return judge_clause(plan_from_case({"building": buildings, "block": blocks}), STANDARD.clause(clause))


def test_a_tower_among_low_slabs_breaks_the_cap_of_their_common_class() -> None:
    outcome = _outcome("GB180-4.0.2.height.class", [TOWER, SLAB], [WEST])
    assert outcome.verdict is Verdict.FAIL
    (finding,) = outcome.findings
    assert finding.note == "12.0 storeys on average, high1"
    assert (finding.measured, finding.limit.high) == (78.0, 54.0)


def test_in_a_block_of_its_own_the_same_tower_keeps_within_eighty_metres() -> None:
    apart = {**TOWER, "box": [110, 10, 130, 25]}
    outcome = _outcome("GB180-4.0.2.low.height", [apart, SLAB], [WEST, EAST])
    assert (
        outcome.verdict is Verdict.PASS
    )  # six storeys to 18 m under a cap of 27 m; a class above 18 storeys has only the 80 m
    assert [finding.subjects for finding in outcome.findings] == [("K1",)]
    assert _outcome("GB180-4.0.2.height", [apart, SLAB], [WEST, EAST]).verdict is Verdict.PASS  # 78 + 1.5 = 79.5 m


def test_the_average_is_by_area_and_not_the_mean_of_the_towers() -> None:
    # one of each would be 16 on average by count; by area (300 x 26 + 3 900 x 6) / 4 200 = 7.43
    slab = {**SLAB, "box": [10, 50, 75, 110]}
    (finding,) = _outcome("GB180-4.0.2.height.class", [TOWER, slab], [WEST]).findings
    assert finding.note == "7.4 storeys on average, multi2"


def test_density_and_floor_area_ratio_follow_the_same_class() -> None:
    for clause in ("GB180-4.0.2.far", "GB180-4.0.2.far.low", "GB180-4.0.2.density.recalled"):
        (finding,) = _outcome(clause, [TOWER, SLAB], [WEST]).findings
        assert finding.note == "12.0 storeys on average, high1", clause
