"""The trust table: faults, harmless edits, invariances and the second engine, printed and kept in docs/trust.md.

    python -m benchmarks.trust [--drawings FOLDER] [--only faults|edits|engine] [--each 3] [--quick]

Good drawings are made into ``--drawings``, once. ``--only`` makes one part and ``--quick`` tries every twentieth case; both
write no page.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.faults.catalogue import all_faults
from benchmarks.faults.good import good_drawings
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
    words.add_argument("--only", default="", choices=("", *PARTS), help="one part of the table")
    words.add_argument("--each", type=int, default=EACH, help="drawings that a harmless edit is done to")
    words.add_argument("--quick", action="store_true", help="every twentieth case only")
    asked, _ = words.parse_known_args()
    step = QUICK if asked.quick else 1
    with tempfile.TemporaryDirectory() as folder, Crew() as crew:
        place = asked.drawings or Path(folder)
        made = [PARTS[part](place, crew, asked.each, step) for part in ([asked.only] if asked.only else PARTS)]
    text = page(made)
    print(text)
    if not asked.only and not asked.quick:
        PAGE.write_text(text, encoding="utf-8")


def _faults(place: Path, crew: Crew, _: int, step: int) -> str:
    goods = good_drawings(place, {kind for fault in all_faults() for kind in fault.drawings})
    told = crew.each(planted, tasks(goods)[::step], _dot)
    missed = [f"{measure}: {name}: {says}" for measure, name, outcome, says in told if outcome not in ("caught", "no place")]
    return fault_part(rows(told), missed)


def _edits(place: Path, crew: Crew, each: int, step: int) -> str:
    bare, painted = bare_drawings(place), painted_drawings(place)
    cases = trials(bare, painted, each)[::step]
    done = list(zip(cases, crew.each(tried, cases, _dot), strict=True))
    clean = [(good.name, validate(good.drawing).report.verdict.value) for good in bare]
    return harmless_part(done, clean) + "\n" + invariance_part(done)


def _engine(place: Path, crew: Crew, _: int, step: int) -> str:
    return agreement_part(agreed(crew.each(measured_twice, [good.drawing for good in bare_drawings(place)][::step], _dot)))


def _dot(_: int) -> None:
    sys.stderr.write(".")
    sys.stderr.flush()


PARTS = {"faults": _faults, "edits": _edits, "engine": _engine}


if __name__ == "__main__":
    main()
