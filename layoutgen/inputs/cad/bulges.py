"""Arcs of a polyline, given by their bulge, as chords on the true circle."""

from collections.abc import Iterator, Sequence
from math import acos, atan, ceil, cos, hypot, sin, tan

Point = tuple[float, float]
CHORDS_MOST = 10_000  # of an arc: a circle of 25 km within the sag of a survey


def bulged_points(vertices: Sequence[tuple[float, float, float]], *, is_closed: bool, sag: float) -> tuple[Point, ...]:
    """Points of a polyline whose vertices are (x, y, bulge); the vertices themselves are untouched.

    Parameters
    ----------
    sag
        Greatest distance of a chord from its arc, in the vertices' unit.
    """
    ends = vertices[1:] if not is_closed else [*vertices[1:], vertices[0]]
    points: list[Point] = []
    for (x0, y0, bulge), (x1, y1, _) in zip(vertices, ends, strict=False):
        points.append((x0, y0))
        points.extend(_between((x0, y0), (x1, y1), bulge, sag))
    if not is_closed:
        points.append(vertices[-1][:2])
    return tuple(points)


def _between(start: Point, end: Point, bulge: float, sag: float) -> Iterator[Point]:
    """Points on the arc between its ends; a bulge is the tangent of a quarter of the arc's angle, positive to the left."""
    chord = hypot(end[0] - start[0], end[1] - start[1])
    angle = 4.0 * atan(bulge)
    if chord == 0.0 or angle == 0.0:
        return
    radius = abs(chord / 2.0 / sin(angle / 2.0))
    if sag >= radius:
        return
    step = 2.0 * acos(1.0 - sag / radius)
    count = min(CHORDS_MOST, ceil(abs(angle) / step)) if step else CHORDS_MOST
    beside = 0.5 / tan(angle / 2.0)  # the centre's distance from the chord, by the chord
    x = (start[0] + end[0]) / 2.0 - (end[1] - start[1]) * beside
    y = (start[1] + end[1]) / 2.0 + (end[0] - start[0]) * beside
    dx, dy = start[0] - x, start[1] - y
    for k in range(1, count):
        turn = angle * k / count
        yield x + dx * cos(turn) - dy * sin(turn), y + dx * sin(turn) + dy * cos(turn)
