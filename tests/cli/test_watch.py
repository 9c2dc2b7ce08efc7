"""`validate --watch` in a process of its own: a save is judged, a file that cannot be read is waited for, Ctrl-C ends it."""

import os
import queue
import signal
import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from layoutgen.drawings.plan_json import write_plan_json
from tests.drawings.hand_made import make_plan

PATIENCE_S = 120.0


class Watching:
    """A running watch and the lines that it prints."""

    def __init__(self, folder, *words):
        self.process = subprocess.Popen(
            [sys.executable, "-m", "layoutgen", "validate", "plan.json", "--watch", "--lang", "en", *words],
            cwd=folder,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", "LAYOUTGEN_PROCESSES": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self.lines = queue.Queue()
        self.ear = threading.Thread(target=self._listen, daemon=True)
        self.ear.start()

    def _listen(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))
        self.lines.put(None)

    def until(self, words):
        """Lines up to one with these words."""
        said = []
        while True:
            line = self.lines.get(timeout=PATIENCE_S)
            assert line is not None, said
            said.append(line)
            if words in line:
                return said

    def interrupt(self):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=PATIENCE_S)


@pytest.fixture
def watching(tmp_path):
    """The hand-made plan under watch, judged once."""
    write_plan_json(make_plan(), tmp_path / "plan.json")
    one = Watching(tmp_path, "--pack", "crc-2020")
    yield one
    if one.process.poll() is None:
        one.process.kill()
        one.process.wait()
    one.ear.join(PATIENCE_S)
    one.process.stdout.close()


def test_a_save_is_judged_and_only_what_it_changed_is_told(watching, tmp_path):
    first = watching.until("Watching plan.json")
    assert any(line.startswith("Verdict: fail") for line in first)
    plan = make_plan()
    kept = tuple(spot for spot in plan.spots if spot.kind != "bus_stop")
    write_plan_json(replace(plan, spots=kept), tmp_path / "new.json")
    (tmp_path / "new.json").replace(tmp_path / "plan.json")  # as CAD programs save
    told = watching.until("what is not met")
    assert "Save 1" in told
    assert [line for line in told if "CRC-11.bus" in line]
    assert not [line for line in told if "CRC-02" in line]
    (tmp_path / "plan.json").write_text("{}", encoding="utf-8")
    assert "Save 2" in watching.until("error:")
    write_plan_json(plan, tmp_path / "plan.json")
    again = watching.until("what is not met")
    assert [line for line in again if "CRC-11.bus" in line]
    assert watching.interrupt() == 1


def test_json_cannot_be_watched(run, tmp_path):
    write_plan_json(make_plan(), tmp_path / "plan.json")
    done = run("validate", "plan.json", "--watch", "--format", "json")
    assert done.returncode == 2
    assert "--watch" in done.stderr
