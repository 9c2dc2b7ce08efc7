"""Seconds of the processor and size of every file that `generate` hands over.

    python -m benchmarks.files [HECTARES]

A site of our own of 20 ha, a little skew, at 400 persons/ha; each file is written three times, the quickest counts.
Both sheet files are written together, from one book.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.sizes import DENSITY, site_of
from layoutgen.drawings.compose import compose
from layoutgen.drawings.write_dxf import write_dxf
from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.ask import Flags, ask
from layoutgen.jobs.deliverables import DRAWING, SHEET_DXF, WRITERS, Delivery
from layoutgen.jobs.drafts import Asked, best_draft
from layoutgen.jobs.law import standard_of_brief
from layoutgen.jobs.wanted import settle_wanted
from layoutgen.processes import ALONE

TIMES = 3
KILO = 1000.0


def delivery_of(hectares: float, folder: Path) -> Delivery:
    """Lay out and judge the site."""
    site = folder / "site.geojson"
    site.write_text(site_of(hectares), encoding="utf-8")
    asked = ask(site, Flags(population=str(round(hectares * DENSITY)), crs="none"))
    whole = Asked(
        site=asked.site,
        brief=asked.brief,
        choices=load_choices(asked.brief.template),
        standard=standard_of_brief(asked.brief),
        wanted=settle_wanted(),
    )
    return best_draft(whole, folder, lambda stage: None, ALONE).delivery


def seconds_of(work: Callable[[], object]) -> float:
    """Least processor time of a few runs."""
    spent = []
    for _ in range(TIMES):
        since = time.process_time()
        work()
        spent.append(time.process_time() - since)
    return min(spent)


def main() -> None:
    """Print the table."""
    hectares = float(sys.argv[1]) if len(sys.argv) > 1 else 20.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        delivery = delivery_of(hectares, folder)
        print(f"{'file':<16}{'cpu s':>8}{'kB':>8}")
        composing = seconds_of(lambda: compose(delivery.judged.plan, delivery.facilities))
        print(f"{'(composing)':<16}{composing:>8.2f}")
        path = folder / DRAWING
        print(f"{DRAWING:<16}{seconds_of(lambda: write_dxf(delivery.sheet, path)):>8.2f}{path.stat().st_size / KILO:>8.0f}")
        for file, write in WRITERS.items():
            spent = seconds_of(lambda write=write: write(delivery, folder))
            print(f"{file:<16}{spent:>8.2f}{(folder / file).stat().st_size / KILO:>8.0f}")
        print(f"{SHEET_DXF:<16}{'(above)':>8}{(folder / SHEET_DXF).stat().st_size / KILO:>8.0f}")


if __name__ == "__main__":
    main()
