"""A drawing that was moved, turned or mirrored as a whole since its plan.json: found by the red line, and laid back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import degrees

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Point, Polygon

from layoutgen.inputs.cad.shapes import Matrix, Shape
from layoutgen.model.plan import Plan
from layoutgen.sentence import Sentence

ALIKE_M = 0.02  # corners of the same red line lie this near each other
NEAR_M = 0.1  # and the middles of buildings that nobody moved
STILL_M = 0.0005  # a smaller shift is none
STILL = 1e-7  # a smaller turn is none
CORNERS_MOST = 2_000  # of a red line that is looked at
FEWEST = 3

Complex = NDArray[np.complex128]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """How the plan lies in the drawing: mirrored about the y axis first, then turned, then shifted."""

    turn: complex  # of length one
    shift: complex  # [m]
    is_mirrored: bool

    @property
    def is_none(self) -> bool:
        """Whether nothing was done to the drawing."""
        return not self.is_mirrored and abs(self.turn - 1.0) <= STILL and abs(self.shift) <= STILL_M

    @property
    def back(self) -> Matrix:
        """Two rows that lead from the drawing to the plan."""
        turn, shift = np.conj(self.turn), -np.conj(self.turn) * self.shift
        sign = -1.0 if self.is_mirrored else 1.0
        return np.array(
            [
                [sign * turn.real, -sign * turn.imag, sign * shift.real],
                [turn.imag, turn.real, shift.imag],
            ]
        )

    def placed(self, points: Complex) -> Complex:
        """Where points of the plan stand in the drawing."""
        return (-np.conj(points) if self.is_mirrored else points) * self.turn + self.shift

    def said(self) -> Sentence:
        """What was done."""
        turned = degrees(float(np.angle(self.turn)))
        parts = [("mirrored", "镜像")] if self.is_mirrored else []
        if abs(self.turn - 1.0) > STILL:
            parts.append((f"turned by {turned:.3f} degrees counter-clockwise", f"逆时针旋转 {turned:.3f}°"))
        if abs(self.shift) > STILL_M:
            shift = f"({self.shift.real:.3f}, {self.shift.imag:.3f}) m"
            parts.append((f"moved by {shift}", f"平移 {shift}"))
        return Sentence(
            en=f"the drawing as a whole was {', '.join(en for en, _ in parts)} against plan.json: laid back",
            zh=f"与 plan.json 相比，图纸整体{'、'.join(zh for _, zh in parts)}：已复位",
        )


def find_lying(by_layer: Mapping[str, Sequence[Shape]], before: Plan) -> Lying | None:
    """How the plan lies in the drawing, None where the red lines are not the same, or where nothing was done.

    Parameters
    ----------
    by_layer
        Shapes in metres, put together, by what their layer holds.
    """
    line = _largest(by_layer.get("site", ()))
    was = _open(before.boundary)
    if line is None or len(line) != len(was) or not FEWEST <= len(was) <= CORNERS_MOST:
        return None
    found = [*_fits(was, line), *_fits(was, line[::-1])]
    if not found or (len(found) == 1 and found[0].is_none):
        return None
    here = _middles(shape for holds, shapes in by_layer.items() if holds.startswith("building.") for shape in shapes)
    there = _complex(np.array([building.footprint.centroid.coords[0] for building in before.buildings]).reshape(-1, 2))
    best = max(found, key=lambda lying: (_met(lying.placed(there), here), not lying.is_mirrored, lying.turn.real))
    return None if best.is_none else best


def _fits(was: Complex, line: Complex) -> Iterator[Lying]:
    """Every way in which a ring lies on another one corner by corner, from every corner on."""
    for is_mirrored in (False, True):
        ring = -np.conj(was) if is_mirrored else was
        sides = np.abs(np.roll(ring, -1) - ring)
        for start in range(len(ring)):
            on = np.roll(line, -start)
            if np.abs(np.abs(np.roll(on, -1) - on) - sides).max() > 2.0 * ALIKE_M:
                continue
            middle, other = ring.mean(), on.mean()
            turn = np.vdot(ring - middle, on - other)
            turn = turn / abs(turn) if abs(turn) else 1.0 + 0.0j
            shift = other - turn * middle
            if np.abs(ring * turn + shift - on).max() <= ALIKE_M:
                yield Lying(turn=complex(turn), shift=complex(shift), is_mirrored=is_mirrored)


def _met(placed: Complex, here: Complex) -> int:
    """How many middles of buildings have one of the drawing's near them."""
    if not len(placed) or not len(here):
        return 0
    tree = shapely.STRtree([Point(point.real, point.imag) for point in here])
    found = tree.query([Point(point.real, point.imag) for point in placed], predicate="dwithin", distance=NEAR_M)
    return len(np.unique(found[0]))


def _largest(shapes: Sequence[Shape]) -> Complex | None:
    rings = [Polygon(shape.points) for shape in shapes if shape.is_closed and len(shape.points) >= FEWEST]
    rings = [ring for ring in rings if ring.is_valid]
    return _open(max(rings, key=lambda ring: ring.area)) if rings else None


def _middles(shapes: Iterator[Shape]) -> Complex:
    rings = [Polygon(shape.points) for shape in shapes if shape.is_closed and len(shape.points) >= FEWEST]
    middles = [ring.centroid.coords[0] for ring in rings if ring.is_valid and ring.area > 0.0]
    return _complex(np.array(middles).reshape(-1, 2))


def _open(ring: Polygon) -> Complex:
    points = shapely.get_coordinates(ring.exterior)[:-1]
    return _complex(points[(points != np.roll(points, 1, axis=0)).any(axis=1)])


def _complex(points: NDArray[np.float64]) -> Complex:
    found: Complex = points[:, 0] + 1j * points[:, 1]
    return found
