"""The doors of a bar look at the street, however its lot is turned."""

import pytest
from shapely import affinity
from shapely.geometry import Polygon, box

from layoutgen.model.kinds import LotKind
from layoutgen.model.plan import Block, Lot
from layoutgen.model.stages import Allocation
from layoutgen.stages.massing.facility_buildings import _street_is_north

LOT, NEIGHBOUR = box(0, 0, 40, 30), box(-20, -40, 60, 0)  # the neighbour lies south, so the street lies north
BAR = box(5, 8, 35, 20)


@pytest.mark.parametrize("turn", [0.0, 34.0, 56.0, 90.0, 124.0, 180.0, 250.0])
def test_a_bar_s_north_is_where_the_street_lies(turn: float) -> None:
    def put(shape: Polygon) -> Polygon:
        return affinity.rotate(shape, turn, origin=(0, 0))

    lot = Lot(id="L-shops-1", kind=LotKind.SHOPS, outline=put(LOT))
    block = Block(id="K1", outline=put(NEIGHBOUR), is_gated=False)
    allocation = Allocation(lots=(lot,), blocks=(block,), cells=())
    assert _street_is_north(lot, put(BAR), turn, allocation)
    assert not _street_is_north(lot, put(BAR), turn + 180.0, allocation)
