"""Progress: stages with seconds on a terminal's error stream, and nothing anywhere else."""

import io
import sys

import pytest

from layoutgen.cli.console import Stages


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def told(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with Stages() as stages:
        stages("structure")
        stages("C2/5 grounds")
    return stream.getvalue()


def test_a_terminal_is_told_each_stage_and_how_long_it_took(monkeypatch, capsys):
    lines = told(monkeypatch, Terminal()).splitlines()
    assert [line.split(" …")[0] for line in lines] == ["structure", "C2/5 grounds"]
    assert all(line.endswith(" s") for line in lines)
    assert capsys.readouterr().out == ""


def test_a_file_or_a_pipe_is_told_nothing(monkeypatch):
    assert told(monkeypatch, io.StringIO()) == ""
