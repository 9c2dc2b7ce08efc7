"""The largest population is found near a guess, with few runs of an engine that holds a known number."""

from layoutgen.pipeline.reaching import reach

BOUNDS = (100, 12000)


def _holding(most: int, housed: int):
    return lambda people: None if people <= most else housed


def test_a_guess_too_high_is_lowered_to_what_was_housed_if_that_is_near():
    found = reach(_holding(5000, 4970), 5200, BOUNDS, 2)
    assert (found.people, found.is_confirmed) == (4970, True)
    assert found.runs[:2] == ((5200, 4970), (4970, None))


def test_a_guess_too_high_is_lowered_by_steps_where_the_engine_broke_down():
    found = reach(_holding(5000, 1200), 5200, BOUNDS, 2)
    # a step is 6 % of 5200 = 312: 5200, then 4888, in tens 4880
    assert found.runs == ((5200, 1200), (4880, None))


def test_what_runs_are_left_halve_the_way_to_the_failure_above():
    found = reach(_holding(5000, 1200), 5200, BOUNDS, 4)
    # 4880 is well, 5200 is not: 5040, then 4960; 80 persons between are less than 0.4 of a step
    assert [asked for asked, _ in found.runs] == [5200, 4880, 5040, 4960]
    assert found.people == 4960


def test_a_guess_too_low_is_raised_until_the_engine_does_not_follow():
    found = reach(_holding(5000, 4900), 4500, BOUNDS, 3)
    # a step of 270, then one of 540: 4500, 4770, 5310
    assert found.runs == ((4500, None), (4770, None), (5310, 4900))
    assert found.people == 4770


def test_without_a_success_the_answer_is_marked_as_estimated():
    found = reach(_holding(1000, 0), 5000, BOUNDS, 2)
    assert not found.is_confirmed
    assert found.people < 5000
    assert len(found.runs) == 2


def test_no_more_than_the_bounds_is_asked():
    assert reach(_holding(50000, 0), 13000, BOUNDS, 4).runs == ((12000, None),)
