"""The labelled shapes of a drawing: each shape on its grid with the one label that is its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon

from layoutgen.drawings.cad_entities import Corners, Found, LayerItems, Written
from layoutgen.drawings.labels import Label, parse_label
from layoutgen.drawings.layers import Layer, Profile
from layoutgen.drawings.match_labels import match_labels
from layoutgen.drawings.words import shorten
from layoutgen.geometry.parts import snap_line, snap_point, snap_polygon
from layoutgen.geometry.tolerance import LABEL_REACH_M
from layoutgen.model.reading import Defect, Read, Rung

Shape = TypeVar("Shape", Polygon, LineString, Point)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Drawn(Generic[Shape]):
    """One usable shape of a layer, on the grid."""

    shape: Shape
    handle: str
    xdata: tuple[str, ...]


@dataclass(slots=True)
class Labelled:
    """The items of a drawing by layer; what is not understood is gathered as it is met."""

    profile: Profile
    items: dict[str, LayerItems]
    defects: list[Defect]
    things: list[Read] = field(default_factory=list)

    def outlines(self, holds: str, mean: Callable[[Label, Polygon], T]) -> list[T]:
        """Mean every labelled outline of a layer."""
        layer = self.profile.holding(holds)
        shapes = [outline for one in self._items(layer).closed if (outline := self._outline(layer, one)) is not None]
        return self._mean(layer, shapes, 0.0, mean)

    def bare_outlines(self, holds: str) -> list[Polygon]:
        """Outlines of a layer, whether labelled or not; what is wrong with them is gathered by ``outlines``."""
        shapes = [_on_grid(one.shape) for one in self._items(self.profile.holding(holds)).closed]
        return [shape for shape in shapes if isinstance(shape, Polygon)]

    def lines(self, holds: str, mean: Callable[[Label, LineString], T]) -> list[T]:
        """Mean every labelled line of a layer."""
        layer = self.profile.holding(holds)
        shapes = [line for one in self._items(layer).lines if (line := self._line(layer, one)) is not None]
        return self._mean(layer, shapes, LABEL_REACH_M, mean)

    def points(self, holds: str, mean: Callable[[Label, Point], T]) -> list[T]:
        """Mean every labelled point of a layer."""
        layer = self.profile.holding(holds)
        shapes = [Drawn(snap_point(one.shape), one.handle, one.xdata) for one in self._items(layer).points]
        return self._mean(layer, shapes, LABEL_REACH_M, mean)

    def tell(self, says: str, role: str = "", at: Point | None = None, handle: str = "") -> None:
        """Gather a defect."""
        place = None if at is None else (at.x, at.y)
        self.defects.append(Defect(says=says, role=role, at=place, handle=handle))

    def _items(self, layer: Layer) -> LayerItems:
        return self.items.get(layer.code) or LayerItems()

    def _outline(self, layer: Layer, found: Found[Corners]) -> Drawn[Polygon] | None:
        shape = _on_grid(found.shape)
        if isinstance(shape, Polygon):
            return Drawn(shape, found.handle, found.xdata)
        at = Point(found.shape[0])
        self.tell(f"{layer.code}: an outline {_near(at)} cannot be used: {shape}.", layer.holds, at, found.handle)
        return None

    def _line(self, layer: Layer, found: Found[LineString]) -> Drawn[LineString] | None:
        try:
            return Drawn(snap_line(found.shape), found.handle, found.xdata)
        except ValueError as error:
            at = Point(found.shape.coords[0])
            self.tell(f"{layer.code}: a line {_near(at)} cannot be used: {error}.", layer.holds, at, found.handle)
            return None

    def _mean(self, layer: Layer, drawn: list[Drawn[Shape]], reach_m: float, mean: Callable[[Label, Shape], T]) -> list[T]:
        texts = sorted(self._items(layer).texts, key=lambda one: (one.text, one.place.x, one.place.y))
        shapes = [one.shape for one in drawn]
        inner = _inner(shapes)
        matched = match_labels([one.place for one in texts], shapes, reach_m)
        things: list[T] = []
        for index, one in enumerate(texts):
            if index not in matched:
                self.tell(_stray(layer, one, shapes, reach_m), layer.holds, one.place, one.handle)
                continue
            of = drawn[matched[index]]
            try:
                label = parse_label(one.text)
                things.append(mean(label, of.shape))
                self.things.append(_read(label, layer, of.handle, inner[matched[index]]))
            except ValueError as error:
                says = f"{layer.code}: label {shorten(one.text)!r}: {error}."
                self.tell(says, layer.holds, inner[matched[index]], one.handle)
        for index in sorted(set(range(len(shapes))) - set(matched.values())):
            says = f"{layer.code}: the thing {_at(inner[index])} has no label."
            self.tell(says, layer.holds, inner[index], drawn[index].handle)
        return things


def _on_grid(corners: Corners) -> Polygon | ValueError:
    try:
        return snap_polygon(Polygon(corners))
    except ValueError as error:
        return error


def _read(label: Label, layer: Layer, handle: str, at: Point) -> Read:
    return Read(id=label.id, role=layer.holds, rung=Rung.LABEL, handle=handle, at=(at.x, at.y))


def _stray(layer: Layer, label: Written, shapes: list[Shape], reach_m: float) -> str:
    if any(shape.distance(label.place) <= reach_m for shape in shapes):
        return f"{layer.code}: the thing {_at(label.place)} has more than one label: {shorten(label.text)!r}."
    return f"{layer.code}: the label {shorten(label.text)!r} {_at(label.place)} belongs to nothing."


def _inner(shapes: Sequence[Polygon | LineString | Point]) -> list[Point]:
    """Return a point in each outline and half-way on each line."""
    array = np.asarray(shapes, dtype=object)
    if shapes and isinstance(shapes[0], LineString):
        return list(shapely.line_interpolate_point(array, 0.5, normalized=True))
    return list(shapely.point_on_surface(array))


def _near(place: Point) -> str:
    return f"near ({place.x:.2f}, {place.y:.2f})"


def _at(place: Point) -> str:
    return f"at ({place.x:.2f}, {place.y:.2f})"
