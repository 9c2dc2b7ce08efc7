"""What a plan's buildings and its surroundings are to the sun, and how long its windows are lit."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import shapely

from layoutgen.geometry.tolerance import SNAP_NODE_M
from layoutgen.model.plan import Building, Plan, Window
from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.hours import window_minutes
from layoutgen.sunlight.scene import Floats, Scene

Windows = Mapping[tuple[str, str], Sequence[Window]]
PLAYROOM = "playroom"
Minutes = Callable[[Floats, Floats, Scene, SunStandard, float], Floats]  # as window_minutes


def scene_of(plan: Plan) -> Scene:
    """All that casts shade: every building by the greatest of its three heights, and the surroundings."""
    heights = [max(b.shading_height_m, b.planning_height_m, b.fire_height_m) for b in plan.buildings]
    return Scene.of(
        [b.footprint for b in plan.buildings] + [c.footprint for c in plan.context],
        heights + [c.height_m for c in plan.context],
    )


def windows_by_dwelling(plan: Plan, rooms: Sequence[str]) -> Windows:
    """Windows of some rooms by building and dwelling (or playroom), in the order of their ids."""
    found: dict[tuple[str, str], list[Window]] = defaultdict(list)
    for window in sorted(plan.windows, key=lambda w: w.id):
        if window.room in rooms:
            found[window.building, window.dwelling].append(window)
    return dict(sorted(found.items()))


def hours_by_dwelling(
    windows: Windows, scene: Scene, sun: SunStandard, latitude_deg: float, minutes_of: Minutes = window_minutes
) -> dict[tuple[str, str], float]:
    """Hours of sun of the best window of each dwelling; ``minutes_of`` says how a window's sun is counted."""
    flat = [(key, window) for key, group in windows.items() for window in group]
    lines = np.array([np.asarray(window.line.coords)[[0, -1], :2] for _, window in flat]).reshape(-1, 2, 2)
    minutes = minutes_of(lines, np.array([w.sill_m for _, w in flat]), scene, sun, latitude_deg)
    hours: dict[tuple[str, str], float] = {}
    for (key, _), value in zip(flat, minutes, strict=True):
        hours[key] = max(hours.get(key, 0.0), float(value) / 60.0)
    return hours


def on_walls(windows: Windows, buildings: Sequence[Building]) -> Windows:
    """Those windows that lie on the outline of their building and look out of it; dwellings without one keep an empty group."""
    by_id = {b.id: b.footprint for b in buildings}
    flat = [window for group in windows.values() for window in group if window.building in by_id]
    lines = np.array([np.asarray(window.line.coords)[[0, -1], :2] for window in flat]).reshape(-1, 2, 2)
    run = lines[:, 1] - lines[:, 0]
    length = np.maximum(np.hypot(run[:, 0], run[:, 1]), SNAP_NODE_M)
    middle = lines.mean(axis=1)
    inner = middle - np.column_stack([run[:, 1], -run[:, 0]]) / length[:, None] * (2.0 * SNAP_NODE_M)
    footprints = np.array([by_id[window.building] for window in flat], dtype=object)
    walls = shapely.get_exterior_ring(footprints)
    sound = shapely.contains_xy(footprints, inner)
    for points in (lines[:, 0], lines[:, 1], middle):
        sound &= shapely.distance(shapely.points(points), walls) <= SNAP_NODE_M
    kept = {window.id for window, is_sound in zip(flat, sound, strict=True) if is_sound}
    return {key: [window for window in group if window.id in kept] for key, group in windows.items()}
