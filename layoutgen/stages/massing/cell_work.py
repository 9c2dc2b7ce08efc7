"""What the search for the rows of one cell knows: the ground, its lines a step apart, and what the sun says to slabs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from layoutgen.model.choices import Choices
from layoutgen.stages.massing.cell_ground import CellGround
from layoutgen.stages.massing.clearances import north_clear_m, row_gap_m
from layoutgen.stages.massing.line_runs import LineRuns, runs_of_lines
from layoutgen.stages.massing.row_fit import SlabManner
from layoutgen.stages.massing.rows_of_slabs import Floats, RowPlan, SlabPlan, fire_height_m, shading_height_m, turned
from layoutgen.stages.massing.standing import Standing
from layoutgen.stages.massing.sunny_pitch import Field, scene_of_rings, sunny_pitch_m
from layoutgen.sunlight.scene import Scene

STEP_M = 1.0  # from line to line of the search [m]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CellWork:
    """One cell, one manner of slabs."""

    standing: Standing
    ground: CellGround
    manner: SlabManner
    choices: Choices
    runs: LineRuns  # of all lines, north to south

    @property
    def fire_m(self) -> float:
        """Fire height of the slabs [m]."""
        return fire_height_m(self.manner.storeys, self.choices.housing)

    @property
    def top_m(self) -> float:
        """Top of what casts shade [m]."""
        return shading_height_m(self.manner.storeys, self.choices.housing)

    @property
    def least_pitch_m(self) -> float:
        """Least distance from line to line, the sun left aside [m]."""
        return self.manner.depth_m + row_gap_m(self.fire_m, self.choices)

    def row(self, line: int, slabs: Sequence[SlabPlan]) -> RowPlan:
        """Row of slabs on a line."""
        return RowPlan(
            cell=self.ground.cell.id,
            block=self.ground.cell.block,
            azimuth_deg=self.ground.azimuth_deg,
            north_m=float(self.runs.norths[line]),
            depth_m=self.manner.depth_m,
            slabs=tuple(slabs),
        )

    def scene(self, boxes: Sequence[tuple[float, float, float, float]] | Floats) -> Scene:
        """Slabs' prisms over boxes of the frame: west, south, east, north."""
        west, south, east, north = np.asarray(boxes, dtype=np.float64).reshape(-1, 4).T
        rings = np.stack([west, south, east, south, east, north, west, north], axis=1).reshape(-1, 2)
        return scene_of_rings(turned(rings, self.ground.azimuth_deg).reshape(-1, 4, 2), self.top_m)

    def pitch_m(self, length_m: float, slot_m: float, slots: int) -> float:
        """Distance from line to line by the table of the sun, for so many slabs in a line with nothing beside them [m]."""
        housing, sun = self.choices.housing, self.standing.sun
        field = Field(
            slots=slots,
            length_m=round(length_m, 1),
            depth_m=self.manner.depth_m,
            slot_m=float(round(slot_m)),
            aside_m=0.0,
            top_m=self.top_m,
            sill_m=housing.plinth_m + housing.sill_m,
            window_m=housing.window_width_m,
            azimuth_deg=float(round(self.ground.azimuth_deg)),
        )
        return sunny_pitch_m(field, sun.dwellings.sun, sun.least_minutes, sun.latitude_deg, self.least_pitch_m)


def cell_work(standing: Standing, ground: CellGround, manner: SlabManner, choices: Choices) -> CellWork:
    """Measure the lines of a cell."""
    _, south, _, north = ground.buildable.bounds
    count = max(int((north - south - manner.depth_m) / STEP_M) + 1, 0)
    clear_m = north_clear_m(fire_height_m(manner.storeys, choices.housing), choices)
    runs = runs_of_lines([north - STEP_M * k for k in range(count)], ground, manner.depth_m, clear_m)
    return CellWork(standing=standing, ground=ground, manner=manner, choices=choices, runs=runs)
