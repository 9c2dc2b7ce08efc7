import pytest

from layoutgen.errors import InputError
from layoutgen.model.brief import Brief, Conditions, DwellingType
from layoutgen.model.kinds import Mode, StreetMode
from layoutgen.standards.cities import find_place, nearest_place
from layoutgen.standards.demand import share_out, size_program
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
        household_size=3.2,
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
    return size_program(brief(population, **changes), load_standard(PACKS))


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
    assert all(need.derivation for need in program(8000).needs)
