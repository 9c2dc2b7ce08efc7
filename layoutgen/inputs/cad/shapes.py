"""Neutral shapes: what a drawing holds, free of any CAD library."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from layoutgen.sentence import Sentence

Points = tuple[tuple[float, float], ...]
Matrix = NDArray[np.float64]  # two rows of three: what a point (x, y, 1) becomes


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One entity of a drawing, laid flat.

    ``points`` are the exact vertices of straight entities and the chords of curved ones; a closed shape does not repeat
    its first point unless the file does. A text, point or block reference has one point.
    """

    layer: str
    kind: str  # entity type: "LWPOLYLINE", "TEXT", "POINT", "INSERT", …
    points: Points
    is_closed: bool
    text: str = ""  # words of a text, name of a block
    handle: str = ""
    is_curved: bool = False
    z: float = 0.0  # of its first point
    turn_deg: float = 0.0  # of a text, counter-clockwise
    block: str = ""  # name of the block that it is part of
    xdata: tuple[str, ...] = ()  # texts that the application asked for has put on it


@dataclass(frozen=True, slots=True, kw_only=True)
class CadFile:
    """A drawing's model space in drawing units."""

    shapes: tuple[Shape, ...]
    unit: str  # by its header: "m", "mm", … or "" where it says none
    version: str = ""  # "R2010"
    repairs: tuple[Sentence, ...] = ()  # what was mended
    unread: tuple[Sentence, ...] = ()  # what was met and not read
    not_read: tuple[tuple[str, str], ...] = ()  # its entity types and layers


def scaled(shape: Shape, factor: float) -> Shape:
    """Shape with its coordinates multiplied; by 1 it is the same shape."""
    if factor == 1.0:
        return shape
    return replace(shape, points=tuple((x * factor, y * factor) for x, y in shape.points), z=shape.z * factor)


def moved(shape: Shape, matrix: Matrix) -> Shape:
    """Shape with its points turned, mirrored, scaled and shifted."""
    (a, b, c), (d, e, f) = matrix.tolist()
    return replace(shape, points=tuple((a * x + b * y + c, d * x + e * y + f) for x, y in shape.points))
