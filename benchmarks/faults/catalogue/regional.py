"""Faults of what regional packs ask of facilities and words: pilots, Jiyuan, Shanxi, Xiamen."""

from random import Random

from benchmarks.faults.builders import put_upon, shrink_to
from benchmarks.faults.drawing import Edit
from benchmarks.faults.facility_changes import (
    area_of_floors,
    facility,
    first,
    listed,
    remove,
    retyped,
    says,
    silent,
    taken_away,
    without_word,
    word,
)
from benchmarks.faults.fault import Breach, Fault, Plant, above, below
from benchmarks.faults.thing import Thing

CENTRE = tuple(facility(kind) for kind in ("service_station", "elderly_station", "culture_station"))
STATION, ACTIVITY, SPORTS, GARAGE = (
    facility("service_station"),
    "ground.activity_ground",
    "ground.sports_ground",
    "ground.garage",
)
PILOT_M2, JIYUAN_M2, USED, CLUSTER_M = 30.0, 20.0, 0.6, 100.0  # C.1, C.2; the cluster is our number
AREA = {"pilot": ("P48.area", PILOT_M2), "jiyuan": ("JY.area", JIYUAN_M2)}
USE = {"pilot": "P48.use", "jiyuan": "JY.use"}
LISTED = {  # drawing: clause: kinds
    "pilot": {
        "P48.core": ("service_station", "kindergarten", "nursery", "elderly_station", "health_station"),
        "P48.shops": ("convenience_store", "vegetable_shop", "canteen", "parcel_station", "barber", "laundry", "housekeeping"),
        "P48.sponge.a": ("drainage_room",),
    },
    "jiyuan": {"JY.shops.a": ("convenience_store", "breakfast_shop", "vegetable_shop", "parcel_station")},
    "xiamen": {
        "XM-6.1.a": ("service_station", "health_station", "elderly_station", "parcel_station"),
        "XM-6.5.a": ("drainage_room", "fire_room", "toilet"),
        "XM-5.4.a": ("drainage_room", "power_room"),
        "XM-6.4.c": ("culture_station",),
    },
    "shanxi": {"SX.first": ("elderly_station", "day_care", "nursery", "kindergarten")},
}


# service area by households, and its use
def _households(edit: Edit) -> float:
    return float(sum(home.dwellings for home in edit.things("building.dwelling")))


def _service(edit: Edit, limit: float) -> Breach:
    area = sum(area_of_floors(one) for one in edit.things(*CENTRE))
    return below("service floor area for 100 households [m2]", 100 * area / _households(edit), limit)


