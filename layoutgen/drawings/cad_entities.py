"""What stands on the contract's layers of a drawing file: shapes and texts, before any meaning."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from ezdxf.document import Drawing
from shapely.geometry import LineString, Point

from layoutgen.drawings.joined import FARTHEST_M, LINES, TEXTS
from layoutgen.drawings.layers import PREFIX, Layer, Profile, is_ours
from layoutgen.drawings.set_right import SetRight
from layoutgen.drawings.without_paint import text_without_paint
from layoutgen.drawings.words import SPAN_MOST_M, shorten
from layoutgen.errors import InputError
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.inputs.cad.layer_of import layer_of
from layoutgen.inputs.cad.read import open_cad
from layoutgen.inputs.cad.shapes import Shape
from layoutgen.model.reading import Defect
from layoutgen.sentence import Sentence

Corners = list[tuple[float, float]]
Geometry = TypeVar("Geometry", Corners, LineString, Point)


@dataclass(frozen=True, slots=True)
class Found(Generic[Geometry]):
    """One thing found on a layer, before any meaning."""

    shape: Geometry
    handle: str = ""  # in the file; of the block reference where it is part of one
    xdata: tuple[str, ...] = ()  # id and role as this program wrote them on it; empty where it carries none


@dataclass(frozen=True, slots=True)
class Written:
    """One text found on a layer."""

    place: Point
    text: str
    handle: str = ""


@dataclass(slots=True)
class LayerItems:
    """Everything found on one layer."""

    closed: list[Found[Corners]] = field(default_factory=list)  # rings, first corner not repeated
    lines: list[Found[LineString]] = field(default_factory=list)
    points: list[Found[Point]] = field(default_factory=list)
    texts: list[Written] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """Everything found in a drawing, by layer code."""

    items: dict[str, LayerItems]
    defects: tuple[Defect, ...]
    said: tuple[Sentence, ...]  # what was mended


def open_drawing(path: Path, profile: Profile, *, is_ours_only: bool = True) -> tuple[Drawing, tuple[Defect, ...]]:
    """Document of a DXF file, repaired if need be, and a defect for what is odd about the whole.

    Parameters
    ----------
    is_ours_only
        Whether a damaged file that holds nothing of ours is refused.

    Raises
    ------
    InputError
        If the file is missing, a folder, may not be read, or is no DXF.
    """
    paint = {layer.name for layer in profile.layers if layer.geometry == "paint"}
    document, notes = open_cad(path, lambda file: text_without_paint(file, paint))
    if notes and is_ours_only and not any(is_ours(layer_of(entity)) for entity in document.modelspace()):
        raise InputError(str(path), "", "no readable DXF", f"a DXF file with layers {PREFIX}…")
    return document, (Defect(says="The file is damaged and was read by repair."),) if notes else ()


def collect(whole: SetRight, profile: Profile) -> Collected:
    """Items by layer code of a drawing that was set right, a defect for each thing that is not understood, what was mended."""
    items: dict[str, LayerItems] = {}
    defects: list[Defect] = []
    for holds, shapes in whole.shapes.items():
        layer = profile.holding(holds)
        found = items.setdefault(layer.code, LayerItems())
        for shape in shapes:
            defects.extend(_take(shape, layer, found))
    return Collected(items=items, defects=(*defects, *whole.defects), said=whole.said)


def _take(shape: Shape, layer: Layer, items: LayerItems) -> Iterator[Defect]:
    kind = shape.kind
    if kind in TEXTS:
        text = shape.text.replace("\n", " ")
        if _is_near(shape.points):
            items.texts.append(Written(Point(shape.points[0]), text, shape.handle))
        else:
            yield _defect(shape, layer, f"the label {shorten(text)!r} stands beyond every site.")
    elif kind == "POINT" and layer.geometry == "point":
        if _is_near(shape.points):
            items.points.append(Found(Point(shape.points[0]), shape.handle, shape.xdata))
        else:
            yield _defect(shape, layer, "a point stands beyond every site.")
    elif kind in LINES and layer.geometry in ("outline", "line"):
        yield from _take_polyline(shape, layer, items)
    elif kind != "INSERT":  # taken apart
        yield _defect(shape, layer, f"a {kind} is not understood on this layer.")


def _take_polyline(shape: Shape, layer: Layer, items: LayerItems) -> Iterator[Defect]:
    corners, is_closed = list(shape.points), shape.is_closed
    if not _is_near(corners) or _span(corners) > SPAN_MOST_M:
        yield _defect(shape, layer, "a line runs beyond every site.")
        return
    where = f"near ({corners[0][0]:.2f}, {corners[0][1]:.2f})"
    returns = corners[0] == corners[-1] if is_closed else len(corners) > 2 and _is_same(corners[0], corners[-1])
    if len(corners) > 2 and returns:
        corners, is_closed = corners[:-1], True
    if layer.geometry == "line":
        ring = [*corners, corners[0]] if is_closed else corners
        if len(ring) < 2 or LineString(ring).length <= GRID_M:
            yield _defect(shape, layer, f"a line {where} has no length.")
            return
        items.lines.append(Found(LineString(ring), shape.handle, shape.xdata))
    elif not is_closed or len(corners) < 3:
        yield _defect(shape, layer, f"an outline {where} is not closed.")
    else:
        items.closed.append(Found(corners, shape.handle, shape.xdata))


def _defect(shape: Shape, layer: Layer, says: str) -> Defect:
    at = shape.points[0] if _is_near(shape.points) else None
    return Defect(says=f"{layer.code}: {says}", role=layer.holds, at=at, handle=shape.handle)


def _is_near(corners: Corners | tuple[tuple[float, float], ...]) -> bool:
    return all(abs(x) <= FARTHEST_M and abs(y) <= FARTHEST_M for x, y in corners)  # false for what is no number


def _span(corners: Corners) -> float:
    return float(max(max(axis) - min(axis) for axis in zip(*corners, strict=True)))


def _is_same(first: tuple[float, float], last: tuple[float, float]) -> bool:
    return abs(first[0] - last[0]) <= GRID_M and abs(first[1] - last[1]) <= GRID_M
