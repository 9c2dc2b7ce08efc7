"""Faults of a nursery's own ground, of day care for many people, and of the parcel station as it is drawn."""

from random import Random

from benchmarks.faults.builders import shrink_to
from benchmarks.faults.drawing import Edit
from benchmarks.faults.facility_changes import (
    area_of_floors,
    building_of,
    facility,
    first,
    silent,
    taken_away,
    without_word,
)
from benchmarks.faults.fault import Breach, Fault, Plant, below

NURSERY, GROUND, PARCELS = facility("nursery"), "ground.nursery_ground", facility("parcel_station")
NEW_M2, REBUILT_M2, PARCEL_M2 = 3.0, 2.0, 15.0  # guide 3.1(3); row 7
DAY_CARE = (  # clause, people, floor area (D.12)
    ("DAYCARE-143.a", 12000, 750.0),
    ("DAYCARE-143.b", 20000, 1085.0),
    ("DAYCARE-143.c", 40000, 1600.0),
)


def _per_child(edit: Edit, least: float) -> Breach:
    area = sum(one.polygon.area for one in edit.things(GROUND))
    return below("nursery ground a child [m2]", area / float(first(edit, NURSERY).value("children")), least)


def _small_ground(least: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        children = float(first(edit, NURSERY).value("children"))
        for one in edit.some(GROUND):
            shrink_to(one, 0.9 * least * children)
        return _per_child(edit, least)

    return plant


def _many_children(least: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        area = sum(one.polygon.area for one in edit.some(GROUND))
        first(edit, NURSERY).set("children", f"{int(area / least * 1.2) + 1}")
        return _per_child(edit, least)

    return plant


def _small_day_care(people: int, least: float) -> Plant:
    """So many people that the day care would be a larger one."""

    def plant(edit: Edit, _: Random) -> Breach:
        edit.set_fact("people", f"{people}")
        area = sum(area_of_floors(one) for one in edit.some(facility("day_care")))
        return below(f"day care for {people} people [m2]", area, least)

    return plant


def _small_station(edit: Edit, _: Random) -> Breach:
    """The parcel station is drawn smaller than its label says."""
    one = first(edit, PARCELS)
    shrink_to(one, 12.0)
    return below(f"floor area of {one.id} [m2]", area_of_floors(one), PARCEL_M2, one.id)


def _no_floor(edit: Edit, _: Random) -> Breach:
    """The parcel station is on a floor that its house has not."""
    one = first(edit, PARCELS)
    one.set("floors", f"{building_of(edit, one).storeys + 1}")
    return below(f"floor area of {one.id} in its house [m2]", 0.0, PARCEL_M2, one.id)


OUTDOOR = (("new", "", "CRC-B03.out", NEW_M2), ("rebuilt", "existing", "CRC-B03.outX", REBUILT_M2))
FAULTS = (
    *(
        Fault(name=f"{when} nursery: {says}", measure="facility.outdoor_per_child", expects=(clause,), plant=plant, mode=mode)
        for when, mode, clause, least in OUTDOOR
        for says, plant in (
            ("its ground a tenth too small", _small_ground(least)),
            ("more children than its ground has room for", _many_children(least)),
            ("no ground", taken_away(GROUND)),
        )
    ),
    *(
        Fault(
            name=f"a nursery's ground without {missing}",
            measure="facility.ground_words",
            expects=("JGJ39-3.2.2.nursery.fence",),
            plant=without_word(GROUND, "enclosure", missing),
        )
        for missing in ("fence", "canopy")
    ),
    Fault(
        name="a nursery's ground that tells of no enclosure",
        measure="facility.ground_words",
        expects=("JGJ39-3.2.2.nursery.fence",),
        plant=silent(GROUND, "enclosure"),
        turns=("blocked",),
    ),
    *(
        Fault(
            name=f"the day care of few for {people} people",
            measure="facility.floor_area",
            expects=(clause,),
            plant=_small_day_care(people, least),
        )
        for clause, people, least in DAY_CARE
    ),
    Fault(
        name="a parcel station of 12 m2 as drawn",
        measure="facility.usable_area",
        expects=("CRC-07.station",),
        plant=_small_station,
    ),
    Fault(
        name="a parcel station on no floor of its house",
        measure="facility.usable_area",
        expects=("CRC-07.station",),
        plant=_no_floor,
    ),
)
