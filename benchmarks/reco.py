"""Every real boundary of the measuring data at one density: exit code, homes, density, green, sun, stalls, seconds.

python -m benchmarks.reco [--density 400] [--latitude 34.3] [--off-site] [--out FOLDER] [ID …]

With --off-site a park and a house of care and schooling stand 60 to 140 m south of every site; below 5 000 people they count.

The data is not part of the project: its folder is given by the environment variable LAYOUTGEN_SHARED.
"""

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path

from shapely.geometry import Polygon

from benchmarks.communities import RealCommunity, as_geojson, by_area, needed_communities

COLUMNS = ("site", "ha", "asked", "housed", "exit", "FAR", "density", "green", "sun", "classes", "stalls", "s", "why")
POPULATION_MAX = 12000
SERVICE = ["hall", "police", "committee", "activity", "reading", "party"]
ELDERLY = ["assistance", "meals", "health", "culture", "disabled"]
HEALTH = ["prevention", "treatment", "family_planning", "rehabilitation", "epidemic_control"]


def main() -> None:
    """Run the table."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("ids", nargs="*")
    words.add_argument("--density", type=float, default=400.0)
    words.add_argument("--latitude", default="34.3")
    words.add_argument("--off-site", action="store_true")
    words.add_argument("--out", type=Path, default=Path("outputs/reco"))
    given = words.parse_args()
    print("| " + " | ".join(COLUMNS) + " |\n|" + "---|" * len(COLUMNS))
    for one in by_area(needed_communities(), given.ids):
        print("| " + " | ".join(str(value) for value in row(one, given)) + " |", flush=True)


def row(one: RealCommunity, given: argparse.Namespace) -> tuple[object, ...]:
    """Run one boundary as a process of its own and read its report."""
    folder = given.out / one.name
    folder.mkdir(parents=True, exist_ok=True)
    site = folder / "site.geojson"
    site.write_text(as_geojson(one.boundary), encoding="utf-8")
    people = min(POPULATION_MAX, int(one.hectares * given.density))
    report = folder / "report.json"
    report.unlink(missing_ok=True)
    since = time.perf_counter()
    command = [sys.executable, "-m", "layoutgen", "generate", str(site), "-p", str(people)]
    command += ["--latitude", given.latitude, "--crs", "none", "-o", str(folder), "--lang", "en"]
    if given.off_site:
        (folder / "beside.toml").write_text(beside(one.boundary), encoding="utf-8")
        command += ["--brief", str(folder / "beside.toml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - since
    head = (one.name, f"{one.hectares:.1f}", people)
    if "Traceback" in done.stderr:
        return (*head, "", "TRACEBACK", *[""] * 6, f"{seconds:.1f}", done.stderr.strip().splitlines()[-1][:120])
    if not report.exists():
        return (*head, "", done.returncode, *[""] * 6, f"{seconds:.1f}", done.stderr.strip()[:160])
    return (*head, *judged(json.loads(report.read_text(encoding="utf-8")), done.returncode, seconds))


def beside(boundary: Polygon) -> str:
    """Brief with facilities south of a boundary: what care and schooling a small project asks, a park and a sports ground."""
    west, south, east, _ = boundary.bounds
    x = (west + east) / 2.0
    park = [[x - 60, south - 140], [x + 60, south - 140], [x + 60, south - 70], [x - 60, south - 70]]
    rows = [
        {"kind": "garden", "outline": park},
        {"kind": "sports_ground", "at": [x, south - 100], "land_m2": 820},
        {"kind": "kindergarten", "at": [x, south - 60], "floor_area_m2": 2200, "land_m2": 3500, "classes": 6, "children": 180},
        {"kind": "nursery", "at": [x, south - 60], "floor_area_m2": 200, "classes": 1, "children": 20},
        {"kind": "service_station", "at": [x, south - 60], "floor_area_m2": 800, "rooms": SERVICE},
        {"kind": "elderly_station", "at": [x, south - 60], "floor_area_m2": 300, "rooms": ELDERLY},
        {"kind": "day_care", "at": [x, south - 60], "floor_area_m2": 350},
        {"kind": "health_station", "at": [x, south - 60], "floor_area_m2": 120, "rooms": HEALTH},
        {"kind": "culture_station", "at": [x, south - 60], "floor_area_m2": 250},
    ]
    words = {"garden": '{ is_open = true, refuge = true, rest = ["seats", "pavilion"] }', "sports_ground": "{ refuge = true }"}
    tables = []
    for row in rows:
        lines = [f"{key} = {json.dumps(value)}" for key, value in row.items()]
        lines += [f"tags = {words[row['kind']]}"] if row["kind"] in words else []
        tables.append("\n".join(("[[off_site]]", *lines)))
    return "\n\n".join(tables) + "\n"


def judged(report: dict, code: int, seconds: float) -> tuple[object, ...]:
    """Figures of one report."""
    found = report["indicators"]
    sun = next(o for o in report["outcomes"] if o["clause"] == "SUN-4.0.9")
    lit = 1.0 - len(sun["subjects"]) / max(sun["examined"], 1)
    failed = [o["clause"] for o in report["outcomes"] if o["decides"] and o["verdict"] in ("fail", "blocked")]
    return (
        round(found["people"]), code, f"{found['net_far']:.2f}", f"{found['density']:.1%}", f"{found['green_ratio']:.1%}",
        f"{lit:.1%}", int(found["kindergarten_classes"]), f"{found['stalls_per_household']:.2f}", f"{seconds:.1f}",
        ", ".join(clause for clause in failed if clause != "CRC-11.bus"),
    )  # fmt: skip


if __name__ == "__main__":
    main()
