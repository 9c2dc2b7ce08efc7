"""Pieces cut into lots along their side, each with its land and its room, many at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from layoutgen.model.kinds import LotKind
from layoutgen.stages.allocation.fits import least_length, room_costs
from layoutgen.stages.allocation.pieces import Piece
from layoutgen.stages.allocation.wishes import Wish

Values = NDArray[np.float64]
Shapes = NDArray[np.object_]

STRAY_M2 = 20.0  # a knife may take no second part larger than this
LAND_EPS = 0.001  # a lot is cut to its land within this share


@dataclass(frozen=True, slots=True, kw_only=True)
class Cuts:
    """Pieces with their lots; a row a piece, a column a wish of the group, in the group's order."""

    pieces: tuple[Piece, ...]
    rests: Values  # cost of what each piece leaves
    outlines: Shapes  # of the lots
    knives: Shapes
    rooms: Values  # cost of the rooms of each piece's lots
    fill: Values  # share of its box that each lot fills


def cut_pieces(
    group: Sequence[Wish], asked: Sequence[tuple[Piece, Sequence[Wish], float]], cells: Sequence[shapely.Polygon]
) -> Cuts:
    """Cut pieces into lots in the orders asked; those where a lot falls apart or gets too little land are left out.

    Parameters
    ----------
    asked
        A piece, the order of the lots along it, and what its rest costs.
    """
    bounds = np.array([_bounds(piece, order, group) for piece, order, _ in asked]).reshape(-1, len(group), 2)
    knives = np.empty(bounds.shape[:2], dtype=object)
    for n, (piece, _, _) in enumerate(asked):
        boxes = [piece.frame.knife(west, east, piece.depth_m) for west, east in _open(bounds[n], piece)]
        knives[n] = shapely.polygons(np.array(boxes))
    of_piece = np.array([cells[piece.frame.cell] for piece, _, _ in asked], dtype=object)
    outlines = shapely.intersection(of_piece[:, None], knives) if len(asked) else knives
    outlines, is_whole = _largest(outlines)
    is_enough = shapely.area(outlines) >= np.array([wish.land_m2 for wish in group]) * (1.0 - 1.5 * LAND_EPS)
    kept = np.flatnonzero((is_whole & is_enough).all(axis=1)).tolist()
    pieces = tuple(asked[n][0] for n in kept)
    lengths, depths = _extents(pieces, outlines[kept])
    fill = shapely.area(outlines[kept]) / (lengths * depths)
    return Cuts(
        pieces=pieces,
        rests=np.array([asked[n][2] for n in kept]),
        outlines=outlines[kept],
        knives=knives[kept],
        rooms=_rooms(group, pieces, lengths * np.sqrt(fill), depths * np.sqrt(fill)),
        fill=fill,
    )


def _bounds(piece: Piece, order: Sequence[Wish], group: Sequence[Wish]) -> Values:
    """Where each lot of a piece begins and ends along its side, in the group's order."""
    frame = piece.frame
    area = frame.profile(piece.depth_m)
    at = max(piece.x_from, frame.left)
    done = float(np.interp(at, frame.nodes, area))
    lands = _lands(piece, order, group, float(area[-1]) - done)
    ends = np.interp(done + np.cumsum(lands), area, frame.nodes)
    ends[-1] = frame.right if piece.is_strip else piece.x_to
    starts = np.concatenate([[at], ends[:-1]])
    found = {wish.name: (start, end) for wish, start, end in zip(order, starts, ends, strict=True)}
    return np.array([found[wish.name] for wish in group])


def _lands(piece: Piece, order: Sequence[Wish], group: Sequence[Wish], area_m2: float) -> Values:
    """Land of each lot: its need or its room; what a strip has to spare goes to the garden, else to all."""
    depth, is_east = piece.depth_m, piece.frame.is_east
    if not piece.is_strip:
        own = {wish.name: length * depth for wish, length in zip(group, piece.lengths, strict=True)}
        return np.array([own[wish.name] for wish in order])
    lands = np.array([max(wish.land_m2, least_length(wish, depth, is_east=is_east) * depth) for wish in order])
    spare = area_m2 - float(lands.sum())
    gardens = [n for n, wish in enumerate(order) if wish.kind is LotKind.GARDEN]
    if gardens and spare > 0.0:
        lands[gardens[0]] += spare
        return lands
    return np.asarray(lands * area_m2 / lands.sum(), dtype=np.float64)


def _open(bounds: Values, piece: Piece) -> Values:
    """Bounds of the knives: those at the cell's own ends reach beyond it."""
    starts, ends = bounds[:, 0].copy(), bounds[:, 1].copy()
    if not np.isfinite(piece.x_from):
        starts[np.argmin(starts)] = -np.inf
    if piece.is_strip:
        ends[np.argmax(ends)] = np.inf
    return np.column_stack([starts, ends])


def _largest(shapes: Shapes) -> tuple[Shapes, NDArray[np.bool_]]:
    """The largest part of each shape, and whether there is one and nothing else of size."""
    found, is_whole = shapes.copy(), np.ones(shapes.shape, dtype=np.bool_)
    for index in np.argwhere(shapely.get_type_id(shapes) != shapely.GeometryType.POLYGON):
        at = tuple(index)
        parts = [part for part in shapely.get_parts(shapes[at]) if part.area > 0.0]
        parts.sort(key=lambda part: -part.area)
        found[at] = parts[0] if parts else shapely.Polygon()
        is_whole[at] = bool(parts) and sum(part.area for part in parts[1:]) <= STRAY_M2
    return found, is_whole & ~shapely.is_empty(found)


def _extents(pieces: Sequence[Piece], outlines: Shapes) -> tuple[Values, Values]:
    """Length and depth of each lot in its piece's frame."""
    points, of = shapely.get_coordinates(outlines.ravel(), return_index=True)
    if not len(points):
        return np.zeros(outlines.shape), np.zeros(outlines.shape)
    width = outlines.shape[1]
    axes = np.array([piece.frame.axes for piece in pieces])[of // width]
    local = np.einsum("nij,nj->ni", axes, points)
    first = np.flatnonzero(np.diff(of, prepend=-1))
    spans = np.maximum.reduceat(local, first) - np.minimum.reduceat(local, first)
    return spans[:, 0].reshape(outlines.shape), spans[:, 1].reshape(outlines.shape)


def _rooms(group: Sequence[Wish], pieces: Sequence[Piece], lengths: Values, depths: Values) -> Values:
    total = np.zeros(len(pieces))
    is_east = np.array([piece.frame.is_east for piece in pieces], dtype=np.bool_)
    for n, wish in enumerate(group):
        for way in (True, False):
            rows = np.flatnonzero(is_east == way)
            total[rows] += room_costs(wish, lengths[rows, n], depths[rows, n], is_east=way)
    return total
