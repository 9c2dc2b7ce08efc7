"""Sunlight hours: the exact method beside stepping through the day, in one run on one scene.

    python -m benchmarks.sun [--quick]

20 ha of 120 slabs at three heights and angles, points every 0.6 m on all facades (about 17 000). Stepping samples the day
every 60 s and asks every wall, without culling; its time is measured on a part of the points and scaled up by their number.
Processor time is measured; ratios of one run are to be trusted, times are not.
"""

import sys
import time
from itertools import pairwise

import numpy as np
from shapely import affinity
from shapely.geometry import Polygon, box

from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.hours import point_minutes, window_minutes
from layoutgen.sunlight.scene import Floats, Scene

LATITUDE_DEG = 34.3
COLD = SunStandard(day="great_cold", declination_deg=-20.149, hours=2.0, start_h=8.0, end_h=16.0, least_piece_min=0.0)
SPACING_M = 0.6
STEP_S = 60.0
SAMPLED = 200  # points on which stepping is timed


def town() -> tuple[list[Polygon], Floats]:
    """120 slabs on about 20 ha."""
    rng = np.random.default_rng(7)
    slabs = [
        affinity.rotate(box(x * 45.0, y * 38.0, x * 45.0 + 28.0, y * 38.0 + 14.0), float(rng.choice([-15.0, 0.0, 10.0])))
        for x in range(10)
        for y in range(12)
    ]
    return slabs, rng.choice([19.0, 34.0, 57.0], len(slabs))


def facade_points(slabs: list[Polygon]) -> tuple[Floats, Floats]:
    """Points along all walls, 3 cm off them, and the walls' windows as lines of 1.8 m."""
    points, lines = [], []
    for slab in slabs:
        ring = np.asarray(slab.exterior.coords)[::-1] if not slab.exterior.is_ccw else np.asarray(slab.exterior.coords)
        for a, b in pairwise(ring):
            run = float(np.hypot(*(b - a)))
            along = (b - a) / run
            out = np.array([along[1], -along[0]])
            points += [a + along * s + out * 0.03 for s in np.arange(0.3, run, SPACING_M)]
            lines += [(a + along * s, a + along * (s + 1.8)) for s in np.arange(0.5, run - 1.8, 3.0)]
    return np.array(points), np.array(lines)


def step_through(points: Floats, heights: Floats, scene: Scene) -> Floats:
    """Minutes by sampling the sun every STEP_S seconds: every wall against every ray, vectorised over walls and steps."""
    hours = np.arange(COLD.start_h + STEP_S / 7200.0, COLD.end_h, STEP_S / 3600.0)
    angle, d, f = np.radians((hours - 12.0) * 15.0), np.radians(COLD.declination_deg), np.radians(LATITUDE_DEG)
    east, north = -np.cos(d) * np.sin(angle), np.sin(d) * np.cos(f) - np.cos(d) * np.sin(f) * np.cos(angle)
    up = np.sin(d) * np.sin(f) + np.cos(d) * np.cos(f) * np.cos(angle)
    tops = np.repeat(scene.tops, scene.counts)
    minutes = np.zeros(len(points))
    for i, point in enumerate(points):
        ax, ay, bx, by = (scene.walls - np.tile(point, 2)).T[:, :, None]
        cross = east * (by - ay) - north * (bx - ax)
        with np.errstate(divide="ignore", invalid="ignore"):
            reach = (ax * (by - ay) - ay * (bx - ax)) / cross
            share = (ax * north - ay * east) / cross
        dark = (reach > 0) & (share >= 0) & (share <= 1) & (heights[i] + reach * up < tops[:, None])
        minutes[i] = (~dark.any(axis=0)).sum() * STEP_S / 60.0
    return minutes


def timed(work, repeats: int):
    best, result = float("inf"), None
    for _ in range(repeats):
        start = time.process_time()
        result = work()
        best = min(best, time.process_time() - start)
    return best, result


def main() -> None:
    repeats = 1 if "--quick" in sys.argv else 5
    slabs, tops = town()
    scene = Scene.of(slabs, tops)
    points, lines = facade_points(slabs)
    heights, sills = np.full(len(points), 1.2), np.full(len(lines), 1.2)
    chosen = np.random.default_rng(1).choice(len(points), SAMPLED, replace=False)
    exact_s, exact = timed(lambda: point_minutes(points, heights, scene, COLD, LATITUDE_DEG), repeats)
    window_s, _ = timed(lambda: window_minutes(lines, sills, scene, COLD, LATITUDE_DEG), repeats)
    step_s, stepped = timed(lambda: step_through(points[chosen], heights[chosen], scene), 1)
    step_all = step_s * len(points) / SAMPLED
    error = np.abs(exact[chosen] - stepped)
    print(f"{len(slabs)} buildings, {len(points)} points, {len(lines)} windows")
    print(f"exact, points     {exact_s * 1e3:9.1f} ms      1")
    print(f"exact, windows    {window_s * 1e3:9.1f} ms")
    print(f"stepping 60 s     {step_all * 1e3:9.1f} ms  {step_all / exact_s:6.0f} times as long")
    print(f"difference of stepping: mean {error.mean():.2f} min, max {error.max():.2f} min")
    print(f"equivalent: {len(points) * len(slabs) * 480 / exact_s:.1e} point-building-minutes a second")


if __name__ == "__main__":
    main()
