"""The joint choice of places: pairwise local search beside CP-SAT on the same candidates and costs, a line a site.

    python -m benchmarks.siting [--quick] [--density 430] [--seconds 60] [--children 30] [ID …]

Boundaries are made up; where the environment variable LAYOUTGEN_SHARED names the measuring data, its boundaries of 6 to
28 ha are added. `wide` is the search over four times as many candidates: what the shortlist of the product costs. `whole`
is one allocation with everything, the processor's seconds. Without ortools the referee's columns stay empty. Large and long
sites ask for two kindergartens.
"""

import argparse
import importlib.util
import tempfile
import time
from pathlib import Path

import numpy as np
from shapely.geometry import Polygon

from benchmarks.streets import boundaries
from layoutgen.errors import InfeasibleError
from layoutgen.inputs.asked import Asked
from layoutgen.inputs.brief import settle_brief
from layoutgen.inputs.site import read_site
from layoutgen.inputs.templates import load_choices
from layoutgen.model.stages import Commission
from layoutgen.pipeline.off_site import program_of
from layoutgen.stages.allocation import allocate
from layoutgen.stages.allocation.candidates import Breadth
from layoutgen.stages.allocation.choose import Places, best_of
from layoutgen.stages.allocation.setting import find_setting
from layoutgen.stages.allocation.wishes import find_wishes
from layoutgen.stages.structure import lay_structure
from layoutgen.standards.load import load_standard

PACKS = ("crc-2020", "guide-2021", "gb-50180", "sunlight")
LARGEST_M2 = 280_000.0
WIDE = Breadth(weighed=10_000, cut=10_000, reordered=1000, kept=200)
HEADS = (
    "site",
    "ha",
    "cells",
    "candidates",
    "search",
    "CP-SAT",
    "status",
    "gap",
    "wide",
    "gap to wide",
    "s search",
    "s CP-SAT",
    "s whole",
)


def main() -> None:
    """Print the table and its worst gaps."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("ids", nargs="*")
    words.add_argument("--quick", action="store_true")
    words.add_argument("--density", type=float, default=430.0)
    words.add_argument("--seconds", type=float, default=60.0, help="limit of one CP-SAT solution")
    words.add_argument("--children", type=float, default=30.0, help="per 1 000 persons, of kindergarten age")
    given, _ = words.parse_known_args()
    given.scale = None
    print("| " + " | ".join(HEADS) + " |\n|" + "---|" * len(HEADS))
    gaps: list[tuple[float, float]] = []
    for name, boundary in boundaries(given):
        if boundary.area <= LARGEST_M2 or given.ids:
            gaps.append(row(name, boundary, given))
    worst = np.nanmax(np.array(gaps), axis=0) if gaps else (0.0, 0.0)
    print(f"\nworst gap to CP-SAT {worst[0]:.2%}, to the wide search {worst[1]:.2%}, over {len(gaps)} sites")


def row(name: str, boundary: Polygon, given: argparse.Namespace) -> tuple[float, float]:
    """Measure one site, print its line and return both gaps."""
    commission = commission_of(boundary, given)
    structure = lay_structure(commission, np.random.default_rng(0))
    setting, wishes = find_setting(commission, structure), find_wishes(commission)
    since = time.process_time()
    try:
        allocate(commission, structure, np.random.default_rng(0))
    except InfeasibleError as error:
        print(f"| {name} | {boundary.area / 1e4:.1f} | {len(structure.cells)} | refused: {error} |")
        return (np.nan, np.nan)
    whole = time.process_time() - since
    narrow, wide = Places(wishes, setting, Breadth()), Places(wishes, setting, WIDE)
    candidates = sum(len(narrow.pool(group)) for group in {g for p in narrow.partitions() for g in p})
    since = time.process_time()
    cost = searched(narrow)  # the first search, as the product does it; one more would begin with other bounds
    seconds = time.process_time() - since
    beyond = searched(wide)
    proven, referee = refereed(narrow, cost, given.seconds)
    gap, gap_wide = cost / proven - 1.0, cost / beyond - 1.0
    figures = (f"{boundary.area / 1e4:.1f}", len(structure.cells), candidates, f"{cost:.4f}", f"{proven:.4f}", referee[0])
    times = (f"{seconds:.3f}", referee[1], f"{whole:.2f}")
    line = (name, *figures, f"{gap:.2%}", f"{beyond:.4f}", f"{gap_wide:.2%}", *times)
    print("| " + " | ".join(str(value) for value in line) + " |", flush=True)
    return gap, gap_wide


def commission_of(boundary: Polygon, given: argparse.Namespace) -> Commission:
    """Commission of a boundary whose every edge is a local road."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "site.wkt"
        path.write_text(boundary.wkt, encoding="utf-8")
        site = read_site(path, crs="none")
    people = min(int(boundary.area / 1e4 * given.density), 12_000)
    asked = Asked(population=people, parameters=(("children_per_1000", given.children),))
    brief, choices = settle_brief(asked, boundary.area), load_choices()
    program = program_of(site, brief, choices, load_standard(PACKS))
    return Commission(site=site, brief=brief, program=program, choices=choices)


def searched(places: Places) -> float:
    """Cost of the best choice that the local search finds over all partitions, by the pairwise objective."""
    return min((cost for partition in places.partitions() for cost, _ in best_of(partition, places)), default=float("nan"))


def refereed(places: Places, known: float, seconds: float) -> tuple[float, tuple[str, str]]:
    """Cost of CP-SAT's choice, its word and its seconds; nothing where ortools is not installed."""
    if importlib.util.find_spec("ortools") is None:
        return float("nan"), ("no ortools", "")
    from benchmarks.siting_referee import least_cost

    since = time.perf_counter()
    cost, status = least_cost(places, known, seconds)
    return cost, (status, f"{time.perf_counter() - since:.1f}")


if __name__ == "__main__":
    main()
