"""Distances between outlines by brute force: every corner from every side, both ways."""

from itertools import combinations

import numpy as np

from tests.second_engine.drawing import Drawing, Thing, are_inside, distances
from tests.second_engine.walks import doors_of

ROADS = ("arterial", "collector", "local")


def ring_sides(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return points, np.roll(points, -1, axis=0)


def line_sides(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    return points[:-1], points[1:]


def gap(first: tuple[np.ndarray, np.ndarray], second: tuple[np.ndarray, np.ndarray]) -> float:
    """Least distance of two sets of sides; 0 where two of them cross."""
    if _cross(first, second):
        return 0.0
    corners = [np.vstack(sides) for sides in (first, second)]
    return float(min(distances(corners[0], *second).min(), distances(corners[1], *first).min()))


def _cross(first: tuple[np.ndarray, np.ndarray], second: tuple[np.ndarray, np.ndarray]) -> bool:
    a, b = (ends[:, None] for ends in first)
    c, d = (ends[None] for ends in second)
    return bool(((_side(a, b, c) * _side(a, b, d) < 0) & (_side(c, d, a) * _side(c, d, b) < 0)).any())


def _side(a: np.ndarray, b: np.ndarray, p: np.ndarray) -> np.ndarray:
    return (b - a)[..., 0] * (p - a)[..., 1] - (b - a)[..., 1] * (p - a)[..., 0]


def building_gaps(drawing: Drawing) -> dict[tuple[str, str], float]:
    """Gap of every pair of buildings, neighbours among them [m]."""
    stand = drawing.of("BLDG-", "NEIGHBOUR")
    sides = {b.id: ring_sides(b.points) for b in stand}
    return {(a.id, b.id): gap(sides[a.id], sides[b.id]) for a, b in combinations(stand, 2)}


def setbacks(drawing: Drawing, line: str) -> dict[str, float]:
    """Each building from the nearest red line of a city road, or from the nearest neighbour's land [m]."""
    edges = drawing.of("EDGE")
    lines = [line_sides(e.points) for e in edges if (e.words["road"] in ROADS) == (line == "city")]
    if line == "city":
        lines += [ring_sides(street.points) for street in drawing.of("ROAD-STREET")]
    return {b.id: min((gap(ring_sides(b.points), one) for one in lines), default=np.inf) for b in drawing.of("BLDG-")}


def places_of(drawing: Drawing, code: str) -> list[Thing]:
    """Where people go to: a facility's doors, else its outline; other things themselves."""
    found = drawing.of(code)
    return [place for thing in found for place in doors_of(drawing, thing) or [thing]] if code.startswith("FAC-") else found


def straight_to(point: np.ndarray, things: list[Thing]) -> float:
    """Straight distance of a point from the nearest of some outlines or points [m]."""
    found = [np.inf]
    for thing in things:
        within = len(thing.points) > 2 and bool(are_inside(thing.points, point[None])[0])
        found.append(0.0 if within else float(distances(point[None], *ring_sides(thing.points)).min()))
    return min(found)
