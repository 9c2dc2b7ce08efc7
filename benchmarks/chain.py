"""The commands as a user runs them: whole processes on a site of 20 ha for 8 000 people, seconds and peak memory.

    python -m benchmarks.chain [--quick]

Wall-clock time of one process each, started with Python's bytecode in place (and once without any); medians of several runs.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

SITE = '{"type": "Polygon", "coordinates": [[[0, 0], [500, 0], [520, 400], [20, 400], [0, 0]]]}'  # 20.0 ha, a little skew
PEOPLE = "8000"
REPEATS = 5
QUICK_REPEATS = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """One process."""

    seconds: float
    peak_mb: float
    exit_code: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What is run, how often, and what is promised of it."""

    name: str
    words: tuple[str, ...]
    repeats: int
    promise: str
    environment: tuple[tuple[str, str], ...] = ()


def run(words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Timed:
    """Run layoutgen in a process of its own and wait for it, with what the system counted for that process alone."""
    since = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "layoutgen", *words],
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - since
    process.returncode = os.waitstatus_to_exitcode(status)
    per_mb = 1024**2 if sys.platform == "darwin" else 1024
    return Timed(seconds=seconds, peak_mb=used.ru_maxrss / per_mb, exit_code=process.returncode)


def row(command: Command, folder: Path) -> str:
    """Median, least and most of the runs of one command."""
    runs = [run(command.words, folder, dict(command.environment)) for _ in range(command.repeats)]
    seconds = sorted(one.seconds for one in runs)
    codes = "/".join(sorted({str(one.exit_code) for one in runs}))
    peak = max(one.peak_mb for one in runs)
    return (
        f"{command.name:<32}{statistics.median(seconds):>8.2f}{seconds[0]:>8.2f}{seconds[-1]:>8.2f}"
        f"{peak:>9.0f}{command.repeats:>6}{codes:>6}  {command.promise}"
    )


def commands(repeats: int, folder: Path) -> tuple[Command, ...]:
    """What is timed, in an order in which each finds what it needs."""
    generate = ("generate", "site.geojson", "--population", PEOPLE, "--out", "plan")
    unprepared = (("PYTHONPYCACHEPREFIX", str(folder / "bytecode")),)
    return (
        Command(name="generate, no bytecode yet", words=generate, repeats=1, promise="", environment=unprepared),
        Command(name="generate", words=generate, repeats=repeats, promise="<= 10 s, <= 1 000 MB"),
        Command(name="validate plan.dxf", words=("validate", "plan/plan.dxf"), repeats=repeats, promise="<= 5 s"),
        Command(name="feasibility", words=("feasibility", "site.geojson"), repeats=repeats, promise="about 1 s"),
        Command(name="size", words=("size", "--population", PEOPLE), repeats=repeats, promise=""),
        Command(name="--help", words=("--help",), repeats=3 * repeats, promise="<= 0.3 s"),
        Command(name="a missing file", words=("generate", "none.dxf", "-p", PEOPLE), repeats=3 * repeats, promise="<= 0.6 s"),
    )


def main() -> None:
    """Print the table."""
    repeats = QUICK_REPEATS if "--quick" in sys.argv else REPEATS
    print(f"20 ha, {PEOPLE} people; whole processes")
    print(f"{'command':<32}{'median':>8}{'least':>8}{'most':>8}{'peak MB':>9}{'runs':>6}{'exit':>6}  promise")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "site.geojson").write_text(SITE, encoding="utf-8")
        for command in commands(repeats, folder):
            print(row(command, folder), flush=True)


if __name__ == "__main__":
    main()
