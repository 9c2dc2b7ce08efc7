from dataclasses import replace

import pytest

from layoutgen.model.finding import Finding
from layoutgen.model.fingerprint import fingerprints
from layoutgen.model.limit import Demand, Limit

GAP = Limit(demand=Demand.AT_LEAST, low=13.0, unit="m", tolerance=0.005)


def found(*subjects: str, measured: float = 10.0, note: str = "") -> Finding:
    return Finding(subjects=subjects, measured=measured, limit=GAP, note=note)


def codes(*findings: Finding, about: str = "each", clause: str = "X") -> list[str]:
    return list(fingerprints(clause, findings, about, ("C1", "C2")))


def test_a_finding_is_known_again_whatever_it_measures_and_whatever_else_is_found():
    (alone,) = codes(found("a", "b", measured=12.0))
    assert codes(found("c", "d"), found("a", "b", measured=3.0), found("e", "f"))[1] == alone


def test_place_and_note_and_other_figures_are_no_part_of_it():
    (first,) = codes(found("a", "b"))
    assert codes(replace(found("a", "b", note="moved"), at=(500.0, -3.0))) == [first]


def test_another_clause_or_another_thing_is_another_finding():
    assert len({*codes(found("a", "b")), *codes(found("a", "c")), *codes(found("a", "b"), clause="Y")}) == 3


@pytest.mark.parametrize(
    ("about", "is_same"), [("each", False), ("first", True), ("whole", True)], ids=["a pair", "its nearest", "all together"]
)
def test_what_is_nearest_to_a_thing_or_counted_with_it_may_change(about, is_same):
    assert (codes(found("a", "b"), about=about) == codes(found("a", "c"), about=about)) is is_same


def test_two_findings_about_one_thing_are_told_apart_by_which_is_worse():
    worse, better = codes(found("a", measured=1.0), found("a", measured=2.0))
    assert worse != better
    assert codes(found("a", measured=0.5)) == [worse]


def test_each_community_of_a_divided_site_has_its_own():
    assert len({*codes(found("C1", "site"), about="whole"), *codes(found("C2", "site"), about="whole")}) == 2
    assert codes(found("C1-K1-03", "C1-K1-04")) != codes(found("C2-K1-03", "C2-K1-04"))


def test_a_defect_is_known_by_what_it_says_not_by_its_number():
    assert codes(found("defect 1", note="open"), about="note") == codes(found("defect 7", note="open"), about="note")
