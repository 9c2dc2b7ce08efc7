"""How near `feasibility` comes to what `generate` really reaches: estimate, largest population laid out, error, seconds.

python -m benchmarks.feasibility [--city 西安] [--storeys-max N] [--judge] [--every 1] [ID …]

Without ids every real boundary of 6 to 28 ha and our own example sites are run. The boundaries are no part of the project:
their folder is given by the environment variable LAYOUTGEN_SHARED; without it only our own sites are run.
"""

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from shapely.geometry import Polygon

from layoutgen.errors import InfeasibleError
from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.ask import Flags, Request, ask_capacity
from layoutgen.jobs.generate import generate
from layoutgen.jobs.law import standard_of_brief
from layoutgen.pipeline.capacity import estimate_capacity
from layoutgen.pipeline.lay_plan import mass_site
from layoutgen.standards.community import community_size

SIZES_HA = (6.0, 28.0)
OWN = ("mill-lane", "pond-field", "riverside")
STEP, CLOSE, RUNS = 1.05, 1.025, 9  # of the search for the largest population


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The largest population with which massing succeeds, and the runs that it took."""

    people: int
    runs: int
    seconds: float


def main() -> None:
    """Print a line per site, then the median and the worst error."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("ids", nargs="*")
    words.add_argument("--city", default="西安")
    words.add_argument("--storeys-max", default="")
    words.add_argument("--judge", action="store_true", help="also draw and judge the largest plan")
    words.add_argument("--every", type=int, default=1, help="only every nth site")
    given = words.parse_args()
    errors: list[float] = []
    print("| site | ha | estimate | s | reached | error | runs | s | judged |\n|" + "---|" * 9)
    for name, file in list(_sites(given.ids))[:: given.every]:
        asked = ask_capacity(file, _flags(name, given))
        errors.append(_row(name, asked, is_judged=given.judge))
    if errors:
        sizes = [abs(error) for error in errors]
        middle, worst, mean = statistics.median(sizes), max(sizes), statistics.mean(errors)
        print(f"\nmedian {middle:.1%}, worst {worst:.1%} over {len(sizes)} sites; mean {mean:+.1%}")


def _flags(name: str, given: argparse.Namespace) -> Flags:
    return Flags(city=given.city, storeys_max=given.storeys_max, crs="" if name in OWN else "none")


def _sites(ids: list[str]) -> Iterator[tuple[str, Path]]:
    """Our own sites, then the real ones by area."""
    for name in OWN:
        if not ids or name in ids:
            yield name, Path("templates/sites") / f"{name}.geojson"
    shared = os.environ.get("LAYOUTGEN_SHARED", "")
    if not shared:
        return
    records = json.loads((Path(shared) / "data" / "reco" / "dev.json").read_text(encoding="utf-8"))
    folder = Path(tempfile.mkdtemp())
    for record in sorted(records, key=lambda r: Polygon(r["boundary"]).area):
        name, hectares = record["_id"][-6:], Polygon(record["boundary"]).area / 1e4
        if name in ids or (not ids and SIZES_HA[0] <= hectares <= SIZES_HA[1]):
            file = folder / f"{name}.geojson"
            file.write_text(json.dumps({"type": "Polygon", "coordinates": [record["boundary"]]}), encoding="utf-8")
            yield name, file


def _row(name: str, asked: Request, *, is_judged: bool) -> float:
    """Estimate and search one site; returns the signed error of the estimate."""
    choices, standard = load_choices(asked.brief.template), standard_of_brief(asked.brief)
    since = time.process_time()
    capacity = estimate_capacity(asked.site, asked.brief, choices, standard)
    took = time.process_time() - since
    estimate = min(capacity.best.people, community_size().population_high)
    found = largest(asked, estimate)
    error = estimate / found.people - 1.0 if found.people else float("inf")
    hectares = asked.site.boundary.area / 1e4
    judged = _judged(asked, found.people) if is_judged and found.people else ""
    cells = (
        name,
        f"{hectares:.1f}",
        estimate,
        f"{took:.2f}",
        found.people,
        f"{error:+.1%}",
        found.runs,
        f"{found.seconds:.0f}",
        judged,
    )
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)
    return error


def largest(asked: Request, guess: int) -> Found:
    """Largest population found: stepped up while massing succeeds, else down to what was housed; then halved."""
    most, since = community_size().population_high, time.process_time()
    low, high, people = 0, most + 1, guess
    runs = 0
    while runs < RUNS and low < most and high > max(low, 1) * CLOSE:
        runs += 1
        housed = _housed(asked, people)
        if housed is None:
            low = people
            people = min(int(low * STEP), most) if high > most else (low + high) // 2
        else:
            high = people
            people = housed if low < housed < high else (low + high) // 2
    return Found(people=low, runs=runs, seconds=time.process_time() - since)


def _housed(asked: Request, people: int) -> int | None:
    """None where massing succeeds, else how many it housed (0 where it did not come so far)."""
    brief = replace(asked.brief, population=people)
    choices, standard = load_choices(brief.template), standard_of_brief(brief)
    try:
        mass_site(asked.site, brief, choices, standard, lambda stage: None)
    except InfeasibleError as error:
        return round(error.have) if error.unit == "persons" else 0
    return None


def _judged(asked: Request, people: int) -> str:
    """What the judge says of the plan for that many people: ok, or the clauses that fail."""
    with tempfile.TemporaryDirectory() as folder:
        made = generate(asked.site, replace(asked.brief, population=people), Path(folder), lambda stage: None)
    failed = [o.clause for o in made.report.outcomes if o.decides and o.verdict.value in ("fail", "blocked")]
    return ", ".join(clause for clause in failed if clause != "CRC-11.bus") or "ok"


if __name__ == "__main__":
    main()
