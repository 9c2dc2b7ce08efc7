"""What a pack changes: `generate` and `validate` under each pack on three sites of our own.

    python -m benchmarks.packs [--out FOLDER] [SITE …]

A row is a site under the default packs and one more. "default plan" is the plan of the default packs judged by the packs of
the row; "drawn" is what stands on the plan generated under them and not (or in another size) on the default plan.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from layoutgen.inputs.brief_defaults import load_defaults
from layoutgen.inputs.template_files import templates_folder

SITES = ("riverside", "mill-lane", "pond-field")
COUNTS = ("pass", "fail", "advice", "not_applicable", "manual", "blocked")
CHANGE = 0.02  # what differs by a smaller share is the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Packs beside the default ones."""

    name: str
    packs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


ADDED = (
    Added(name="default"),
    Added(name="+ pilot-2022", packs=("pilot-2022",)),
    Added(name="+ jiyuan-2026", packs=("jiyuan-2026",)),
    Added(name="+ jiyuan-2026, distinctive", packs=("jiyuan-2026",), words=("--feature", "distinctive")),
    Added(name="+ shanxi-2022", packs=("shanxi-2022",)),
    Added(name="+ xiamen", packs=("xiamen",)),
    Added(name="+ fifteen-minute", packs=("fifteen-minute",)),
)


def main() -> None:
    """Print the table."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("sites", nargs="*", default=SITES)
    words.add_argument("--out", type=Path, default=None)
    given = words.parse_args()
    folder = given.out or Path(tempfile.mkdtemp(prefix="layoutgen-packs-"))
    head = ("site", "packs", "exit", *COUNTS, "default plan", "drawn")
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for site in given.sites:
        for row in rows(site, folder):
            print("| " + " | ".join(str(value) for value in row) + " |", flush=True)


def rows(site: str, folder: Path) -> Iterator[tuple[object, ...]]:
    """One row for each set of packs on a site."""
    sites, first = templates_folder() / "sites", folder / site / "default"
    for added in ADDED:
        out = folder / site / added.name.strip("+ ").replace(", ", "-")
        packs = [word for pack in (*load_defaults().packs, *added.packs) for word in ("--pack", pack)]
        brief = ["--brief", str(sites / f"{site}.toml")]
        done = _run("generate", str(sites / f"{site}.geojson"), *brief, *packs, *added.words, "-o", str(out), "--lang", "en")
        if not (out / "report.json").exists():
            yield (site, added.name, done.returncode, *[""] * len(COUNTS), "", done.stderr.strip()[:160])
            continue
        counts = _json(out / "report.json")["counts"]
        judged = _run("validate", str(first / "plan.dxf"), *packs, *added.words, "--format", "json")
        drawn = "" if out == first else "; ".join(changes(_drawn(_json(first / "plan.json")), _drawn(_json(out / "plan.json"))))
        yield (site, added.name, done.returncode, *(counts[name] for name in COUNTS), _verdict(judged), drawn)


def changes(before: Mapping[str, float], after: Mapping[str, float]) -> list[str]:
    """What one plan has that the other has not, or has in another size, in words."""
    found = []
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, 0.0), after.get(name, 0.0)
        if abs(new - old) > CHANGE * max(old, new):
            found.append(f"{name} {old:,.0f} → {new:,.0f}")
    return found


def _drawn(table: dict) -> dict[str, float]:
    """Floor area by facility, land by lot, refuge, number of grounds, shelters and dwellings."""
    plan, found = table["plan"], {}
    for facility in plan["facilities"]:
        key = f"{facility['kind']} m2"
        found[key] = found.get(key, 0.0) + _area(facility["outline"]) * len(facility["floors"])
    for lot in plan["lots"]:
        key = f"{lot['kind']} lot m2"
        found[key] = found.get(key, 0.0) + _area(lot["outline"])
    for ground in plan["grounds"]:
        if ground["kind"] not in ("green", "paved"):
            found[f"{ground['kind']} no."] = found.get(f"{ground['kind']} no.", 0.0) + 1.0
    for thing in (*plan["lots"], *plan["grounds"]):
        if ["refuge", "yes"] in thing["tags"]:
            found["refuge m2"] = found.get("refuge m2", 0.0) + _area(thing["outline"])
    found["garages as shelters no."] = float(sum("defence" in dict(ground["tags"]) for ground in plan["grounds"]))
    found["dwellings"] = float(sum(building["dwellings"] for building in plan["buildings"]))
    return found


def _area(ring: list[list[float]]) -> float:
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2.0


def _verdict(judged: subprocess.CompletedProcess[str]) -> str:
    if not judged.stdout.startswith("{"):
        return judged.stderr.strip()[:100]
    report = json.loads(judged.stdout)
    failed = [o["clause"] for o in report["outcomes"] if o["decides"] and o["verdict"] in ("fail", "blocked")]
    return report["verdict"] + (f": {', '.join(failed)}" if failed else "")


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "layoutgen", *words], capture_output=True, text=True, check=False)


def _json(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
