"""A small project leaves out what lies off its site within the walk, says so, and builds the rest."""

from dataclasses import replace

import pytest
from shapely.geometry import Point, Polygon

from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.templates import load_choices
from layoutgen.model.brief import Brief
from layoutgen.model.kinds import FacilityKind, LotKind
from layoutgen.model.program import Program
from layoutgen.model.site import OffSite, Site
from layoutgen.pipeline.off_site import estimates, path_sentences, program_of
from layoutgen.standards.clause import Standard
from layoutgen.standards.load import load_standard

SQUARE = Polygon([(0, 0), (160, 0), (160, 120), (0, 120)])  # its farthest corner from (160, -y) is (0, 120)
CARE = ("service_station", "elderly_station", "health_station", "nursery", "day_care", "culture_station")


def _off(kind: str, x: float = 160.0, y: float = -100.0) -> OffSite:
    return OffSite(id="X1", kind=kind, name="", at=Point(x, y), land=None)


def _site(*off: OffSite) -> Site:
    return Site(boundary=SQUARE, edges=(), off_site=tuple(replace(one, id=f"X{n}") for n, one in enumerate(off, 1)))


def _asked(people: int = 900) -> tuple[Brief, Standard]:
    brief = settle_brief(Asked(population=people))
    return brief, load_standard(brief.packs, brief.conditions)


def _program(site: Site, people: int = 900) -> Program:
    brief, standard = _asked(people)
    return program_of(site, brief, load_choices(brief.template), standard)


def _lots(program: Program) -> set[LotKind]:
    return {building.lot for building in program.buildings}


def _parts(program: Program) -> set[FacilityKind]:
    return {part.kind for building in program.buildings for column in building.columns for part in column.parts}


@pytest.mark.parametrize(
    ("y", "is_near"),
    # Straight from (0, 120): hypot(160, 120 + d) <= 500 / 1.3 / 1.1 = 349.65, so d <= sqrt(349.65^2 - 160^2) - 120 = 190.9.
    [(-190.0, True), (-192.0, False), (60.0, False)],
    ids=["near", "far", "on the site"],
)
def test_what_is_near_is_told_by_the_farthest_corner(y, is_near):
    brief, standard = _asked()
    off = _off("kindergarten", y=y) if y < 0 else _off("kindergarten", x=80.0, y=y)
    (estimate,) = estimates(_site(off), brief, standard)
    assert estimate.is_near == is_near


def test_a_kindergarten_off_the_site_leaves_neither_need_nor_lot_nor_building():
    program = _program(_site(_off("kindergarten")))
    assert not program.has("kindergarten")
    assert LotKind.KINDERGARTEN not in _lots(program)
    assert _parts(_program(_site())) - _parts(program) == {FacilityKind.KINDERGARTEN}


def test_without_a_garden_the_toilet_stands_in_the_service_building():
    program = _program(_site(_off("garden")))
    assert not program.has("garden")
    toilet = next(b for b in program.buildings for c in b.columns for p in c.parts if p.kind is FacilityKind.TOILET)
    assert toilet.lot is LotKind.SERVICE
    # The activity ground of about 306 m2 lies on the service lot, which is larger for it.
    assert program.need("service_lot").figure("land_m2") >= _program(_site()).need("service_lot").figure("land_m2") + 300.0


def test_without_any_care_the_property_rooms_alone_stand_in_the_service_building():
    program = _program(_site(*(_off(kind) for kind in CARE)))
    service = next(building for building in program.buildings if building.lot is LotKind.SERVICE)
    assert {part.kind for column in service.columns for part in column.parts} == {FacilityKind.PROPERTY_OFFICE}


def test_property_rooms_keep_their_area_whatever_stands_beside_them():
    for off in ((), CARE, ("nursery",), ("culture_station",), ("service_station", "garden")):
        program = _program(_site(*(_off(kind) for kind in off)))
        service = next(building for building in program.buildings if building.lot is LotKind.SERVICE)
        drawn = sum(
            column.width_m * service.depth_m * len(part.floors)
            for column in service.columns
            for part in column.parts
            if part.kind is FacilityKind.PROPERTY_OFFICE
        )
        assert drawn >= program.need("property_office").figure("gfa_m2") - 1e-6, off


def test_without_any_shop_there_is_no_shops_lot():
    shops = ("supermarket", "parcel_station", "barber", "laundry", "pharmacy", "repair", "housekeeping", "restaurant")
    program = _program(_site(*(_off(kind) for kind in shops)))
    assert LotKind.SHOPS not in _lots(program)
    assert not program.has("shops_lot")


def test_five_shops_pair_up_with_one_over():
    program = _program(_site(_off("barber")))
    shops = next(building for building in program.buildings if building.lot is LotKind.SHOPS)
    assert FacilityKind.BARBER not in _parts(program)
    assert {FacilityKind.LAUNDRY, FacilityKind.REPAIR, FacilityKind.PARCEL_STATION} <= {
        part.kind for column in shops.columns for part in column.parts
    }


def test_from_5000_people_on_nothing_is_left_out_and_it_is_said():
    site = _site(_off("kindergarten"))
    assert _program(site, 5000).has("kindergarten")
    (said,) = path_sentences(site, *_asked(5000))
    assert "information only, the full kit stands on the site" in said.en
    assert "仅供参考" in said.zh


def test_the_path_of_a_small_project_is_said():
    alone = path_sentences(_site(), *_asked(4999))
    assert [one.en for one in alone] == [
        "4999 persons are fewer than a community's 5000 (CRC-00.pop, CRC-00.large): the full kit stands on the site"
    ]
    assert path_sentences(_site(), *_asked(5000)) == ()
    head, kindergarten = path_sentences(_site(_off("kindergarten")), *_asked())
    assert head.en.endswith("some facilities lie off the site")
    # hypot(160, 220) x 1.3 x 1.1 = 272.03 x 1.43 = 389.0
    assert "about 389 m on foot from the farthest corner: within 500 m, so the site has none (CRC-00.small)" in kindergarten.en
