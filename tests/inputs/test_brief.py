from collections.abc import Callable
from pathlib import Path

import pytest

from layoutgen.errors import InputError
from layoutgen.inputs.asked import Asked, merge_asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.brief_file import parse_edge, parse_parameter, read_brief_file
from layoutgen.inputs.edges import EdgeWish
from layoutgen.inputs.mix import parse_mix
from layoutgen.model.kinds import RoadClass, StreetMode

Write = Callable[[str, str], Path]


@pytest.mark.parametrize("given", ["0", "-5", "1e9", "abc", "7000.5", "nan", "inf", "", "9" * 400])
def test_a_population_that_is_none_is_refused_with_its_range(given: str) -> None:
    with pytest.raises(InputError) as caught:
        settle_brief(Asked(population=given))
    assert (caught.value.key, caught.value.expected) == ("population", "a whole number from 1 to 200000")


def test_neither_population_nor_far_is_refused() -> None:
    with pytest.raises(InputError, match=r"population = missing: expected .* or a FAR"):
        settle_brief(Asked())


def test_both_population_and_far_are_refused() -> None:
    with pytest.raises(InputError, match="not both"):
        settle_brief(Asked(population=6000, far=1.5), 1e5)


@pytest.mark.parametrize(("far", "area"), [("40", 1e5), ("0", 1e5), ("abc", 1e5)])
def test_an_absurd_far_is_refused_with_its_range(far: str, area: float) -> None:
    with pytest.raises(InputError) as caught:
        settle_brief(Asked(far=far), area)
    assert (caught.value.key, caught.value.expected) == ("far", "a number from 0.1 to 10")


def test_more_than_one_community_says_how_many_at_least() -> None:
    # 25 000 / 12 000 = 2.08: three parts
    brief = settle_brief(Asked(population=25_000))
    assert any("3 communities or more" in sentence.en for sentence in brief.assumptions)


def test_population_follows_from_far_mix_and_household_size() -> None:
    # 1.4 x 200 000 m2 = 280 000 m2; mean dwelling 0.5 x 80 + 0.5 x 120 = 100 m2: 2 800 dwellings x 3 persons = 8 400
    asked = Asked(far="1.4", household_size="3", mix=parse_mix("80:50%,120:50%"))
    brief = settle_brief(asked, 200_000.0)
    assert brief.population == 8400
    assert brief.far_target == 1.4
    assert any("population from FAR" in note.en for note in brief.assumptions)


def test_nothing_said_of_the_place_is_xian_and_is_printed() -> None:
    brief = settle_brief(Asked(population=6000))
    assert (brief.place.city, brief.place.latitude_deg, brief.place.climate_zone) == ("Xi'an", 34.3, "II")
    assert any("Xi'an" in note.en for note in brief.assumptions)


def test_a_latitude_alone_takes_zone_and_size_of_the_nearest_city() -> None:
    # 45.9 degrees: Harbin (45.75) is nearer than Qiqihar (47.33)
    brief = settle_brief(Asked(population=6000, latitude="45.9"))
    assert (brief.place.city, brief.place.latitude_deg, brief.place.climate_zone) == ("", 45.9, "I")
    assert any("Harbin" in note.en for note in brief.assumptions)


def test_stalls_per_100_m2_become_stalls_per_household() -> None:
    # mean dwelling 100 m2: 1.2 stalls per 100 m2 are 1.2 a household
    asked = Asked(population=6000, mix=parse_mix("100:1"), stalls_per_100_m2_min=1.2)
    assert settle_brief(asked).conditions.stalls_per_household_min == pytest.approx(1.2)


def test_packs_replace_the_default_ones_but_the_drawing_is_always_judged() -> None:
    assert settle_brief(Asked(population=6000, packs=("fire", "xiamen", "fire"))).packs == ("drawing", "fire", "xiamen")


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        (Asked(population=6000, city="Atlantis"), "city"),
        (Asked(population=6000, climate_zone="VIII"), "climate_zone"),
        (Asked(population=6000, streets="open"), "streets"),
        (Asked(population=6000, mode="old"), "mode"),
        (Asked(population=6000, density_max="28"), "density_max"),
        (Asked(population=6000, latitude="134"), "latitude"),
        (Asked(population=6000, household_size="0"), "household_size"),
        (Asked(population=6000, storeys_max="6.5"), "storeys_max"),
        (Asked(population=6000, parameters=(("parrots", 1.0),)), "parameters.parrots"),
    ],
)
def test_every_other_wrong_word_is_named(asked: Asked, key: str) -> None:
    with pytest.raises(InputError) as caught:
        settle_brief(asked)
    assert caught.value.key == key


