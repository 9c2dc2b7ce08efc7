"""What the spot heights of a survey say of the ground: how high, how steep, and that the plan is laid as on level ground."""

from collections.abc import Sequence
from math import atan2, degrees, hypot

import numpy as np
from shapely.geometry import Polygon

from layoutgen.inputs.survey import Level
from layoutgen.sentence import Sentence

PLANE_POINTS = 3
HIGHEST_M = 9000.0
COMPASS = ("east", "north-east", "north", "north-west", "west", "south-west", "south", "south-east")
COMPASS_ZH = ("东", "东北", "北", "西北", "西", "西南", "南", "东南")


def levels_near(levels: Sequence[Level], boundary: Polygon, reach_m: float) -> tuple[Level, ...]:
    """Spot heights on the site and close around it; what can be no height of ground is none."""
    sound = (level for level in levels if abs(level.height_m) <= HIGHEST_M)
    return tuple(level for level in sound if boundary.dwithin(level.at, reach_m))


def says_of_levels(levels: Sequence[Level]) -> tuple[Sentence, ...]:
    """What is known of the ground and what is made of it; nothing without spot heights."""
    if not levels:
        return ()
    heights = [level.height_m for level in levels]
    count, low, high = len(heights), min(heights), max(heights)
    fall, fall_zh = _fall(levels)
    return (
        Sentence(
            en=f"{count} spot heights from {low:.2f} to {high:.2f} m{fall}; the plan is laid as on level ground",
            zh=f"高程点 {count} 个，{low:.2f}～{high:.2f} m{fall_zh}；方案按平地布置",
        ),
    )


def _fall(levels: Sequence[Level]) -> tuple[str, str]:
    """Mean fall of the plane through the heights, as words."""
    at = np.array([(level.at.x, level.at.y, 1.0) for level in levels])
    at[:, :2] -= at[:, :2].mean(axis=0)
    if len(levels) < PLANE_POINTS or np.linalg.matrix_rank(at) < PLANE_POINTS:
        return "", ""
    (dx, dy, _), *_ = np.linalg.lstsq(at, np.array([level.height_m for level in levels]), rcond=None)
    share = hypot(dx, dy) * 100.0
    if share < 0.05:
        return ", level", "，平坦"
    quarter = round(degrees(atan2(-dy, -dx)) / 45.0) % 8
    return f", falling {share:.1f} % to the {COMPASS[quarter]} on average", f"，平均向{COMPASS_ZH[quarter]}倾斜 {share:.1f} %"
