"""Paint left out of a drawing before it is read: no rule looks at it, and it is nearly half of the file."""

from collections.abc import Collection
from pathlib import Path

HEAD = "  0\nSECTION\n  2\nHEADER\n  9\n$ACADVER\n  1\n{}\n  9\n$ACADMAINTVER\n 70\n{}\n  9\n$DWGCODEPAGE\n  3\n{}\n"
OURS = {
    HEAD.format("AC1024", 6, "ANSI_1252"): "utf-8",
    HEAD.format("AC1018", 0, "ANSI_936"): "gbk",
}  # as this program begins a file
BETWEEN = "\n  0\n"  # between two entities
LAYER = "\n  8\n"
PAINTED = ("HATCH\n", "LWPOLYLINE\n", "CIRCLE\n", "TEXT\n", "INSERT\n", "DIMENSION\n")  # entities without parts of their own


def text_without_paint(path: Path, paint: Collection[str]) -> str | None:
    """Text of a file written by this program without what lies on layers of paint; None of a file by any other hand.

    Parameters
    ----------
    paint
        Names of the layers.
    """
    data = path.read_bytes()
    encoding = next((encoding for head, encoding in OURS.items() if data.startswith(head.encode())), None)
    if encoding is None:
        return None
    try:
        entities = data.decode(encoding).split(BETWEEN)
    except UnicodeDecodeError:
        return None
    return BETWEEN.join(entity for entity in entities if not (entity.startswith(PAINTED) and _layer_of(entity) in paint))


def _layer_of(entity: str) -> str:
    return entity.partition(LAYER)[2].partition("\n")[0]
