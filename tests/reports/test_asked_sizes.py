from dataclasses import replace

import pytest

from layoutgen.reports.asked_sizes import programs_asked
from layoutgen.standards.load import load_standard
from tests.drawings.hand_made import make_plan


@pytest.fixture(scope="module")
def standard():
    return load_standard(("drawing", "crc-2020", "gb-50180"))


@pytest.fixture(scope="module")
def plan():
    return replace(make_plan(), communities=())


def test_a_drawing_is_sized_by_the_people_that_it_tells(plan, standard):
    ((name, program),) = programs_asked(plan, standard)
    assert name == ""
    # 2 400 people in households of 3.2: 750 households
    assert (program.population, program.households) == (2400, 750)
    assert {"kindergarten", "service_station", "supermarket"} <= {str(need.kind) for need in program.needs}


def test_each_community_is_sized_by_itself(standard):
    divided = make_plan()
    told = programs_asked(divided, standard)
    assert [(name, one.population) for name, one in told] == [(one.id, one.people) for one in divided.communities]


def test_the_mix_is_the_one_on_the_labels(plan, standard):
    homes = [replace(b, tags=(("mix", "80.0:30,120.0:10"),)) if b.dwellings else b for b in plan.buildings]
    ((_, program),) = programs_asked(replace(plan, buildings=tuple(homes)), standard)
    # 80 m2 three times as often as 120 m2: of 750 households 562.5 and 187.5, whole by the largest remainder
    counts = {dwelling.area_m2: dwelling.count for dwelling in program.dwellings}
    assert counts in ({80.0: 562, 120.0: 188}, {80.0: 563, 120.0: 187})


def test_a_label_that_tells_no_mix_gives_the_mean_dwelling(plan, standard):
    homes = [replace(b, tags=(("mix", "some"),)) if b.dwellings else b for b in plan.buildings]
    ((_, program),) = programs_asked(replace(plan, buildings=tuple(homes)), standard)
    # 54 m x 13.2 m a storey among four dwellings
    assert [d.area_m2 for d in program.dwellings] == [178.2]


def test_a_drawing_without_people_or_homes_is_not_sized(plan, standard):
    assert programs_asked(replace(plan, facts=replace(plan.facts, people=0)), standard) == ()
    assert programs_asked(replace(plan, buildings=()), standard) == ()
