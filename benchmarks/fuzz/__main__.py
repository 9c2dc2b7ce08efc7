"""Broken and hostile files for every reader, judged in a child process.

    python -m benchmarks.fuzz [--inputs 10000] [--reader NAME] [--from N] [--keep FOLDER]

A finding is a traceback, a death, more than 10 s of the processor or more than 1 GB for one input; there should be none. The
small drawing is laid out by the program on one of its own sites.
"""

import argparse
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path
from random import Random

from benchmarks.fuzz.corpus import Corpus, make_corpus
from benchmarks.fuzz.readers import READERS
from benchmarks.fuzz.run import FINDINGS, Outcome, judge_cases
from layoutgen.inputs.template_files import templates_folder
from layoutgen.jobs.ask import Flags, ask
from layoutgen.jobs.generate import generate

SITE = "mill-lane"
TOLD = 240  # characters of a finding


def main() -> None:
    """Print the table."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--inputs", type=int, default=10_000)
    words.add_argument("--reader", choices=sorted(READERS))
    words.add_argument("--from", type=int, default=0, dest="first")
    words.add_argument("--keep", type=Path)
    asked = words.parse_args()
    outcomes: list[Outcome] = []
    numbers = shared_out(asked.inputs, asked.first, asked.reader)
    Random(len(numbers)).shuffle(numbers)  # so that a run cut short by Ctrl-C has judged some of everything
    with suppress(KeyboardInterrupt):
        for outcome in judge_cases(own_corpus(), numbers, asked.keep):
            outcomes.append(outcome)
            if outcome.outcome in FINDINGS:
                print(f"{outcome.outcome}: {outcome.reader} {outcome.number}: {outcome.where[:TOLD]}", flush=True)
    print_table(outcomes)


def own_corpus() -> Corpus:
    """Seeds with a drawing of one of the example sites."""
    sites = templates_folder() / "sites"
    request = ask(sites / f"{SITE}.geojson", Flags(brief=sites / f"{SITE}.toml"))
    with tempfile.TemporaryDirectory() as folder:
        return make_corpus(generate(request.site, request.brief, Path(folder), lambda _: None).plan)


def shared_out(inputs: int, first: int, only: str | None = None) -> list[tuple[str, int]]:
    """Readers and numbers of so many inputs, by the readers' shares."""
    if only is not None:
        return [(only, number) for number in range(first, first + inputs)]
    whole = sum(reader.share for reader in READERS.values())
    counts = {name: round(inputs * reader.share / whole) for name, reader in READERS.items()}
    return [(name, number) for name, count in counts.items() for number in range(first, first + count)]


def print_table(outcomes: list[Outcome]) -> None:
    """A row a reader, and the whole."""
    print(
        f"\n{'reader':<14}{'inputs':>8}{'read':>8}{'refused':>9}"
        + "".join(f"{f:>11}" for f in FINDINGS)
        + f"{'slowest s':>11}{'most MB':>9}"
    )
    for name in (*READERS, "all"):
        rows = [one for one in outcomes if name in (one.reader, "all")]
        if rows:
            count = Counter(one.outcome for one in rows)
            found = "".join(f"{count[finding]:>11}" for finding in FINDINGS)
            most = f"{max(one.seconds for one in rows):>11.1f}{max(one.mb for one in rows):>9.0f}"
            print(f"{name:<14}{len(rows):>8}{count['read']:>8}{count['refused']:>9}{found}{most}")


if __name__ == "__main__":
    main()
