"""The things of a drawing, layer by layer: each shape on its grid, by what it is known and what that means."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon

from layoutgen.drawings.cad_entities import Corners, Found, LayerItems
from layoutgen.drawings.known_things import KnownThings
from layoutgen.drawings.labels import Label
from layoutgen.drawings.ladder import LONGEST_XDATA, Drawn, Ladder, Step
from layoutgen.drawings.layers import Layer, Profile
from layoutgen.drawings.silent_labels import says_figures, silent_label
from layoutgen.drawings.tidings import Tiding
from layoutgen.drawings.words import shorten
from layoutgen.geometry.parts import snap_line, snap_point, snap_polygon
from layoutgen.geometry.tolerance import LABEL_REACH_M
from layoutgen.model.reading import Defect, Rung

Shape = TypeVar("Shape", Polygon, LineString, Point)
T = TypeVar("T")
MADE = "?"  # begins the id of a thing that tells none


@dataclass(frozen=True, slots=True)
class Trace:
    """How a thing came to be known."""

    name: str  # its id in the plan
    label: Label  # its own, or that of what is known
    role: str
    rung: Rung
    shape: Polygon | LineString | Point
    at: Point  # in it
    handle: str
    tidings: tuple[Tiding, ...]


@dataclass(frozen=True, slots=True)
class Meant(Generic[T]):
    """A thing and how it came to be known."""

    thing: T
    trace: Trace


@dataclass(slots=True)
class Labelled:
    """The items of a drawing by layer; what is not understood is gathered as it is met."""

    profile: Profile
    items: dict[str, LayerItems]
    known: KnownThings
    defects: list[Defect]
    traces: list[Trace] = field(default_factory=list)  # of what became part of the plan
    told: list[tuple[Tiding, str]] = field(default_factory=list)  # of things that are not in the plan
    strays: list[tuple[str, Defect]] = field(default_factory=list)  # labels that belong to nothing, each as a defect
    made: int = 0  # ids made so far

    def outlines(self, holds: str, mean: Callable[[Label, Polygon], T]) -> list[Meant[T]]:
        """Mean every outline of a layer."""
        layer = self.profile.holding(holds)
        shapes = [outline for one in self._items(layer).closed if (outline := self._outline(layer, one)) is not None]
        return self._mean(layer, shapes, 0.0, mean)

    def lines(self, holds: str, mean: Callable[[Label, LineString], T]) -> list[Meant[T]]:
        """Mean every line of a layer."""
        layer = self.profile.holding(holds)
        shapes = [line for one in self._items(layer).lines if (line := self._line(layer, one)) is not None]
        return self._mean(layer, shapes, LABEL_REACH_M, mean)

    def points(self, holds: str, mean: Callable[[Label, Point], T]) -> list[Meant[T]]:
        """Mean every point of a layer."""
        layer = self.profile.holding(holds)
        shapes = [Drawn(snap_point(one.shape), one.handle, one.xdata) for one in self._items(layer).points]
        return self._mean(layer, shapes, LABEL_REACH_M, mean)

    def tell(self, says: str, role: str = "", at: Point | None = None, *, handle: str = "", name: str = "") -> None:
        """Gather a defect; the name is of a thing of the plan whose label is silent."""
        place = None if at is None else (at.x, at.y)
        self.defects.append(Defect(says=says, role=role, at=place, handle=handle, id=name))

    def made_id(self) -> str:
        """Return an id for a thing that tells none."""
        self.made += 1
        return f"{MADE}{self.made}"

    def _items(self, layer: Layer) -> LayerItems:
        return self.items.get(layer.code) or LayerItems()

    def _outline(self, layer: Layer, found: Found[Corners]) -> Drawn[Polygon] | None:
        try:
            return Drawn(snap_polygon(Polygon(found.shape)), found.handle, found.xdata)
        except ValueError as error:
            at = Point(found.shape[0])
            self.tell(f"{layer.code}: an outline {_near(at)} cannot be used: {error}.", layer.holds, at, handle=found.handle)
            return None

    def _line(self, layer: Layer, found: Found[LineString]) -> Drawn[LineString] | None:
        try:
            return Drawn(snap_line(found.shape), found.handle, found.xdata)
        except ValueError as error:
            at = Point(found.shape.coords[0])
            self.tell(f"{layer.code}: a line {_near(at)} cannot be used: {error}.", layer.holds, at, handle=found.handle)
            return None

    def _mean(
        self, layer: Layer, drawn: list[Drawn[Shape]], reach_m: float, mean: Callable[[Label, Shape], T]
    ) -> list[Meant[T]]:
        texts = sorted(self._items(layer).texts, key=lambda one: (one.text, one.place.x, one.place.y))
        ladder = Ladder(layer, drawn, texts, reach_m, self.known)
        ladder.climb()
        inner = _inner([one.shape for one in drawn])
        found = [self._meant(ladder, step, inner[step.of], mean) for step in ladder.steps.values()]
        self._tell_of_texts(ladder, {of: one.trace.name for of, one in zip(ladder.steps, found, strict=True) if one})
        self.told += [(Tiding.TWICE, ladder.drawn[shape].xdata_id or layer.zh) for shape in ladder.twice]
        return [one for one in found if one is not None]

    def _meant(self, ladder: Ladder[Shape], step: Step, at: Point, mean: Callable[[Label, Shape], T]) -> Meant[T] | None:
        """Mean one shape; what its label should say and does not is a defect."""
        layer, drawn = ladder.layer, ladder.drawn[step.of]
        label: Label = step.label or silent_label(layer, step.name or self.made_id())
        wrong = step.wrong
        if step.label is None and not wrong and says_figures(layer):
            wrong = f"the thing {_at(at)} has no label"
        try:
            thing = mean(label, drawn.shape)
        except ValueError as error:
            wrong = wrong or f"label {shorten(step.text or label.id)!r}: {error}"
            label = silent_label(layer, label.id)
            try:
                thing = mean(label, drawn.shape)
            except ValueError:
                self.tell(f"{layer.code}: {wrong}.", layer.holds, at, handle=drawn.handle)
                return None
        if wrong:
            self.tell(f"{layer.code}: {wrong}.", layer.holds, at, handle=drawn.handle, name=label.id)
        tidings = (*step.tidings, *self._agreement(ladder, step, label, at))
        return Meant(thing, Trace(label.id, label, layer.holds, step.rung, drawn.shape, at, drawn.handle, tidings))

    def _agreement(self, ladder: Ladder[Shape], step: Step, label: Label, at: Point) -> list[Tiding]:
        """Hold what its data say of a thing against what it is known by; a conflict of ids is a defect."""
        layer, drawn = ladder.layer, ladder.drawn[step.of]
        is_other = step.rung is Rung.LABEL and drawn.xdata_id not in ("", label.id[:LONGEST_XDATA])
        if is_other and not ladder.is_copied(step.of):
            ids = f"{shorten(label.id)} by its label and {shorten(drawn.xdata_id)} by its extended data"
            says = f"{layer.code}: the thing {_at(at)} is {ids} (handle {shorten(drawn.handle)})."
            self.tell(says, layer.holds, at, handle=drawn.handle, name=label.id)
        return [Tiding.RETYPED] if len(drawn.xdata) > 1 and drawn.xdata[1] != layer.holds else []

    def _tell_of_texts(self, ladder: Ladder[Shape], names: dict[int, str]) -> None:
        """Tell of labels that belong to nothing, and of second ones."""
        layer = ladder.layer
        for text in sorted(ladder.strays):
            one = ladder.texts[text]
            says = f"{layer.code}: the label {shorten(one.text)!r} {_at(one.place)} belongs to nothing."
            place = (one.place.x, one.place.y)
            self.strays.append((one.text, Defect(says=says, role=layer.holds, at=place, handle=one.handle)))
        for text, shape in sorted(ladder.seconds.items()):
            one = ladder.texts[text]
            if one.text == ladder.steps[shape].text:
                self.told.append((Tiding.TWICE, names.get(shape, layer.zh)))
                continue
            says = f"{layer.code}: the thing {_at(one.place)} has more than one label: {shorten(one.text)!r}."
            self.tell(says, layer.holds, one.place, handle=one.handle, name=names.get(shape, ""))


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
