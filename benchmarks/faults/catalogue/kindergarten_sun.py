"""Faults of the sun on a kindergarten's grounds: long walls south of them, by the noon shadow that the planter works out."""

from math import radians, tan
from random import Random

from shapely.geometry import MultiPolygon
from shapely.geometry import box as rectangle

from benchmarks.faults.builders import box
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, Fault, Plant, below

CLASS, SHARED = "ground.class_ground", "ground.shared_ground"
SUN_SHARE, STOREY_M = 0.5, 3.0
DECLINATION = {"great_cold": -20.15, "winter_solstice": -23.44}  # D.7
SUNNY = {  # clause: climate zone, large city, day (D.7)
    "JGJ39-3.2.3.sun.a": ("II", "yes", "great_cold"),
    "JGJ39-3.2.3.sun.b": ("II", "no", "great_cold"),
    "JGJ39-3.2.3.sun.c": ("IV", "yes", "great_cold"),
    "JGJ39-3.2.3.sun.d": ("IV", "no", "winter_solstice"),
    "JGJ39-3.2.3.sun.e": ("V", "no", "winter_solstice"),
}


def _wall_south(role: str, height_m: float, clause: str) -> Plant:
    """A long wall of a building south of the grounds: nobody behind it within its noon shadow sees the sun all day."""

    def plant(edit: Edit, _: Random) -> Breach:
        zone, large, day = SUNNY[clause]
        edit.set_fact("climate_zone", zone)
        edit.set_fact("large_city", large)
        noon = 90.0 - float(edit.fact("latitude")) + DECLINATION[day]
        reach = height_m / tan(radians(noon))
        grounds = [one.polygon for one in edit.some(CLASS, SHARED)]
        west, south, east, _ = MultiPolygon(grounds).bounds
        words = [f"height={height_m:.1f}", "protected=no"] if role == "context" else _house(height_m)
        edit.add(role, "wall", box(west - 400, south - 13, east - west + 800, 12.0), words)
        sunny = sum(one.intersection(rectangle(-1e5, south - 1 + reach, 1e5, 1e5)).area for one in grounds)
        return below("share of the grounds beyond the noon shadow", sunny / sum(one.area for one in grounds), SUN_SHARE)

    return plant


def _house(height_m: float) -> list[str]:
    storeys = round(height_m / STOREY_M)
    return [f"{storeys}F", f"H{height_m:.2f}/{height_m:.2f}/{height_m:.2f}", "0户", "0.00㎡", "block=K1", "phase=1", "rating=I"]


def _dark_grounds(edit: Edit, _: Random) -> Breach:
    """No ground at all lies in the sun: none is drawn."""
    edit.delete(*edit.some(CLASS, SHARED))
    return below("share of the grounds in the sun", 0.0, SUN_SHARE)


FAULTS = (
    *(
        Fault(
            name=f"{height:g} m of {role} south of the play grounds ({clause})",
            measure="facility.ground_sun_share",
            expects=(clause,),
            plant=_wall_south(role, height, clause),
        )
        for clause in SUNNY
        for role, height in (("building.dwelling", 33.0), ("building.dwelling", 78.0), ("context", 99.0))
    ),
    Fault(
        name="no play grounds to have sun",
        measure="facility.ground_sun_share",
        expects=("JGJ39-3.2.3.sun.a",),
        plant=_dark_grounds,
    ),
)
