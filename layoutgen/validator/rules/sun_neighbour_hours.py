"""Sun of protected neighbours: their south walls keep the standard, or what they had."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import Polygon

from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.sun_standard import sun_limit, sun_of_clause
from layoutgen.sunlight.hours import window_minutes
from layoutgen.sunlight.scene import Floats, Scene
from layoutgen.validator.shading import scene_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure assumed windows along the south walls of each protected neighbour, with and without the plan's buildings."""
    limit = sun_limit(clause, plan.facts.place)
    protected = [building for building in plan.context if building.is_protected]
    if not protected or limit is None or limit.low is None:
        yield Inapplicable(reason="no protected neighbour" if not protected else "the table has no row for this place")
        return
    sun = sun_of_clause(clause, limit.low)
    alone = Scene.of([b.footprint for b in plan.context], [b.height_m for b in plan.context])
    everything = scene_of(plan)
    for building in protected:
        lines = _windows(building.footprint, clause)
        if not len(lines):
            continue
        sills = np.full(len(lines), clause.number("sill_m"))
        before = window_minutes(lines, sills, alone, sun, plan.facts.place.latitude_deg) / 60.0
        after = window_minutes(lines, sills, everything, sun, plan.facts.place.latitude_deg) / 60.0
        worst = int(np.argmin(after - np.minimum(before, limit.low)))
        owed = min(float(before[worst]), limit.low)
        note = f"{float(before[worst]):.2f} h without the plan's buildings"
        yield Finding(subjects=(building.id,), measured=float(after[worst]), limit=replace(limit, low=owed), note=note)


def _windows(footprint: Polygon, clause: Clause) -> Floats:
    """Assumed windows (n, 2, 2) along the walls that look south, evenly spaced."""
    width, spacing = clause.number("width_m"), clause.number("spacing_m")
    least = float(np.cos(np.radians(clause.number("off_south_deg"))))
    found = []
    for a, b in pairwise(shapely.get_coordinates(shapely.orient_polygons(footprint).exterior)):
        length = float(np.hypot(*(b - a)))
        if length < spacing or (b - a)[0] / length < least:
            continue
        for middle in (np.arange(int(length // spacing)) + 0.5) * length / int(length // spacing):
            found.append([a + (b - a) * (middle - width / 2.0) / length, a + (b - a) * (middle + width / 2.0) / length])
    return np.array(found).reshape(-1, 2, 2)
