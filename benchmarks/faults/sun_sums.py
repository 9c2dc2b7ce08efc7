"""The planter's own sun: the minutes in which a point sees it past boxes, ray by ray; nothing is shared with the judge.

The day is given by the sun's declination, taken as constant, the time in true solar hours (figures D.7).
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from shapely import STRtree
from shapely.geometry import LineString, Point, Polygon

from benchmarks.faults.drawing import Edit
from benchmarks.faults.thing import At, Thing

STEP_MIN = 4.0
OFF_WALL_M = 0.05  # the eye stands so far before the wall


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A standard day and the hours that count."""

    declination_deg: float
    start_h: float
    end_h: float


GREAT_COLD = Day(declination_deg=-20.15, start_h=8.0, end_h=16.0)  # figures D.7: 大寒日
SOLSTICE = Day(declination_deg=-23.44, start_h=9.0, end_h=15.0)  # 冬至日


@dataclass(frozen=True, slots=True, kw_only=True)
class Sun:
    """Where the sun stands: the way to it in plan, east and north, and the tangent of its altitude."""

    east: float
    north: float
    tan_altitude: float


def suns(day: Day, latitude_deg: float) -> list[Sun]:
    """Places of the sun, a step apart, each for the middle of its step."""
    steps = round((day.end_h - day.start_h) * 60.0 / STEP_MIN)
    return [_sun(day, latitude_deg, day.start_h + (step + 0.5) * STEP_MIN / 60.0) for step in range(steps)]


def _sun(day: Day, latitude_deg: float, hour: float) -> Sun:
    phi, delta = math.radians(latitude_deg), math.radians(day.declination_deg)
    omega = math.radians(15.0 * (hour - 12.0))
    up = math.sin(phi) * math.sin(delta) + math.cos(phi) * math.cos(delta) * math.cos(omega)
    east = -math.cos(delta) * math.sin(omega)
    north = math.cos(phi) * math.sin(delta) - math.sin(phi) * math.cos(delta) * math.cos(omega)
    flat = math.hypot(east, north)
    return Sun(east=east / flat, north=north / flat, tan_altitude=up / flat)


class Scene:
    """What casts a shadow: outlines and how high they stand."""

    def __init__(self, boxes: Sequence[tuple[Polygon, float]]) -> None:
        self.boxes = list(boxes)
        self.tree = STRtree([outline for outline, _ in self.boxes])

    def sees(self, at: At, height_m: float, sun: Sun) -> bool:
        """Whether a point sees the sun."""
        if sun.tan_altitude <= 0.0:
            return False
        top = max((height for _, height in self.boxes), default=0.0)
        reach = max(top - height_m, 0.0) / sun.tan_altitude
        if reach <= 0.0:
            return True
        ray = LineString([at, (at[0] + sun.east * reach, at[1] + sun.north * reach)])
        for index in self.tree.query(ray, predicate="intersects"):
            outline, height = self.boxes[int(index)]
            away = Point(at).distance(outline.intersection(ray))
            if height - height_m > away * sun.tan_altitude:
                return False
        return True


def scene_of(edit: Edit) -> Scene:
    """All buildings of a drawing by their shading height, and what stands around."""
    boxes = [(one.polygon, one.heights[2]) for one in edit.things("building.")]
    boxes += [(one.polygon, float(one.value("height") or "0")) for one in edit.things("context")]
    return Scene(boxes)


def window_hours(window: Thing, scene: Scene, day: Day, latitude_deg: float) -> float:
    """Hours in which both ends of a window's sill see the sun; the sun must stand before the wall. [h]"""
    (x0, y0), (x1, y1) = window.points[0], window.points[-1]
    length = math.hypot(x1 - x0, y1 - y0)
    out = ((y1 - y0) / length, -(x1 - x0) / length)  # outside is on the right of the line's direction
    ends = [(x + out[0] * OFF_WALL_M, y + out[1] * OFF_WALL_M) for x, y in ((x0, y0), (x1, y1))]
    sill = float(window.value("sill"))
    lit = 0
    for sun in suns(day, latitude_deg):
        is_before = sun.east * out[0] + sun.north * out[1] > 0.0
        lit += is_before and all(scene.sees(end, sill, sun) for end in ends)
    return lit * STEP_MIN / 60.0


def dwelling_hours(edit: Edit, building: Thing, scene: Scene, day: Day) -> dict[str, float]:
    """Best window of each dwelling of a building [h]."""
    best: dict[str, float] = {}
    for window in edit.of(building.id, "building", "window"):
        hours = window_hours(window, scene, day, edit.number("latitude"))
        best[window.value("dwelling")] = max(hours, best.get(window.value("dwelling"), 0.0))
    return best


def lit_share(points: Iterable[At], scene: Scene, day: Day, hours: float, latitude_deg: float) -> float:
    """Share of some points on the ground that see the sun for so many hours."""
    places = list(points)
    times = suns(day, latitude_deg)
    lit = [sum(scene.sees(at, 0.0, sun) for sun in times) * STEP_MIN / 60.0 >= hours for at in places]
    return sum(lit) / len(lit) if lit else 0.0
