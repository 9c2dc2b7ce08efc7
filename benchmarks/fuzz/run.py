"""Inputs given to a child process one by one; what kills it is a finding, and a new child goes on."""

import json
import os
import select
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from benchmarks.fuzz.cases import case, lay_out
from benchmarks.fuzz.corpus import Corpus

SECONDS = 10.0  # of the processor, for one input
MEGABYTES = 1024.0
PATIENCE_S = 120.0  # by the clock: a child that sleeps does not use the processor
ROUND = 400  # inputs that one child judges
FINDINGS = ("traceback", "hang", "memory", "died")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one input."""

    reader: str
    number: int
    outcome: str  # read, refused, or a finding
    where: str
    seconds: float
    mb: float


class Child:
    """The process that reads, begun anew when it has died."""

    def __init__(self, folder: Path) -> None:
        self._errors = folder / "stderr.txt"
        self._process: subprocess.Popen[str] | None = None
        self._count = 0

    def __enter__(self) -> "Child":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def judge(self, reader: str, path: Path) -> dict[str, object]:
        """Answer of the child, or how it died."""
        process = self._begun()
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{reader}\t{path}\n")
        process.stdin.flush()
        ready, _, _ = select.select([process.stdout], [], [], PATIENCE_S)
        line = process.stdout.readline() if ready else ""
        if line:
            answer: dict[str, object] = json.loads(line)
            return answer
        self._end()
        code = process.returncode
        kind = "hang" if not ready or code in (-27, -9) else "died"
        return {"outcome": kind, "where": f"signal {-code} | {self._last_words()}", "seconds": SECONDS, "mb": 0.0}

    def _begun(self) -> subprocess.Popen[str]:
        if self._process is not None and self._count >= ROUND:
            self._end()
        self._count += 1
        if self._process is None:
            self._count = 1
            words = [sys.executable, "-m", "benchmarks.fuzz.child", str(SECONDS), str(MEGABYTES)]
            environment = {
                **os.environ,
                "OPENBLAS_NUM_THREADS": "1",
                "PYTHONIOENCODING": "utf-8:replace",
                "PYTHONWARNINGS": "ignore",
            }
            with self._errors.open("w") as errors:
                self._process = subprocess.Popen(
                    words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True, env=environment
                )
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def _last_words(self) -> str:
        lines = self._errors.read_text(errors="replace").splitlines()
        frames = [line.split("/")[-1].strip() for line in lines if line.lstrip().startswith("File")]
        return " < ".join(frames[:6]) or " ".join(lines[-2:])


def judge_cases(corpus: Corpus, numbers: Iterable[tuple[str, int]], keep: Path | None = None) -> Iterator[Outcome]:
    """Outcomes of inputs, each by its reader and number.

    Parameters
    ----------
    keep
        Folder for the inputs that are findings.
    """
    with tempfile.TemporaryDirectory() as name, Child(Path(name)) as child:
        for reader, number in numbers:
            data = case(corpus, reader, number)
            path = lay_out(Path(name) / reader.replace(" ", "-"), corpus, reader, data)
            answer = child.judge(reader, path)
            if keep is not None and answer["outcome"] in FINDINGS:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{reader.replace(' ', '-')}-{number}{path.suffix}").write_bytes(data)
            yield Outcome(
                reader=reader,
                number=number,
                outcome=str(answer["outcome"]),
                where=str(answer["where"]),
                seconds=float(str(answer["seconds"])),
                mb=float(str(answer["mb"])),
            )
