"""Sun of windows by shooting rays: through the day in steps, each change of light then hunted down between two steps."""

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tests.second_engine.drawing import Drawing, Thing

OBLIQUITY_DEG = 23.44
LONGITUDE_DEG = {"great_cold": 300.0, "winter_solstice": 270.0}  # of the sun: what the two solar terms are by definition
BAND_H = {"great_cold": (8.0, 16.0), "winter_solstice": (9.0, 15.0)}  # true solar time, D.7
LEAST_PIECE_MIN = 5.0  # D.7: shorter periods are not accumulated
WIDTH_M, SAMPLE_M = 1.8, 0.6  # F-56, D.7: of a wider window the best part so wide, sought in steps so wide
SILL_ABOVE_FLOOR_M, PLINTH_M = 0.9, 1.5  # D.7: no window looks from higher than this above the floor below it
SHORT_M = 0.005  # half of the centimetre to which a drawing is dimensioned
HALVINGS = 14  # of a step: 30 s become 2 ms


@dataclass(frozen=True)
class Walls:
    """All walls of all that stands, with how high each is."""

    ends: np.ndarray  # (n, 4) [m]
    tops: np.ndarray  # (n,) [m]


@dataclass(frozen=True, kw_only=True)
class Conventions:
    """What no law says and every sun program settles for itself."""

    off_wall_m: float = 0.02  # where the eye is, off its wall
    off_end_m: float = 0.001  # and off the wall's end
    declination_deg: float | None = None  # None = by the day's definition
    step_s: float = 30.0  # between two rays


OWN = Conventions()


def declination_deg(day: str) -> float:
    """Declination of the sun on a day named by its place on the ecliptic."""
    return math.degrees(math.asin(math.sin(math.radians(OBLIQUITY_DEG)) * math.sin(math.radians(LONGITUDE_DEG[day]))))


