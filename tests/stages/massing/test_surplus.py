"""Slabs that an ask does not need."""

from collections import Counter
from dataclasses import replace

import numpy as np
from shapely.geometry import Polygon, box

from layoutgen.inputs.templates import load_choices
from layoutgen.model.stages import Cell
from layoutgen.stages.massing.cell_fill import fill_cell
from layoutgen.stages.massing.cell_ground import CellGround
from layoutgen.stages.massing.lattice_fill import without_surplus
from layoutgen.stages.massing.row_fit import SlabManner
from layoutgen.stages.massing.rows_of_slabs import RowPlan, SlabPlan
from layoutgen.stages.massing.site_sun import SiteSun, watch_of
from layoutgen.stages.massing.standing import Standing
from layoutgen.stages.massing.units import UnitKind
from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.scene import Scene

GREAT_COLD = SunStandard(
    day="great_cold", declination_deg=-20.149, hours=2.0, start_h=8.0, end_h=16.0, least_piece_min=5.0, window_width_m=1.8
)

UNIT = (100.0, 100.0)


def row(north_m: float, wests: tuple[float, ...], *, units: int = 2) -> RowPlan:
    # Two units of 200 m2 on 12.5 m are 32 m long; six storeys are 2 400 m2.
    slabs = tuple(SlabPlan(west_m=west, units=(UNIT,) * units, storeys=6) for west in wests)
    return RowPlan(cell="C1", block="K1", azimuth_deg=0.0, north_m=north_m, depth_m=12.5, slabs=slabs)


def test_the_slab_in_the_middle_goes_and_leaves_a_court():
    rows = tuple(row(north, (0.0, 40.0, 80.0)) for north in (100.0, 60.0, 20.0))
    # nine slabs of 2 400 m2; 19 300 m2 need a little more than eight
    assert without_surplus(rows, 19300.0) == rows
    kept = without_surplus(rows, 19200.0)
    assert [[slab.west_m for slab in line.slabs] for line in kept] == [[0.0, 40.0, 80.0], [0.0, 80.0], [0.0, 40.0, 80.0]]


def test_a_line_of_two_keeps_both():
    rows = tuple(row(north, (0.0, 40.0)) for north in (100.0, 60.0, 20.0))
    assert without_surplus(rows, 9600.0) == rows


def test_a_short_slab_goes_first():
    short = SlabPlan(west_m=120.0, units=(UNIT,) * 2, storeys=6)
    whole = row(100.0, (0.0, 60.0, 120.0), units=3)
    broken = replace(whole, north_m=60.0, slabs=(*whole.slabs[:2], short))
    # three units are 3 600 m2, the short one 2 400: 20 400 - 2 400
    kept = without_surplus((whole, broken), 18000.0)
    assert [len(line.slabs) for line in kept] == [3, 2]
    assert short not in kept[1].slabs


def test_nothing_asked_is_nothing_built():
    outline = box(0, 0, 160, 170)
    ground = CellGround(
        cell=Cell(id="C1", outline=outline, block="K1"),
        azimuth_deg=0.0,
        outline=outline,
        buildable=outline.buffer(-13),
        has_loop=True,
    )
    sun = SiteSun(
        latitude_deg=34.3,
        scene=Scene.of((), ()),
        dwellings=watch_of(34.3, Scene.of((), ()), GREAT_COLD, (np.empty((0, 2, 2)), np.empty(0))),
        others=(),
    )
    standing = Standing(sun=sun, rows=(), placed=Counter(), ahead=Polygon())
    manner = SlabManner(
        storeys=6, depth_m=12.5, length_max_m=80.0, units_max=4, gap_m=6.0, kinds=(UnitKind(areas_m2=UNIT, share=1.0),)
    )
    assert fill_cell(standing, ground, manner, 0.0, load_choices()) is standing
    # 4 000 m2 are two slabs of four units on six storeys at most: 4 800 m2 each
    some = fill_cell(standing, ground, manner, 4000.0, load_choices())
    assert 4000.0 <= sum(line.gfa_m2 for line in some.rows) <= 9600.0
