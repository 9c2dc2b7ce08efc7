from shapely.geometry import LineString, box

from layoutgen.geometry.border import border_runs

OUTLINE = box(0, 0, 100, 50)
SOUTH = LineString([(0, 0), (100, 0)])
ROAD = box(100, -20, 126, 70)  # along the east side
ROUND = LineString([(100, 50), (0, 50), (0, 0)])  # north and west


def test_sides_of_one_border_that_follow_each_other_are_one_run() -> None:
    runs = border_runs(OUTLINE, [SOUTH, ROAD, ROUND])
    assert {owner: run.length for owner, run in runs} == {0: 100.0, 1: 50.0, 2: 150.0}


def test_runs_follow_each_other_counter_clockwise_round_the_whole_ring() -> None:
    runs = [run for _, run in border_runs(OUTLINE, [SOUTH, ROAD, ROUND])]
    assert sum(run.length for run in runs) == OUTLINE.length
    for one, following in zip(runs, [*runs[1:], runs[0]], strict=True):
        assert one.coords[-1] == following.coords[0]


def test_a_ring_along_one_border_is_one_run() -> None:
    ((owner, run),) = border_runs(OUTLINE, [OUTLINE.exterior])
    assert (owner, run.length) == (0, 300.0)
