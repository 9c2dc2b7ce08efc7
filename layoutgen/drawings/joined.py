"""Outlines and lines that were taken apart, put together again: what EXPLODE left, gaps, fills without outline, overlays."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import isfinite

import numpy as np
import shapely
from shapely.geometry import Point, Polygon
from shapely.strtree import STRtree

from layoutgen.drawings.chains import Chain, chains_of, labelled_chains
from layoutgen.drawings.layers import Layer
from layoutgen.errors import InputError
from layoutgen.geometry.repair import mend_ring
from layoutgen.geometry.tolerance import CLOSE_GAP_M, GRID_M, JOIN_M
from layoutgen.inputs.cad.rings import find_rings
from layoutgen.inputs.cad.shapes import Shape
from layoutgen.sentence import Sentence, listed

LINES = ("LWPOLYLINE", "POLYLINE", "LINE", "ARC", "CIRCLE", "ELLIPSE", "SPLINE")
PIECES = ("LINE", "ARC")  # what EXPLODE leaves of a line
FILLS = ("HATCH", "MPOLYGON")
TEXTS = ("TEXT", "MTEXT", "ATTRIB")
FARTHEST_M = 1e8  # no survey coordinate is larger
FEWEST = 3  # corners of an outline
SAME_SHARE = 0.98  # of a fill that its outline covers, and the other way round


@dataclass(slots=True)
class Joined:
    """How many outlines and lines of each layer were mended."""

    joined: Counter[str] = field(default_factory=Counter)  # by layer code
    closed: Counter[str] = field(default_factory=Counter)
    filled: Counter[str] = field(default_factory=Counter)
    flattened: Counter[str] = field(default_factory=Counter)
    twice: Counter[str] = field(default_factory=Counter)
    sound: Counter[str] = field(default_factory=Counter)

    def said(self) -> Iterator[Sentence]:
        """What was mended."""
        for counts, en, zh in (
            (self.joined, "put together from loose pieces", "由分解后的散线拼合"),
            (self.closed, f"closed over a gap of at most {CLOSE_GAP_M:g} m", f"缺口不超过 {CLOSE_GAP_M:g} m，已闭合"),
            (self.filled, "taken from a fill that has no outline", "仅有填充，取填充边界为轮廓"),
            (self.flattened, "with arcs or splines, read as chords within 5 mm", "含圆弧或样条，按弦高 5 mm 折线读入"),
            (self.sound, "freed of spikes, doubled corners or crossings of no size", "已删去尖刺、重复点或微小自交"),
            (self.twice, "drawn twice in the same place, counted once", "同一位置重复绘制，只计一次"),
        ):
            if names := listed(+counts):
                yield Sentence(en=f"{en}: {names}", zh=f"{zh}：{names}")


def join(layer: Layer, shapes: list[Shape], done: Joined) -> list[Shape]:
    """Shapes of a layer with what was taken apart put together; what stays open stays as it is."""
    if layer.geometry not in ("outline", "line"):
        return shapes
    done.flattened[layer.code] += sum(shape.is_curved and shape.kind not in FILLS for shape in shapes)
    if layer.geometry == "outline":
        return _outlines(layer, shapes, done)
    return _lines(layer, shapes, done) if any(shape.kind in PIECES for shape in shapes) else shapes


def _outlines(layer: Layer, shapes: list[Shape], done: Joined) -> list[Shape]:
    loose: list[Shape] = []
    fills: list[Shape] = []
    kept: list[Shape] = []
    for shape in shapes:
        is_loose = shape.kind in LINES and len(shape.points) > 1 and not is_ring(shape)
        (loose if is_loose and is_near(shape) else fills if shape.kind in FILLS and is_near(shape) else kept).append(shape)
    if loose:
        kept += _put_together(layer, loose, done)
    if fills:
        kept += _of_fills(layer, fills, kept, done)
    return _once(layer, _sound(layer, kept, done), done)


def _sound(layer: Layer, shapes: list[Shape], done: Joined) -> list[Shape]:
    """Shapes whose outlines lost spikes, doubled corners and crossings of no size; a true crossing stays as it is."""
    rings = [index for index, shape in enumerate(shapes) if shape.kind in LINES and len(shape.points) >= FEWEST]
    valid = shapely.is_valid([Polygon(shapes[index].points) for index in rings])
    mended: dict[int, Shape] = {}
    for index in (index for index, is_valid in zip(rings, valid, strict=True) if not is_valid and is_near(shapes[index])):
        try:
            ring = mend_ring(shapes[index].points, is_closed=shapes[index].is_closed, file="", key=layer.code).outline
        except InputError:
            continue
        points = tuple((float(x), float(y)) for x, y in shapely.get_coordinates(ring.exterior)[:-1])
        mended[index] = replace(shapes[index], points=points, is_closed=True)
        done.sound[layer.code] += 1
    return [mended.get(index, shape) for index, shape in enumerate(shapes)]


def is_ring(shape: Shape) -> bool:
    """Whether a shape is closed, by its flag or by its last point."""
    if shape.is_closed:
        return True
    return len(shape.points) > FEWEST and _gap(shape) <= GRID_M


def is_near(shape: Shape) -> bool:
    """Whether a shape lies where a survey can reach; false for coordinates that are no numbers."""
    return all(abs(x) <= FARTHEST_M and abs(y) <= FARTHEST_M for x, y in shape.points)


def _gap(shape: Shape) -> float:
    return float(np.hypot(*np.subtract(shape.points[0], shape.points[-1])))


def _put_together(layer: Layer, loose: Sequence[Shape], done: Joined) -> list[Shape]:
    """Rings of loose pieces: first those that follow each other in the file, as EXPLODE leaves them, then any that meet."""
    whole: list[Shape] = []
    rest: list[Shape] = []
    for chain in chains_of(loose):
        is_loose = len(chain.pieces) > 1
        gap, points = _gap(chain.shape), chain.shape.points
        points = points[:-1] if gap <= (JOIN_M if is_loose else GRID_M) else points
        if gap > CLOSE_GAP_M or len(points) <= (FEWEST - 1 if is_loose else FEWEST):
            rest += chain.pieces
            continue
        (done.joined if is_loose else done.closed)[layer.code] += 1
        whole.append(replace(chain.shape, points=points, is_closed=True))
    return [*whole, *_meeting(layer, rest, done)]


def _meeting(layer: Layer, rest: Sequence[Shape], done: Joined) -> list[Shape]:
    if len(rest) < 2:
        return list(rest)
    try:
        rings = find_rings(rest, file="", key=layer.code)
    except InputError:  # too many crossings: nobody could tell what they enclose
        return list(rest)
    if not rings.outlines:
        return list(rest)
    done.joined[layer.code] += len(rings.outlines)
    made = [
        replace(
            rest[0],
            kind="LWPOLYLINE",
            points=tuple((float(x), float(y)) for x, y in shapely.get_coordinates(ring)[:-1]),
            is_closed=True,
            handle="",
            xdata=(),
        )
        for ring in rings.outlines
    ]
    borders = shapely.union_all([ring.exterior for ring in rings.outlines]).buffer(CLOSE_GAP_M)
    return [*made, *(shape for shape in rest if not borders.covers(shapely.linestrings(shape.points)))]


def _of_fills(layer: Layer, fills: Sequence[Shape], shapes: Sequence[Shape], done: Joined) -> list[Shape]:
    """Fills whose outline is drawn say nothing; one alone is the outline; one with holes stays what it is."""
    rings = [Polygon(shape.points) for shape in shapes if shape.kind in LINES and len(shape.points) >= FEWEST]
    tree = STRtree(rings)
    by_handle: dict[str, list[Shape]] = defaultdict(list)
    for number, fill in enumerate(fills):
        by_handle[fill.handle or str(number)].append(fill)
    made: list[Shape] = []
    for paths in by_handle.values():
        outline = Polygon(paths[0].points) if len(paths[0].points) >= FEWEST else Polygon()
        if len(paths) == 1 and any(_is_same(outline, rings[near]) for near in tree.query(outline).tolist()):
            continue
        if len(paths) == 1 and outline.is_valid and not outline.is_empty:
            done.filled[layer.code] += 1
            made.append(replace(paths[0], kind="LWPOLYLINE", is_closed=True))
        else:
            made += paths
    return made


def _is_same(one: Polygon, other: Polygon) -> bool:
    if not (one.is_valid and other.is_valid) or not one.intersects(other):
        return False
    return float(one.intersection(other).area) >= SAME_SHARE * max(one.area, other.area)


def _once(layer: Layer, shapes: list[Shape], done: Joined) -> list[Shape]:
    """Leave out outlines that repeat another, corner by corner, where there are not as many labels inside."""
    rings = [index for index, shape in enumerate(shapes) if shape.kind in LINES and len(shape.points) >= FEWEST]
    rough: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index in rings:
        east, north = (sum(axis) for axis in zip(*shapes[index].points, strict=True))
        if isfinite(east) and isfinite(north):
            rough[round(east), round(north)].append(index)
    alike: dict[frozenset[tuple[float, float]], list[int]] = defaultdict(list)
    for index in (index for near in rough.values() if len(near) > 1 for index in near):
        alike[frozenset((round(x, 3), round(y, 3)) for x, y in shapes[index].points)].append(index)
    repeated = [indices for indices in alike.values() if len(indices) > 1]
    if not repeated:
        return shapes
    texts = [Point(shape.points[0]) for shape in shapes if shape.kind in TEXTS]
    tree = STRtree(texts)
    dropped: set[int] = set()
    for indices in repeated:
        labels = len(tree.query(Polygon(shapes[indices[0]].points), predicate="intersects")) if texts else 0
        surplus = indices[max(1, labels) :]
        done.twice[layer.code] += len(surplus)
        dropped.update(surplus)
    return [shape for index, shape in enumerate(shapes) if index not in dropped]


def _lines(layer: Layer, shapes: Sequence[Shape], done: Joined) -> list[Shape]:
    pieces: list[Shape] = []
    others: list[Shape] = []
    for shape in shapes:
        (pieces if shape.kind in PIECES and len(shape.points) > 1 and is_near(shape) else others).append(shape)
    texts = [Point(shape.points[0]) for shape in others if shape.kind in TEXTS]
    chains: list[Chain] = labelled_chains(pieces, texts)
    done.joined[layer.code] += sum(len(chain.pieces) > 1 for chain in chains)
    return [*(chain.shape for chain in chains), *others]
