"""The sun on everything that stands so far: may a new row come, and what does each window keep."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from layoutgen.standards.sun_standard import SunStandard
from layoutgen.sunlight.hours import window_minutes, windows_reached
from layoutgen.sunlight.scene import Scene

Floats = NDArray[np.float64]
MARGIN_MIN = 1.0  # kept above the standard, so that the drawing's grid flips no verdict [min]
SPLIT_MIN = 15.0  # two shadows may leave pieces too short to count: nearer than this the whole scene is asked [min]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Watch:
    """Windows under one standard: what each has now, and must keep."""

    sun: SunStandard
    lines: Floats  # (n, 2, 2) outside on the right [m]
    sills: Floats  # (n,) [m]
    free: Floats  # (n,) minutes with nothing in the way
    now: Floats  # (n,) minutes
    need: Floats  # (n,) minutes to keep


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SiteSun:
    """What casts shade on the site, and the windows that are watched; ``dwellings`` are the homes' own."""

    latitude_deg: float
    scene: Scene
    dwellings: Watch
    others: tuple[Watch, ...]

    @property
    def least_minutes(self) -> float:
        """What every dwelling window is placed with [min]."""
        return self.dwellings.sun.minutes + MARGIN_MIN

    def minutes(self, lines: Floats, sills: Floats, scene: Scene, sun: SunStandard) -> Floats:
        """Minutes of full-window sun at this latitude."""
        return window_minutes(lines, sills, scene, sun, self.latitude_deg)

    def admits(self, scene: Scene, lines: Floats, sills: Floats, foreseen: Scene | None = None) -> bool:
        """Whether new slabs have their sun and leave every watched window its own.

        Parameters
        ----------
        foreseen
            What the neighbouring cells will build beside them: the watched windows must bear that as well.
        """
        sun = self.dwellings.sun
        whole = self.scene.plus(scene)
        if foreseen is not None:
            scene, whole = scene.plus(foreseen), whole.plus(foreseen)
        if lines.size and self.minutes(lines, sills, whole, sun).min() < self.least_minutes:
            return False
        return self._keeps_all(scene, whole)

    def spares(self, scene: Scene) -> bool:
        """Whether new slabs leave every watched window its own sun."""
        return self._keeps_all(scene, self.scene.plus(scene))

    def bears(self, part: Scene, whole: Scene) -> bool:
        """Whether every watched window that a part of a whole scene may shade keeps its sun in it."""
        for watch in (self.dwellings, *self.others):
            reached = self._reached(watch, part)
            kept = self.minutes(watch.lines[reached], watch.sills[reached], whole, watch.sun)
            if (kept < watch.need[reached]).any():
                return False
        return True

    def _keeps_all(self, scene: Scene, whole: Scene) -> bool:
        return all(self._keeps(watch, scene, whole) for watch in (self.dwellings, *self.others))

    def _keeps(self, watch: Watch, scene: Scene, whole: Scene) -> bool:
        reached = self._reached(watch, scene)
        if not len(reached):
            return True
        lines, sills = watch.lines[reached], watch.sills[reached]
        taken = watch.free[reached] - self.minutes(lines, sills, scene, watch.sun)
        doubtful = (taken > 0.0) & (watch.now[reached] - taken < watch.need[reached] + SPLIT_MIN)
        if not doubtful.any():
            return True
        kept = self.minutes(lines[doubtful], sills[doubtful], whole, watch.sun)
        return bool((kept >= watch.need[reached][doubtful]).all())

    def _reached(self, watch: Watch, scene: Scene) -> NDArray[np.int64]:
        """Watched windows that the scene may take the sun from."""
        return windows_reached(watch.lines, watch.sills, scene, watch.sun, self.latitude_deg)

    def plus(self, scene: Scene, lines: Floats, sills: Floats) -> "SiteSun":
        """Sun after new slabs have come."""
        whole = self.scene.plus(scene)
        others = tuple(self._renewed(watch, scene, whole) for watch in self.others)
        old = self._renewed(self.dwellings, scene, whole)
        sun = old.sun
        new = watch_of(self.latitude_deg, whole, sun, (lines, sills))
        need = np.full(len(sills), sun.minutes + MARGIN_MIN)
        joined = Watch(
            sun=sun,
            lines=np.concatenate([old.lines, new.lines]),
            sills=np.concatenate([old.sills, new.sills]),
            free=np.concatenate([old.free, new.free]),
            now=np.concatenate([old.now, new.now]),
            need=np.concatenate([old.need, need]),
        )
        return SiteSun(latitude_deg=self.latitude_deg, scene=whole, dwellings=joined, others=others)

    def _renewed(self, watch: Watch, scene: Scene, whole: Scene) -> Watch:
        reached = self._reached(watch, scene)
        if not len(reached):
            return watch
        now = watch.now.copy()
        now[reached] = self.minutes(watch.lines[reached], watch.sills[reached], whole, watch.sun)
        return replace(watch, now=now)


def watch_of(latitude_deg: float, scene: Scene, sun: SunStandard, windows: tuple[Floats, Floats]) -> Watch:
    """Watch windows as they are lit in a scene; what is short already must only not lose more."""
    lines, sills = windows[0].reshape(-1, 2, 2), windows[1]
    free = window_minutes(lines, sills, Scene.of((), ()), sun, latitude_deg)
    now = window_minutes(lines, sills, scene, sun, latitude_deg)
    need = np.minimum(now, sun.minutes + MARGIN_MIN)
    return Watch(sun=sun, lines=lines, sills=sills, free=free, now=now, need=need)
