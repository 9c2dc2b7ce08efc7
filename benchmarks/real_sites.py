"""Real boundaries as given and scaled, at five densities in five cities: how many plans pass, and a table per site.

python -m benchmarks.real_sites [--jobs 2] [--every 1] [--case CITY:DENSITY …] [--scale 0.79 …] [--out FOLDER] [ID …]

Every run is a `generate` of its own process. What is done stands in FOLDER/runs.jsonl and is not run again; delete
the file to start anew. The data is no part of the project: its folder is given by the environment variable LAYOUTGEN_SHARED.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from shapely.affinity import scale

from benchmarks.communities import RealCommunity, as_geojson, needed_communities
from benchmarks.plan_measures import measures

POPULATION_MAX = 12000
WARM = ("西安", "上海")
CASES = (
    *((city, d) for city in WARM for d in (300, 370, 450, 500, 560)),
    ("哈尔滨", 370),
    ("哈尔滨", 450),
    ("北京", 450),
    ("广州", 450),
)
FLOORS = {(city, d): 0.95 if d <= 450 else (0.93 if d == 500 else 0.88) for city in WARM for d in (300, 370, 450, 500, 560)}
FLOORS |= {("哈尔滨", 370): 0.85, ("哈尔滨", 450): 0.85, ("北京", 450): 0.93, ("广州", 450): 0.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One site at one density in one city."""

    site: RealCommunity  # scaled
    scale: float
    city: str
    density: int

    @property
    def name(self) -> str:
        """Folder of the run."""
        return f"{self.site.name}-{self.scale:g}-{self.city}-{self.density}"


def main() -> None:
    """Run what is asked, then print the tables."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("ids", nargs="*")
    words.add_argument("--jobs", type=int, default=2)
    words.add_argument("--every", type=int, default=1, help="only every nth run")
    words.add_argument("--case", action="append", help="CITY:DENSITY")
    words.add_argument("--scale", action="append", type=float)
    words.add_argument("--all-sizes", action="store_true", help="also sites outside 6 to 28 ha")
    words.add_argument("--out", type=Path, default=Path("outputs/real_sites"))
    given = words.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    kept = given.out / "runs.jsonl"
    done = {row["name"]: row for row in map(json.loads, kept.read_text(encoding="utf-8").splitlines())} if kept.exists() else {}
    asked = list(runs(given))[:: given.every]
    with ThreadPoolExecutor(given.jobs) as pool, kept.open("a", encoding="utf-8") as file:
        for row in pool.map(lambda run: measured(run, given.out), [run for run in asked if run.name not in done]):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            file.flush()
            done[row["name"]] = row
    rows = [done[run.name] for run in asked]
    print_sites(rows)
    print_summary(rows)


def runs(given: argparse.Namespace) -> Iterator[Run]:
    """Every run that is asked for, by case, then site."""
    cases = [(c, int(d)) for c, d in (word.split(":") for word in given.case)] if given.case else CASES
    for city, density in cases:
        for factor in given.scale or (1.0, 0.79):
            for one in needed_communities():
                grown = replace(one, boundary=scale(one.boundary, factor, factor, origin=(0.0, 0.0)))
                is_asked = not given.ids or any(one.name.endswith(end) for end in given.ids)
                if is_asked and (given.all_sizes or grown.is_usual):
                    yield Run(site=grown, scale=factor, city=city, density=density)


def measured(run: Run, out: Path) -> dict[str, object]:
    """Generate one plan in a process of its own and read what it wrote."""
    folder = out / run.name
    folder.mkdir(parents=True, exist_ok=True)
    for old in ("report.json", "plan.json", "plan.svg"):
        (folder / old).unlink(missing_ok=True)
    site = folder / "site.geojson"
    site.write_text(as_geojson(run.site.boundary), encoding="utf-8")
    people = min(POPULATION_MAX, int(run.site.hectares * run.density))
    command = [sys.executable, "-m", "layoutgen", "generate", str(site), "-p", str(people), "--city", run.city]
    since = time.perf_counter()
    done = subprocess.run(
        [*command, "--crs", "none", "-o", str(folder), "--lang", "en"], capture_output=True, text=True, check=False
    )
    row: dict[str, object] = {
        "name": run.name,
        "site": run.site.name,
        "scale": run.scale,
        "city": run.city,
        "density": run.density,
    }
    row |= {
        "ha": round(run.site.hectares, 1),
        "people": people,
        "exit": done.returncode,
        "s": round(time.perf_counter() - since, 1),
    }
    row["traceback"] = "Traceback" in done.stderr
    if (folder / "report.json").exists():
        return row | measures(folder, people)
    return row | {"why": done.stderr.strip()[-400:]}


def print_sites(rows: list[dict[str, object]]) -> None:
    """A line per run."""
    columns = list(dict.fromkeys(key for row in rows for key in row if key not in ("name", "traceback", "why")))
    columns.append("why")
    print("| " + " | ".join(columns) + " |\n|" + "---|" * len(columns))
    for row in rows:
        print("| " + " | ".join(str(row.get(key, "")).replace("\n", " ") for key in columns) + " |")


def print_summary(rows: list[dict[str, object]]) -> None:
    """Shares of exit codes by case beside the floor that is promised."""
    print("\n| city | p/ha | n | exit 0 | floor | exit 3 | exit 1 | else | tracebacks | s mean | s max |\n|" + "---|" * 11)
    for city, density in dict.fromkeys((row["city"], row["density"]) for row in rows):
        group = [row for row in rows if (row["city"], row["density"]) == (city, density)]
        codes = [row["exit"] for row in group]
        seconds = [float(str(row["s"])) for row in group]
        floor = FLOORS.get((str(city), int(str(density))), 0.0)
        broken = sum(bool(row["traceback"]) for row in group)
        others = len(codes) - codes.count(0) - codes.count(1) - codes.count(3)
        counted = (codes.count(3), codes.count(1), others, broken, f"{sum(seconds) / len(seconds):.1f}", f"{max(seconds):.1f}")
        head = (city, density, len(group), f"{codes.count(0) / len(group):.1%}", f"{floor:.0%}")
        print("| " + " | ".join(str(value) for value in (*head, *counted)) + " |")


if __name__ == "__main__":
    main()
