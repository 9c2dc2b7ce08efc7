"""The trust table: faults, harmless edits, invariances and the second engine, printed and kept in docs/trust.md.

    python -m benchmarks.trust [--drawings FOLDER] [--without faults] [--each 3] [--quick]

Good drawings are made into ``--drawings``, once. ``--quick`` tries every twentieth case and writes no page.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.faults.good import good_drawings
from benchmarks.faults.library import all_faults
from benchmarks.trust.agree import agreed, measured_twice
from benchmarks.trust.drawings import bare_drawings, painted_drawings
from benchmarks.trust.page import agreement_part, fault_part, harmless_part, invariance_part, page
from benchmarks.trust.plant import planted, rows, tasks
from benchmarks.trust.trial import EACH, trials, tried
from layoutgen.jobs.validate import validate
from layoutgen.processes import Crew

PAGE = Path(__file__).parents[2] / "docs" / "trust.md"
QUICK = 20


def main() -> None:
    """Print the tables; write the page when everything was tried."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--drawings", type=Path, help="folder of the good drawings, kept")
    words.add_argument("--without", default="", choices=("", "faults"), help="leave the faults out")
    words.add_argument("--each", type=int, default=EACH, help="drawings that a harmless edit is done to")
    words.add_argument("--quick", action="store_true", help="every twentieth case only")
    asked, _ = words.parse_known_args()
    step = QUICK if asked.quick else 1
    with tempfile.TemporaryDirectory() as folder, Crew() as crew:
        place = asked.drawings or Path(folder)
        parts = [] if asked.without else [_faults(place, crew, step)]
        parts += _harmless(place, crew, asked.each, step)
    text = page(parts)
    print(text)
    if step == 1:
        PAGE.write_text(text, encoding="utf-8")


def _faults(place: Path, crew: Crew, step: int) -> str:
    goods = good_drawings(place, {kind for fault in all_faults() for kind in fault.drawings})
    told = crew.each(planted, tasks(goods)[::step], _dot)
    missed = [f"{measure}: {name}: {says}" for measure, name, outcome, says in told if outcome not in ("caught", "no place")]
    return fault_part(rows(told), missed)


def _harmless(place: Path, crew: Crew, each: int, step: int) -> list[str]:
    bare, painted = bare_drawings(place), painted_drawings(place)
    cases = trials(bare, painted, each)[::step]
    done = list(zip(cases, crew.each(tried, cases, _dot), strict=True))
    clean = [(good.name, validate(good.drawing).report.verdict.value) for good in bare]
    engines = agreed(crew.each(measured_twice, [good.drawing for good in bare][::step], _dot))
    return [harmless_part(done, clean), invariance_part(done), agreement_part(engines)]


def _dot(_: int) -> None:
    sys.stderr.write(".")
    sys.stderr.flush()


if __name__ == "__main__":
    main()
