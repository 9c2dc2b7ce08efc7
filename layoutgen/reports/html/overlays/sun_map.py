"""The sun for the page: hours on the ground as a picture's bytes, and the lit periods of every window of a dwelling."""

from base64 import b64encode

import numpy as np
from numpy.typing import NDArray

from layoutgen.errors import InputError
from layoutgen.indicators.intensity import is_housing
from layoutgen.model.plan import Plan
from layoutgen.reports.json_values import Json
from layoutgen.sentence import printable
from layoutgen.standards.clause import Clause, Standard
from layoutgen.standards.sun_standard import DWELLING_MEASURE, SunStandard, governing_sun
from layoutgen.sunlight.dwellings import counted_windows, windows_of_dwellings
from layoutgen.sunlight.ground import sun_map
from layoutgen.sunlight.periods import lit_hours, window_periods
from layoutgen.sunlight.position import has_winter_sun
from layoutgen.sunlight.scene import Scene
from layoutgen.sunlight.windows import scene_of

STEPS_AN_HOUR = 20  # three minutes; a whole day fits a byte

Bytes = NDArray[np.uint8]


def sun_overlay(plan: Plan, standard: Standard) -> Json:
    """Cells from the south-west, row by row, and windows; None where there is no site or no standard of the sun."""
    if plan.boundary.is_empty or not has_winter_sun(plan.facts.place.latitude_deg):
        return None
    try:
        clause, sun = governing_sun(standard, DWELLING_MEASURE, plan.facts.place)
    except InputError:
        return None
    scene = scene_of(plan)
    return {**_law(clause, sun), **_ground(plan, scene, sun), "windows": _windows(plan, scene, sun)}


def _law(clause: Clause, sun: SunStandard) -> dict[str, Json]:
    return {"clause": clause.id, "day": sun.day, "from": sun.start_h, "to": sun.end_h, "asked": sun.hours}


def _ground(plan: Plan, scene: Scene, sun: SunStandard) -> dict[str, Json]:
    """Raster of the site's box; below a roof stands the sun of the nearest open ground."""
    footprints = [building.footprint for building in plan.buildings]
    found = sun_map(scene, footprints, plan.boundary.bounds, sun, plan.facts.place.latitude_deg)
    (west, south), cell = found.corner, found.step_m
    steps: Bytes = np.minimum(np.floor(found.hours * STEPS_AN_HOUR + 0.5), 255).astype(np.uint8)
    return {
        "west": round(west - cell / 2.0, 3),
        "south": round(south - cell / 2.0, 3),
        "cell": round(cell, 4),
        "columns": int(found.hours.shape[1]),
        "steps": STEPS_AN_HOUR,
        "hours": b64encode(steps.tobytes()).decode("ascii"),
    }


def _windows(plan: Plan, scene: Scene, sun: SunStandard) -> dict[str, Json]:
    """Hours and lit periods of each window as the dwellings' clause counts it."""
    homes = [building for building in plan.buildings if is_housing(building)]
    counted = counted_windows(plan, windows_of_dwellings(plan, homes), homes)
    windows = [window for group in counted.values() for window in group]
    lines = np.array([np.asarray(window.line.coords)[[0, -1], :2] for window in windows]).reshape(-1, 2, 2)
    sills = np.array([window.sill_m for window in windows])
    periods = window_periods(lines, sills, scene, sun, plan.facts.place.latitude_deg)
    return {
        printable(window.id): [round(lit_hours(lit), 4), [[round(start, 4), round(end, 4)] for start, end in lit]]
        for window, lit in zip(windows, periods, strict=True)
    }
