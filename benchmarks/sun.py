"""Sunlight hours: the exact method beside stepping and beside other packages, in one run on one scene.

    python -m benchmarks.sun [--quick]

20 ha of 120 slabs, points every 0.6 m on all facades (16 800). Processor time of each method; ratios of one run are to be
trusted, times are not. Errors are differences from stepping through the day second by second, every wall asked of every ray,
on some of the points. The peers are the dependency group ``bench``: `make bench` installs it, and without it they are left out.
"""

import importlib.util
import sys
import time
from collections.abc import Callable, Iterator

import numpy as np

from benchmarks.sun_scene import COLD, LATITUDE_DEG, SILL_M, Town, sun_directions, town
from layoutgen.sunlight.hours import point_minutes, window_minutes
from layoutgen.sunlight.scene import Floats, Indices, Scene

PEERS = ("pybdshadow", "trimesh", "embreex", "pvlib")
REFERENCE_S = 1.0
AT_ONCE = 1800  # steps of the reference that are held in memory together
SAMPLED, QUICK_SAMPLED = 60, 8  # points of the reference
HEAD = f"{'method':<34}{'ms':>10}{'times':>8}{'promise':>9}   error: mean, max [min]"


def stepped(points: Floats, normals: Floats, scene: Scene, step_s: float) -> Floats:
    """Minutes of sun by asking every wall of every ray, every ``step_s`` seconds; nothing is culled.

    The sun behind a point's facade does not count, as in every method here.
    """
    suns = sun_directions(step_s)
    tops = np.repeat(scene.tops, scene.counts)
    minutes = np.zeros(len(points))
    for i, (point, normal) in enumerate(zip(points, normals, strict=True)):
        ax, ay, bx, by = (scene.walls - np.tile(point, 2)).T[:, :, None]
        for east, north, up in (suns[k : k + AT_ONCE].T for k in range(0, len(suns), AT_ONCE)):
            cross = east * (by - ay) - north * (bx - ax)
            with np.errstate(divide="ignore", invalid="ignore"):
                reach = (ax * (by - ay) - ay * (bx - ax)) / cross
                share = (ax * north - ay * east) / cross
            dark = (reach > 0) & (share >= 0) & (share <= 1) & (SILL_M + reach * up < tops[:, None])
            minutes[i] += (~dark.any(axis=0) & (normal[0] * east + normal[1] * north > 0.0)).sum() * step_s / 60.0
    return minutes


def timed(work: Callable[[], Floats], repeats: int) -> tuple[float, Floats]:
    """Least processor time of some runs, and what they gave."""
    best, result = float("inf"), np.zeros(0)
    for _ in range(repeats):
        start = time.process_time()
        result = work()
        best = min(best, time.process_time() - start)
    return best, result


def peers(scene: Town) -> Iterator[tuple[str, str, Callable[[], Floats]]]:
    """Name, promised ratio and work of each peer that is installed."""
    missing = [name for name in PEERS if importlib.util.find_spec(name) is None]
    if missing:
        print(f"not installed, left out: {', '.join(missing)} (pip install --group bench)")
        return
    from benchmarks.sun_peers import Bdshadow, Embree

    embree, bdshadow = Embree(scene), Bdshadow(scene)
    yield "trimesh + embree, steps of 60 s", ">= 6", lambda: embree.minutes(60.0)
    yield "pybdshadow, steps of 10 min", ">= 40", lambda: bdshadow.minutes(600.0)


def main() -> None:
    """Print the table."""
    is_quick = "--quick" in sys.argv
    here = town()
    scene = Scene.of(here.slabs, here.tops)
    chosen: Indices = np.random.default_rng(1).choice(len(here.points), QUICK_SAMPLED if is_quick else SAMPLED, replace=False)
    reference = stepped(here.points[chosen], here.normals[chosen], scene, REFERENCE_S)

    def row(name: str, seconds: float, promise: str, minutes: Floats, base_s: float) -> None:
        error = np.abs(minutes - reference)
        ratio = seconds / base_s
        print(f"{name:<34}{seconds * 1e3:>10.1f}{ratio:>8.1f}{promise:>9}   {error.mean():.3f}, {error.max():.3f}", flush=True)

    print(
        f"{len(here.slabs)} buildings, {len(here.points)} points, {len(here.windows)} windows; errors on {len(chosen)} points"
    )
    print(HEAD)
    exact_s, exact = timed(
        lambda: point_minutes(here.points, here.heights, scene, COLD, LATITUDE_DEG, here.normals), 3 if is_quick else 15
    )
    row("exact, numpy: points", exact_s, "<= 100", exact[chosen], exact_s)
    for name, promise, work in peers(here):
        seconds, minutes = timed(work, 1)
        row(name, seconds, promise, minutes[chosen], exact_s)
    step_s, minutes = timed(lambda: stepped(here.points[chosen], here.normals[chosen], scene, 60.0), 1)
    row("stepping 60 s, numpy, no culling", step_s * len(here.points) / len(chosen), "", minutes, exact_s)
    sills = np.full(len(here.windows), SILL_M)
    window_s, _ = timed(lambda: window_minutes(here.windows, sills, scene, COLD, LATITUDE_DEG), 3)
    print(f"exact, numpy: {len(here.windows)} windows{window_s * 1e3:>18.1f}")
    print(f"equivalent: {len(here.points) * len(here.slabs) * 480 / exact_s:.1e} point-building-minutes a second")
    if importlib.util.find_spec("pvlib") is not None:
        from benchmarks.sun_peers import sun_error_deg

        altitude, azimuth = sun_error_deg()
        print(
            f"sun beside NREL's (pvlib), 23 to 46 N, 8 to 16 h: altitude {altitude:.3f}, azimuth {azimuth:.3f} degrees at most"
        )


if __name__ == "__main__":
    main()
