"""Where ramps are tried: every mouth along some lines, either way round, as arrays."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from shapely.geometry import LineString

from layoutgen.stages.grounds.free_ground import boxes_by, frame_of

PITCH_M = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class RampLine:
    """A line along which ramps are tried, on its left."""

    side: LineString
    near_m: float  # from the line to the ramp
    is_court: bool  # a mouth here must open to the loop, else to any carriageway
    reach_m: float  # mouths are sought so far from the line's ends
    costs_m: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RampTries:
    """Mouths of ramps that are tried: on which line, where along it, and which way the ramp leads from there."""

    lines: NDArray[np.int64]
    mouths: NDArray[np.float64]  # [m]
    turns: NDArray[np.float64]  # 1 along the line, -1 against it
    frames: NDArray[np.float64]  # (n, 3, 2): where each line begins, its direction, and square to the left of it
    across: NDArray[np.float64]  # (n, 2): nearest and farthest distance from the line [m]

    def only(self, chosen: NDArray[np.bool_]) -> "RampTries":
        """Some of them."""
        return RampTries(
            lines=self.lines[chosen],
            mouths=self.mouths[chosen],
            turns=self.turns[chosen],
            frames=self.frames[chosen],
            across=self.across[chosen],
        )

    def boxes(self, low_m: float, high_m: float | NDArray[np.float64]) -> NDArray[np.object_]:
        """Rectangles beside the lines, between two distances from the mouths along the ramps [m]."""
        low, high = self.mouths + self.turns * low_m, self.mouths + self.turns * high_m
        return boxes_by(self.frames, np.stack([low, high], axis=1), self.across)


def ramp_tries(beside: Sequence[RampLine], width_m: float) -> RampTries:
    """Mouths along all lines, either way round."""
    frames = np.array([frame_of(line.side) for line in beside]).reshape(-1, 3, 2)
    across = np.array([(line.near_m, line.near_m + width_m) for line in beside]).reshape(-1, 2)
    owners, mouths, turns = [], [], []
    for n, line in enumerate(beside):
        length = line.side.length
        every = np.arange(0.0, length + PITCH_M / 2.0, PITCH_M / 2.0)
        for turn in (1.0, -1.0):
            kept = every[(every if turn > 0.0 else length - every) <= line.reach_m]
            owners.append(np.full(len(kept), n))
            mouths.append(kept)
            turns.append(np.full(len(kept), turn))
    lines_of = np.concatenate([np.zeros(0, dtype=np.int64), *owners])
    return RampTries(
        lines=lines_of,
        mouths=np.concatenate([np.zeros(0), *mouths]),
        turns=np.concatenate([np.zeros(0), *turns]),
        frames=frames[lines_of],
        across=across[lines_of],
    )
