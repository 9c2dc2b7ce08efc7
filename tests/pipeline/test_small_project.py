"""A project of 850 people on 2.25 ha, which the full kit does not leave room for, with its facilities beside it."""

from dataclasses import replace

import pytest
from shapely.geometry import LineString, Point, Polygon, box

from layoutgen.errors import InfeasibleError
from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.jobs.generate import generate
from layoutgen.model.kinds import RoadClass
from layoutgen.model.report import Report
from layoutgen.model.site import Edge, OffSite, Site

SIDE = 150.0
PARK = box(0.0, -150.0, 100.0, -100.0)  # 5 000 m2
ROOMS = {
    "service_station": ("hall", "police", "committee", "activity", "reading", "party"),
    "elderly_station": ("assistance", "meals", "health", "culture", "disabled"),
    "health_station": ("prevention", "treatment", "family_planning", "rehabilitation", "epidemic_control"),
}
AREAS = {
    "kindergarten": 2200.0,
    "service_station": 820.0,
    "elderly_station": 300.0,
    "health_station": 150.0,
    "nursery": 220.0,
    "day_care": 360.0,
    "culture_station": 300.0,
}
CLASSES = {"kindergarten": (6, 180, 3600.0), "nursery": (2, 30, 0.0)}


def _site(*, has_neighbours: bool) -> Site:
    corners = [(0.0, 0.0), (SIDE, 0.0), (SIDE, SIDE), (0.0, SIDE)]
    runs = [[corners[n], corners[(n + 1) % 4]] for n in range(4)]
    edges = tuple(
        Edge(id=f"E{n}", line=LineString(run), road_class=RoadClass.LOCAL, setback_m=None, allows_gate=True)
        for n, run in enumerate(runs, 1)
    )
    return Site(boundary=Polygon(corners), edges=edges, off_site=_off_site() if has_neighbours else ())


def _off_site() -> tuple[OffSite, ...]:
    houses = [
        OffSite(
            id="",
            kind=kind,
            name="",
            at=Point(75.0, -60.0),
            land=None,
            floor_area_m2=area,
            classes=CLASSES.get(kind, (0, 0, 0.0))[0],
            children=CLASSES.get(kind, (0, 0, 0.0))[1],
            land_m2=CLASSES.get(kind, (0, 0, 0.0))[2],
            rooms=ROOMS.get(kind, ()),
        )
        for kind, area in AREAS.items()
    ]
    words = (("is_open", "yes"), ("refuge", "yes"), ("rest", "pavilion,seats"))
    park = OffSite(id="", kind="garden", name="", at=None, land=PARK, tags=words)
    field = OffSite(
        id="", kind="sports_ground", name="", at=Point(50.0, -120.0), land=None, land_m2=820.0, tags=(("refuge", "yes"),)
    )
    return tuple(replace(off, id=f"X{n}") for n, off in enumerate((*houses, park, field), 1))


@pytest.fixture(scope="module")
def report(tmp_path_factory) -> Report:
    brief = settle_brief(Asked(population=850))
    return generate(_site(has_neighbours=True), brief, tmp_path_factory.mktemp("small"), lambda _: None).report


def test_with_its_facilities_beside_it_the_project_is_laid_out(report):
    assert report.path.name == "off_site"
    assert all(row.counts for row in report.path.off_site)
    assert {"CRC-00.small", "CRC-02.land", "CRC-05.services", "CRC-14.sports", "CRC-15.garden"} <= set(report.path.met_off_site)
    assert {"CRC-06.gfa", "CRC-08.types", "CRC-13.toilet.gfa", "CRC-14.ground"} <= set(report.path.met_on_site)


def test_nothing_that_decides_about_facilities_fails(report):
    packs = ("crc-2020", "guide-2021", "kindergarten", "drawing")
    failed = [o.clause for o in report.outcomes if o.decides and o.counts_as in ("fail", "blocked") and o.pack in packs]
    assert failed == ["CRC-11.bus"]  # no stop was given


def test_without_them_there_is_no_plan(tmp_path):
    with pytest.raises(InfeasibleError):
        generate(_site(has_neighbours=False), settle_brief(Asked(population=850)), tmp_path, lambda _: None)
