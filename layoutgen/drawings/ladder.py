"""By what each shape of a layer is known: its label, else the id in its data, else its shape in plan.json, else the layer."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import numpy as np
from shapely import STRtree
from shapely.geometry import LineString, Point, Polygon

from layoutgen.drawings.cad_entities import Written
from layoutgen.drawings.known_things import KnownThings
from layoutgen.drawings.labels import Label, label_id, parse_label
from layoutgen.drawings.layers import Layer
from layoutgen.drawings.match_labels import ON_IT_M, match_labels
from layoutgen.drawings.tidings import Tiding
from layoutgen.drawings.words import shorten
from layoutgen.model.reading import Rung

Shape = TypeVar("Shape", Polygon, LineString, Point)
LONGEST_XDATA = 80  # characters of an id that extended data keep


@dataclass(frozen=True, slots=True)
class Drawn(Generic[Shape]):
    """One usable shape of a layer, on the grid."""

    shape: Shape
    handle: str
    xdata: tuple[str, ...]  # id and role, where it carries them

    @property
    def xdata_id(self) -> str:
        """Id in its extended data; "" where there is none."""
        return self.xdata[0] if self.xdata else ""


@dataclass(slots=True)
class Step:
    """One shape and by what it is known."""

    of: int  # the shape
    rung: Rung
    label: Label | None  # None = no facts are known of it
    name: str = ""  # its id where no label tells it; "" = none is known
    text: str = ""  # of its label
    wrong: str = ""  # what is wrong with its label, as words for a sentence
    tidings: list[Tiding] = field(default_factory=list)


@dataclass(slots=True)
class Ladder(Generic[Shape]):
    """One layer: its shapes and texts, and what is found out about them."""

    layer: Layer
    drawn: Sequence[Drawn[Shape]]
    texts: Sequence[Written]
    reach_m: float
    known: KnownThings
    steps: dict[int, Step] = field(default_factory=dict)  # by shape
    strays: dict[int, str] = field(default_factory=dict)  # texts that belong to no shape, with the id they give
    seconds: dict[int, int] = field(default_factory=dict)  # texts on a shape that has its label, with the shape
    twice: list[int] = field(default_factory=list)  # shapes that lie exactly on a labelled one
    names: set[str] = field(default_factory=set)  # ids that are taken

    def climb(self) -> None:
        """Find the rung of every shape, the surest first."""
        self._by_label()
        self._leave_out_twice()
        self._by_xdata()
        self._by_geometry()
        for shape in self._bare():
            self.steps[shape] = Step(shape, Rung.LAYER, None, tidings=[Tiding.LAYER])

    def is_copied(self, shape: int) -> bool:
        """Whether what the data of a shape say is said by another shape's data too, and by that one's label."""
        name = self.drawn[shape].xdata_id
        others = (step for step in self.steps.values() if step.of != shape and self.drawn[step.of].xdata_id == name)
        return any(step.label is not None and step.label.id[:LONGEST_XDATA] == name for step in others)

    def _by_label(self) -> None:
        places, shapes = [one.place for one in self.texts], [one.shape for one in self.drawn]
        matched = match_labels(places, shapes, self.reach_m, self._named())
        by_shape = {shape: text for text, shape in matched.items()}
        left = sorted(set(range(len(self.texts))) - set(matched))
        over = self._labelled_at(left, by_shape)
        for text in left:
            if text not in over:
                self.strays[text] = label_id(self.texts[text].text)
                continue
            shape = over[text]
            self.seconds[text] = shape
            if self._agrees(text, shape) and not self._agrees(by_shape[shape], shape):
                self.seconds[by_shape[shape]] = self.seconds.pop(text)
                by_shape[shape] = text
        for shape, text in by_shape.items():
            self._take(_labelled(shape, self.texts[text].text))

    def _named(self) -> dict[int, int]:
        """The shape whose data say what a text says, where no other text and no other shape says it."""
        texts: dict[str, list[int]] = defaultdict(list)
        shapes: dict[str, list[int]] = defaultdict(list)
        for text, one in enumerate(self.texts):
            texts[label_id(one.text)[:LONGEST_XDATA]].append(text)
        for shape, drawn in enumerate(self.drawn):
            shapes[drawn.xdata_id].append(shape)
        both = (name for name in texts if name and len(texts[name]) == len(shapes[name]) == 1)
        return {texts[name][0]: shapes[name][0] for name in both}

    def _labelled_at(self, texts: Sequence[int], by_shape: Collection[int]) -> dict[int, int]:
        """The labelled shape on which each of some texts stands."""
        shapes = sorted(by_shape)
        if not texts or not shapes:
            return {}
        tree = STRtree(np.asarray([self.drawn[shape].shape for shape in shapes], dtype=object))
        places = np.asarray([self.texts[text].place for text in texts], dtype=object)
        near = tree.query(places, predicate="dwithin", distance=max(self.reach_m, ON_IT_M))
        return {texts[place]: shapes[shape] for place, shape in sorted(near.T.tolist(), reverse=True)}

    def _agrees(self, text: int, shape: int) -> bool:
        return bool(self.drawn[shape].xdata) and label_id(self.texts[text].text)[:LONGEST_XDATA] == self.drawn[shape].xdata_id

    def _leave_out_twice(self) -> None:
        """A shape without a label that lies on a labelled one is that one, drawn again."""
        labelled = {self.drawn[shape].shape.wkb for shape in self.steps}
        self.twice = [shape for shape in self._bare() if self.drawn[shape].shape.wkb in labelled]

    def _by_xdata(self) -> None:
        for shape in self._bare():
            name = self.drawn[shape].xdata_id
            if name and name not in self.names:
                self._know(shape, Rung.XDATA, name, Tiding.XDATA)

    def _by_geometry(self) -> None:
        bare = self._bare() if self.known else []
        found = self.known.alike(self.layer.holds, [self.drawn[shape].shape for shape in bare], self.names)
        for place, thing in sorted(found.items()):
            self._know(bare[place], Rung.GEOMETRY, thing.label.id, Tiding.GEOMETRY)

    def _know(self, shape: int, rung: Rung, name: str, tiding: Tiding) -> None:
        """Take a shape for the thing of an id: its facts stand in a label that was dragged out, else in plan.json."""
        stray = min((text for text, given in self.strays.items() if given == name), default=None)
        if stray is not None:
            del self.strays[stray]
            step = _labelled(shape, self.texts[stray].text)
            step.tidings.append(Tiding.OUTSIDE)
            self._take(step)
            return
        thing = self.known.find(self.layer.holds, name)
        self._take(Step(shape, rung, thing.label if thing else None, name, tidings=[tiding]))

    def _take(self, step: Step) -> None:
        self.steps[step.of] = step
        self.names.add(step.label.id if step.label else step.name)

    def _bare(self) -> list[int]:
        """Shapes without a rung, in an order that is their own."""
        bare = set(range(len(self.drawn))) - set(self.steps) - set(self.twice)
        return sorted(bare, key=lambda shape: (self.drawn[shape].shape.wkb, self.drawn[shape].handle))


def _labelled(shape: int, text: str) -> Step:
    try:
        return Step(shape, Rung.LABEL, parse_label(text), text=text)
    except ValueError as error:
        return Step(shape, Rung.LABEL, None, label_id(text), text, wrong=f"label {shorten(text)!r}: {error}")
