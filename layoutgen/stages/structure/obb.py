"""Street pattern `obb`: every part too large is halved across the long side of its least rectangle; it never fails."""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon

from layoutgen.geometry.parts import lines, polygons
from layoutgen.model.choices import StreetChoices
from layoutgen.stages.structure.ground import Ground
from layoutgen.stages.structure.quality import is_large
from layoutgen.stages.structure.strokes import Strokes, led_over

DEPTH_MAX = 12


def obb_patterns(ground: Ground) -> tuple[Strokes, ...]:
    """One pattern: halvings until no part is too large."""
    return (tuple(line for part in ground.parts for line in _halved(part, ground.choices, 0)),)


def _halved(part: Polygon, choices: StreetChoices, depth: int) -> Iterator[LineString]:
    if depth >= DEPTH_MAX or not is_large(part, choices):
        return
    corners = shapely.get_coordinates(shapely.oriented_envelope(part))[:4]
    sides = corners[1:3] - corners[:2]
    spans = np.hypot(*sides.T)
    along = sides[int(np.argmin(np.round(spans, 6)))] / float(spans.min())
    across = np.array([-along[1], along[0]])
    middle, far = corners.mean(axis=0), float(spans.max())
    ends = (middle - along * far, middle + along * far)
    half = Polygon([*ends, ends[1] + across * far, ends[0] + across * far])
    for piece in lines(shapely.intersection(LineString(ends), part), 1.0):
        yield led_over(piece, 0.05)
    for side in (shapely.intersection(part, half), shapely.difference(part, half)):
        for rest in polygons(side, 1.0):
            yield from _halved(rest, choices, depth + 1)
