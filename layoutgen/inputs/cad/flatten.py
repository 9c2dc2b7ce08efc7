"""Entities become shapes: blocks taken apart, what is hidden or cannot be read counted, never dropped in silence."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from math import inf

from ezdxf.entities import DXFEntity, Insert, MLine

from layoutgen.geometry.tolerance import GRID_M
from layoutgen.inputs.cad.drawn import TEXTS, Drawn, drawn_parts, insertion
from layoutgen.inputs.cad.layer_of import layer_of
from layoutgen.inputs.cad.shapes import Shape

ANNOTATION = ("LEADER", "MULTILEADER", "TOLERANCE", "IMAGE", "WIPEOUT", "OLE2FRAME", "ACAD_TABLE", "XLINE", "RAY")
DIMENSION = "DIMENSION"  # of whatever kind
NOTHING = ("VIEWPORT", "SEQEND", "ATTDEF")  # hold nothing of a site
TEXT_OF_XDATA = 1000  # group code
NEST_MAX = 32  # blocks in blocks; a file that holds itself ends here
MOST_SHAPES = 1_000_000
MOST_IN_BLOCKS = 60_000  # entities that blocks stand for, drawn or not: each is a copy, placed anew
MOST_POINTS = 3_000_000  # of curves, as chords
UNSOUND = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)  # what a damaged entity raises


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a reader wants of a drawing."""

    layers: Callable[[str], bool]  # which layers, by their name
    mend: Callable[[str], str]  # how a layer's name and a text's words are set right
    hidden: frozenset[str] = frozenset()  # layers, as the file writes them, whose things are counted and left out
    application: str = ""  # whose extended data are wanted; "" = none
    farthest: float = inf  # what lies farther from the origin is counted and left out [drawing units]


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was met on the way, in numbers."""

    unread: Counter[tuple[str, str]] = field(default_factory=Counter)  # by entity type and layer
    annotation: Counter[tuple[str, str]] = field(default_factory=Counter)
    hidden: Counter[str] = field(default_factory=Counter)  # by layer
    mended: Counter[str] = field(default_factory=Counter)  # by the layer's true name
    empty_blocks: Counter[str] = field(default_factory=Counter)  # references to blocks that hold nothing, by name
    raised: int = 0
    highest: float = 0.0  # greatest height off the drawing's plane
    blocks: int = 0
    beyond: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The block reference that an entity is part of: what is on layer 0 in a block lies on the reference's layer."""

    layer: str
    block: str
    handle: str


class TooMuchError(Exception):
    """A drawing that stands for more things than any site has."""


