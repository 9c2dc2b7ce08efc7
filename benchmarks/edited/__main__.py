"""Make the two examples from a drawing of ours, judge them, and print what each verdict says.

layoutgen demo --out outputs/demo
python -m benchmarks.edited outputs/demo/plan.dxf [--out DIR]
"""

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.edited.damage import damage
from benchmarks.edited.office import draw_as_office
from layoutgen.jobs.validate import Judged, Terms, validate
from layoutgen.model.report import Verdict

MAP = Path(__file__).with_name("office.toml")
VERDICTS = (Verdict.PASS, Verdict.FAIL, Verdict.BLOCKED, Verdict.MANUAL, Verdict.NOT_APPLICABLE)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plan", type=Path)
    parser.add_argument("--out", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.out or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        tell(asked.plan, folder)


def tell(plan: Path, folder: Path) -> None:
    """Make the examples of a drawing in a folder, and print their verdicts beside its own."""
    own = validate(plan)
    for name, is_losing in (("damaged.dxf", False), ("damaged-labels-lost.dxf", True)):
        damage(plan, folder / name, is_losing=is_losing)
    draw_as_office(own.plan, folder / "office.dxf")
    rows = {
        "plan.dxf": own,
        "damaged.dxf": validate(folder / "damaged.dxf"),
        "damaged-labels-lost.dxf": validate(folder / "damaged-labels-lost.dxf"),
        "office.dxf": validate(folder / "office.dxf", terms=Terms(by_map=MAP)),
    }
    print("| drawing | verdict | pass | fail | blocked | manual | not applicable | same as plan.dxf |")
    print("|---|---|---|---|---|---|---|---|")
    for name, judged in rows.items():
        counts = Counter(outcome.verdict for outcome in judged.report.outcomes)
        figures = " | ".join(str(counts[verdict]) for verdict in VERDICTS)
        print(f"| {name} | {judged.report.verdict.value} | {figures} | {_same(own, judged)} of {len(own.report.outcomes)} |")
    for name, judged in rows.items():
        print(f"\n{name}")
        for sentence in judged.reading.said:
            print(f"  {sentence.en}")
        for verdict in (Verdict.FAIL, Verdict.BLOCKED):
            print(f"  {verdict.value}: {', '.join(one.clause for one in judged.report.outcomes if one.verdict is verdict)}")


def _same(own: Judged, other: Judged) -> int:
    theirs = {one.clause: one.verdict for one in other.report.outcomes}
    return sum(theirs.get(one.clause) is one.verdict for one in own.report.outcomes)


if __name__ == "__main__":
    main()
