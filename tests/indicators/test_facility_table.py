from dataclasses import replace

import pytest
from shapely.geometry import box

from layoutgen.indicators.facility_table import facility_table
from layoutgen.model.kinds import FacilityKind
from layoutgen.model.plan import Facility, Plan, tags_of
from layoutgen.standards.load import load_standard

PACKS = ("crc-2020", "pilot-2022")


def facility(name: str, kind: FacilityKind, x: float, floors: tuple[int, ...], **tags: str) -> Facility:
    return Facility(
        id=name,
        kind=kind,
        outline=box(x, 10, x + 10, 20),
        building="S",
        lot="L-shops-1",
        floors=floors,
        usable_m2=0.0,
        rooms=(),
        classes=0,
        children=0,
        tags=tags_of(**tags),
    )


@pytest.fixture
def table(plan: Plan):
    market = facility("F-1", FacilityKind.SUPERMARKET, 110, (1, 2, 3), owner="developer", handover="no", standalone="yes")
    station = facility("F-2", FacilityKind.SERVICE_STATION, 120, (2,), owner="government", handover="yes", standalone="no")
    drawn = replace(plan, facilities=(market, station))
    return {line.kind: line for line in facility_table(drawn, load_standard(PACKS))}


# The supermarket claims three floors of 100 m2; its building has two. Its lot is 30 x 20 m.
def test_areas_are_measured_and_not_what_the_label_claims(table):
    assert table["supermarket"].floor_area_m2 == 200.0
    assert table["supermarket"].land_m2 == 600.0


def test_land_is_told_only_of_what_stands_alone(table):
    assert (table["service_station"].floor_area_m2, table["service_station"].land_m2) == (100.0, 0.0)


# 96 dwellings: 30 m2 a hundred are 28.8 m2, less than the 800 m2 aimed at.
def test_the_clause_that_asks_most_is_named(table):
    assert table["service_station"].clause == "CRC-01.gfa"
    assert table["supermarket"].clause == "CRC-06.gfa"


def test_ownership_is_what_the_labels_say(table):
    station = table["service_station"]
    assert (station.owner, station.handover, station.standalone) == ("government", "yes", "no")
    assert (table["garden"].land_m2, table["garden"].owner) == (5000.0, "")


def test_a_plan_without_facilities_has_an_empty_table(plan: Plan):
    assert facility_table(replace(plan, lots=()), load_standard(PACKS)) == ()
