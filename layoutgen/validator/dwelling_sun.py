"""Sun of dwellings: every dwelling of the lowest dwelling storey has a window that is lit long enough."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from layoutgen.model.limit import Limit
from layoutgen.model.plan import Building, Plan, Window
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.sun_standard import sill_max_m, sun_limit, sun_of_clause
from layoutgen.sunlight.hours import window_minutes
from layoutgen.validator.shading import Minutes, hours_by_dwelling, on_walls, scene_of, windows_by_dwelling

ROOMS = ("living", "bedroom")


def judge_dwellings(
    plan: Plan, clause: Clause, dwellings: Sequence[Building], minutes: Minutes = window_minutes
) -> Iterator[Finding | Inapplicable]:
    """Finding for the best window of every dwelling of some buildings; dwellings whose windows are not drawn are blocked."""
    limit = sun_limit(clause, plan.facts.place)
    if limit is None or limit.low is None:
        yield Inapplicable(reason="the table has no row for this climate zone and city size")
        return
    windows = {key: group for key, group in windows_by_dwelling(plan, ROOMS).items() if key[0] in {b.id for b in dwellings}}
    ceilings = {building.id: _sill_ceiling(plan, building) for building in dwellings}
    sun = sun_of_clause(clause, limit.low)
    sound = {key: [_lowered(w, ceilings[key[0]]) for w in group] for key, group in on_walls(windows, dwellings).items()}
    hours = hours_by_dwelling(sound, scene_of(plan), sun, plan.facts.place.latitude_deg, minutes)
    for key, group in windows.items():
        yield _of_dwelling(key, group, hours.get(key), limit)
    for building in dwellings:
        drawn = sum(key[0] == building.id for key in windows)
        yield from _of_undrawn(building, drawn, limit)


def _of_dwelling(key: tuple[str, str], group: Sequence[Window], hours: float | None, limit: Limit) -> Finding:
    subjects = (key[0], key[1])
    if hours is None:
        names = ", ".join(window.id for window in group)
        return Finding(subjects=subjects, measured=None, limit=limit, blocked=f"no window on the building's wall: {names}")
    return Finding(subjects=subjects, measured=hours, limit=limit)


def _of_undrawn(building: Building, drawn: int, limit: Limit) -> Iterator[Finding]:
    """Blocked where fewer dwellings have windows than the lowest storey must hold."""
    wanted = -(-building.dwellings // max(building.storeys, 1))
    if drawn < max(wanted, 1):
        said = f"windows of {drawn} dwellings are drawn, the lowest storey has at least {max(wanted, 1)}"
        yield Finding(subjects=(building.id,), measured=None, limit=limit, blocked=said)


def _sill_ceiling(plan: Plan, building: Building) -> float:
    """Highest sill that counts in a building: storeys of facilities below the dwellings lift it."""
    below = max((max(f.floors, default=0) for f in plan.facilities if f.building == building.id), default=0)
    return sill_max_m(below * building.fire_height_m / max(building.storeys, 1))


def _lowered(window: Window, ceiling: float) -> Window:
    return replace(window, sill_m=min(window.sill_m, ceiling))
