"""Work done side by side comes out as in one process, in order, and the first thing that fails is what is told."""

import math
import multiprocessing
import os
import pickle

import pytest

from layoutgen.errors import InfeasibleError, InputError
from layoutgen.processes import PROCESSES, Crew, processors


@pytest.mark.parametrize("size", [1, 2])
def test_results_come_in_the_order_of_the_tasks(size: int) -> None:
    with Crew(size) as crew:
        assert crew.each(math.factorial, [5, 3, 0, 4]) == [120, 6, 1, 24]


@pytest.mark.parametrize("size", [1, 2])
def test_the_first_failure_in_order_is_told_whatever_fails_first(size: int) -> None:
    with pytest.raises(ValueError, match="not defined for negative"), Crew(size) as crew:
        crew.each(math.factorial, [3000, -1, 1.5])  # type: ignore[list-item]


def test_every_piece_is_told_of() -> None:
    told: list[int] = []
    with Crew(2) as crew:
        crew.each(abs, [-1, -2, -3], told.append)
    assert told == [1, 2, 3]


def test_one_piece_of_work_starts_no_process_and_no_process_is_left_behind() -> None:
    with Crew(2) as crew:
        assert crew.each(os.path.basename, ["a/b"]) == ["b"]
        assert not multiprocessing.active_children()
        crew.each(os.path.basename, ["a/b", "c/d"])
    assert not multiprocessing.active_children()


def test_ctrl_c_ends_the_processes_at_once() -> None:
    def interrupted(done: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), Crew(2) as crew:
        crew.each(abs, [1, 2], interrupted)
    assert not multiprocessing.active_children()


def test_a_process_that_dies_leaves_its_work_to_this_one() -> None:
    with Crew(2) as crew:
        crew.each(abs, [1, 2])
        for child in multiprocessing.active_children():
            child.kill()
        assert crew.each(abs, [-4, -5]) == [4, 5]


def test_errors_of_the_user_pass_from_process_to_process_whole() -> None:
    error = InfeasibleError("massing", "people housed", 5000.0, 4800.0, "persons", is_proven=True)
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.unit, again.have, again.is_proven) == (str(error), "persons", 4800.0, True)
    wrong = pickle.loads(pickle.dumps(InputError("site.dxf", "layer", "x", "an outline")))
    assert (str(wrong), wrong.key) == ("site.dxf: layer = x: expected an outline", "layer")


def test_the_environment_says_how_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(PROCESSES, "3")
    assert processors() == 3
    monkeypatch.setenv(PROCESSES, "none")
    with pytest.raises(InputError, match=PROCESSES):
        processors()
    monkeypatch.delenv(PROCESSES)
    assert processors() >= 1


@pytest.mark.parametrize("size", [1, 2])
def test_work_is_done_aside_and_its_result_or_failure_waits(size: int) -> None:
    with Crew(size) as crew:
        product = crew.aside(math.factorial, 5)
        failure = crew.aside(math.factorial, -1)
        assert product() == 120
        with pytest.raises(ValueError, match="not defined for negative"):
            failure()


def test_work_aside_is_done_here_where_the_processes_died() -> None:
    with Crew(2) as crew:
        assert crew.aside(abs, -1)() == 1
        for child in multiprocessing.active_children():
            child.kill()
        assert crew.aside(abs, -4)() == 4


def test_what_is_done_aside_is_always_done_by_the_same_process() -> None:
    with Crew(2) as crew:
        assert not crew.has_begun
        places = [crew.aside(_process, None) for _ in range(3)]
        assert crew.has_begun
        numbers = {place() for place in places}
    assert len(numbers) == 1
    assert os.getpid() not in numbers


def _process(_: None) -> int:
    return os.getpid()
