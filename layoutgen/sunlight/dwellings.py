"""Windows of dwellings as the sun standard looks at them: on their walls, and no sill higher than counts."""

from collections.abc import Sequence
from dataclasses import replace

from layoutgen.model.plan import Building, Plan, Window
from layoutgen.standards.sun_standard import sill_max_m
from layoutgen.sunlight.windows import Windows, on_walls, windows_by_dwelling

DWELLING_ROOMS = ("living", "bedroom")


def windows_of_dwellings(plan: Plan, dwellings: Sequence[Building]) -> Windows:
    """Windows drawn for some buildings' dwellings, by building and dwelling."""
    ids = {building.id for building in dwellings}
    return {key: group for key, group in windows_by_dwelling(plan, DWELLING_ROOMS).items() if key[0] in ids}


def counted_windows(plan: Plan, windows: Windows, dwellings: Sequence[Building]) -> Windows:
    """Those that lie on their building's wall, with sills as they count; dwellings without one keep an empty group."""
    ceilings = {building.id: _sill_ceiling(plan, building) for building in dwellings}
    sound = on_walls(windows, dwellings)
    return {key: [_lowered(window, ceilings[key[0]]) for window in group] for key, group in sound.items()}


def _sill_ceiling(plan: Plan, building: Building) -> float:
    """Highest sill that counts in a building: storeys of facilities below the dwellings lift it."""
    below = max((max(f.floors, default=0) for f in plan.facilities if f.building == building.id), default=0)
    return sill_max_m(below * building.fire_height_m / max(building.storeys, 1))


def _lowered(window: Window, ceiling: float) -> Window:
    return replace(window, sill_m=min(window.sill_m, ceiling))
