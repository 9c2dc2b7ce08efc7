"""What Jiyuan's draft asks of distinctive communities, laid on the small site; nothing of it without the feature."""

from dataclasses import replace

import numpy as np
import pytest
import shapely

from layoutgen.indicators.refuge import effective_refuge, no_refuge
from layoutgen.inputs.templates import load_choices
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import tag
from layoutgen.model.stages import Allocation, Commission, Grounds, Massing, Structure
from layoutgen.stages.grounds import lay_grounds
from layoutgen.stages.program import size_lots
from layoutgen.standards.demand import size_program
from layoutgen.standards.load import load_standard

Stages = tuple[Commission, Structure, Allocation, Massing]
PACKS = ("crc-2020", "guide-2021", "sunlight", "jiyuan-2026")
TOUCH_M = 0.01


def laid(stages: Stages, *features: str) -> Grounds:
    commission, structure, allocation, massing = stages
    brief = replace(commission.brief, packs=PACKS, features=features)
    standard = load_standard(PACKS)
    program = size_lots(size_program(brief, standard), load_choices())
    asked = replace(commission, brief=brief, program=program)
    return lay_grounds(asked, structure, allocation, massing, standard, np.random.default_rng(0))


@pytest.fixture(scope="module")
def distinctive(stages: Stages) -> Grounds:
    return laid(stages, "distinctive")


def test_one_pocket_park_stands_clear_of_all_else_and_is_walked_to(stages: Stages, distinctive: Grounds) -> None:
    (park,) = (ground for ground in distinctive.grounds if ground.kind is GroundKind.POCKET_PARK)
    assert tag(park.tags, "is_open") == "yes"
    kept = (GroundKind.GARAGE, GroundKind.POCKET_PARK)
    others = [g.outline for g in distinctive.grounds if g.kind not in kept] + [s.outline for s in distinctive.stalls]
    others += [way.outline for way in distinctive.ways] + [building.footprint for building in stages[3].buildings]
    assert park.outline.intersection(shapely.union_all(others)).area < TOUCH_M * park.outline.length
    assert min(way.centre.distance(park.outline) for way in distinctive.ways) < TOUCH_M


# 5 000 people x 1.5 m2 = 7 500 m2, without what stands on it.
def test_refuge_is_labelled_until_there_is_enough(stages: Stages, distinctive: Grounds) -> None:
    _, structure, allocation, massing = stages
    things = [*allocation.lots, *distinctive.grounds]
    refuges = [thing.outline for thing in things if tag(thing.tags, "refuge") == "yes"]
    ways = (*structure.streets, *distinctive.ways)
    taken = no_refuge(massing.buildings, ways, distinctive.stalls, distinctive.grounds, (), 0.0)
    assert effective_refuge(refuges, taken).area >= 7500.0


def test_garages_are_shelters_where_the_draft_is_named(stages: Stages, distinctive: Grounds) -> None:
    garages = [ground for ground in distinctive.grounds if ground.kind is GroundKind.GARAGE]
    assert garages
    assert all(tag(garage.tags, "defence") == "yes" for garage in garages)


def test_without_the_feature_there_is_no_pocket_park_and_no_more_refuge(stages: Stages, grounds: Grounds) -> None:
    plain = laid(stages)
    assert not any(ground.kind is GroundKind.POCKET_PARK for ground in plain.grounds)
    labelled = {g.kind for g in plain.grounds if tag(g.tags, "refuge") == "yes"}
    assert labelled == {g.kind for g in grounds.grounds if tag(g.tags, "refuge") == "yes"}
