"""Relaxations by hand sums: one block whose class cap is known."""

from dataclasses import replace

import pytest
from shapely.geometry import box

from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.law import standard_of_brief
from layoutgen.model.site import Site
from layoutgen.pipeline.class_capacity import ENGINE_GAIN, Ground, capacity_of
from layoutgen.pipeline.lots_land import LotsLand
from layoutgen.pipeline.relaxations import Relaxing, relaxations
from layoutgen.stages.massing import Carried, storey_options

BLOCK_M2, LOTS_M2 = 20000.0, 5000.0
CHOICES = load_choices("default")


def _known(**asked: object) -> Relaxing:
    """One block that carries, by the sun and with what the engine adds, FAR 1.2 with 6 storeys and 2.4 with 18."""
    brief = settle_brief(Asked(city="西安", **asked))
    standard = standard_of_brief(brief)
    free = settle_brief(Asked(city="西安", population=brief.population))
    fars = {6: 1.2 / ENGINE_GAIN, 18: 2.4 / ENGINE_GAIN}
    carried = tuple(
        Carried(block="K1", area_m2=BLOCK_M2, option=option, gfa_m2=fars[option.storeys] * BLOCK_M2)
        for option in storey_options(free, CHOICES, standard)
        if option.storeys in fars
    )
    ground = Ground(
        site_m2=25000.0,
        streets_m2=0.0,
        people=1000,
        lots_m2=LOTS_M2,
        block_m2=BLOCK_M2,
        blocks=1,
        lots=LotsLand(people=(0.0, 12000.0), land_m2=(LOTS_M2, LOTS_M2)),
        carried=carried,
    )
    site = Site(boundary=box(0.0, 0.0, 250.0, 100.0), edges=())
    return Relaxing(site=site, brief=brief, ground=ground, choices=CHOICES, standard=standard, reached=1.0)


def _people(far: float, household: float = 3.2, dwelling: float = 112.0) -> float:
    """Floor area of the block over the floor area a person, of which 98 % has to stand."""
    return far * BLOCK_M2 / (dwelling / household * 0.98)


def test_capacity_is_the_floor_area_over_what_a_person_needs():
    known = _known(population=1500)
    options = storey_options(known.brief, CHOICES, known.standard)
    assert capacity_of(known.ground, options, known.brief, 0.98).best.people == pytest.approx(_people(2.4), abs=1.0)  # 1399


def test_what_binds_is_told_block_by_block():
    known = _known(population=1300, storeys_max=6)
    options = storey_options(known.brief, CHOICES, known.standard)
    (room,) = capacity_of(known.ground, options, known.brief, 0.98).rooms
    # FAR 1.2 of the 1.5 that six storeys may have in zone II: with more storeys there would be more
    assert (room.storeys, room.gfa_m2, room.cap_m2) == (6, pytest.approx(24000.0), pytest.approx(30000.0))
    assert room.binds.en == "storeys or height of the brief"


def test_more_storeys_are_told_with_the_people_that_they_give():
    found = {one.kind: one for one in relaxations(_known(population=1300, storeys_max=6))}
    assert (found["storeys"].was, found["storeys"].value) == (6.0, 18.0)
    assert found["storeys"].people == pytest.approx(_people(2.4), abs=1.0)
    assert found["storeys"].fits
    assert found["people"].people == pytest.approx(_people(1.2), abs=1.0)  # 699 with the storeys allowed


def test_the_household_size_that_is_just_enough():
    found = {one.kind: one for one in relaxations(_known(population=1500))}
    # 3.2 x 1500 / 1399 = 3.43, in tenths 3.5
    assert found["household_size"].value == pytest.approx(3.5)
    assert found["household_size"].people == pytest.approx(_people(2.4, household=3.5), abs=1.0)


def test_the_dwelling_size_that_is_just_enough():
    found = {one.kind: one for one in relaxations(_known(population=1500))}
    # 112 x 1399 / 1500 = 104.4, in whole m2 104
    assert found["dwellings"].value == 104.0


def test_a_floor_area_ratio_cap_is_lifted_no_more_than_needed():
    found = {one.kind: one for one in relaxations(_known(population=1300, far_max=2.0))}
    # 1300 x 112 / 3.2 x 0.98 / 20 000 = 2.229, in steps of 0.05 from 2.0: 2.25
    assert found["far"].value == pytest.approx(2.25)
    assert found["far"].fits


def test_what_fits_stands_first_and_the_smallest_change_before_greater_ones():
    found = relaxations(_known(population=1500))
    assert [one.fits for one in found] == sorted((one.fits for one in found), reverse=True)
    changes = [one.change for one in found if one.fits]
    assert changes == sorted(changes)


def test_what_was_reached_by_the_engine_scales_the_models_figures():
    known = replace(_known(population=1500), reached=0.9)
    found = {one.kind: one for one in relaxations(known)}
    assert found["people"].people == pytest.approx(0.9 * _people(2.4), abs=1.0)


def test_where_no_type_is_low_enough_the_storeys_that_would_do_are_told():
    found = relaxations(_known(population=600, storeys_max=3))
    assert [(one.kind, one.was, one.value) for one in found] == [("storeys", 3.0, 6.0)]
    assert found[0].people == pytest.approx(_people(1.2), abs=1.0)
    # 20 m hold (20 - 0.3 - 1.2) / 3 = 6 storeys; 10 m hold 2
    assert [one.was for one in relaxations(_known(population=600, height_max_m=10.0))] == [2.0]
