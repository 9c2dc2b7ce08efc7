"""Windows of protected neighbours: assumed ones along their south walls and along lines of windows that are drawn."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import shapely

from layoutgen.model.plan import Plan
from layoutgen.standards.clause import Clause
from layoutgen.sunlight.scene import Floats, Scene


def watched_windows(plan: Plan, clause: Clause) -> dict[str, tuple[Floats, Floats]]:
    """Windows (n, 2, 2) and sills (n,) by the neighbour or the line that they belong to [m].

    Parameters
    ----------
    clause
        Of the measure ``sun.neighbour_hours``: it says which walls look south and how its windows are assumed.
    """
    sill_m, least = clause.number("sill_m"), float(np.cos(np.radians(clause.number("off_south_deg"))))
    found = {}
    for building in (building for building in plan.context if building.is_protected):
        ring = shapely.get_coordinates(shapely.orient_polygons(building.footprint).exterior)
        walls = [(a, b) for a, b in pairwise(ring) if (b - a)[0] >= least * float(np.hypot(*(b - a)))]
        found[building.id] = (walls, sill_m)
    for line in plan.window_lines:
        found[line.id] = ([*pairwise(shapely.get_coordinates(line.line))], line.sill_m)
    windows = {name: (_windows(walls, clause), sill) for name, (walls, sill) in found.items()}
    return {name: (lines, np.full(len(lines), sill)) for name, (lines, sill) in windows.items() if len(lines)}


def surroundings(plan: Plan) -> Scene:
    """What casts shade without the plan's own buildings."""
    return Scene.of([other.footprint for other in plan.context], [other.height_m for other in plan.context])


def _windows(walls: Sequence[tuple[Floats, Floats]], clause: Clause) -> Floats:
    """Assumed windows (n, 2, 2) along walls, evenly spaced, at least one where there is room for it."""
    width, spacing = clause.number("width_m"), clause.number("spacing_m")
    found = []
    for a, b in walls:
        length = float(np.hypot(*(b - a)))
        count = max(int(length // spacing), int(length >= width))
        for middle in (np.arange(count) + 0.5) * length / max(count, 1):
            found.append([a + (b - a) * (middle - width / 2.0) / length, a + (b - a) * (middle + width / 2.0) / length])
    return np.array(found).reshape(-1, 2, 2)