BRIEF = """
population = 7000
city = "Nanjing"
far_max = 2.0
[edges]
south = "collector"
E2 = { road = "none", setback_m = 8, gate = false }
[parameters]
children_per_1000 = 32
[[mix]]
name = "A"
area_m2 = 90
share = 0.4
[[mix]]
name = "B"
area_m2 = 120
share = 0.6
"""


def test_a_briefs_file_is_read_whole(write_file: Write) -> None:
    asked = read_brief_file(write_file("任务书.toml", BRIEF))
    brief = settle_brief(asked)
    assert (brief.population, brief.place.city, brief.conditions.far_max) == (7000, "Nanjing", 2.0)
    assert [one.share for one in brief.mix] == pytest.approx([0.4, 0.6])
    assert brief.parameter("children_per_1000") == 32.0
    assert asked.edges == (
        EdgeWish(where="south", road_class=RoadClass.COLLECTOR),
        EdgeWish(where="E2", road_class=RoadClass.NONE, setback_m=8.0, allows_gate=False),
    )


def test_flags_win_over_the_file(write_file: Write) -> None:
    asked = merge_asked(Asked(far="1.2", streets="gated"), read_brief_file(write_file("b.toml", BRIEF)))
    brief = settle_brief(asked, 150_000.0)
    assert (brief.far_target, brief.streets, brief.place.city) == (1.2, StreetMode.GATED, "Nanjing")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("populaton = 7000", "populaton"),
        ("population = '7000'", "population"),
        ("population = 0", "population"),
        ("far_max = 40.0", "far_max"),
        ("protect_north = 'yes'", "protect_north"),
        ("city = 3", "city"),
        ("packs = 'fire'", "packs"),
        ("[edges]\nsouth = 'motorway'", "edges.south.road"),
        ("[edges.south]\nwidth = 3", "edges.south.width"),
        ("[[mix]]\narea_m2 = 90\nshare = 0.4", "mix.share"),
        ("[[mix]]\nshare = 1.0", "mix.area_m2"),
        ("mix = 3", "mix"),
    ],
)
def test_a_wrong_key_or_value_of_a_briefs_file_is_named(text: str, key: str, write_file: Write) -> None:
    path = write_file("b.toml", text)
    with pytest.raises(InputError) as caught:
        read_brief_file(path)
    assert (caught.value.key, caught.value.file) == (key, str(path))


def test_flags_of_edges_mixes_and_parameters_are_parsed_or_refused() -> None:
    expected = EdgeWish(where="north", road_class=RoadClass.LOCAL, setback_m=12.0, allows_gate=False)
    assert parse_edge("north=local,setback:12,no-gate") == expected
    assert parse_parameter("children_per_1000=32") == ("children_per_1000", 32.0)
    for wrong in (
        lambda: parse_edge("north"),
        lambda: parse_edge("north=lokal"),
        lambda: parse_mix("90"),
        lambda: parse_mix("90:0.4"),
    ):
        with pytest.raises(InputError):
            wrong()
    with pytest.raises(InputError):
        parse_parameter("children")


# The default mix of 112 m2 is 3.2 persons at 35 m2; at 28 m2 the mean is 89.6 m2: every type is drawn to 80 per cent.
def test_the_default_mix_follows_the_floor_area_a_person_of_the_brief() -> None:
    brief = settle_brief(Asked(population=6000, parameters=(("floor_area_per_person", 28.0),)))
    assert [one.area_m2 for one in brief.mix] == [72.0, 89.6, 107.2]
    assert settle_brief(Asked(population=6000)).mix[1].area_m2 == 112.0


def test_a_floor_area_a_person_out_of_range_is_refused_before_it_is_used() -> None:
    with pytest.raises(InputError, match="floor_area_per_person"):
        settle_brief(Asked(far=1.5, parameters=(("floor_area_per_person", 0.0),)), 1e5)
