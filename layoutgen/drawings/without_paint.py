"""Paint left out of a drawing before it is read: no rule looks at it, and it is nearly half of the file."""

from collections.abc import Collection
from pathlib import Path

OURS = "  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\nAC1024\n"  # as this program begins a file: UTF-8, these line ends
BETWEEN = "\n  0\n"  # between two entities
LAYER = "\n  8\n"
PAINTED = ("HATCH\n", "LWPOLYLINE\n", "CIRCLE\n", "TEXT\n")  # entities without parts of their own


def text_without_paint(path: Path, paint: Collection[str]) -> str | None:
    """Text of a file written by this program without what lies on layers of paint; None of a file by any other hand.

    Parameters
    ----------
    paint
        Names of the layers.
    """
    data = path.read_bytes()
    if not data.startswith(OURS.encode()):
        return None
    try:
        entities = data.decode("utf-8").split(BETWEEN)
    except UnicodeDecodeError:
        return None
    return BETWEEN.join(entity for entity in entities if not (entity.startswith(PAINTED) and _layer_of(entity) in paint))


def _layer_of(entity: str) -> str:
    return entity.partition(LAYER)[2].partition("\n")[0]
