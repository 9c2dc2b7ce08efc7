"""The sun of a plan's windows, told window by window: when each is lit, and what neighbours had before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from layoutgen.errors import InputError
from layoutgen.indicators.intensity import is_housing
from layoutgen.model.limit import Limit
from layoutgen.model.plan import Building, Plan, Window
from layoutgen.standards.clause import Clause, Standard
from layoutgen.standards.sun_standard import (
    DWELLING_MEASURE,
    NEIGHBOUR_MEASURE,
    PLAYROOM_MEASURE,
    SunStandard,
    governing_sun,
    sun_limit,
)
from layoutgen.sunlight.dwellings import counted_windows, windows_of_dwellings
from layoutgen.sunlight.neighbours import surroundings, watched_windows
from layoutgen.sunlight.periods import Periods, lit_hours, window_periods
from layoutgen.sunlight.position import has_winter_sun
from layoutgen.sunlight.scene import Scene
from layoutgen.sunlight.windows import PLAYROOM, Windows, on_walls, scene_of, windows_by_dwelling


@dataclass(frozen=True, slots=True, kw_only=True)
class LitWindow:
    """The best window of a dwelling or playroom."""

    building: str
    dwelling: str  # unique inside the building
    window: Window  # its sill as it counts
    periods: Periods  # hours of true solar time

    @property
    def hours(self) -> float:
        """How long it is lit [h]."""
        return lit_hours(self.periods)


@dataclass(frozen=True, slots=True, kw_only=True)
class LitNeighbour:
    """An assumed window of a protected neighbour, without and with the plan's buildings."""

    of: str  # the neighbour, or the line of windows
    number: int  # along it, from 1
    line: tuple[tuple[float, float], tuple[float, float]]  # [m]
    before: Periods
    after: Periods


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowStudy:
    """Windows of one kind with the sunlight standard that they are held to."""

    clause: str
    sun: SunStandard
    limit: Limit
    windows: tuple[LitWindow, ...] = ()  # by building and dwelling
    neighbours: tuple[LitNeighbour, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SunStudy:
    """All windows of a plan whose sun a pack in force asks for; None where there is nothing of a kind."""

    homes: WindowStudy | None
    rooms: WindowStudy | None
    neighbours: WindowStudy | None


def sun_study(plan: Plan, standard: Standard) -> SunStudy:
    """Windows of dwellings, playrooms and protected neighbours, when each is lit."""
    return SunStudy(
        homes=dwelling_study(plan, standard),
        rooms=playroom_study(plan, standard),
        neighbours=neighbour_study(plan, standard),
    )


def dwelling_study(plan: Plan, standard: Standard) -> WindowStudy | None:
    """Best window of every dwelling on the lowest dwelling storey; None where no pack in force asks for their sun."""
    law = _law(plan, standard, DWELLING_MEASURE)
    homes = [building for building in plan.buildings if is_housing(building)]
    if law is None or not homes:
        return None
    windows = counted_windows(plan, windows_of_dwellings(plan, homes), homes)
    return _study(plan, law, windows)


def playroom_study(plan: Plan, standard: Standard) -> WindowStudy | None:
    """Best window of every playroom; None where there is none, or no pack in force asks for its sun."""
    law = _law(plan, standard, PLAYROOM_MEASURE)
    windows = on_walls(windows_by_dwelling(plan, (PLAYROOM,)), _served(plan))
    return _study(plan, law, windows) if law is not None and any(windows.values()) else None


def neighbour_study(plan: Plan, standard: Standard) -> WindowStudy | None:
    """Every assumed window of the protected neighbours; None where there is none."""
    law = _law(plan, standard, NEIGHBOUR_MEASURE)
    watched = watched_windows(plan, law[0]) if law is not None else {}
    if law is None or not watched:
        return None
    clause, sun, limit = law
    scenes = surroundings(plan), scene_of(plan)
    found: list[LitNeighbour] = []
    for name, (lines, sills) in watched.items():
        before, after = (window_periods(lines, sills, scene, sun, plan.facts.place.latitude_deg) for scene in scenes)
        for number, (line, had, has) in enumerate(zip(lines.tolist(), before, after, strict=True), 1):
            ends = ((line[0][0], line[0][1]), (line[1][0], line[1][1]))
            found.append(LitNeighbour(of=name, number=number, line=ends, before=had, after=has))
    return WindowStudy(clause=clause.id, sun=sun, limit=limit, neighbours=tuple(found))


def worst_of(windows: Sequence[LitWindow]) -> LitWindow:
    """Window that is lit shortest, the first of several."""
    return min(windows, key=lambda window: window.hours)


def owed_h(window: LitNeighbour, study: WindowStudy) -> float:
    """What a neighbour's window must keep: the standard, or what it had [h]."""
    return min(lit_hours(window.before), study.sun.hours)


def keeps_its_sun(window: LitNeighbour, study: WindowStudy) -> bool:
    """Whether a neighbour's window keeps what it must."""
    return replace(study.limit, low=owed_h(window, study)).met_by(lit_hours(window.after))


def _law(plan: Plan, standard: Standard, measure: str) -> tuple[Clause, SunStandard, Limit] | None:
    if not has_winter_sun(plan.facts.place.latitude_deg):
        return None
    try:
        clause, sun = governing_sun(standard, measure, plan.facts.place)
    except InputError:
        return None
    limit = sun_limit(clause, plan.facts.place)
    return None if limit is None else (clause, sun, limit)


def _served(plan: Plan) -> list[Building]:
    """Buildings with a facility in them."""
    hosts = {facility.building for facility in plan.facilities}
    return [building for building in plan.buildings if building.id in hosts]


def _study(plan: Plan, law: tuple[Clause, SunStandard, Limit], windows: Windows) -> WindowStudy:
    clause, sun, limit = law
    flat = [(key, window) for key, group in windows.items() for window in group]
    lines = np.array([np.asarray(window.line.coords)[[0, -1], :2] for _, window in flat]).reshape(-1, 2, 2)
    sills = np.array([window.sill_m for _, window in flat])
    best: dict[tuple[str, str], LitWindow] = {}
    scene: Scene = scene_of(plan)
    all_periods = window_periods(lines, sills, scene, sun, plan.facts.place.latitude_deg)
    for (key, window), periods in zip(flat, all_periods, strict=True):
        if key not in best or lit_hours(periods) > best[key].hours:
            best[key] = LitWindow(building=key[0], dwelling=key[1], window=window, periods=periods)
    return WindowStudy(clause=clause.id, sun=sun, limit=limit, windows=tuple(best[key] for key in sorted(best)))
