"""Pieces cut from the cells' sides for a group of lots: strips of the whole length, corners, and places along an edge."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from layoutgen.stages.allocation.fits import Fit, excess_cost, fit_of
from layoutgen.stages.allocation.frames import DEPTH_LEAST_M, DEPTH_STEP_M, Frame
from layoutgen.stages.allocation.wishes import Wish

Values = NDArray[np.float64]

CORNER_SHARE = 0.8  # a corner takes no more of its side than this
CORNER_DEPTHS = 3  # depths tried in a corner
EDGE_SHARE, EDGE_MAX_M = 0.4, 24.0  # along an edge only shallow pieces, and short ones
SOLVE_STEPS = 12
DEPTH_SPARE = 1.003  # strips are cut this much deeper than on a rectangle, for slanted sides
CORNER, EDGE = 0.3, 0.7  # of a piece that leaves its cell with a notch at an end, or in the middle of a side


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A piece before its lots are told apart: where the knife goes, and what it costs so far."""

    frame: Frame
    depth_m: float
    x_from: float  # minus infinity for strips and corners
    x_to: float  # infinite for a strip
    lengths: tuple[float, ...]  # of the lots in the group's order; none where a strip leaves that open
    rough: float  # cost of its rooms, of land beyond the need and of its notch, before its lots are told apart

    @property
    def is_strip(self) -> bool:
        """Whether it takes the side's whole length."""
        return not np.isfinite(self.x_to)

    @property
    def notch(self) -> float:
        """Cost of what it leaves of the side."""
        return 0.0 if self.is_strip else EDGE if np.isfinite(self.x_from) else CORNER

    @property
    def place(self) -> tuple[float, float, float]:
        """Middle of its box in site coordinates, and how far south of it the box reaches [m]."""
        west, east = max(self.x_from, self.frame.left), min(self.x_to, self.frame.right)
        x, y = np.array([(west + east) / 2.0, self.frame.low + self.depth_m / 2.0]) @ self.frame.axes
        south = abs(self.frame.axes[0, 1]) * (east - west) / 2.0 + abs(self.frame.axes[1, 1]) * self.depth_m / 2.0
        return float(x), float(y), float(south)

    @property
    def knife(self) -> Values:
        """Corners of the knife that cuts it from its cell."""
        return self.frame.knife(self.x_from, self.x_to, self.depth_m)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """All frames of all cells, with their strips' lengths at common depths."""

    frames: tuple[Frame, ...]
    depths: Values
    lengths: Values  # (frames, depths); negative beyond a frame's own depths

    def rows(self, *, is_east: bool, is_mirrored: bool | None = None) -> NDArray[np.intp]:
        """Numbers of the frames that run east or north, and are mirrored or not."""
        kept = [f.is_east == is_east and is_mirrored in (None, f.is_mirrored) for f in self.frames]
        return np.flatnonzero(np.array(kept, dtype=np.bool_))


def sides_of(frames: Sequence[Frame]) -> Sides:
    """Gather frames."""
    count = max((len(frame.depths) for frame in frames), default=0)
    lengths = np.full((len(frames), count), -1.0)
    for n, frame in enumerate(frames):
        lengths[n, : len(frame.depths)] = frame.lengths
    depths = np.asarray(DEPTH_LEAST_M + DEPTH_STEP_M * np.arange(count), dtype=np.float64)
    return Sides(frames=tuple(frames), depths=depths, lengths=lengths)


def pieces_of(group: Sequence[Wish], sides: Sides) -> list[Piece]:
    """Strips, corners and edge pieces of all frames for a group of lots."""
    found: list[Piece] = []
    for is_east in (True, False):
        fit = fit_of(group, sides.depths, is_east=is_east)
        found += _strips(group, fit, sides, sides.rows(is_east=is_east, is_mirrored=False))
        found += _corners(fit, sides, sides.rows(is_east=is_east))
        found += _edges(fit, sides, sides.rows(is_east=is_east, is_mirrored=False))
    return found


