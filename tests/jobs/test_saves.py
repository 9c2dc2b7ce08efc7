"""A save is seen when the file is whole, whichever way its program saves; time is told by hand."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from layoutgen.jobs.saves import LOOKS_MOST, Saves

WHOLE = "  0\nSECTION\n  2\nENTITIES\n  0\nENDSEC\n  0\nEOF\n"


class Clock:
    """Does one thing at each pause; when nothing is left to do it is interrupted, as by the user."""

    def __init__(self, *steps: Callable[[], object] | None) -> None:
        self.steps = list(steps)
        self.paused = 0

    def __call__(self, _: float) -> None:
        self.paused += 1
        if not self.steps:
            raise KeyboardInterrupt
        step = self.steps.pop(0)
        if step is not None:
            step()


@pytest.fixture
def drawing(tmp_path: Path) -> Path:
    path = tmp_path / "plan.dxf"
    path.write_text(WHOLE, encoding="utf-8")
    return path


def writing(path: Path, text: str) -> Callable[[], object]:
    return lambda: path.write_text(text, encoding="utf-8")


def test_a_file_left_alone_is_no_save(drawing: Path) -> None:
    clock = Clock(None, None, None, None)
    with pytest.raises(KeyboardInterrupt):
        Saves(drawing, clock).wait()
    assert clock.paused == 5


def test_a_save_is_told_when_the_file_rests(drawing: Path) -> None:
    clock = Clock(None, writing(drawing, "  9\n" + WHOLE), None, None, None)
    Saves(drawing, clock).wait()
    assert clock.paused == 3  # the look that sees it, and one that finds it as it was


def test_a_file_half_written_is_waited_for(drawing: Path) -> None:
    clock = Clock(writing(drawing, "  0\nSECTION\n  2\nENTI"), None, None, None, writing(drawing, WHOLE + "\n"), None, None)
    Saves(drawing, clock).wait()
    assert clock.paused == 6


def test_but_not_for_ever(drawing: Path) -> None:
    clock = Clock(writing(drawing, "half"), *[None] * (2 * LOOKS_MOST))
    Saves(drawing, clock).wait()
    assert clock.paused == 1 + LOOKS_MOST


def test_a_file_taken_away_and_put_back_is_one_save(drawing: Path) -> None:
    clock = Clock(drawing.unlink, None, None, writing(drawing, WHOLE * 2), None, None)
    Saves(drawing, clock).wait()
    assert clock.paused == 5


def test_another_file_put_in_its_place_is_a_save_though_time_and_size_are_the_same(drawing: Path) -> None:
    def replace() -> None:
        other = drawing.with_name("new.dxf")
        other.write_text(WHOLE.replace("ENTITIES", "SEITITNE"), encoding="utf-8")
        stat = drawing.stat()
        os.utime(other, ns=(stat.st_atime_ns, stat.st_mtime_ns))
        other.replace(drawing)

    clock = Clock(replace, None, None)
    Saves(drawing, clock).wait()
    assert clock.paused == 2


def test_what_was_saved_while_the_last_save_was_judged_is_a_save(drawing: Path) -> None:
    clock = Clock(writing(drawing, WHOLE + "\n"), None, None, None, None)
    saves = Saves(drawing, clock)
    saves.wait()
    drawing.write_text(WHOLE + "\n\n", encoding="utf-8")
    saves.wait()
    assert clock.paused == 4


def test_a_binary_drawing_has_no_last_line(drawing: Path) -> None:
    clock = Clock(lambda: drawing.write_bytes(b"AutoCAD Binary DXF\r\n\x1a\x00\x00"), None, None)
    Saves(drawing, clock).wait()
    assert clock.paused == 2
