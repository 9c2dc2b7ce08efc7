"""Below 5 000 people: facilities off the site count by their walk, as declared, and are counted apart (F-61, CRC-00.small)."""

import pytest

from layoutgen.model.report import Report, Verdict
from layoutgen.standards.load import load_standard
from layoutgen.validator.check import check_plan
from tests.validator.plan_from_case import plan_from_case

# One home whose door is 100 m of footpath from the street to the south. Outside the walk is the straight line x 1.3.
HOME = {
    "boundary": [0, 0, 200, 200],
    "edge": [{"at": [0, 0, 200, 0], "road": "local"}],
    "building": [{"id": "B1", "box": [95, 100, 105, 110], "dwellings": 10}],
    "spot": [{"id": "D1", "kind": "door", "at": [100, 100], "of": "B1"}],
    "way": [{"kind": "footpath", "at": [100, 100, 100, 0], "width": 2.0}],
}
KINDERGARTEN = {"kind": "kindergarten", "floor_area": 2200.0, "land": 3500.0, "classes": 6, "children": 180}


def _report(
    *off_site: dict[str, object], people: int = 1000, packs: tuple[str, ...] = ("crc-2020", "guide-2021"), **facts
) -> Report:
    plan = plan_from_case({**HOME, "off_site": list(off_site), "facts": {"people": people, **facts}})
    return check_plan(plan, load_standard(packs))


def _outcomes(report: Report):
    return {outcome.clause: outcome for outcome in report.outcomes}


@pytest.mark.parametrize(
    ("south_m", "walk_m", "counts"),
    # 100 + 1.3 x 307 = 499.1; 500 exactly at 400 / 1.3 = 307.69; 100 + 1.3 x 308 = 500.4
    [(307.0, 499.1, True), (400.0 / 1.3, 500.0, True), (308.0, 500.4, False)],
    ids=["just inside", "on", "just outside"],
)
def test_a_facility_counts_within_the_walk(south_m, walk_m, counts):
    report = _report({**KINDERGARTEN, "at": [100, -south_m]})
    (row,) = report.path.off_site
    assert row.walk_m == pytest.approx(walk_m)
    assert row.counts == counts
    assert report.path.name == ("off_site" if counts else "stand_alone")
    assert _outcomes(report)["CRC-02.count"].verdict is (Verdict.PASS if counts else Verdict.FAIL)


def test_a_kindergarten_off_the_site_meets_its_own_clauses_as_declared():
    found = _outcomes(_report({**KINDERGARTEN, "at": [100, -200]}))
    for name in ("CRC-02.count", "CRC-02.classes", "CRC-02.gfa", "CRC-02.land", "CRC-B02.scale"):
        assert found[name].verdict is Verdict.PASS, name
        assert found[name].findings[0].is_off_site
        # 100 m of footpath and 1.3 x 200 m outside.
        assert "X1 off the site, 360 m on foot" in found[name].findings[0].note
    for name in ("CRC-B02.sun", "CRC-B02.out1", "CRC-B02.room1"):  # what only its own plan shows
        assert found[name].verdict is Verdict.NOT_APPLICABLE
        assert "X1 off the site" in found[name].note


@pytest.mark.parametrize(
    ("said", "clause"),
    [("classes", "CRC-02.classes"), ("floor_area", "CRC-02.gfa"), ("land", "CRC-02.land")],
)
def test_what_is_not_declared_is_blocked(said, clause):
    row = {key: value for key, value in KINDERGARTEN.items() if key != said}
    outcome = _outcomes(_report({**row, "at": [100, -200]}))[clause]
    assert (outcome.verdict, outcome.decides) == (Verdict.BLOCKED, True)


@pytest.mark.parametrize(
    ("said", "value", "clause"),
    [("classes", 5, "CRC-02.classes"), ("floor_area", 2199.0, "CRC-02.gfa"), ("land", 3499.0, "CRC-02.land")],
)
def test_what_is_declared_too_small_fails(said, value, clause):
    assert _outcomes(_report({**KINDERGARTEN, said: value, "at": [100, -200]}))[clause].verdict is Verdict.FAIL


def test_land_that_is_drawn_is_measured_not_believed():
    # 60 x 58 = 3 480 m2 drawn, 3 500 declared.
    plot = {**KINDERGARTEN, "box": [70, -158, 130, -100]}
    outcome = _outcomes(_report(plot))["CRC-02.land"]
    assert (outcome.verdict, outcome.findings[0].measured) == (Verdict.FAIL, 3480.0)


