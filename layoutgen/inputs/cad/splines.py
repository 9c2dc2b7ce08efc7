"""Splines without clamped ends, as closed ones are stored: sampled where they are defined, between their inner knots."""

import numpy as np
from ezdxf.entities import Spline
from numpy.typing import NDArray

MOST_CHORDS = 100_000  # of a spline
FIRST, MOST = 8, 1024  # chords of a knot span: to begin with, and at most


def is_unclamped(spline: Spline) -> bool:
    """Whether a spline does not begin and end at its first and last control points."""
    degree, knots = int(spline.dxf.degree), [float(knot) for knot in spline.knots]
    if len(knots) != len(spline.control_points) + degree + 1:
        return False
    return bool(knots[0] != knots[degree] or knots[-1] != knots[-degree - 1])


def spline_points(spline: Spline, sag: float) -> tuple[tuple[float, float], ...]:
    """Points of an unclamped spline whose chords leave it by no more than the sag."""
    from scipy.interpolate import BSpline  # rare: such splines only

    degree, knots = int(spline.dxf.degree), np.asarray(spline.knots, dtype=float)
    controls = np.asarray([(point[0], point[1]) for point in spline.control_points], dtype=float)
    weights = np.asarray(spline.weights or np.ones(len(controls)), dtype=float)
    curve = BSpline(knots, np.column_stack([controls * weights[:, None], weights]), degree)
    spans = np.unique(knots[degree : len(knots) - degree])
    count = FIRST
    while True:
        at = _subdivided(spans, count)
        points = _on(curve(at))
        between = _on(curve((at[:-1] + at[1:]) / 2.0))
        if (
            count >= MOST
            or count * len(spans) > MOST_CHORDS
            or float(np.hypot(*(between - (points[:-1] + points[1:]) / 2.0).T).max()) <= sag
        ):
            return tuple((float(x), float(y)) for x, y in points)
        count *= 2


def _subdivided(spans: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    shares = np.arange(count) / count
    inner = (spans[:-1, None] + shares * np.diff(spans)[:, None]).ravel()
    return np.append(inner, spans[-1])


def _on(homogeneous: NDArray[np.float64]) -> NDArray[np.float64]:
    points: NDArray[np.float64] = homogeneous[:, :2] / homogeneous[:, 2:]
    return points
