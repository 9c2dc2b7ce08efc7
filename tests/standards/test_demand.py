import pytest

from layoutgen.errors import InputError
from layoutgen.model.brief import Brief, Conditions, DwellingType
from layoutgen.model.kinds import Mode, StreetMode
from layoutgen.standards.cities import find_place, nearest_place
from layoutgen.standards.demand import share_out, size_program
from layoutgen.standards.formulas import evaluate
from layoutgen.standards.load import load_standard
from layoutgen.standards.parameters import settle_parameters

MIX = (
    DwellingType(name="A", area_m2=90.0, share=0.3),
    DwellingType(name="B", area_m2=112.0, share=0.4),
    DwellingType(name="C", area_m2=134.0, share=0.3),
)
PACKS = ("drawing", "crc-2020", "guide-2021", "gb-50180")


def brief(population: int, **changes: float) -> Brief:
    return Brief(
        population=population,
        household_size=changes.pop("household_size", 3.2),
        mix=MIX,
        conditions=Conditions(stalls_per_household_min=changes.pop("stalls", None)),
        place=find_place("Xi'an"),
        streets=StreetMode.AUTO,
        mode=Mode.NEW,
        packs=PACKS,
        parameters=settle_parameters(changes),
        protect_north=False,
        template="default",
        seed=0,
        assumptions=(),
    )


def program(population: int, **changes: float):
    asked = brief(population, **changes)
    return size_program(asked, load_standard(PACKS, asked.conditions))


def derivation(sized, kind, figure):
    return next(d for d in sized.need(kind).derivations if d.figure == figure)


# The quick sizing sheet of the law's figures, D.19: households at 3.2, stalls one each, accessible at 1 % rounded up,
# classes by thirty places a class in steps of three, kindergarten area in proportion to the classes.
@pytest.mark.parametrize(
    ("people", "households", "accessible", "classes", "floor", "land"),
    [(5000, 1563, 16, 6, 2200, 3500), (8000, 2500, 25, 9, 3300, 5250), (12000, 3750, 38, 12, 4400, 7000)],
)
def test_the_sizing_sheet_comes_out(people, households, accessible, classes, floor, land):
    sized = program(people)
    assert sized.households == households
    stalls = sized.need("stalls")
    assert (stalls.figure("stalls"), stalls.figure("accessible")) == (households, accessible)
    school = sized.need("kindergarten")
    assert (school.figure("classes"), school.figure("gfa_m2"), school.figure("land_m2")) == (classes, floor, land)


# F-21: k = 30 gives 150 places at 5 000 and exactly 180 at 6 000; one person more asks for nine classes.
@pytest.mark.parametrize(("people", "classes"), [(1, 6), (6000, 6), (6001, 9), (9000, 9), (9001, 12)])
def test_classes_step_where_the_places_run_out(people, classes):
    assert program(people).need("kindergarten").figure("classes") == classes


def test_the_garden_holds_the_sports_ground_without_breaking_its_band():
    for people in (3000, 5000, 6500, 8000, 12000):
        garden = program(people).need("garden")
        land, sport = garden.figure("land_m2"), garden.figure("sport_m2")
        assert land >= max(4000.0, people)
        assert sport >= 800.0
        assert 0.10 <= sport / land <= 0.15


# 12 000 x 0.35 = 4 200 items a day; the band is 4 200 to 5 460 cells.
def test_locker_cells_lie_inside_their_band():
    assert 4200 <= program(12000).need("lockers").figure("cells") <= 5460


# 2 per mille, not per cent: 12 000 persons have 420 000 m2 of housing, so 840 m2 from it alone, and with
# facilities and garage (3 750 x 35 = 131 250 m2) about 1 110 to 1 250 m2; never under 50 m2.
def test_property_rooms_are_two_per_mille_of_all_floor_area():
    assert 1100.0 <= program(12000).need("property_office").figure("gfa_m2") <= 1260.0
    assert program(100).need("property_office").figure("gfa_m2") >= 50.0


def test_planning_conditions_outrank_the_parameter():
    assert program(3200, stalls=1.2).need("stalls").figure("stalls") == 1200


def test_dwellings_of_the_mix_sum_to_the_households():
    counts = [d.count for d in share_out(1001, MIX)]
    assert sum(counts) == 1001
    assert counts == [300, 401, 300]  # 300.3, 400.4, 300.3: the odd one goes to the largest remainder


