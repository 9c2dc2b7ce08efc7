"""Where several packs speak, the greatest governs, whatever pack it stands in, and what it beat is told."""

import pytest

from layoutgen.standards.demand import size_program
from layoutgen.standards.load import load_standard
from tests.standards.test_demand import PACKS, brief, derivation

PACK = 'title_zh = "试"\ntitle_en = "A user\'s pack"\n'
CLAUSE = """
[[clause]]
id = "{id}"
measure = "{measure}"
{more}
demand = "at_least"
limit = {limit}
force = "{force}"
scope = "{scope}"
source = "a city's notice"
where = "2"
confidence = "{confidence}"
says_zh = "试"
says_en = "A demand of the city"
"""


@pytest.fixture
def sized_with(tmp_path):
    """A program under the national packs and one clause of a user's pack."""

    def size(people, *, measure, limit, more="", force="must", scope="both", confidence="primary"):
        folder = tmp_path / "city"
        folder.mkdir(exist_ok=True)
        (folder / "pack.toml").write_text(PACK, encoding="utf-8")
        text = CLAUSE.format(
            id="CITY.1", measure=measure, more=more, limit=limit, force=force, scope=scope, confidence=confidence
        )
        (folder / "clauses.toml").write_text(text, encoding="utf-8")
        return size_program(brief(people), load_standard(PACKS, extra=[folder]))

    return size


# measure, its further keys, the stricter figure of the city, need and figure, and what comes of it at 5 000 persons.
STRICTER = [
    ("facility.floor_area", 'of = "health_station"', 300.0, "health_station", "gfa_m2", 300.0),
    ("facility.floor_area", 'of = "service_station"', 900.0, "service_station", "gfa_m2", 900.0),
    ("facility.floor_area", 'of = "barber"', 75.0, "barber", "gfa_m2", 75.0),
    ("facility.floor_area", 'of = "power_room"', 150.0, "power_room", "gfa_m2", 150.0),
    ("facility.land_area", 'of = "kindergarten"\nlot_kind = "kindergarten"', 4000.0, "kindergarten", "land_m2", 4000.0),
    ("facility.classes", 'of = "kindergarten"', 9, "kindergarten", "classes", 9.0),
    ("facility.count", 'of = "toilet"', 2, "toilet", "count", 2.0),
    ("lot.area", 'of = "waste_station"', 200.0, "waste_station", "land_m2", 200.0),
    ("lockers.cells_ratio", "", 1.2, "lockers", "cells_asked", 2100.0),  # 5 000 x 0.35 x 1.2
    ("stalls.per_household", "", 1.3, "stalls", "stalls", 2032.0),  # 1 563 x 1.3 = 2 031.9
    ("stalls.accessible_share", "share = 0.02", 1, "stalls", "accessible", 32.0),  # 1 563 x 0.02 = 31.3
    ("public_green.per_person", "", 1.5, "garden", "land_asked_m2", 7500.0),
    ("central_green.per_person", "", 0.6, "central_green", "m2_per_person", 0.6),
    ("ground.area", 'of = "sports_ground"', 1000.0, "garden", "sports_asked_m2", 1000.0),
    ("ground.area", 'of = "activity_ground"', 400.0, "activity_ground", "land_m2", 408.0),  # 2 per cent to spare
    ("property.floor_area", 'of = "property_office"\nshare = 0.003', 1500.0, "property_office", "asked_m2", 1500.0),
    ("facility.usable_area", 'of = "parcel_station"', 36.0, "parcel_station", "gfa_m2", 50.0),  # 36 / 0.72
    ("facility.outdoor_per_child", 'of = "nursery"\ngrounds = ["nursery_ground"]', 4.0, "nursery", "outdoor_m2", 92.0),
]  # the nursery's last: 5 000 x 4.5 / 1 000 = 22.5, so 23 places at 4 m2


@pytest.mark.parametrize(("measure", "more", "limit", "kind", "figure", "value"), STRICTER)
def test_a_stricter_figure_of_a_users_pack_changes_the_size(sized_with, measure, more, limit, kind, figure, value):
    need = sized_with(5000, measure=measure, more=more, limit=limit).need(kind)
    assert need.figure(figure) == pytest.approx(value)
    assert "CITY.1" in need.clauses


def test_a_milder_figure_changes_nothing_and_is_told_as_beaten(sized_with):
    sized = sized_with(5000, measure="facility.floor_area", more='of = "health_station"', limit=130.0)
    area = derivation(sized, "health_station", "gfa_m2")
    assert (area.value, area.clause) == (150.0, "parameter.health_station_area")
    assert [(b.clause, b.value) for b in area.beaten] == [("CITY.1", 130.0), ("CRC-05.gfa", 120.0)]


# figures §0: a recalled area that is only a should is no reason to build more; nor is what is asked of existing communities.
@pytest.mark.parametrize("how", [{"force": "should", "confidence": "recalled"}, {"scope": "existing"}])
def test_recalled_wishes_and_clauses_out_of_scope_size_nothing(sized_with, how):
    sized = sized_with(5000, measure="facility.floor_area", more='of = "health_station"', limit=270.0, **how)
    assert sized.need("health_station").figure("gfa_m2") == 150.0


# The annex's 2 200 m2 belong to its six classes and grow with them: 12 classes, 4 400. A city that names an area and no
# classes asks for it as it stands: 4 000 is less.
def test_an_area_without_classes_does_not_grow_with_the_classes(sized_with):
    sized = sized_with(12000, measure="facility.floor_area", more='of = "kindergarten"', limit=4000.0)
    area = derivation(sized, "kindergarten", "gfa_m2")
    assert (area.value, area.clause) == (4400.0, "CRC-02.gfa")
    assert ("CITY.1", 4000.0) in [(b.clause, b.value) for b in area.beaten]


def test_shops_that_a_pack_names_are_added_and_rooms_are_the_union(tmp_path):
    (tmp_path / "pack.toml").write_text(PACK, encoding="utf-8")
    text = CLAUSE.format(
        id="CITY.shops",
        measure="facility.kinds",
        more="",
        limit='["canteen"]',
        force="must",
        scope="both",
        confidence="primary",
    ) + CLAUSE.format(
        id="CITY.rooms",
        measure="facility.rooms",
        more='of = "service_station"',
        limit='["hall", "mediation"]',
        force="must",
        scope="both",
        confidence="primary",
    )
    (tmp_path / "clauses.toml").write_text(text.replace("at_least", "includes"), encoding="utf-8")
    sized = size_program(brief(5000), load_standard(PACKS, extra=[tmp_path]))
    assert sized.need("canteen").figure("gfa_m2") == 200.0  # canteen_area
    rooms = sized.need("service_station").rooms
    assert rooms == ("hall", "police", "committee", "activity", "reading", "party", "mediation")


# An override stays in the overridden clause's pack: the annex's 2 200 m2 for six classes become 2 400, so 4 800 for twelve.
def test_an_override_of_a_users_pack_changes_the_size(tmp_path):
    (tmp_path / "pack.toml").write_text(PACK, encoding="utf-8")
    text = '[[override]]\nid = "CRC-02.gfa"\nlimit = 2400.0\nreason = "the city builds larger kindergartens"\n'
    (tmp_path / "overrides.toml").write_text(text, encoding="utf-8")
    sized = size_program(brief(12000), load_standard(PACKS, extra=[tmp_path]))
    area = derivation(sized, "kindergarten", "gfa_m2")
    assert (area.value, area.clause) == (4800.0, "CRC-02.gfa")
