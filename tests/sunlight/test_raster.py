"""The sun on a piece of ground: the raster reads a shadow's edge as a sum by hand does, wherever the edge lies."""

import math

import pytest
from shapely.geometry import box

from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.raster import lit_share
from layoutgen.sunlight.scene import Scene

LATITUDE_DEG, DECLINATION_DEG = 34.3, -20.149
NOON = SunStandard(
    day="great_cold", declination_deg=DECLINATION_DEG, hours=0.05, start_h=11.95, end_h=12.05, least_piece_min=1.0
)
DEPTH_M = 24.5


@pytest.mark.parametrize("shadow_m", [13.9, 14.6, 15.1, 15.6, 16.2])
def test_a_shadow_along_the_rows_is_read_within_a_fiftieth(shadow_m: float) -> None:
    # at noon the sun stands 90 - latitude + declination high; a wall of 2 km has no ends to see
    height = shadow_m * math.tan(math.radians(90.0 - LATITUDE_DEG + DECLINATION_DEG))
    scene = Scene.of([box(-1000.0, -12.0, 1000.0, 0.0)], [height])
    share = lit_share(box(0.0, 0.0, 98.7, DEPTH_M), scene, NOON, LATITUDE_DEG)
    assert share == pytest.approx((DEPTH_M - shadow_m) / DEPTH_M, abs=0.02)
