"""A second kindergarten is laid where it brings enough of the site within the radius for the classes that it takes."""

import pytest
from shapely.geometry import Polygon, box

from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.templates import load_choices
from layoutgen.model.kinds import LotKind
from layoutgen.model.program import Program
from layoutgen.model.site import Site
from layoutgen.pipeline.kindergartens import SecondPlace, second_place
from layoutgen.pipeline.off_site import program_of, second_sentences
from layoutgen.standards.demand import size_program
from layoutgen.standards.load import load_standard

LONG = box(0.0, 0.0, 1200.0, 100.0)
SQUARE = box(0.0, 0.0, 300.0, 300.0)


def program(boundary: Polygon, people: int) -> Program:
    brief = settle_brief(Asked(population=people))
    return program_of(Site(boundary=boundary, edges=()), brief, load_choices(), load_standard(brief.packs))


def second(boundary: Polygon, people: int) -> SecondPlace:
    brief = settle_brief(Asked(population=people))
    standard = load_standard(brief.packs)
    sized = size_program(brief, standard)
    found = second_place(Site(boundary=boundary, edges=()), brief, sized, load_choices().facilities, standard)
    assert found is not None
    return found


def test_the_shares_of_a_strip_are_those_of_lengths_within_the_radius() -> None:
    # from the middle line of a strip 100 m wide: straight sqrt(300² − y²), |y| ≤ 50, is 298.6 m in the mean to either side, of
    # 1 200 m 0.498; along the streets 300 − |y| is 275 m in the mean, 0.458; two places 550 m apart or more have twice as much
    found = second(LONG, 12_000)
    assert found.one == pytest.approx((0.498 + 0.458) / 2.0, abs=0.02)
    assert found.two == pytest.approx(2.0 * found.one, abs=0.03)


@pytest.mark.parametrize(
    ("boundary", "people", "count", "classes", "land"),
    [
        (SQUARE, 12_000, 1, 12, 7000.0),  # every corner lies 212 m from the middle, 300 m along the streets
        (LONG, 12_000, 2, 12, 7000.0),  # 360 places in 12 classes: two of six take the same land
        (LONG, 8_000, 2, 12, 7000.0),  # 9 classes, three more for two of six; half of the land asks more than 0.10 + 3 × 0.05
        (LONG, 5_000, 2, 12, 7000.0),  # 6 classes, six more; 0.48 asks more than 0.10 + 6 × 0.05
        (box(0.0, 0.0, 840.0, 100.0), 5_000, 1, 6, 3500.0),  # one has (597 + 550) / 1 680 = 0.68, the other 0.32 is too little
    ],
)
def test_two_are_laid_where_their_reach_is_worth_their_classes(
    boundary: Polygon, people: int, count: int, classes: int, land: float
) -> None:
    need = program(boundary, people).need("kindergarten")
    assert (need.figure("count"), need.figure("classes"), need.figure("land_m2")) == (count, classes, land)


def test_two_stand_in_lots_and_buildings_of_six_classes_each() -> None:
    schools = [one for one in program(LONG, 8_000).buildings if one.lot is LotKind.KINDERGARTEN]
    assert [school.columns[0].parts[0].classes for school in schools] == [6, 6]


def test_the_count_is_told_with_its_reason() -> None:
    brief = settle_brief(Asked(population=8_000))
    (told,) = second_sentences(Site(boundary=LONG, edges=()), brief, load_choices(), load_standard(brief.packs))
    assert "3 classes beyond the demand" in told.en
    assert "GB180-B02.kindergarten.radius" in told.zh
    count = next(one for one in program(LONG, 8_000).need("kindergarten").derivations if one.figure == "count")
    assert [one.name for one in count.inputs if one.value == 2.0] == ["kindergartens_by_reach"]


def test_without_a_clause_on_the_radius_there_is_one() -> None:
    brief = settle_brief(Asked(population=12_000, packs=("crc-2020",)))
    sized = program_of(Site(boundary=LONG, edges=()), brief, load_choices(), load_standard(brief.packs))
    assert sized.need("kindergarten").figure("count") == 1.0
