"""Manners of layout: towers with slabs, and courts closed by turned slabs."""

from dataclasses import replace

import numpy as np
import pytest
from shapely.geometry import box

from layoutgen.inputs.templates import load_choices, template_names
from layoutgen.model.plan import tag
from layoutgen.stages.massing.row_fit import SlabManner
from layoutgen.stages.massing.tower_lines import tower_kinds, tower_manner
from layoutgen.stages.massing.units import UnitKind
from layoutgen.standards.sun_standard import dwelling_sun
from layoutgen.sunlight.hours import window_minutes
from layoutgen.sunlight.scene import Scene


def massed(make_case, template, outline, households):
    case = make_case((outline,), households)
    case = replace(case, commission=replace(case.commission, choices=load_choices(template)))
    return case, case.mass()


def least_minutes(case, massing):
    place = case.commission.brief.place
    scene = Scene.of([b.footprint for b in massing.buildings], [b.shading_height_m for b in massing.buildings])
    lines, sills = np.array([w.line.coords for w in massing.windows]), np.array([w.sill_m for w in massing.windows])
    return window_minutes(lines, sills, scene, dwelling_sun(case.standard, place), place.latitude_deg).min()


def test_every_manner_has_a_template():
    assert {"default", "towers", "courtyard", "mixed"} <= set(template_names())


@pytest.mark.parametrize("template", ["towers", "mixed"])
def test_towers_stand_in_a_line_at_the_north_of_a_high_rise_block(make_case, template):
    # 180 x 190 m at 2.2 net: 34 200 x 2.2 / 112 = 672 homes
    case, massing = massed(make_case, template, box(0, 0, 180, 190), 620)
    towers = [b for b in massing.buildings if sum(d.of == b.id for d in massing.doors) == 1]
    slabs = [b for b in massing.buildings if b not in towers]
    assert len(towers) >= 2
    assert slabs
    # one lift lobby, two units joined: four dwellings a floor
    assert {b.dwellings // b.storeys for b in towers} == {4}
    assert len({round(b.footprint.bounds[3], 2) for b in towers}) == 1
    assert min(b.footprint.bounds[1] for b in towers) > max(b.footprint.bounds[3] for b in slabs)
    assert sum(b.dwellings for b in massing.buildings) >= case.commission.program.households
    assert least_minutes(case, massing) >= 120.0


def test_towers_keep_the_mix_of_their_storeys(make_case):
    case, massing = massed(make_case, "towers", box(0, 0, 180, 190), 620)
    counts: dict[str, int] = {}
    for building in massing.buildings:
        for word in (tag(building.tags, "mix") or "").split(","):
            area, count = word.split(":")
            counts[area] = counts.get(area, 0) + int(count)
    total = sum(counts.values())
    for kind in case.commission.brief.mix:
        assert counts[f"{kind.area_m2:.1f}"] / total == pytest.approx(kind.share, abs=0.06)


@pytest.mark.parametrize("template", ["courtyard", "mixed"])
def test_a_low_block_is_closed_in_the_east_by_slabs_that_look_out(make_case, template):
    # 190 x 170 m at 0.9 net: 32 300 x 0.9 / 112 = 260 homes
    case, massing = massed(make_case, template, box(0, 0, 190, 170), 250)
    turned = [name for row in massing.rows if abs(row.azimuth_deg) > 45.0 for name in row.buildings]
    assert turned
    for building in massing.buildings:
        own = [w for w in massing.windows if w.building == building.id]
        east = building.footprint.bounds[2]
        assert all(w.line.centroid.x == pytest.approx(east, abs=0.01) for w in own) == (building.id in turned)
    others = [b for b in massing.buildings if b.id not in turned]
    assert min(b.footprint.bounds[0] for b in massing.buildings if b.id in turned) > max(b.footprint.bounds[2] for b in others)
    assert sum(b.dwellings for b in massing.buildings) >= case.commission.program.households
    assert least_minutes(case, massing) >= 120.0


def test_units_joined_have_the_areas_and_shares_of_both():
    kinds = (UnitKind(areas_m2=(90.0, 134.0), share=0.6), UnitKind(areas_m2=(112.0, 112.0), share=0.4))
    joined = {kind.areas_m2: kind.share for kind in tower_kinds(kinds, 2)}
    # 0.6 x 0.6, 2 x 0.6 x 0.4, 0.4 x 0.4
    assert joined == {
        (90.0, 134.0, 90.0, 134.0): pytest.approx(0.36),
        (90.0, 134.0, 112.0, 112.0): pytest.approx(0.48),
        (112.0, 112.0, 112.0, 112.0): pytest.approx(0.16),
    }


def test_a_tower_is_one_unit_wide_apart():
    slabs = SlabManner(
        storeys=18,
        depth_m=14.5,
        length_max_m=60.0,
        units_max=4,
        gap_m=13.0,
        kinds=(UnitKind(areas_m2=(112.0, 112.0), share=1.0),),
    )
    manner = tower_manner(slabs, load_choices())
    # 448 m2 on 18 m of depth are 24.9 m wide; 0.9 of it between
    assert (manner.most_units, manner.fewest_units) == (1, 1)
    assert manner.gap_m == pytest.approx(0.9 * 448.0 / 18.0)
