"""Sun of dwellings: every dwelling of the lowest dwelling storey has a window that is lit long enough."""

from collections.abc import Iterator, Sequence

from layoutgen.model.limit import Limit
from layoutgen.model.plan import Building, Plan, Window
from layoutgen.model.report import Finding, Inapplicable
from layoutgen.standards.clause import Clause
from layoutgen.standards.sun_standard import sun_limit, sun_of_clause
from layoutgen.sunlight.dwellings import counted_windows, windows_of_dwellings
from layoutgen.sunlight.hours import window_minutes
from layoutgen.sunlight.windows import Minutes, hours_by_dwelling, scene_of


def judge_dwellings(
    plan: Plan, clause: Clause, dwellings: Sequence[Building], minutes: Minutes = window_minutes
) -> Iterator[Finding | Inapplicable]:
    """Finding for the best window of every dwelling of some buildings; dwellings whose windows are not drawn are blocked."""
    limit = sun_limit(clause, plan.facts.place)
    if limit is None or limit.low is None:
        yield Inapplicable(reason="the table has no row for this climate zone and city size")
        return
    windows = windows_of_dwellings(plan, dwellings)
    sun = sun_of_clause(clause, limit.low)
    sound = counted_windows(plan, windows, dwellings)
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
