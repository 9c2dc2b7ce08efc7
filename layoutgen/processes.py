"""Pieces of work done side by side in processes of their own; what comes of them is the same as in one."""

import gc
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Generic, TypeVar

from layoutgen.errors import InputError

PROCESSES = "LAYOUTGEN_PROCESSES"  # environment variable: no more than so many; else as many as the processors that may be used

Task = TypeVar("Task")
Done = TypeVar("Done")
Told = Callable[[int], None]  # called with how many pieces are done


def untold(done: int) -> None:
    """Tell nobody how many pieces are done."""


def processors() -> int:
    """How many processes may work side by side.

    Raises
    ------
    InputError
        If the environment asks for something that is no number from 1.
    """
    asked = os.environ.get(PROCESSES, "").strip()
    if asked:
        if not asked.isdecimal() or int(asked) < 1:
            raise InputError("", PROCESSES, asked, "a whole number from 1")
        return int(asked)
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity is not None else os.cpu_count() or 1


class Crew:
    """Processes that start when there is first something for them to do, and end with the ``with`` that they were made in."""

    def __init__(self, size: int | None = None) -> None:
        self._size = size if size is not None else processors()
        self._pool: ProcessPoolExecutor | None = None
        self._beside: ProcessPoolExecutor | None = None  # one process, which does in turn what is asked `aside`
        self._strangers = set(multiprocessing.active_children())

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        pools = [pool for pool in (self._pool, self._beside) if pool is not None]
        if kind is not None or pools:  # whatever they still do, nobody waits for
            for child in set(multiprocessing.active_children()) - self._strangers:
                child.terminate()
        for pool in pools:
            pool.shutdown(cancel_futures=True)
        self._pool = self._beside = None

    @property
    def has_begun(self) -> bool:
        """Whether the process for what is done aside has been started already, so that another piece of work costs little."""
        return self._beside is not None

    def each(self, work: Callable[[Task], Done], tasks: Sequence[Task], told: Told = untold) -> list[Done]:
        """Do pieces of work that know nothing of each other; results in the order of the tasks.

        Parameters
        ----------
        work
            Function of a module, whose result follows from its task alone.

        Raises
        ------
        Exception
            What the first piece that failed raised, in the order of the tasks.
        """
        turns = _Turns(work=work, tasks=tasks, told=told)
        if min(self._size, len(tasks)) > 1:
            try:
                failure = turns.side_by_side(self._started())
            except (OSError, ImportError, BrokenProcessPool):  # no processes to be had here, or one was killed
                self._pool, self._size = None, 1
            else:
                if failure is not None:
                    raise failure
        return turns.in_order()

    def aside(self, work: Callable[[Task], Done], task: Task) -> Callable[[], Done]:
        """Begin a piece of work in another process, always the same, while this one goes on with something else.

        Returns
        -------
        Callable
            Gives the result, as soon as it is there; where there is no other process, the work is done then.
        """
        if self._size > 1:
            try:
                self._beside = self._beside or _pool_of(1)
                under_way = self._beside.submit(work, task)
            except (OSError, ImportError, BrokenProcessPool):  # no processes to be had here
                self._beside, self._size = None, 1
            else:
                return lambda: _result_of(under_way, work, task)
        return lambda: work(task)

    def _started(self) -> ProcessPoolExecutor:
        self._pool = self._pool or _pool_of(self._size)
        return self._pool


def _pool_of(size: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(size, multiprocessing.get_context("spawn"), _prepare, (gc.get_threshold(),))


def _result_of(under_way: Future[Done], work: Callable[[Task], Done], task: Task) -> Done:
    try:
        return under_way.result()
    except BrokenProcessPool:  # its process was killed
        return work(task)


ALONE = Crew(1)  # this process only; it never has another to end


class _Turns(Generic[Task, Done]):
    """Pieces of work under way."""

    def __init__(self, *, work: Callable[[Task], Done], tasks: Sequence[Task], told: Told) -> None:
        self._work, self._tasks, self._told = work, tasks, told
        self._done: dict[int, Done] = {}

    def in_order(self) -> list[Done]:
        """Do in this process whatever is not done yet."""
        for number, task in enumerate(self._tasks):
            if number not in self._done:
                self._keep(number, self._work(task))
        return [self._done[number] for number in range(len(self._tasks))]

    def side_by_side(self, pool: ProcessPoolExecutor) -> BaseException | None:
        """Do all in processes; after a failure only what comes before it in order, so that always the same one is told."""
        under_way: dict[Future[Done], int] = {pool.submit(self._work, task): number for number, task in enumerate(self._tasks)}
        end, failure = len(self._tasks), None
        while waited := [future for future, number in under_way.items() if number < end]:
            for future in wait(waited, return_when=FIRST_COMPLETED).done:
                number, error = under_way.pop(future), future.exception()
                if isinstance(error, BrokenProcessPool):
                    raise error
                if error is None:
                    self._keep(number, future.result())
                elif number < end:
                    end, failure = number, error
        return failure

    def _keep(self, number: int, result: Done) -> None:
        self._done[number] = result
        self._told(len(self._done))


def _prepare(collector: tuple[int, int, int]) -> None:
    """Make a new process one of the crew: as its parent collects, deaf to Ctrl-C, and gone when the parent is."""
    gc.set_threshold(*collector)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
