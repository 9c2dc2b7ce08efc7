"""High-rise or not, at the thresholds of the law: dwellings above 27 m, others of several storeys above 24 m."""

import pytest
from shapely.geometry import box

from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Building
from layoutgen.standards.fire_class import class_of_height, is_high_rise, is_tall, separation_class


def building(use: BuildingUse, storeys: int, fire_height_m: float, rating: str = "") -> Building:
    return Building(
        id="B1",
        use=use,
        footprint=box(0, 0, 30, 14),
        storeys=storeys,
        storeys_below=0,
        planning_height_m=fire_height_m + 1.5,
        fire_height_m=fire_height_m,
        shading_height_m=fire_height_m + 3.0,
        dwellings=0,
        floor_area_m2=0.0,
        block="",
        lot="",
        tags=(("rating", rating),) if rating else (),
    )


@pytest.mark.parametrize(
    ("use", "storeys", "height", "is_high"),
    [
        (BuildingUse.DWELLING, 9, 27.0, False),
        (BuildingUse.DWELLING, 9, 27.01, True),
        (BuildingUse.SERVICE, 6, 24.0, False),
        (BuildingUse.SERVICE, 6, 24.01, True),
        (BuildingUse.SERVICE, 1, 30.0, False),  # one storey, however high
    ],
)
def test_the_threshold_itself_is_not_high_rise(use, storeys, height, is_high):
    assert is_high_rise(building(use, storeys, height)) is is_high


def test_a_building_of_50_m_is_not_tall():
    assert not is_tall(building(BuildingUse.DWELLING, 16, 50.0))
    assert is_tall(building(BuildingUse.DWELLING, 17, 51.0))


def test_a_building_of_unknown_use_goes_by_the_stricter_threshold():
    assert [class_of_height(h) for h in (24.0, 24.01)] == ["multi", "high"]


def test_a_declared_poor_rating_outranks_the_height():
    assert separation_class(building(BuildingUse.DWELLING, 3, 9.0, "III")) == "III"
    assert separation_class(building(BuildingUse.DWELLING, 3, 9.0, "II")) == "multi"
