"""Lawful net FAR with everything in place when asked for the most, beside the FAR that stands on the same land.

python -m benchmarks.most_homes [--city 西安] [--every 1] [ID …]

Every real boundary of 6 to 28 ha is asked for its most people twice: with no more storeys than stand there, and up to 80 m.
The most is searched by whole runs of program to massing; then the plan is drawn and judged, with fewer people while a deciding
clause fails. At most 12 000 people a site. As built: storeys × outlines over the land, schools and shops included.
The data is no part of the project: its folder is given by the environment variable LAYOUTGEN_SHARED.
"""

import argparse
import statistics
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.communities import RealCommunity, as_geojson, by_area, needed_communities
from benchmarks.feasibility import largest
from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.ask import Flags, Request, ask_capacity
from layoutgen.jobs.generate import generate
from layoutgen.jobs.law import standard_of_brief
from layoutgen.pipeline.capacity import estimate_capacity
from layoutgen.standards.community import community_size

TALLEST_M = 80.0
FEWER, TRIES = 0.97, 4  # people asked again where a clause fails, and how often
EMPTY_FAR = 0.2  # less than this as built is no community to compare with


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """The most that was drawn and passed."""

    people: int
    net_far: float
    site_far: float
    storeys: int


def main() -> None:
    """Print a line per site, then how often what stands is reached."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("ids", nargs="*")
    words.add_argument("--city", default="西安")
    words.add_argument("--every", type=int, default=1, help="only every nth site")
    given = words.parse_args()
    sites = [one for one in by_area(needed_communities(), given.ids) if one.is_usual and built_far(one) > EMPTY_FAR]
    columns = ("site", "ha", "as built FAR", "storeys", *("people", "site FAR", "net FAR", "storeys", "net / as built") * 2)
    print("| " + " | ".join(columns) + " |\n|" + "---|" * len(columns))
    ratios: tuple[list[float], list[float]] = ([], [])
    for one in sites[:: given.every]:
        built, storeys = built_far(one), max(floors for floors, _ in one.buildings)
        cells: list[object] = [one.name, f"{one.hectares:.1f}", f"{built:.2f}", storeys]
        flags = Flags(city=given.city, crs="none")
        caps = (replace(flags, storeys_max=str(storeys)), replace(flags, height_max_m=str(TALLEST_M)))
        for kept, cap in zip(ratios, caps, strict=True):
            found = most(one, cap)
            kept.append(found.net_far / built)
            cells += [found.people, f"{found.site_far:.2f}", f"{found.net_far:.2f}", found.storeys, f"{kept[-1]:.2f}"]
        print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)
    for name, kept in zip(("as-built storeys", f"{TALLEST_M:g} m"), ratios, strict=True):
        reached = sum(ratio >= 1.0 for ratio in kept)
        print(f"\n{name}: {reached} of {len(kept)} reach what stands; median ratio {statistics.median(kept):.2f}")


def built_far(one: RealCommunity) -> float:
    """Floors times outlines of what stands, over the land."""
    return float(sum(floors * outline.area for floors, outline in one.buildings) / one.boundary.area)


def most(one: RealCommunity, flags: Flags) -> Reached:
    """Ask for the most, then for fewer while a deciding clause fails."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "site.geojson").write_text(as_geojson(one.boundary), encoding="utf-8")
        asked = ask_capacity(folder / "site.geojson", flags)
        choices, standard = load_choices(asked.brief.template), standard_of_brief(asked.brief)
        estimate = estimate_capacity(asked.site, asked.brief, choices, standard).best.people
        people = largest(asked, min(estimate, community_size().population_high)).people
        for _ in range(TRIES if people else 0):
            found = judged(asked, people, folder)
            if found:
                return found
            people = int(people * FEWER)
    return Reached(people=0, net_far=0.0, site_far=0.0, storeys=0)


def judged(asked: Request, people: int, folder: Path) -> Reached | None:
    """The plan for that many people, if every deciding clause passes."""
    report = generate(asked.site, replace(asked.brief, population=people), folder, lambda stage: None).report
    failed = [o for o in report.outcomes if o.decides and o.verdict.value in ("fail", "blocked") and o.clause != "CRC-11.bus"]
    if failed:
        return None
    found = {name: float(value) for name, value in report.indicators if not isinstance(value, str)}
    return Reached(
        people=round(found["people"]), net_far=found["net_far"], site_far=found["far"], storeys=int(found["storeys_max"])
    )


if __name__ == "__main__":
    main()