def _strips(group: Sequence[Wish], fit: Fit, sides: Sides, rows: NDArray[np.intp]) -> list[Piece]:
    """The least strip of each frame whose whole length holds the group: between two tried depths, where land alone decides."""
    fits = fit.lengths[None, :] <= sides.lengths[rows]
    rows, first = rows[fits.any(axis=1)], fits.argmax(axis=1)[fits.any(axis=1)]
    found = []
    for row, n in zip(rows, first, strict=True):
        frame = sides.frames[row]
        depth = _solved(group, frame, n) if n else float(frame.depths[0])
        excess = max(float(np.interp(depth, frame.depths, frame.lengths)) * depth - fit.land_m2, 0.0)
        cost = float(fit.costs[n] + excess_cost(np.array(excess)))
        found.append(Piece(frame=frame, depth_m=depth, x_from=-np.inf, x_to=np.inf, lengths=(), rough=cost))
    return found


def _solved(group: Sequence[Wish], frame: Frame, first: int) -> float:
    low, high = float(frame.depths[first - 1]), float(frame.depths[first])
    for _ in range(SOLVE_STEPS):
        middle = (low + high) / 2.0
        length = float(np.interp(middle, frame.depths, frame.lengths))
        is_held = _length_at(group, middle, is_east=frame.is_east) <= length
        low, high = (low, middle) if is_held else (middle, high)
    return min(high * DEPTH_SPARE, float(frame.depths[first]) * DEPTH_SPARE)


def _length_at(group: Sequence[Wish], depth_m: float, *, is_east: bool) -> float:
    total = 0.0
    for wish in group:
        fitting = [r.length_m for r in wish.rooms(is_east=is_east) if r.depth_m <= depth_m]
        total += max(min(fitting), wish.land_m2 / depth_m) if fitting else np.inf
    return total


def _corners(fit: Fit, sides: Sides, rows: NDArray[np.intp]) -> list[Piece]:
    """Corner pieces of the best few depths of each frame."""
    rated = _rated(fit, CORNER_SHARE * sides.lengths[rows])
    order = np.argsort(rated, axis=1, kind="stable")[:, :CORNER_DEPTHS]
    found = []
    for k, row in enumerate(rows):
        frame = sides.frames[row]
        for n in order[k]:
            if np.isfinite(rated[k, n]):
                found.append(_notch(frame, fit, int(n), -np.inf, CORNER + float(rated[k, n])))
    return found


def _edges(fit: Fit, sides: Sides, rows: NDArray[np.intp]) -> list[Piece]:
    """A shallow piece in the middle of each side."""
    rated = _rated(fit, EDGE_SHARE * sides.lengths[rows])
    rated = np.where(sides.depths[None, :] <= EDGE_MAX_M, rated, np.inf)
    found = []
    for k, row in enumerate(rows):
        if rated.shape[1] and np.isfinite(rated[k].min()):
            n, frame = int(rated[k].argmin()), sides.frames[row]
            x_from = (frame.left + frame.right - float(fit.lengths[n])) / 2.0
            found.append(_notch(frame, fit, n, x_from, EDGE + float(rated[k, n])))
    return found


def _notch(frame: Frame, fit: Fit, n: int, x_from: float, rough: float) -> Piece:
    """A piece of a side: it ends where it has the land that it would have on a rectangle."""
    depth = float(frame.depths[n])
    x_to = frame.run(max(x_from, frame.left), depth, float(fit.lengths[n]) * depth)
    lengths = tuple(float(length) for length in fit.each[:, n])
    return Piece(frame=frame, depth_m=depth, x_from=x_from, x_to=x_to, lengths=lengths, rough=rough)


def _rated(fit: Fit, room_m: Values) -> Values:
    """Cost of rooms and of land beyond the need at each depth, for each frame with so much room; infinite where none is."""
    return np.where(fit.lengths[None, :] <= room_m, fit.costs + excess_cost(fit.excess_m2), np.inf)
