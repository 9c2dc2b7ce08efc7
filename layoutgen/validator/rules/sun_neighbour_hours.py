"""Sun of protected neighbours: their south walls and lines of windows keep the standard, or what they had."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import shapely

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.sun_standard import sun_limit, sun_of_clause
from layoutgen.sunlight.hours import window_minutes
from layoutgen.sunlight.scene import Floats, Scene
from layoutgen.validator.shading import scene_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure assumed windows of each protected neighbour and along each line, with and without the plan's buildings."""
    limit = sun_limit(clause, plan.facts.place)
    watched = {name: windows for name, windows in _watched(plan, clause).items() if len(windows[0])}
    if not watched or limit is None or limit.low is None:
        yield Inapplicable(reason="no protected neighbour" if not watched else "the table has no row for this place")
        return
    sun = sun_of_clause(clause, limit.low)
    alone = Scene.of([b.footprint for b in plan.context], [b.height_m for b in plan.context])
    everything = scene_of(plan)
    for name, (lines, sills) in watched.items():
        before = window_minutes(lines, sills, alone, sun, plan.facts.place.latitude_deg) / 60.0
        after = window_minutes(lines, sills, everything, sun, plan.facts.place.latitude_deg) / 60.0
        worst = int(np.argmin(after - np.minimum(before, limit.low)))
        owed = min(float(before[worst]), limit.low)
        note = f"worst of {len(lines)} windows; {float(before[worst]):.2f} h without the plan's buildings"
        yield Finding(subjects=(name,), measured=float(after[worst]), limit=replace(limit, low=owed), note=note)


def _watched(plan: Plan, clause: Clause) -> dict[str, tuple[Floats, Floats]]:
    """Windows (n, 2, 2) and sills (n,) by the neighbour or the line that they belong to."""
    sill_m, least = clause.number("sill_m"), float(np.cos(np.radians(clause.number("off_south_deg"))))
    found = {}
    for building in (building for building in plan.context if building.is_protected):
        ring = shapely.get_coordinates(shapely.orient_polygons(building.footprint).exterior)
        walls = [(a, b) for a, b in pairwise(ring) if (b - a)[0] >= least * float(np.hypot(*(b - a)))]
        found[building.id] = (walls, sill_m)
    for line in plan.window_lines:
        found[line.id] = ([*pairwise(shapely.get_coordinates(line.line))], line.sill_m)
    windows = {name: (_windows(walls, clause), sill) for name, (walls, sill) in found.items()}
    return {name: (lines, np.full(len(lines), sill)) for name, (lines, sill) in windows.items()}


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
