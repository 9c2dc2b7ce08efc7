"""Share of every block's central green that has ``hours`` of sun on the standard ``day``."""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import SUN_RASTER_M
from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.sun_standard import sun_of_clause
from layoutgen.sunlight.hours import point_minutes
from layoutgen.validator.housed_blocks import judge_blocks
from layoutgen.validator.judgement import central_greens
from layoutgen.validator.shading import scene_of


def check(plan: Plan, clause: Clause) -> Iterator[Finding | Inapplicable]:
    """Measure the sun on a raster of points at ground level; all buildings and surroundings cast shade."""
    sun = sun_of_clause(clause, clause.number("hours"))
    scene = scene_of(plan)

    def share(plan: Plan, block: Block) -> float | None:
        points = _raster(shapely.union_all(central_greens(plan)[block.id]))
        if not len(points):
            return None
        minutes = point_minutes(points, np.zeros(len(points)), scene, sun, plan.facts.place.latitude_deg)
        return float(np.mean(minutes >= sun.minutes))

    return judge_blocks(plan, clause, share)


def _raster(green: BaseGeometry) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """Middles of the raster's cells that lie on the green."""
    if green.is_empty:
        return np.empty((0, 2))
    x0, y0, x1, y1 = green.bounds
    xs = np.arange(x0 + SUN_RASTER_M / 2.0, x1, SUN_RASTER_M)
    ys = np.arange(y0 + SUN_RASTER_M / 2.0, y1, SUN_RASTER_M)
    points = np.stack(np.meshgrid(xs, ys), axis=-1).reshape(-1, 2)
    return points[shapely.contains_xy(green, points)]
