import pytest

from layoutgen.model.limit import Demand, Limit
from layoutgen.model.report import Confidence, Finding, Force, Outcome, Report, Verdict, worst_first

AT_LEAST = Limit(demand=Demand.AT_LEAST, low=150.0, unit="m2", tolerance=0.05)


@pytest.mark.parametrize(
    ("measured", "met"), [(150.0, True), (149.96, True), (149.94, False), (None, False), (float("nan"), False)]
)
def test_a_floor_is_met_on_the_limit_and_within_the_grid_only(measured, met):
    assert AT_LEAST.met_by(measured) is met


def test_a_band_has_both_ends():
    band = Limit(demand=Demand.BETWEEN, low=0.10, high=0.15)
    assert [band.met_by(v) for v in (0.0999, 0.10, 0.15, 0.1501)] == [False, True, True, False]
    assert band.margin(0.12) == pytest.approx(0.02)
    assert band.margin(0.16) == pytest.approx(-0.01)


def test_included_words_may_be_more_but_never_fewer():
    six = Limit(demand=Demand.INCLUDES, words=("barber", "laundry"))
    assert six.met_by(("laundry", "barber", "repair"))
    assert not six.met_by(("laundry",))
    assert not six.met_by(2.0)


def outcome(verdict: Verdict, *, decides: bool = True, may_block: bool = False) -> Outcome:
    return Outcome(
        clause="X", pack="p", force=Force.MUST, decides=decides, may_block=may_block, verdict=verdict, findings=(),
        source="", confidence=Confidence.PRIMARY, method="", says_zh="", says_en="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("outcomes", "verdict"),
    [
        ((outcome(Verdict.PASS), outcome(Verdict.MANUAL)), Verdict.PASS),
        ((outcome(Verdict.FAIL, decides=False),), Verdict.PASS),
        ((outcome(Verdict.BLOCKED, may_block=True),), Verdict.PASS),
        ((outcome(Verdict.BLOCKED),), Verdict.BLOCKED),
        ((outcome(Verdict.BLOCKED), outcome(Verdict.FAIL)), Verdict.FAIL),
    ],
)
def test_only_deciding_outcomes_make_the_verdict(outcomes, verdict):
    assert Report(outcomes=outcomes, indicators=(), assumptions=()).verdict is verdict


def test_a_breach_that_does_not_decide_is_counted_as_advice():
    report = Report(outcomes=(outcome(Verdict.FAIL, decides=False), outcome(Verdict.FAIL)), indicators=(), assumptions=())
    assert dict(report.counts())["advice"] == 1
    assert dict(report.counts())["fail"] == 1


def test_the_worst_finding_comes_first():
    findings = [Finding(subjects=(s,), measured=m, limit=AT_LEAST) for s, m in (("a", 160.0), ("b", 100.0), ("c", 140.0))]
    assert [f.subjects[0] for f in worst_first(findings)] == ["b", "c", "a"]
    assert Confidence("primary") is Confidence.PRIMARY
