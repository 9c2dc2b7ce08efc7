"""The labelled shapes of a drawing: each shape on its grid with the one label that is its own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from shapely.geometry import LineString, Point, Polygon

from layoutgen.drawings.cad_entities import Corners, LayerItems
from layoutgen.drawings.labels import Label, parse_label
from layoutgen.drawings.layers import Layer, Profile
from layoutgen.drawings.match_labels import match_labels
from layoutgen.drawings.words import shorten
from layoutgen.geometry.parts import snap_line, snap_point, snap_polygon
from layoutgen.geometry.tolerance import LABEL_REACH_M

Shape = TypeVar("Shape", Polygon, LineString, Point)
T = TypeVar("T")


@dataclass(slots=True)
class Labelled:
    """The items of a drawing by layer; what is not understood is gathered as it is met."""

    profile: Profile
    items: dict[str, LayerItems]
    defects: list[str]

    def outlines(self, holds: str, mean: Callable[[Label, Polygon], T]) -> list[T]:
        """Mean every labelled outline of a layer."""
        layer = self.profile.holding(holds)
        shapes = [shape for corners in self._items(layer).closed if (shape := self._polygon(layer, corners)) is not None]
        return self._mean(layer, shapes, 0.0, mean)

    def bare_outlines(self, holds: str) -> list[Polygon]:
        """Outlines of a layer, whether labelled or not; what is wrong with them is gathered by ``outlines``."""
        shapes = [_on_grid(corners) for corners in self._items(self.profile.holding(holds)).closed]
        return [shape for shape in shapes if isinstance(shape, Polygon)]

    def lines(self, holds: str, mean: Callable[[Label, LineString], T]) -> list[T]:
        """Mean every labelled line of a layer."""
        layer = self.profile.holding(holds)
        shapes = [shape for line in self._items(layer).lines if (shape := self._line(layer, line)) is not None]
        return self._mean(layer, shapes, LABEL_REACH_M, mean)

    def points(self, holds: str, mean: Callable[[Label, Point], T]) -> list[T]:
        """Mean every labelled point of a layer."""
        layer = self.profile.holding(holds)
        return self._mean(layer, [snap_point(point) for point in self._items(layer).points], LABEL_REACH_M, mean)

    def _items(self, layer: Layer) -> LayerItems:
        return self.items.get(layer.code) or LayerItems()

    def _polygon(self, layer: Layer, corners: Corners) -> Polygon | None:
        shape = _on_grid(corners)
        if isinstance(shape, Polygon):
            return shape
        x, y = corners[0]
        self.defects.append(f"{layer.code}: an outline near ({x:.2f}, {y:.2f}) cannot be used: {shape}.")
        return None

    def _line(self, layer: Layer, line: LineString) -> LineString | None:
        try:
            return snap_line(line)
        except ValueError as error:
            x, y = line.coords[0]
            self.defects.append(f"{layer.code}: a line near ({x:.2f}, {y:.2f}) cannot be used: {error}.")
            return None

    def _mean(self, layer: Layer, shapes: list[Shape], reach_m: float, mean: Callable[[Label, Shape], T]) -> list[T]:
        texts = sorted(self._items(layer).texts, key=lambda text: (text[1], text[0].x, text[0].y))
        places = [place for place, _ in texts]
        matched = match_labels(places, shapes, reach_m)
        things: list[T] = []
        for index, (place, text) in enumerate(texts):
            if index not in matched:
                self.defects.append(_stray(layer, place, text, shapes, reach_m))
                continue
            try:
                things.append(mean(parse_label(text), shapes[matched[index]]))
            except ValueError as error:
                self.defects.append(f"{layer.code}: label {shorten(text)!r}: {error}.")
        bare = sorted(set(range(len(shapes))) - set(matched.values()))
        self.defects += [f"{layer.code}: the thing {_at(shapes[index].representative_point())} has no label." for index in bare]
        return things


def _on_grid(corners: Corners) -> Polygon | ValueError:
    try:
        return snap_polygon(Polygon(corners))
    except ValueError as error:
        return error


def _stray(layer: Layer, place: Point, text: str, shapes: list[Shape], reach_m: float) -> str:
    if any(shape.distance(place) <= reach_m for shape in shapes):
        return f"{layer.code}: the thing {_at(place)} has more than one label: {shorten(text)!r}."
    return f"{layer.code}: the label {shorten(text)!r} {_at(place)} belongs to nothing."


def _at(place: Point) -> str:
    return f"at ({place.x:.2f}, {place.y:.2f})"