def test_parameters_out_of_range_or_unknown_are_refused_by_name():
    with pytest.raises(InputError, match=r"children_per_1000 = 99.*15 to 45"):
        settle_parameters({"children_per_1000": 99.0})
    with pytest.raises(InputError, match=r"one of .*parcels_per_person_day"):
        settle_parameters({"parcels": 1.0})


def test_cities_are_found_by_either_name():
    assert find_place("西安市") == find_place("xian")
    assert nearest_place(34.2).city == "Xi'an"
    with pytest.raises(InputError, match="Beijing"):
        find_place("Atlantis")


def test_every_need_says_how_it_was_reckoned():
    for need in program(8000).needs:
        assert {d.figure for d in need.derivations} == set(dict(need.figures)), need.kind


def test_every_formula_with_its_inputs_gives_the_figure():
    sized = program(8000)
    found = [*sized.derivations, *(d for need in sized.needs for d in need.derivations)]
    for one in found:
        assert evaluate(one.formula, {i.name: i.value for i in one.inputs}) == pytest.approx(one.value), one.formula
        assert all(i.source for i in one.inputs), one.formula


# F-21: 12 000 persons need 360 places, twelve classes; the annex alone is content with six. Both are told.
def test_demand_governs_the_classes_and_the_annex_is_told_as_beaten():
    classes = derivation(program(12000), "kindergarten", "classes")
    assert (classes.value, classes.clause) == (12.0, "CRC-B02.scale.demand")
    assert ("CRC-02.classes", 6.0) in [(b.clause, b.value) for b in classes.beaten]


# F-02: 3 750 homes of 112 m2 = 420 000 m2; with the facilities and 3 750 x 35 = 131 250 m2 of garage all floor area counts,
# and what floors above ground alone would ask is told beside: 2 per mille of the garage, 262.5 m2, less.
def test_property_rooms_tell_both_readings_of_their_base():
    office = program(12000).need("property_office")
    assert office.figure("asked_m2") - office.figure("asked_by_floors_above_ground_m2") == pytest.approx(262.5)
    switched = program(12000, property_underground_share=0.0).need("property_office")
    assert switched.figure("asked_m2") == pytest.approx(office.figure("asked_by_floors_above_ground_m2"))


# F-22: who is under three is counted for the nursery alone: 12 000 x 4.5 / 1 000 = 54 places, 540 m2 at 10 m2 a place.
def test_nursery_places_are_counted_apart():
    nursery = program(12000).need("nursery")
    assert (nursery.figure("places"), nursery.figure("children"), nursery.figure("gfa_m2")) == (54.0, 54.0, 540.0)
    small = program(4000).need("nursery")  # 18 places, 180 m2: the annex's 200 m2 govern, room for 20
    assert (small.figure("places"), small.figure("children"), small.figure("gfa_m2")) == (18.0, 20.0, 200.0)


# F-40: 1 563 stalls: 0.5 per cent is 7.8, so 8; 1 per cent is 15.6, so 16: the stricter is built, the other told.
def test_accessible_stalls_are_built_to_the_stricter_share():
    accessible = derivation(program(5000), "stalls", "accessible")
    assert (accessible.value, accessible.clause) == (16.0, "CRC-B10.acc.strict")
    assert [(b.clause, b.value) for b in accessible.beaten] == [("CRC-B10.acc", 8.0)]


# JGJ 39: no kindergarten has more than twelve classes. 12 000 x 45 / 1 000 = 540 places = eighteen classes: two kindergartens.
def test_more_classes_than_one_kindergarten_may_have_are_shared_by_two():
    packs = (*PACKS, "kindergarten")
    crowded = size_program(brief(12000, children_per_1000=45.0), load_standard(packs)).need("kindergarten")
    assert (crowded.figure("classes"), crowded.figure("count")) == (18.0, 2.0)
    usual = size_program(brief(12000), load_standard(packs)).need("kindergarten")
    assert (usual.figure("classes"), usual.figure("count")) == (12.0, 1.0)


# A floor of 0.8 in the planning conditions takes the place of the annex's 1.0; our own default of 1.0 then asks for most.
def test_what_planning_conditions_outrank_is_told_and_does_not_govern():
    rate = derivation(program(3200, stalls=0.8), "stalls", "per_household")
    assert (rate.value, rate.clause) == (1.0, "parameter.stalls_per_household")
    assert [(b.clause, b.value, b.outranked_by) for b in rate.beaten] == [
        ("CRC-10.ratio", 1.0, "COND.stalls"),
        ("COND.stalls", 0.8, ""),
    ]
