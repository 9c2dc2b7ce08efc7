"""How near `feasibility` comes to what `generate` really reaches: estimate, largest population laid out, error, seconds.

python -m benchmarks.feasibility [--city 西安] [--storeys-max N] [--judge] [--every 1] [ID …]

Without ids every real boundary of 6 to 28 ha and our own example sites are run. The boundaries are no part of the project:
their folder is given by the environment variable LAYOUTGEN_SHARED; without it only our own sites are run.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.communities import as_geojson, by_area, real_communities
from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.ask import Flags, Request, ask_capacity
from layoutgen.jobs.feasibility import CONFIRM, QUICK, feasibility
from layoutgen.jobs.generate import generate
from layoutgen.jobs.law import standard_of_brief
from layoutgen.pipeline.reaching import engine_of
from layoutgen.standards.community import community_size

OWN = ("mill-lane", "pond-field", "riverside")
STEP, GIVE_UP = 1.025, 4  # of the search for the largest population: it goes on over so many failures in a row
LEAST = 200  # persons worth a run


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The largest population with which the engine comes to the end of massing, and the runs that it took."""

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
    errors: list[tuple[float, float]] = []
    print("| site | ha | answer | s | reached | error | model | s | error | runs | s | judged |\n|" + "---|" * 12)
    for name, file in list(_sites(given.ids))[:: given.every]:
        asked = ask_capacity(file, _flags(name, given))
        errors.append(_row(name, asked, is_judged=given.judge))
    for name, signed in zip(("answer", "model alone"), zip(*errors, strict=True), strict=False):
        sizes = [abs(error) for error in signed]
        middle, worst, mean = statistics.median(sizes), max(sizes), statistics.mean(signed)
        print(f"{name}: median {middle:.1%}, worst {worst:.1%} over {len(sizes)} sites; mean {mean:+.1%}")


def _flags(name: str, given: argparse.Namespace) -> Flags:
    return Flags(city=given.city, storeys_max=given.storeys_max, crs="" if name in OWN else "none")


def _sites(ids: list[str]) -> Iterator[tuple[str, Path]]:
    """Our own sites, then the real ones by area."""
    for name in OWN:
        if not ids or name in ids:
            yield name, Path("templates/sites") / f"{name}.geojson"
    folder = Path(tempfile.mkdtemp())
    for one in by_area(real_communities(), []):
        if one.name in ids or (not ids and one.is_usual):
            file = folder / f"{one.name}.geojson"
            file.write_text(as_geojson(one.boundary), encoding="utf-8")
            yield one.name, file


def _row(name: str, asked: Request, *, is_judged: bool) -> tuple[float, float]:
    """Answer and search one site; returns the signed errors of the answer and of the model alone."""
    since = time.process_time()
    model = feasibility(asked, QUICK, _silent).largest.people
    between = time.process_time()
    answer = feasibility(asked, CONFIRM, _silent).largest.people
    seconds = (between - since, time.process_time() - between)
    found = largest(asked, answer)
    errors = tuple(people / found.people - 1.0 if found.people else float("inf") for people in (answer, model))
    judged = _judged(asked, found.people) if is_judged and found.people else ""
    head = (name, f"{asked.site.boundary.area / 1e4:.1f}", answer, f"{seconds[1]:.1f}", found.people, f"{errors[0]:+.1%}")
    cells = (*head, model, f"{seconds[0]:.1f}", f"{errors[1]:+.1%}", found.runs, f"{found.seconds:.0f}", judged)
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)
    return errors[0], errors[1]


def largest(asked: Request, guess: int) -> Found:
    """Largest population found: stepped down until the engine succeeds, then up until it fails several times in a row."""
    most, since = community_size().population_high, time.process_time()
    choices, standard = load_choices(asked.brief.template), standard_of_brief(asked.brief)
    engine = engine_of(asked.site, asked.brief, choices, standard)
    best, failed, runs, people = 0, 0, 0, float(guess)
    while not best and people > LEAST:
        runs += 1
        if engine(int(people)) is None:
            best = int(people)
        else:
            people /= STEP
    people = best * STEP
    while best and failed < GIVE_UP and best < most:
        runs += 1
        if engine(min(int(people), most)) is None:
            best, failed = min(int(people), most), 0
        else:
            failed += 1
        people *= STEP
    return Found(people=best, runs=runs, seconds=time.process_time() - since)


def _silent(stage: str) -> None:
    """Progress that nobody is told of."""


def _judged(asked: Request, people: int) -> str:
    """What the judge says of the plan for that many people: ok, or the clauses that fail."""
    with tempfile.TemporaryDirectory() as folder:
        made = generate(asked.site, replace(asked.brief, population=people), Path(folder), _silent)
    failed = [o.clause for o in made.report.outcomes if o.decides and o.verdict.value in ("fail", "blocked")]
    return ", ".join(clause for clause in failed if clause != "CRC-11.bus") or "ok"


if __name__ == "__main__":
    main()
