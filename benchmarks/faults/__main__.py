"""Faults planted in good drawings, rule by rule: planted, caught, missed.

    python -m benchmarks.faults [--measure M] [--name TEXT] [--drawing NAME] [--seeds 1] [--drawings FOLDER] [--all]

``--measure`` is the beginning of a rule's name, or several with commas, ``--name`` a part of a fault's. Good drawings are
made into ``--drawings``, once.
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks.faults.catalogue import all_faults
from benchmarks.faults.good import good_drawings
from benchmarks.faults.run import Planted, cases_of, run
from benchmarks.faults.table import text_of


def main() -> None:
    """Print what was not caught, and the table."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--measure", default="", help="beginnings of rules' names")
    words.add_argument("--name", default="", help="part of a fault's name")
    words.add_argument("--drawing", default="", help="one good drawing only")
    words.add_argument("--seeds", type=int, default=1, help="how many seeds each")
    words.add_argument("--drawings", type=Path, help="folder of the good drawings, kept")
    words.add_argument("--all", action="store_true", help="print those caught as well")
    asked = words.parse_args()
    faults = [one for one in all_faults() if one.measure.startswith(tuple(asked.measure.split(","))) and asked.name in one.name]
    kinds = {kind for fault in faults for kind in fault.drawings}
    with tempfile.TemporaryDirectory() as folder:
        goods = [one for one in good_drawings(asked.drawings or Path(folder), kinds) if asked.drawing in one.name]
        cases = cases_of(faults, goods, range(asked.seeds))
        results = run(cases, lambda one: tell(one) if asked.all or one.outcome != "caught" else None)
    print(text_of(results))


def tell(one: Planted) -> None:
    """Print what became of one fault."""
    told = f"{one.outcome}: {one.fault.measure}: {one.fault.name}, {one.drawing}, seed {one.seed}: {one.says}"
    print(told + (f"\n    {one.seen}" if one.seen else ""), flush=True)


if __name__ == "__main__":
    main()
