"""Trees in rows: beside a garden's paths and along a kindergarten's fence, at one pitch, and nowhere else."""

from dataclasses import replace

import numpy as np
from shapely.geometry import LineString, box

from layoutgen.drawings.alleys import rows_of_trees
from layoutgen.drawings.layers import load_profile
from layoutgen.model.kinds import LotKind, WayKind
from layoutgen.model.plan import Lot, Plan, Way
from tests.drawings.hand_made import make_plan


def plan_with(kind: LotKind) -> Plan:
    path = Way(
        id="R-footpath-1",
        kind=WayKind.FOOTPATH,
        centre=LineString([(0, 20), (60, 20)]),
        outline=box(0, 18.5, 60, 21.5),
        carriageway_m=3.0,
        footway_m=0.0,
        is_fire_lane=False,
        block="",
    )
    return replace(make_plan(), lots=(Lot(id="L-1", kind=kind, outline=box(0, 0, 60, 40)),), ways=(path,))


def test_a_garden_path_of_sixty_metres_has_eleven_trees_on_each_side() -> None:
    places, crown = rows_of_trees(plan_with(LotKind.GARDEN), load_profile())
    assert len(places) == 22  # 60 m at 6 m: 11 places a side
    assert set(np.round(places[:, 1], 2)) == {round(20 - 1.5 - crown - 0.3, 2), round(20 + 1.5 + crown + 0.3, 2)}


def test_a_path_elsewhere_has_none() -> None:
    places, _ = rows_of_trees(plan_with(LotKind.SHOPS), load_profile())
    assert len(places) == 0


def test_a_kindergarten_has_a_row_inside_its_fence() -> None:
    places, crown = rows_of_trees(plan_with(LotKind.KINDERGARTEN), load_profile())
    x, y = places.T
    off = np.minimum.reduce([x, 60 - x, y, 40 - y])
    assert len(places) > 25  # the fence is 200 m long
    assert np.allclose(off, crown + 0.2)
