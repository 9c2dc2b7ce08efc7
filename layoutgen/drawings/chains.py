"""Pieces of lines that follow each other in a file and meet end to end: what EXPLODE leaves of one line."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import dist

from shapely.geometry import LineString, Point
from shapely.strtree import STRtree

from layoutgen.geometry.tolerance import JOIN_M, LABEL_REACH_M
from layoutgen.inputs.cad.shapes import Points, Shape

At = tuple[float, float]
CORNERS_MOST = 5_000  # of a chain; none that was drawn has as many


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Pieces that make one line."""

    pieces: tuple[Shape, ...]
    shape: Shape  # one open line; the first piece's handle stands for all


def chains_of(pieces: Sequence[Shape]) -> list[Chain]:
    """Chains of pieces in the order of the file; a chain ends where it closes or the next piece does not meet it."""
    chains: list[Chain] = []
    for piece in pieces:
        whole = _joined(chains[-1], piece) if chains and not _closes(chains[-1]) else None
        if whole is None:
            chains.append(Chain(pieces=(piece,), shape=piece))
        else:
            chains[-1] = whole
    return chains


def labelled_chains(pieces: Sequence[Shape], texts: Sequence[Point]) -> list[Chain]:
    """Chains of which each has one label within reach, as far as that can be.

    A chain ends before a second label and, if it has one, where more than two pieces meet: other lines begin there.
    What has no label in the end joins the one before it or after it.
    """
    if not texts:
        return chains_of(pieces)
    tree = STRtree(texts)
    ends = Counter(_place(point) for piece in pieces for point in (piece.points[0], piece.points[-1]))
    busy = frozenset(place for place, count in ends.items() if count > 2)
    named = [
        (Chain(pieces=(piece,), shape=piece), bool(len(tree.query(_line(piece), predicate="dwithin", distance=LABEL_REACH_M))))
        for piece in pieces
    ]
    return [chain for chain, _ in _folded(_folded(named, busy), frozenset())]


def _folded(parts: Sequence[tuple[Chain, bool]], busy: frozenset[At]) -> list[tuple[Chain, bool]]:
    """Parts that meet put together, never two that have a label, never over a busy place to one that has none."""
    chains: list[tuple[Chain, bool]] = []
    for part, has_label in parts:
        whole = None
        if chains and not (chains[-1][1] and has_label) and _place(part.shape.points[0]) not in busy:
            whole = _joined(chains[-1][0], part.shape, part.pieces)
        if whole is None:
            chains.append((part, has_label))
        else:
            chains[-1] = whole, chains[-1][1] or has_label
    return chains


def _line(piece: Shape) -> LineString:
    return LineString(piece.points)


def _place(point: At) -> At:
    """Place of a point within the distance that joins."""
    return round(point[0] / JOIN_M), round(point[1] / JOIN_M)


def _joined(chain: Chain, piece: Shape, pieces: tuple[Shape, ...] = ()) -> Chain | None:
    points = _following(chain.shape.points, piece.points, is_second=len(chain.pieces) == 1)
    if points is None or len(points) > CORNERS_MOST:
        return None
    is_curved = chain.shape.is_curved or piece.is_curved
    xdata = chain.shape.xdata if chain.shape.xdata == piece.xdata else ()
    shape = replace(chain.shape, kind="LWPOLYLINE", points=points, is_curved=is_curved, xdata=xdata)
    return Chain(pieces=(*chain.pieces, *(pieces or (piece,))), shape=shape)


def _following(points: Points, more: Points, *, is_second: bool) -> Points | None:
    """Points with others at their end, None where they do not meet; the first piece may lie either way."""
    for start in (points, points[::-1]) if is_second else (points,):
        if dist(start[-1], more[0]) <= JOIN_M:
            return (*start, *more[1:])
        if dist(start[-1], more[-1]) <= JOIN_M:
            return (*start, *more[-2::-1])
    return None


def _closes(chain: Chain) -> bool:
    points = chain.shape.points
    return len(chain.pieces) > 1 and len(points) > 3 and dist(points[0], points[-1]) <= JOIN_M