def sun_rays(hours: np.ndarray, latitude_deg: float, declination: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Toward the sun per metre of plan: east, north, and the rise; by altitude and azimuth as the almanac has them."""
    angle, d, f = np.radians((hours - 12.0) * 15.0), math.radians(declination), math.radians(latitude_deg)
    altitude = np.arcsin(math.sin(f) * math.sin(d) + math.cos(f) * math.cos(d) * np.cos(angle))
    azimuth = np.arctan2(np.sin(angle), np.cos(angle) * math.sin(f) - math.tan(d) * math.cos(f))  # from south, west positive
    return -np.sin(azimuth), -np.cos(azimuth), np.tan(altitude)


def walls_of(drawing: Drawing) -> Walls:
    """Every building by its greatest height, and the neighbours."""
    ends, tops = [], []
    for thing in drawing.of("BLDG-", "NEIGHBOUR"):
        ring = np.vstack([thing.points, thing.points[:1]])
        top = max(thing.number(key) for key in ("planning", "fire", "shading", "height"))
        ends += [np.hstack([a, b]) for a, b in pairwise(ring)]
        tops += [top] * len(thing.points)
    return Walls(np.array(ends), np.array(tops))


class Day:
    """One standard day over one drawing."""

    def __init__(self, drawing: Drawing, day: str, by: Conventions = OWN) -> None:
        self.by = by
        self.latitude = float(drawing.facts["latitude"])
        self.declination = declination_deg(day) if by.declination_deg is None else by.declination_deg
        self.walls = walls_of(drawing)
        start, end = BAND_H[day]
        self.hours = np.linspace(start, end, round((end - start) * 3600.0 / by.step_s) + 1)
        self.rays = sun_rays(self.hours, self.latitude, self.declination)

    def minutes(self, line: np.ndarray, sill_m: float) -> float:
        """Minutes in which both ends of a window's sill are lit; of a wide one the best part."""
        length = float(np.hypot(*(line[1] - line[0])))
        along = (line[1] - line[0]) / length
        spare = max(length - WIDTH_M, 0.0)
        count = math.ceil(spare / SAMPLE_M) + 1 if spare > SHORT_M else 1
        shifts = np.linspace(0.0, spare, count) if count > 1 else [0.0]
        width = length - spare if count > 1 else length
        return max(self._part(line[0] + along * s, along, width, sill_m) for s in shifts)

    def _part(self, start: np.ndarray, along: np.ndarray, width: float, sill_m: float) -> float:
        normal = np.array([along[1], -along[0]])
        eyes = [start + normal * self.by.off_wall_m + along * at for at in (self.by.off_end_m, width - self.by.off_end_m)]
        views = [self._in_view(eye, sill_m) for eye in eyes]

        def lit(rays: tuple[np.ndarray, np.ndarray, np.ndarray]) -> np.ndarray:
            free = (normal[0] * rays[0] + normal[1] * rays[1] > 0.0) & (rays[2] > 0.0)
            for wall, top in views:
                free &= ~_hit(wall, top, rays)
            return free

        now = lit(self.rays)
        changes = np.flatnonzero(now[1:] != now[:-1])
        times = [self._change(lit, self.hours[k], self.hours[k + 1], is_lit=bool(now[k])) for k in changes]
        times = [self.hours[0], *times] if now[0] else times
        times = [*times, self.hours[-1]] if now[-1] else times
        periods = [(b - a) * 60.0 for a, b in zip(times[::2], times[1::2], strict=True)]
        return sum(period for period in periods if period >= LEAST_PIECE_MIN)

    def _in_view(self, eye: np.ndarray, height: float) -> tuple[np.ndarray, np.ndarray]:
        """Walls seen from an eye, from there; the winter sun stands in the south, so walls in the north hide nothing."""
        ends = self.walls.ends - np.tile(eye, 2)
        asked = (self.walls.tops > height) & ((ends[:, 1] < 0.0) | (ends[:, 3] < 0.0))
        return ends[asked], self.walls.tops[asked] - height

    def _change(self, lit, low: float, high: float, *, is_lit: bool) -> float:
        for _ in range(HALVINGS):
            middle = (low + high) / 2.0
            same = bool(lit(sun_rays(np.array([middle]), self.latitude, self.declination))[0]) == is_lit
            low, high = (middle, high) if same else (low, middle)
        return (low + high) / 2.0


def _hit(ends: np.ndarray, tops: np.ndarray, rays: tuple[np.ndarray, np.ndarray, np.ndarray]) -> np.ndarray:
    """Whether each ray meets a wall below its top."""
    ax, ay, bx, by = (ends[:, k, None] for k in range(4))
    east, north, rise = rays
    with np.errstate(divide="ignore", invalid="ignore"):
        cross = east * (by - ay) - north * (bx - ax)
        reach = (ax * (by - ay) - ay * (bx - ax)) / cross
        share = (ax * north - ay * east) / cross
        return ((reach > 0.0) & (share >= 0.0) & (share <= 1.0) & (reach * rise < tops[:, None])).any(axis=0)


def hours_of(drawing: Drawing, day: str, rooms: tuple[str, ...], by: Conventions = OWN) -> dict[tuple[str, str], float]:
    """Sun of the best window of each dwelling or playroom [h]."""
    study = Day(drawing, day, by)
    caps = {b.id: _sill_cap(drawing, b) for b in drawing.of("BLDG-")}
    found: dict[tuple[str, str], float] = {}
    for window in drawing.of("WINDOW"):
        if window.words["room"] in rooms:
            key = (window.words["building"], window.words["dwelling"])
            cap = math.inf if "playroom" in rooms else caps[key[0]]
            minutes = study.minutes(window.points[[0, -1]], min(window.number("sill"), cap))
            found[key] = max(found.get(key, 0.0), minutes / 60.0)
    return found


def _sill_cap(drawing: Drawing, building: Thing) -> float:
    parts = [part for part in drawing.of("FAC-") if part.words.get("building") == building.id]
    below = max((int(floor) for part in parts for floor in part.words["floors"].split(",")), default=0)
    return below * building.number("fire") / max(building.number("storeys"), 1.0) + PLINTH_M + SILL_ABOVE_FLOOR_M
