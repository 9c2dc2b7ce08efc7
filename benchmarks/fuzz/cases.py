"""An input by its number: the same number is the same bytes, on every machine."""

from pathlib import Path
from random import Random

from benchmarks.fuzz import by_bytes
from benchmarks.fuzz.bombs import BOMBS
from benchmarks.fuzz.corpus import Corpus
from benchmarks.fuzz.readers import CLAUSES, FOREIGN, HEAD, MAP, READERS, SMALL_PLAN, SOUND

BY_STRUCTURE = 0.75  # of the mutated inputs


def case(corpus: Corpus, reader: str, number: int) -> bytes:
    """Bytes of an input; the first numbers are the bombs made by hand."""
    bombs = BOMBS.get(reader, ())
    if number < len(bombs):
        return bombs[number]()
    rng = Random(f"{reader} {number}")
    seed = rng.choice(corpus[reader])
    return READERS[reader].structure(seed, rng) if rng.random() < BY_STRUCTURE else by_bytes.mutated(seed, rng)


def lay_out(folder: Path, corpus: Corpus, reader: str, data: bytes) -> Path:
    """Write an input where its reader looks for it, with the sound files that stand beside it."""
    path = folder / READERS[reader].file
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = {SMALL_PLAN: "plan json", f"ours/{HEAD}": "pack head", f"ours/{CLAUSES}": "pack clauses"}
    for name, kind in beside.items():
        if name.startswith("ours/") == READERS[reader].file.startswith("ours/") or name == SMALL_PLAN:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(corpus[kind][0])
    for name, kind in ((SOUND, "drawing dxf"), (FOREIGN, "foreign dxf"), (MAP, "map")):
        (folder / name).write_bytes(corpus[kind][0])
    path.write_bytes(data)
    return path
