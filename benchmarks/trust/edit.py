"""What a harmless edit is, and the drawing that it is done to: DXF entities, never our Plan, writer or reader."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

PAINT, META = "SP-PAINT", "SP-META"

Doc = Any  # ezdxf's drawing
Save = Callable[[Doc, Path], None]


def save_as_it_is(doc: Doc, place: Path) -> None:
    """Save in the version that the drawing has."""
    doc.saveas(place)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One way to change a drawing and no verdict.

    ``make`` changes the document in place, or gives another one; ``save`` writes it.
    """

    name: str  # in words, unique: "every label moved inside its outline"
    kind: str  # what the table counts it under: "labels", "translation", …
    make: Callable[[Doc, Random], Doc | None]
    save: Save = save_as_it_is
    is_of_paint: bool = False  # needs trees, hatches and dimensions
    blur: float = 1e-6  # share of a number by which it may change: what the edit itself moves, corners put on the grid anew


def of_ours(doc: Doc) -> list[Any]:
    """Entities of the model space that rules read, in order of their handles."""
    found = [e for e in doc.modelspace() if e.dxf.layer.startswith("SP-") and not e.dxf.layer.startswith(PAINT)]
    return sorted(found, key=lambda e: int(e.dxf.handle, 16))


def texts(doc: Doc) -> list[Any]:
    """Labels of our things, without the facts."""
    return [e for e in of_ours(doc) if e.dxftype() == "TEXT" and not e.dxf.layer.startswith(META)]


def outlines(doc: Doc) -> list[Any]:
    """Closed outlines."""
    return [e for e in of_ours(doc) if e.dxftype() == "LWPOLYLINE" and e.closed]


def open_lines(doc: Doc, *, is_directed: bool = True) -> list[Any]:
    """Lines: all, or only those whose direction says nothing (the outside of a window lies to the right of it)."""
    found = [e for e in of_ours(doc) if e.dxftype() == "LWPOLYLINE" and not e.closed]
    return found if is_directed else [e for e in found if "WINDOW" not in e.dxf.layer]


def points_of(entity: Any) -> list[tuple[float, float]]:
    """Corners of a polyline."""
    return [(x, y) for x, y, *_ in entity.get_points("xy")]


def labelled(doc: Doc) -> Iterator[tuple[Any, list[tuple[float, float]]]]:
    """Every label that stands in exactly one outline of its layer, with that outline's corners."""
    by_layer: dict[str, list[list[tuple[float, float]]]] = {}
    for outline in outlines(doc):
        by_layer.setdefault(outline.dxf.layer, []).append(points_of(outline))
    for text in texts(doc):
        at = place_of(text)
        around = [ring for ring in by_layer.get(text.dxf.layer, []) if holds(ring, at)]
        if len(around) == 1:
            yield text, around[0]


def place_of(text: Any) -> tuple[float, float]:
    """Where a text stands."""
    x, y, *_ = text.get_placement()[1]
    return x, y


def holds(ring: list[tuple[float, float]], at: tuple[float, float]) -> bool:
    """Whether a point lies in a ring."""
    x, y = at
    is_in = False
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (ay > y) != (by > y) and ax + (y - ay) / (by - ay) * (bx - ax) > x:
            is_in = not is_in
    return is_in
