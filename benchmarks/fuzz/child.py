"""A process that judges inputs until it dies: python -m benchmarks.fuzz.child SECONDS MEGABYTES FOLDER.

A line "reader<TAB>path" comes in, a line of JSON goes out. Seconds are those of the processor; past them the process is killed
where it stands and says where that was.
"""

import faulthandler
import json
import resource
import signal
import sys
import time
import traceback
from pathlib import Path

from benchmarks.fuzz.readers import READERS
from layoutgen.errors import LayoutgenError

MEGA = 1 << 20
KILO = 1 << 10
OWN = ("layoutgen", "templates")


def judged(reader: str, path: Path, most_mb: float) -> dict[str, object]:
    """What became of one input."""
    Path("/proc/self/clear_refs").write_text("5")  # the highest resident size counts from here
    since = time.process_time()
    outcome, where = "read", ""
    try:
        READERS[reader].read(path)
    except LayoutgenError as error:
        outcome, where = "refused", str(error)
    except MemoryError as error:
        outcome, where = "memory", told(error)
    except BaseException as error:
        outcome, where = "traceback", told(error)
    seconds, used_mb = time.process_time() - since, peak_kb() * KILO / MEGA
    if used_mb > most_mb:
        outcome, where = "memory", where or f"{used_mb:.0f} MB"
    return {"outcome": outcome, "where": where, "seconds": seconds, "mb": used_mb}


def told(error: BaseException) -> str:
    """Kind of an error, its words and the innermost lines of ours."""
    frames = [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(error.__traceback__)]
    own = [
        f"{Path(f.filename).name}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__) if "/layoutgen/" in f.filename
    ]
    try:
        words = str(error)[:160]
    except Exception as unsayable:
        words = f"(unsayable: {unsayable})"
    return f"{type(error).__name__}: {words} | {' < '.join(reversed(own[-3:]))} | {frames[-1]}"


def peak_kb() -> int:
    """Highest resident size since it was last set back."""
    return status_kb("VmHWM:")


def status_kb(key: str) -> int:
    """A figure of the process's own status."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(key))


def main() -> None:
    """Judge what comes in."""
    seconds, most_mb = float(sys.argv[1]), float(sys.argv[2])
    faulthandler.enable()
    faulthandler.register(signal.SIGPROF, chain=True)
    limit = status_kb("VmSize:") * KILO + int(most_mb * MEGA)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    answers, sys.stdout = sys.stdout, sys.stderr
    for line in sys.stdin:
        reader, path = line.rstrip("\n").split("\t")
        signal.setitimer(signal.ITIMER_PROF, seconds)
        answer = judged(reader, Path(path), most_mb)
        signal.setitimer(signal.ITIMER_PROF, 0.0)
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
