"""What a regional pack asks is in the program, and nothing of it where the pack is not named."""

from dataclasses import replace

import pytest

from layoutgen.inputs.templates import load_choices
from layoutgen.model.kinds import LotKind
from layoutgen.model.program import Program
from layoutgen.stages.program import size_lots
from layoutgen.standards.demand import size_program
from layoutgen.standards.load import load_standard
from tests.standards.test_demand import PACKS, brief

NAMED = (
    "canteen",
    "vegetable_shop",
    "convenience_store",
    "breakfast_shop",
    "pocket_park",
)  # recycling point: GB 50180 asks too


def program(people: int, *packs: str, features: tuple[str, ...] = ()) -> Program:
    asked = replace(brief(people), packs=(*PACKS, *packs), features=features)
    return size_program(asked, load_standard(asked.packs, asked.conditions))


def kinds(sized: Program) -> set[str]:
    return {need.kind for need in sized.needs}


def standing(sized: Program, lot: LotKind) -> set[str]:
    buildings = size_lots(sized, load_choices("default")).buildings
    return {part.kind for b in buildings if b.lot is lot for column in b.columns for part in column.parts}


def test_without_a_pack_that_names_them_none_of_its_things_is_sized() -> None:
    sized = program(8000)
    assert not kinds(sized) & set(NAMED)
    assert "activity_share" not in dict(sized.need("service_station").figures)


# P48.shops names nine kinds; six of them every community has.
def test_the_pilots_add_canteen_vegetable_shop_and_convenience_store_to_the_shops() -> None:
    sized = program(8000, "pilot-2022")
    assert kinds(sized) & set(NAMED) == {"canteen", "vegetable_shop", "convenience_store"}
    assert {"canteen", "vegetable_shop", "convenience_store", "restaurant"} <= standing(sized, LotKind.SHOPS)


# 12 000 / 3.2 = 3 750 households x 30 m2 / 100 = 1 125 m2, more than the annex's 800 m2; 8 000 people ask for 750 m2 only.
@pytest.mark.parametrize(("people", "area"), [(8000, 800.0), (12000, 1125.0)])
def test_the_service_station_grows_where_thirty_square_metres_a_hundred_households_ask_for_more(
    people: int, area: float
) -> None:
    assert program(people, "pilot-2022").need("service_station").figure("gfa_m2") == pytest.approx(area)


def test_the_counted_facilities_give_the_asked_share_to_residents() -> None:
    sized = program(8000, "pilot-2022")
    for kind in ("service_station", "elderly_station", "culture_station"):
        assert sized.need(kind).figure("activity_share") == 0.6
    assert "activity_share" not in dict(sized.need("health_station").figures)


def test_a_distinctive_community_gets_a_pocket_park_a_recycling_point_and_room_for_refuge() -> None:
    sized = program(8000, "jiyuan-2026", features=("distinctive",))
    assert {"pocket_park", "recycling_point"} <= kinds(sized)
    assert "recycling_point" in standing(sized, LotKind.WASTE_STATION)
    assert sized.need("refuge").figure("refuge_m2") == 12000.0  # 8 000 people x 1.5 m2; garden and green count as well


def test_without_its_feature_jiyuan_asks_for_its_shops_only() -> None:
    sized = program(8000, "jiyuan-2026")
    assert kinds(sized) & set(NAMED) == {"vegetable_shop", "convenience_store", "breakfast_shop"}
