"""A divided site as a user runs it: newtown, 120 ha for 60 000 people, laid and judged in whole processes.

    python -m benchmarks.division [--quick]

Wall-clock and processor time of each process, its peak memory, and what came of it; --quick takes a site of two communities.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
NEWTOWN = ROOT / "templates" / "sites" / "newtown.geojson"
TWIN = ROOT / "tests" / "sites" / "twin.geojson"


def run(words: list[str], folder: Path) -> tuple[float, float, float, int]:
    """Seconds on the wall, seconds of the processor, peak MB and exit code of one process."""
    since = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "layoutgen", *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - since
    process.returncode = os.waitstatus_to_exitcode(status)
    per_mb = 1024**2 if sys.platform == "darwin" else 1024
    return seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / per_mb, process.returncode


def main() -> None:
    """Print the table."""
    is_quick = "--quick" in sys.argv
    given = (
        [str(TWIN), "-p", "13000"] if is_quick else [str(NEWTOWN), "--brief", str(NEWTOWN.with_suffix(".toml")), "-p", "60000"]
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tasks = (
            ("feasibility", ["feasibility", given[0]], "", ""),
            ("generate", ["generate", *given, "--out", "plan"], "<= 90 s", "plan/report.json"),
            ("validate plan.dxf", ["validate", "plan/plan.dxf", "--report", "again.json"], "", "again.json"),
        )
        print(f"{'command':<20}{'wall s':>8}{'cpu s':>8}{'peak MB':>9}{'exit':>6}  {'promise':<10}")
        for title, words, promise, report in tasks:
            seconds, cpu, peak, code = run(words, folder)
            print(
                f"{title:<20}{seconds:>8.1f}{cpu:>8.1f}{peak:>9.0f}{code:>6}  {promise:<10}{told(folder / report)}", flush=True
            )


def told(report: Path) -> str:
    """Verdicts of a report by community; nothing where there is none."""
    if not report.is_file():
        return ""
    document = json.loads(report.read_text(encoding="utf-8"))
    parts = ", ".join(f"{one['id']} {one['people']} {one['verdict']}" for one in document["communities"])
    return f"{document['verdict']}: {parts}"


if __name__ == "__main__":
    main()
