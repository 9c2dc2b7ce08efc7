from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from shapely.geometry import box

from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.model.kinds import LotKind
from layoutgen.model.plan import Lot
from layoutgen.model.stages import Allocation, Commission
from layoutgen.stages.allocation import allocate
from layoutgen.stages.program import share_classes, size_lots
from layoutgen.stages.structure import lay_structure
from layoutgen.standards.demand import size_program
from layoutgen.standards.load import load_standard
from tests.stages.sites_by_hand import PACKS, commission_of


# 36 a thousand are 360 places of 10 000 persons, 12 classes of 30; 40 are 400 places, 15 classes in whole years
@cache
def case(children: float, nursery_places: float = 4.5) -> tuple[Commission, Allocation]:
    commission = commission_of(box(0, 0, 560, 480), people=10_000)
    parameters = (("children_per_1000", children), ("nursery_places_per_1000", nursery_places))
    brief = settle_brief(Asked(population=10_000, parameters=parameters), 560.0 * 480.0)
    program = size_lots(size_program(brief, load_standard((*PACKS, "kindergarten"))), commission.choices)
    commission = replace(commission, brief=brief, program=program)
    structure = lay_structure(commission, np.random.default_rng(0))
    return commission, allocate(commission, structure, np.random.default_rng(0))


def nursery(places: float) -> tuple[Commission, Allocation]:
    return case(30.0, places)


def schools(children: float) -> list[Lot]:
    return [lot for lot in case(children)[1].lots if lot.kind is LotKind.KINDERGARTEN]


def test_up_to_twelve_classes_are_one_kindergarten() -> None:
    assert len(schools(36.0)) == 1


def test_fifteen_classes_are_two_of_nine_and_six_with_their_share_of_the_land() -> None:
    commission, _ = case(40.0)
    assert [b.columns[0].parts[0].classes for b in commission.program.buildings if b.lot is LotKind.KINDERGARTEN] == [9, 6]
    land = commission.program.need("kindergarten").figure("land_m2")
    areas = sorted(lot.outline.area for lot in schools(40.0))
    assert areas[0] >= land * 6 / 15
    assert areas[1] >= land * 9 / 15


def test_two_kindergartens_stand_apart_so_that_both_have_homes_near() -> None:
    first, second = schools(40.0)
    assert first.outline.distance(second.outline) > 150.0


@pytest.mark.parametrize(
    ("classes", "count", "shares"), [(15, 2, (9, 6)), (18, 2, (9, 9)), (14, 2, (7, 7)), (27, 3, (9, 9, 9))]
)
def test_classes_are_shared_in_runs_of_three_years(classes: int, count: int, shares: tuple[int, ...]) -> None:
    assert share_classes(classes, count) == shares


def test_a_nursery_of_four_groups_has_a_lot_and_a_house_of_its_own() -> None:
    # 10 000 persons, 6 places a thousand: 60 children; 45 are the three groups by age, so mixed ones of 18: four
    _, allocation = nursery(6.0)
    assert sum(lot.kind is LotKind.SERVICE for lot in allocation.lots) == 2


def test_a_nursery_of_three_groups_stays_in_the_cluster() -> None:
    _, allocation = nursery(5.0)  # 50 children: three mixed groups
    assert sum(lot.kind is LotKind.SERVICE for lot in allocation.lots) == 1
