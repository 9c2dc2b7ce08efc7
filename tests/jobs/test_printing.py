"""The sheets of a plan that was not begun in a process are left to whoever asks."""

from pathlib import Path

from layoutgen.jobs.printing import Rest, finish_printing
from layoutgen.model.report import Report


def test_a_process_that_began_nothing_says_so_and_writes_nothing(tmp_path: Path) -> None:
    assert not finish_printing(Rest(folder=tmp_path, report=Report(outcomes=(), indicators=(), assumptions=())))
    assert list(tmp_path.iterdir()) == []