class Flattener:
    """Walks a layout once."""

    def __init__(self, metres_per_unit: float, wish: Wish) -> None:
        self.tally = Tally()
        self._metres_per_unit = metres_per_unit
        self._wish = wish
        self._names: dict[str, str] = {}
        self._layers_of_block: dict[str, frozenset[str]] = {}
        self._in_blocks = self._points = 0

    def shapes(self, entities: Iterable[DXFEntity]) -> Iterator[Shape]:
        """Shapes of the entities, in order.

        Raises
        ------
        TooMuchError
            If there are too many: blocks that hold each other many times over.
        """
        for count, shape in enumerate((shape for entity in entities for shape in self._entity(entity, None, 0)), 1):
            self._points += len(shape.points) if shape.is_curved else 0
            if count > MOST_SHAPES or self._points > MOST_POINTS:
                raise TooMuchError
            yield shape

    def _entity(self, entity: DXFEntity, within: Holder | None, depth: int) -> Iterator[Shape]:
        kind = str(entity.dxftype())
        raw = layer_of(entity)
        layer = within.layer if raw == "0" and within else self._name(raw)
        if isinstance(entity, Insert):
            yield from self._insert(entity, (raw, layer, within), depth)
        elif self._is_wanted(entity, raw, layer):
            try:
                yield from self._plain(entity, kind, layer, within)
            except UNSOUND:
                self.tally.unread[kind, layer] += 1

    def _is_wanted(self, entity: DXFEntity, raw: str, layer: str) -> bool:
        if not self._wish.layers(layer):
            return False
        if raw in self._wish.hidden or (self._wish.hidden and entity.dxf.get("invisible", 0)):
            self.tally.hidden[layer] += 1
            return False
        return True

    def _name(self, raw: str) -> str:
        if raw not in self._names:
            self._names[raw] = self._wish.mend(raw)
        if self._names[raw] != raw:
            self.tally.mended[self._names[raw]] += 1
        return self._names[raw]

    def _plain(self, entity: DXFEntity, kind: str, layer: str, within: Holder | None) -> Iterator[Shape]:
        if isinstance(entity, MLine):
            for part in entity.virtual_entities():
                yield from self._plain(part, str(part.dxftype()), layer, within)
            return
        parts = drawn_parts(entity, kind, self._metres_per_unit)
        if parts is None:
            if kind not in NOTHING:
                is_annotation = kind in ANNOTATION or DIMENSION in kind
                (self.tally.annotation if is_annotation else self.tally.unread)[kind, layer] += 1
            return
        handle = str(entity.dxf.get("handle", "") or "") or (within.handle if within else "")
        xdata = _texts_on(entity, self._wish.application)
        for part in parts:
            yield from (
                replace(shape, xdata=xdata) if xdata else shape for shape in self._shape(part, (layer, kind, handle), within)
            )

    def _shape(self, part: Drawn, named: tuple[str, str, str], within: Holder | None) -> Iterator[Shape]:
        layer, kind, handle = named
        if not part.points:
            self.tally.unread[f"{kind} without points", layer] += 1
            return
        farthest = self._wish.farthest
        if farthest < inf and not all(abs(x) <= farthest and abs(y) <= farthest for x, y in part.points):
            self.tally.beyond += 1
            return
        if abs(part.z) > GRID_M and kind not in ("POINT", "INSERT", *TEXTS):
            self.tally.raised += 1
            self.tally.highest = max(self.tally.highest, part.z, key=abs)
        yield Shape(
            layer=layer,
            kind=kind,
            points=part.points,
            is_closed=part.is_closed,
            text=self._wish.mend(part.text) if part.text else "",
            handle=handle,
            is_curved=part.is_curved,
            z=part.z,
            turn_deg=part.turn_deg,
            block=within.block if within else "",
        )

    def _insert(self, insert: Insert, layers: tuple[str, str, Holder | None], depth: int) -> Iterator[Shape]:
        raw, layer, within = layers
        if raw in self._wish.hidden:
            self.tally.hidden[layer] += 1
            return
        if depth >= NEST_MAX:
            self.tally.unread["nested INSERT", layer] += 1
            return
        if not self._holds_wanted(insert, layer):
            return
        self.tally.blocks += 1
        try:
            yield from self._taken_apart(insert, (layer, within), depth)
        except UNSOUND:
            self.tally.unread["INSERT", layer] += 1

    def _taken_apart(self, insert: Insert, layers: tuple[str, Holder | None], depth: int) -> Iterator[Shape]:
        layer, within = layers
        name, place = str(insert.dxf.name), insertion(insert)
        handle = str(insert.dxf.get("handle", "") or "") or (within.handle if within else "")
        if self._wish.layers(layer):
            mark = Drawn(points=place.points, text=name, z=place.z)
            yield from self._shape(mark, (layer, "INSERT", handle), within)
        is_empty, holder = True, Holder(layer=layer, block=self._wish.mend(name), handle=handle)
        for entity in self._parts(insert):
            is_empty = False
            self._in_blocks += 1
            if self._in_blocks > MOST_IN_BLOCKS:
                raise TooMuchError
            yield from self._entity(entity, holder, depth + 1)
        if is_empty:
            self.tally.empty_blocks[holder.block] += 1

    def _holds_wanted(self, insert: Insert, layer: str) -> bool:
        """Whether the block, at any depth, can hold something on a layer that is wanted."""
        return self._wish.layers(layer) or any(
            self._wish.layers(self._name(raw)) for raw in (*self._layers_in(str(insert.dxf.name), insert), *_of_attribs(insert))
        )

    def _layers_in(self, name: str, insert: Insert) -> frozenset[str]:
        """Layers of what a block holds at any depth; each block inside is looked at once."""
        if name not in self._layers_of_block:
            found: set[str] = set()
            seen, waiting = {name}, [insert]
            while waiting:
                for entity in waiting.pop().block() or ():
                    found.add(layer_of(entity))
                    if isinstance(entity, Insert) and str(entity.dxf.name) not in seen:
                        seen.add(str(entity.dxf.name))
                        waiting.append(entity)
            self._layers_of_block[name] = frozenset(found)
        return self._layers_of_block[name]

    def _parts(self, insert: Insert) -> Iterator[DXFEntity]:
        yield from insert.attribs
        if insert.block() is None:  # of a name that the file has no block of
            return
        if insert.mcount > MOST_IN_BLOCKS:
            raise TooMuchError
        for cell in insert.multi_insert() if insert.mcount > 1 else (insert,):
            yield from cell.virtual_entities()


def _of_attribs(insert: Insert) -> tuple[str, ...]:
    return tuple(layer_of(attrib) for attrib in insert.attribs)


def _texts_on(entity: DXFEntity, application: str) -> tuple[str, ...]:
    """Texts that an application has put on an entity as extended data; a damaged list is no list."""
    if not application or not entity.has_xdata(application):
        return ()
    return tuple(str(tag.value) for tag in entity.get_xdata(application) if tag.code == TEXT_OF_XDATA)
