"""Faults of courts: their size, their axis and the room about them (courts.*)."""

import math
from random import Random

from shapely.geometry import Point

from benchmarks.faults.builders import box_at, inner, pick, turn, unit
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Plant, above, below
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

AXIS_DEG = 20.0  # figures D.15
COURT_M = {
    "basketball": (28.0, 15.0, 2.0),
    "football_5": (25.0, 16.0, 2.0),
    "tennis": (23.7, 10.97, 3.66),
}  # long, short, run-out
LONG, SHORT = ("SPORT-01.long",), ("SPORT-01.short",)


def _court(edit: Edit, rng: Random) -> Thing:
    return pick(edit, rng, "ground.court")


def court_turned(degrees: float) -> Plant:
    """Turn a court about its middle."""

    def plant(edit: Edit, rng: Random) -> Breach:
        court = _court(edit, rng)
        turn(court, degrees)
        east, north = unit(court)[0]
        off = math.degrees(math.atan2(abs(east), abs(north)))
        return above(f"axis of {court.id} off north [degrees]", off, AXIS_DEG, court.id)

    return plant


def court_across(edit: Edit, rng: Random) -> Breach:
    """Draw a court anew, east to west."""
    court = _court(edit, rng)
    court.reshape(box_at(inner(court), 28.0, 15.0))
    return above(f"axis of {court.id} off north [degrees]", 90.0, AXIS_DEG, court.id)


def court_sized(long_m: float, short_m: float) -> Plant:
    """Draw a court of another size, north to south."""

    def plant(edit: Edit, rng: Random) -> Breach:
        court = _court(edit, rng)
        asked = COURT_M[court.value("sport")]
        court.reshape(box_at(inner(court), short_m, long_m))
        _, _, long, short = unit(court)
        says = f"side of {court.id} [m]"
        return below(says, long, asked[0], court.id) if long < asked[0] else below(says, short, asked[1], court.id)

    return plant


def court_for_football(edit: Edit, rng: Random) -> Breach:
    """Say that football is played on a court of 15 m."""
    court = _court(edit, rng)
    court.set("sport", "football_5")
    return below(f"short side of {court.id} for football [m]", unit(court)[3], COURT_M["football_5"][1] - 0.01, court.id)


def _run_out(edit: Edit, court: Thing) -> float:
    fields = [one.polygon for one in edit.things("ground.sports_ground", "ground.activity_ground")]
    around = [field.exterior.distance(court.polygon) for field in fields if field.buffer(0.01).covers(court.polygon)]
    others = [one.polygon.distance(court.polygon) / 2.0 for one in edit.things("ground.court") if one.id != court.id]
    return min([max(around, default=0.0), *others])


def _too_near(edit: Edit, court: Thing) -> Breach:
    return below(f"run-out round {court.id} [m]", _run_out(edit, court), COURT_M[court.value("sport")][2], court.id)


def court_aside(edit: Edit, rng: Random) -> Breach:
    """Move a court 1.5 m toward the edge of its ground."""
    court = _court(edit, rng)
    court.move(1.5, 0.0)
    if _run_out(edit, court) <= 0.0:
        court.move(-0.8, 0.0)
    return _too_near(edit, court)


def court_outside(edit: Edit, rng: Random) -> Breach:
    """Move a court out of its ground."""
    court = _court(edit, rng)
    court.move(0.0, 60.0)
    if any(one.polygon.intersects(court.polygon) for one in edit.things("ground.sports_ground", "ground.activity_ground")):
        raise NoPlaceError("there is another ground")
    return _too_near(edit, court)


def court_for_tennis(edit: Edit, rng: Random) -> Breach:
    """Say that tennis is played on a court with a run-out of two metres."""
    court = _court(edit, rng)
    court.set("sport", "tennis")
    return _too_near(edit, court)


def second_court(edit: Edit, rng: Random) -> Breach:
    """Draw another court one metre beside."""
    court = _court(edit, rng)
    _, across, _, short = unit(court)
    edit.copy(court, f"{court.id}x", across[0] * (short + 1.0), across[1] * (short + 1.0))
    return _too_near(edit, court)


def court_without_ground(edit: Edit, rng: Random) -> Breach:
    """Take the sports ground under a court away."""
    court = _court(edit, rng)
    at = Point(inner(court))
    edit.delete(*[one for one in edit.things("ground.sports_ground", "ground.activity_ground") if one.polygon.covers(at)])
    return _too_near(edit, court)


FAULTS = (
    *ways_to_break(
        "courts.axis",
        ("SPORT-03",),
        {
            "a court turned by 90 degrees": court_turned(90.0),
            "a court turned by 45": court_turned(45.0),
            "a court drawn across": court_across,
        },
    ),
    *ways_to_break("courts.size", LONG, {"a court of 26 m": court_sized(26.0, 15.0)}),
    *ways_to_break(
        "courts.size", SHORT, {"a court of 13 m": court_sized(28.0, 13.0), "football on a court of 15 m": court_for_football}
    ),
    *ways_to_break(
        "courts.buffer",
        ("SPORT-02",),
        {
            "a court at the edge of its ground": court_aside,
            "a court out of its ground": court_outside,
            "tennis with two metres about it": court_for_tennis,
            "a second court one metre beside": second_court,
            "a court without its ground": court_without_ground,
        },
    ),
)
