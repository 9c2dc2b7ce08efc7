"""What a user's word changes in GB 50180: the dense variant of table 4.0.3, and leave for old areas."""

from layoutgen.model.report import Outcome, Verdict
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import check_plan
from tests.validator.plan_from_case import plan_from_case

# Zone II. One block of 100 x 100 m; a slab of 80 x 40 m with 5 storeys is 16 000 m2 of floor: FAR 1.6, density 0.32. Table
# 4.0.2 lets 4 to 6 storeys have 1.5 and 30 %, table 4.0.3 has 1.7 and 38 %. 100 dwellings of 3.2 are 320 people.
HOMES = {
    "block": [{"box": [0, 0, 100, 100]}],
    "building": [{"id": "A", "box": [10, 40, 90, 80], "storeys": 5, "dwellings": 100}],
    "lot": [{"kind": "garden", "box": [120, 0, 140, 12]}],
    "ground": [{"kind": "central_green", "box": [10, 0, 30, 6]}, {"kind": "central_green", "box": [40, 0, 56, 8]}],
}


def _outcomes(features: list[str]) -> dict[str, Outcome]:
    plan = plan_from_case({**HOMES, "facts": {"people": 320, "features": features}})
    report = check_plan(plan, load_standard(("gb-50180", "sunlight")))
    return {outcome.clause: outcome for outcome in report.outcomes}


def test_without_the_word_the_table_decides_and_the_variant_is_silent() -> None:
    found = _outcomes([])
    far = found["GB180-4.0.2.low.far"]
    assert (far.verdict, far.decides, far.findings[0].measured) == (Verdict.FAIL, True, 1.6)
    assert found["GB180-4.0.3.far"].verdict is Verdict.NOT_APPLICABLE


def test_with_the_word_the_variant_outranks_the_table_for_low_and_medium_rise() -> None:
    found = _outcomes(["high_density_variant"])
    far, dense = found["GB180-4.0.2.low.far"], found["GB180-4.0.3.far"]
    assert (far.verdict, far.decides) == (Verdict.FAIL, False)
    assert far.note.startswith("outranked by GB180-4.0.3.far")
    assert (dense.verdict, dense.findings[0].limit.high) == (Verdict.PASS, 1.7)
    assert found["GB180-4.0.3.density"].verdict is Verdict.PASS  # 3 200 / 10 000 = 0.32 of 0.38
    assert found["GB180-4.0.3.land"].verdict is Verdict.FAIL  # 10 000 / 320 = 31.25 of 21 to 24


def test_an_old_area_may_have_less_green_and_an_hour_of_sun() -> None:
    # Garden 20 x 12 = 240 m2 / 320 = 0.75, of 1.0 or 0.7. Central green: the 6 m strip is too narrow, 16 x 8 = 128 / 320 = 0.4
    # of 0.5 or 0.35.
    new, old = _outcomes([]), _outcomes(["old_area"])
    assert [new[key].verdict for key in ("GB180-4.0.4.a", "GB180-4.0.7.area")] == [Verdict.FAIL, Verdict.FAIL]
    assert [old[key].verdict for key in ("GB180-4.0.5.rebuild", "GB180-4.0.7.area.rebuild")] == [Verdict.PASS, Verdict.PASS]
    assert (new["GB180-4.0.7.area"].decides, old["GB180-4.0.7.area"].decides) == (True, False)
    assert old["GB180-4.0.7.area.rebuild"].decides
    assert (new["SUN-4.0.9"].decides, old["SUN-4.0.9"].decides) == (True, False)
    assert old["SUN-4.0.9.old"].decides
