"""Slots in lines: what fits where, and how far lines stand apart for the sun."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from layoutgen.stages.massing.lattice import Lattice, Offset, dealt_columns
from layoutgen.stages.massing.lattice_choice import middle_of_best
from layoutgen.stages.massing.line_runs import LineRuns
from layoutgen.stages.massing.row_fit import SlabManner
from layoutgen.stages.massing.slot_counts import SlotSize, slot_counts
from layoutgen.stages.massing.sunny_pitch import Field, sunny_pitch_m
from layoutgen.stages.massing.units import UnitKind
from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.spacing import spacing_coefficient

# One unit of 200 m2 on 12.5 m of depth is 16 m wide; slabs of two are 32 m.
KINDS = (UnitKind(areas_m2=(100.0, 100.0), share=1.0),)
MANNER = SlabManner(storeys=6, depth_m=12.5, length_max_m=80.0, units_max=4, gap_m=6.0, kinds=KINDS)
UNIT = (100.0, 100.0)
LATTICE = Lattice(columns=((UNIT,) * 3,), slot_m=54.0, west_m=1.0, offset=Offset.NONE, step_m=0.0, fewest_units=2)
GREAT_COLD = SunStandard(
    day="great_cold", declination_deg=-20.149, hours=2.0, start_h=8.0, end_h=16.0, least_piece_min=5.0, window_width_m=1.8
)


def test_slots_stand_under_each_other_whatever_their_runs():
    # Slots of 3 x 16 m every 54 m from x = 1: 1…49, 55…103, 109…157.
    assert [s.west_m for s in LATTICE.slabs(0, (0.0, 160.0), MANNER)] == pytest.approx([1.0, 55.0, 109.0])
    assert [s.west_m for s in LATTICE.slabs(5, (50.0, 158.0), MANNER)] == pytest.approx([55.0, 109.0])


def test_a_slab_at_the_end_of_a_run_is_shorter_and_keeps_its_other_gable_in_line():
    # The run begins at 15 m: of 1…49 the two eastern units, 17…49; it ends at 88 m: of 55…103 the two western, 55…87.
    slabs = LATTICE.slabs(0, (15.0, 88.0), MANNER)
    assert [(s.west_m, len(s.units)) for s in slabs] == [(pytest.approx(17.0), 2), (pytest.approx(55.0), 2)]
    # 20…49 m holds one unit only, and no slab has fewer than two
    assert LATTICE.slabs(0, (20.0, 50.0), MANNER) == ()


def test_lines_of_a_brick_stand_aside_by_turns_and_of_a_stepped_lattice_ever_further():
    brick = replace(LATTICE, offset=Offset.BRICK, step_m=27.0)
    assert [brick.aside_m(line) for line in range(4)] == [0.0, 27.0, 0.0, 27.0]
    stepped = replace(LATTICE, offset=Offset.STEP, step_m=-4.0)
    assert [stepped.aside_m(line) for line in range(3)] == [0.0, -4.0, -8.0]


def test_columns_are_dealt_so_that_the_mix_comes_out():
    kinds = (UnitKind(areas_m2=(90.0, 134.0), share=0.5), UnitKind(areas_m2=(112.0, 112.0), share=0.5))
    columns = dealt_columns(replace(MANNER, kinds=kinds), 2, 3, 4, Counter())
    counts = Counter(unit for column in columns for unit in column)
    assert counts[90.0, 134.0] == counts[112.0, 112.0] == 3


def test_slots_are_counted_for_every_place():
    # Slabs of 2 x 10 m every 26 m in a run of 100 m. From 0: 0, 26, 52, 78…98, four whole ones. From 5: 5, 31, 57, and of
    # 83…103 one unit of ten metres. From 21: 21, 47, 73…93, and of -5…15 one unit: 5…15. The second line is empty.
    runs = LineRuns(
        norths=np.array([50.0, 49.0]), wests=np.array([0.0]), easts=np.array([100.0]), owners=np.array([0], dtype=np.int64)
    )
    counts = slot_counts(runs, SlotSize(units=2, fewest=1, unit_m=10.0, slot_m=26.0))
    assert [int(counts.units[0, place]) for place in (0, 5, 21)] == [8, 7, 7]
    assert [int(counts.slabs[0, place]) for place in (0, 5, 21)] == [4, 4, 4]
    assert [int(counts.short[0, place]) for place in (0, 5, 21)] == [0, 1, 1]
    assert not counts.units[1:].any()


def test_counts_are_what_the_lattice_places():
    size = SlotSize(units=3, fewest=2, unit_m=16.0, slot_m=54.0)
    runs = LineRuns(norths=np.array([9.0]), wests=np.array([3.0, 90.0]), easts=np.array([80.0, 177.0]), owners=np.array([0, 0]))
    counts = slot_counts(runs, size)
    for place in range(size.places):
        lattice = replace(LATTICE, west_m=place * size.place_m)
        slabs = [slab for run in runs.of(0) for slab in lattice.slabs(0, run, MANNER)]
        assert int(counts.units[0, place]) == sum(len(slab.units) for slab in slabs), place


def test_the_middle_of_equally_good_places_is_taken_round_the_slot():
    assert middle_of_best([0.0, 1.0, 1.0, 1.0, 0.0]) == 2
    assert middle_of_best([1.0, 1.0, 0.0, 0.0, 0.0, 1.0]) == 0


def field(*, slots: int, length_m: float = 40.0, gap_m: float = 13.0) -> Field:
    return Field(
        slots=slots,
        length_m=length_m,
        depth_m=14.5,
        slot_m=length_m + gap_m,
        aside_m=0.0,
        top_m=34.8,
        sill_m=1.2,
        window_m=1.8,
        azimuth_deg=0.0,
    )


def test_rows_without_end_stand_as_the_spacing_coefficient_says():
    # A row of 5 x 200 m with a gap of a metre is endless for the slab in the middle.
    pitch = sunny_pitch_m(field(slots=5, length_m=200.0, gap_m=1.0), GREAT_COLD, 120.0, 34.3, 30.0)
    rise = 34.8 - 1.2
    assert pitch - 14.5 == pytest.approx(spacing_coefficient(GREAT_COLD, 34.3, 0.0) * rise, abs=1.5)


def test_fewer_slabs_in_a_line_may_stand_nearer_and_no_nearer_than_other_rules_ask():
    pitches = [sunny_pitch_m(field(slots=slots, length_m=30.0), GREAT_COLD, 120.0, 34.3, 33.0) for slots in (1, 2, 3, 5)]
    assert pitches == sorted(pitches)
    assert pitches[0] < pitches[-1]
    assert sunny_pitch_m(field(slots=1), GREAT_COLD, 120.0, 34.3, 300.0) == 300.0