def _small_service(limit: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        whole = sum(area_of_floors(one) for one in edit.some(*CENTRE))
        share = 0.9 * limit * _households(edit) / 100 / whole
        for one in edit.some(*CENTRE):
            shrink_to(one, one.polygon.area * share)
        return _service(edit, limit)

    return plant


def _more_homes(limit: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        for home in edit.some("building.dwelling"):
            home.set_dwellings(home.dwellings * 5)
        return _service(edit, limit)

    return plant


def _one_floor(limit: float) -> Plant:
    """The services keep one floor, and the culture station is gone."""

    def plant(edit: Edit, _: Random) -> Breach:
        remove(edit, *edit.some(CENTRE[1], CENTRE[2]))
        for one in edit.some(STATION):
            one.set("floors", listed(one, "floors")[0])
        return _service(edit, limit)

    return plant


def _used(share: str, *, is_all: bool) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        found = edit.some(*CENTRE) if is_all else edit.some(STATION)
        for one in found:
            one.set("activity_share", share)
        things = edit.things(*CENTRE)
        used = sum(_share(one) * area_of_floors(one) for one in things)
        return below("share for residents' activities", used / sum(area_of_floors(one) for one in things), USED)

    return plant


def _share(one: Thing) -> float:
    value = float(one.value("activity_share") or 0.0)
    return value if value <= 1.0 else 0.0


# round the service station
def _scattered(kind: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        station, other = first(edit, STATION), first(edit, facility(kind))
        far = max(edit.some("building.dwelling"), key=lambda home: home.polygon.distance(station.polygon))
        put_upon(other, far)
        gap = other.polygon.distance(station.polygon)
        return above(f"{other.id} from {station.id} [m]", gap, CLUSTER_M, other.id)

    return plant


def of_drawing(drawing: str, measure: str, clauses: tuple[str, ...], name: str, plant: Plant, turn: str = "fail") -> Fault:
    return Fault(name=f"{drawing}: {name}", measure=measure, expects=clauses, plant=plant, turns=(turn,), drawings=(drawing,))


LABELS = (  # drawing, measure, clause, name, plant, turns to
    ("xiamen", "facility.rooms", "XM-6.1.b", "no books to read", without_word(STATION, "rooms", "reading"), "fail"),
    (
        "xiamen",
        "lot.words",
        "XM-5.2.b",
        "no seats in the garden",
        without_word("lot.garden", "rest", "seats", instead="lamps"),
        "fail",
    ),
    ("xiamen", "ground.words", "XM-5.2.c", "no fitness apparatus", without_word(ACTIVITY, "equipment", "fitness"), "fail"),
    ("jiyuan", "ground.words", "JY.shops.b", "no fitness apparatus", without_word(ACTIVITY, "equipment", "fitness"), "fail"),
    ("pilot", "ground.words", "P48.ages.b", "no play for children", without_word(ACTIVITY, "equipment", "play"), "fail"),
    ("pilot", "ground.words", "P48.sport", "no fitness apparatus", without_word(ACTIVITY, "equipment", "fitness"), "fail"),
    ("jiyuan", "ground.tag", "JY.defence.a", "garages without shelters", word(GARAGE, "defence", "no", "yes"), "fail"),
    ("jiyuan", "ground.tag", "JY.defence.a", "garages that do not say shelters", silent(GARAGE, "defence"), "blocked"),
    (
        "shanxi",
        "facility.columns",
        "SX.scope.b",
        "a facility that does not say its owner",
        silent("facility.", "owner", is_all=False),
        "blocked",
    ),
    ("pilot", "facility.activity_share", "P48.use", "no label says its use", silent("facility.", "activity_share"), "blocked"),
)
PLACES = (  # drawing, measure, clause, name, plant
    ("xiamen", "facility.count", "XM-6.2.a", "no kindergarten", taken_away(facility("kindergarten"))),
    ("xiamen", "ground.count", "XM-6.4.a", "no activity ground", taken_away(ACTIVITY)),
    ("xiamen", "spots.count", "XM-6.5.b", "no bins", taken_away("spot.waste_point")),
    ("jiyuan", "facility.count", "JY.recycle", "no recycling point", taken_away(facility("recycling_point"))),
    (
        "jiyuan",
        "facility.count",
        "JY.recycle",
        "the recycling point repairs",
        retyped(facility("recycling_point"), facility("repair")),
    ),
    ("jiyuan", "ground.count", "JY.shops.c", "no sports ground", taken_away(SPORTS)),
    ("jiyuan", "ground.count", "JY.pocket.b", "no pocket park", taken_away("ground.pocket_park")),
    ("jiyuan", "facility.together", "JY.hub", "no nursery in the hub", taken_away(facility("nursery"))),
    *(
        ("pilot", "facility.spread", "P48.cluster", f"the {kind} at the farthest homes", _scattered(kind))
        for kind in ("elderly_station", "nursery", "health_station", "culture_station")
    ),
    ("pilot", "facility.spread", "P48.cluster", "no nursery round the station", taken_away(facility("nursery"))),
    ("shanxi", "facility.class_demand", "SX.scope.a", "three classes", says(facility("kindergarten"), "classes", "3", 9.0)),
)
FAULTS = (
    *(
        of_drawing(drawing, "facility.area_per_households", (clause,), name, make(limit))
        for drawing, (clause, limit) in AREA.items()
        for name, make in (
            ("services a tenth too small", _small_service),
            ("five times the homes", _more_homes),
            ("one floor of services", _one_floor),
        )
    ),
    *(
        of_drawing(drawing, "facility.activity_share", (clause,), name, plant)
        for drawing, clause in USE.items()
        for name, plant in (
            ("half of it used by residents", _used("0.5", is_all=True)),
            ("nothing of the station used", _used("0.0", is_all=False)),
            ("a share that is none", _used("1.6", is_all=False)),
        )
    ),
    *(
        of_drawing(drawing, "facility.kinds", (clause,), f"no {kind} ({clause})", taken_away(facility(kind)))
        for drawing, lists in LISTED.items()
        for clause, kinds in lists.items()
        for kind in kinds
    ),
    *(of_drawing(drawing, measure, (clause,), name, plant, turn) for drawing, measure, clause, name, plant, turn in LABELS),
    *(of_drawing(drawing, measure, (clause,), name, plant) for drawing, measure, clause, name, plant in PLACES),
)
