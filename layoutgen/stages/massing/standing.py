"""What stands so far while cells are filled, and how the sun sees rows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from shapely.geometry.base import BaseGeometry

from layoutgen.model.choices import Choices
from layoutgen.stages.massing.rows_of_slabs import (
    Floats,
    RowPlan,
    footprints,
    shading_height_m,
    window_ends,
)
from layoutgen.stages.massing.site_sun import SiteSun
from layoutgen.stages.massing.units import Placed
from layoutgen.sunlight.scene import Scene


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Standing:
    """What stands so far while cells are filled."""

    sun: SiteSun
    rows: tuple[RowPlan, ...]
    placed: Placed
    ahead: BaseGeometry  # ground of the cells still to be filled, on the site


Line = tuple[RowPlan, ...]  # rows side by side, their north walls on one line


def stand(standing: Standing, line: Line, choices: Choices) -> Standing:
    """Everything that stands after a line of rows has come."""
    placed = standing.placed.copy()
    for row in line:
        placed.update(row.placed())
    scene, ends, sills = seen(line, choices)
    return replace(standing, sun=standing.sun.plus(scene, ends, sills), rows=(*standing.rows, *line), placed=placed)


def stood(before: Standing, rows: Sequence[RowPlan], choices: Choices) -> Standing:
    """Everything that stands when rows come one after the other, asked or not."""
    standing = before
    for row in rows:
        standing = stand(standing, (row,), choices)
    return standing


def seen(line: Sequence[RowPlan], choices: Choices) -> tuple[Scene, Floats, Floats]:
    """How the sun sees rows: their prisms, and their windows with sills."""
    housing = choices.housing
    shapes = [shape for row in line for shape in footprints(row)]
    tops = [shading_height_m(slab.storeys, housing) for row in line for slab in row.slabs]
    ends = [window_ends(row, housing.window_width_m) for row in line]
    lines = np.concatenate(ends).reshape(-1, 2, 2) if ends else np.empty((0, 2, 2))
    return Scene.of(shapes, tops), lines, np.full(len(lines), housing.plinth_m + housing.sill_m)
