"""Where the plan's frame lies in a file: fitted to the things that were read, whatever was undone to read them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.review.dxf_lines import DxfLines, Span
from layoutgen.drawings.sheet_frame import read_frame
from layoutgen.model.plan import Plan
from layoutgen.model.reading import Reading
from layoutgen.model.shapes_by_id import shapes_by_id

LINES = ("LWPOLYLINE", "POLYLINE")
LEAST_PAIRS = 3
FITS = 1e-4  # of the site's width: what lies farther from its place after the fit was taken for another thing

Matrix = NDArray[np.float64]  # two rows: turn and scale, then shift


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFrame:
    """From the plan's metres to the file's units."""

    matrix: Matrix

    @property
    def unit_m(self) -> float:
        """Metres in a unit of the file."""
        return 1.0 / sqrt(abs(float(np.linalg.det(self.matrix[:, :2]))))

    def place(self, shape: BaseGeometry) -> BaseGeometry:
        """Shape in the file's frame, still in metres."""
        (a, b, x), (d, e, y) = (self.matrix * self.unit_m).tolist()
        return affinity.affine_transform(shape, [a, b, d, e, x, y])


def frame_of(file: DxfLines, plan: Plan, reading: Reading) -> FileFrame:
    """Frame of a file; where too few of its things are known again, as its facts say."""
    pairs = list(_pairs(file, plan, reading))
    if len(pairs) >= LEAST_PAIRS:
        fitted = _fitted(np.array([one for one, _ in pairs]), np.array([other for _, other in pairs]), plan)
        if fitted is not None:
            return FileFrame(matrix=fitted)
    return FileFrame(matrix=_said(file))


def _pairs(file: DxfLines, plan: Plan, reading: Reading) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Mean corner of each thing in the plan and in the file: it goes where the corners go, in whatever order they stand."""
    shapes = shapes_by_id(plan)
    spans = {file.first_value(head, "5").upper(): (head, last) for head, last in file.wholes() if head.kind in LINES}
    for thing in reading.things:
        span, here = spans.get(thing.handle.upper()), shapes.get(thing.id, ())
        if span is None or len(here) != 1:
            continue
        corners = shapely.get_coordinates(here[0])
        ours = _open(corners)
        theirs = _open(np.array(_corners(file, *span)).reshape(-1, 2))
        if len(ours) == len(theirs) and len(ours):
            one, other = ours.mean(axis=0).tolist(), theirs.mean(axis=0).tolist()
            yield (one[0], one[1]), (other[0], other[1])


def _open(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    return corners[:-1] if len(corners) > 1 and np.allclose(corners[0], corners[-1]) else corners


def _corners(file: DxfLines, head: Span, last: Span) -> list[tuple[float, float]]:
    first = head.end if head.kind == "POLYLINE" else head.first
    tags = (tag for tag in range(first, last.end - 1) if file.code(tag) == "10" and file.code(tag + 1) == "20")
    try:
        return [(float(file.value(tag)), float(file.value(tag + 1))) for tag in tags]
    except ValueError:
        return []


def _fitted(ours: NDArray[np.float64], theirs: NDArray[np.float64], plan: Plan) -> Matrix | None:
    """Least squares about the middles; the exact identity where it fits as well; None where nothing does."""
    west, south, east, north = plan.boundary.bounds
    near = FITS * max(east - west, north - south)
    if np.abs(ours - theirs).max() <= near:
        return np.eye(2, 3)
    middle, other = np.median(ours, axis=0), np.median(theirs, axis=0)
    found, _, rank, _ = np.linalg.lstsq(ours - middle, theirs - other, rcond=None)
    if rank < 2:
        return None
    turn = found.T
    shift = np.median(theirs - ours @ turn.T, axis=0)
    off = np.abs(ours @ turn.T + shift - theirs).max(axis=1)
    unit = sqrt(abs(float(np.linalg.det(turn))))
    if np.median(off) > near * unit:
        return None
    return np.column_stack([turn, shift])


def _said(file: DxfLines) -> Matrix:
    texts: Sequence[str] = [file.first_value(span, "1") for span in file.spans("ENTITIES") if span.kind == "TEXT"]
    back = np.vstack([read_frame(texts).back, [0.0, 0.0, 1.0]])
    inverse: Matrix = np.linalg.inv(back)[:2]
    return inverse