def test_a_garden_off_the_site_is_held_to_the_garden_s_clauses():
    # 80 x 50 = 4 000 m2, its edge 100 m from the street: 100 + 130 = 230 m.
    garden = {"kind": "garden", "box": [60, -150, 140, -100], "is_open": "yes", "refuge": "yes", "rest": ["seats", "pavilion"]}
    report = _report(garden)
    found = _outcomes(report)
    assert report.path.off_site[0].walk_m == pytest.approx(230.0)
    assert found["CRC-15.garden"].verdict is Verdict.PASS
    assert found["CRC-15.refuge"].verdict is Verdict.PASS
    assert found["CRC-15.sport.min"].verdict is Verdict.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("said", "verdict"),
    [({"is_open": "yes"}, Verdict.PASS), ({"is_open": "no"}, Verdict.FAIL), ({}, Verdict.BLOCKED)],
    ids=["open", "closed", "not said"],
)
def test_a_garden_off_the_site_is_open_where_its_label_says_so(said, verdict):
    found = _outcomes(_report({"kind": "garden", "box": [60, -150, 140, -100], **said}))
    assert found["CRC-15.open"].verdict is verdict


def test_the_parts_of_a_garden_off_the_site_are_not_asked_of_the_site():
    found = _outcomes(
        _report({"kind": "garden", "box": [60, -150, 140, -100], "is_open": "yes"}, packs=("crc-2020", "gb-50180"))
    )
    for part in ("green", "paved", "built"):
        assert found[f"GB180-D16.{part}"].verdict is Verdict.NOT_APPLICABLE, part


def test_from_5000_people_on_facilities_off_the_site_are_information_only():
    report = _report({**KINDERGARTEN, "at": [100, -200]}, people=5000)
    assert report.path.name == "full"
    (row,) = report.path.off_site
    assert (row.counts, row.note) == (False, "information only: no clause in force lets facilities off the site count here")
    assert _outcomes(report)["CRC-02.count"].verdict is Verdict.FAIL
    below = _report({**KINDERGARTEN, "at": [100, -200]}, people=4999)
    assert _outcomes(below)["CRC-02.count"].verdict is Verdict.PASS


def test_an_existing_community_of_any_size_may_share_its_neighbours():
    report = _report({**KINDERGARTEN, "at": [100, -200]}, people=9000, mode="existing")
    assert (report.path.name, report.path.clause) == ("shared", "CRC-00.share")
    assert _outcomes(report)["CRC-02.count"].verdict is Verdict.PASS


def test_shanxi_s_levels_leave_no_path_of_small_projects():
    report = _report({**KINDERGARTEN, "at": [100, -200]}, packs=("crc-2020", "guide-2021", "shanxi-2022"))
    assert not report.path.off_site[0].counts
    assert _outcomes(report)["CRC-02.count"].verdict is Verdict.FAIL


def test_what_lies_on_the_site_is_not_off_it():
    report = _report({**KINDERGARTEN, "at": [150, 50]})
    assert report.path.off_site[0].note == "does not count: it lies on the site"


def test_the_kit_is_complete_by_what_stands_here_and_what_does_not():
    kinds = ("service_station", "kindergarten", "nursery", "elderly_station", "health_station", "supermarket")
    rows = [{"kind": kind, "at": [100, -100]} for kind in kinds]
    here = {"kind": "parcel_station", "box": [96, 101, 104, 109], "building": "B1"}
    plan = plan_from_case({**HOME, "off_site": rows, "facility": [here], "facts": {"people": 1000}})
    report = check_plan(plan, load_standard(("crc-2020",)))
    assert _outcomes(report)["CRC-00.small"].verdict is Verdict.PASS
    assert "CRC-00.small" in report.path.met_off_site
    less = check_plan(plan_from_case({**HOME, "off_site": rows, "facts": {"people": 1000}}), load_standard(("crc-2020",)))
    assert _outcomes(less)["CRC-00.small"].verdict is Verdict.FAIL


def test_clauses_met_on_the_site_and_off_it_are_counted_apart():
    toilet = {"kind": "toilet", "box": [95, 100, 105, 110], "building": "B1"}
    plan = plan_from_case(
        {**HOME, "facility": [toilet], "off_site": [{**KINDERGARTEN, "at": [100, -200]}], "facts": {"people": 1000}}
    )
    path = check_plan(plan, load_standard(("crc-2020",))).path
    assert {"CRC-02.count", "CRC-02.classes", "CRC-02.gfa", "CRC-02.land"} <= set(path.met_off_site)
    assert {"CRC-13.toilet", "CRC-13.toilet.gfa"} <= set(path.met_on_site)
    assert not set(path.met_on_site) & set(path.met_off_site)


def test_walks_to_a_facility_off_the_site_are_measured_too():
    outcome = _outcomes(_report({**KINDERGARTEN, "at": [100, -200]}))["CRC-B.walk"]
    finding = next(one for one in outcome.findings if one.subjects[0] == "kindergarten")
    assert (finding.measured, finding.is_off_site) == (pytest.approx(360.0), True)


def test_a_home_without_a_way_out_reaches_nothing_off_the_site():
    rows = [{**KINDERGARTEN, "at": [100, -200]}]
    plan = plan_from_case({**HOME, "way": [], "off_site": rows, "facts": {"people": 1000}})
    report = check_plan(plan, load_standard(("crc-2020",)))
    assert not report.path.off_site[0].counts
    assert _outcomes(report)["CRC-02.count"].verdict is Verdict.FAIL
