"""Seconds of the processor by stage and size of site: is the cost near to linear?

    python -m benchmarks.sizes [--quick]

Sites of our own, a little skew, at 400 persons/ha; above 12 000 persons they are divided, and a stage's seconds are those of
all communities together. Each run is a process of its own, started cold with Python's bytecode in place; what the stages do
not account for is starting, reading the site and printing.
"""

import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from layoutgen.jobs.ask import Flags, ask
from layoutgen.jobs.generate import generate

HECTARES, QUICK_HECTARES = (10, 20, 40, 60), (10, 20)
DENSITY = 400  # persons/ha
STAGES = ("division", "structure", "allocation", "massing", "grounds", "drawing", "reading", "judging")
SIDE_M, DEPTH_M, SKEW_M = 500.0, 400.0, 20.0  # of 20 ha


class Meter:
    """Processor time by stage, communities added up."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._name, self._since = "start", 0.0

    def __call__(self, name: str) -> None:
        """A stage begins: the one before has ended."""
        now = time.process_time()
        self.seconds[self._name] += now - self._since
        self._name, self._since = name.split()[-1], now


def site_of(hectares: float) -> str:
    """GeoJSON of a site."""
    times = math.sqrt(hectares / 20.0)
    side, depth, skew = SIDE_M * times, DEPTH_M * times, SKEW_M * times
    ring = [[0, 0], [side, 0], [side + skew, depth], [skew, depth], [0, 0]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def child(site: Path, people: str) -> None:
    """Generate in this process and print the meter."""
    asked = ask(site, Flags(population=people, crs="none"))
    meter = Meter()
    made = generate(asked.site, asked.brief, site.parent / "plan", meter)
    meter("end")
    print(json.dumps({"verdict": made.report.verdict.value, **meter.seconds}))


def row(hectares: float, folder: Path) -> str:
    """One site: seconds by stage, of the whole process, and for each hectare."""
    site = folder / f"{hectares}.geojson"
    site.write_text(site_of(hectares), encoding="utf-8")
    people = round(hectares * DENSITY)
    words = [sys.executable, "-m", "benchmarks.sizes", "--child", str(site), str(people)]
    since = time.perf_counter()
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - since
    process.returncode = os.waitstatus_to_exitcode(status)
    told = json.loads(said) if said else {"verdict": "no plan"}
    cpu = used.ru_utime + used.ru_stime
    parts = "".join(f"{told.get(stage, 0.0):>{max(len(stage), 6) + 1}.2f}" for stage in STAGES)
    return f"{hectares:>4}{people:>8}{parts}{cpu:>8.2f}{wall:>8.2f}{cpu / hectares:>8.3f}  {told['verdict']}"


def main() -> None:
    """Print the table."""
    heads = "".join(f"{stage:>{max(len(stage), 6) + 1}}" for stage in STAGES)
    print(f"{'ha':>4}{'people':>8}{heads}{'cpu s':>8}{'wall s':>8}{'s/ha':>8}  verdict")
    with tempfile.TemporaryDirectory() as name:
        for hectares in QUICK_HECTARES if "--quick" in sys.argv else HECTARES:
            print(row(hectares, Path(name)), flush=True)


if __name__ == "__main__":
    if "--child" in sys.argv:
        child(Path(sys.argv[-2]), sys.argv[-1])
    else:
        main()
