"""On a lot that runs away from east, shops turn with it and keep their depth: a deeper building makes narrow shops."""

from dataclasses import replace

import pytest
from shapely.geometry import box

from layoutgen.model.kinds import BuildingUse, LotKind
from layoutgen.model.stages import Allocation, Commission, Massing, Structure
from layoutgen.stages.massing.facility_buildings import place_facilities
from layoutgen.standards.load import load_standard
from tests.stages.grounds.conftest import PACKS

Stages = tuple[Commission, Structure, Allocation, Massing]


def test_shops_on_a_narrow_lot_turn_before_they_grow_deep(stages: Stages) -> None:
    commission, _, allocation, _ = stages
    narrow = box(500, 0, 528, 90)  # 28 m less margins of 5 m leave 18 m: the row of shops is longer, its depth of 12 m fits
    lots = tuple(replace(lot, outline=narrow) if lot.kind is LotKind.SHOPS else lot for lot in allocation.lots)
    placed = place_facilities(commission, replace(allocation, lots=lots), load_standard(PACKS))
    (shops,) = (building for building in placed.buildings if building.use is BuildingUse.SHOPS)
    west, south, east, north = shops.footprint.bounds
    assert east - west == pytest.approx(commission.choices.facilities.shop_depth_m, abs=0.01)
    assert north - south > east - west
