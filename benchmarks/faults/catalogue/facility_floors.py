"""Faults of a facility's floor area and of the floors that it is on."""

from random import Random

from benchmarks.faults.builders import box, shrink_to
from benchmarks.faults.drawing import Edit
from benchmarks.faults.facility_changes import area_of_floors, building_of, facility, first, listed, remove, scaled_to
from benchmarks.faults.fault import Breach, Fault, Plant, above, below

LEAST_M2 = {  # annex rows 2-6 and 13; the ranges of table B.0.2 begin no lower
    "kindergarten": (2200.0, ("CRC-02.gfa",)),
    "nursery": (200.0, ("CRC-03.gfa",)),
    "day_care": (350.0, ("CRC-04.daycare", "GB180-B02.day_care.gfa")),
    "health_station": (120.0, ("CRC-05.gfa", "GB180-B02.health_station.gfa")),
    "supermarket": (300.0, ("CRC-06.gfa",)),
    "toilet": (30.0, ("CRC-13.toilet.gfa", "GB180-B02.toilet.gfa")),
    "culture_station": (250.0, ("GB180-B02.culture_station.gfa",)),
}
MOST_M2 = {  # table B.0.2; row 1 counts up to 960
    "service_station": (960.0, ("CRC-01.gfa", "GB180-B02.service_station.gfa")),
    "health_station": (270.0, ("GB180-B02.health_station.gfa",)),
    "toilet": (80.0, ("GB180-B02.toilet.gfa",)),
    "recycling_point": (10.0, ("GB180-B02.recycling_point.land",)),
}
HIGHEST, NURSERY_FLOOR, HEALTH_HIGHEST = 3.0, 1.0, 4.0  # JGJ 39 4.1.3; guide 3.1(5)


# floor area
def _total(edit: Edit, kind: str) -> float:
    return sum(area_of_floors(one) for one in edit.things(facility(kind)))


def _small(kind: str) -> Plant:
    """Every outline of the kind shrunk, together a tenth below what is asked."""

    def plant(edit: Edit, _: Random) -> Breach:
        least = LEAST_M2[kind][0]
        share = 0.9 * least / _total(edit, kind)
        for one in edit.some(facility(kind)):
            shrink_to(one, one.polygon.area * share)
        return below(f"floor area of {kind} [m2]", _total(edit, kind), least)

    return plant


def _fewer_floors(kind: str) -> Plant:
    """The kind keeps its lowest floor only."""

    def plant(edit: Edit, _: Random) -> Breach:
        for one in edit.some(facility(kind)):
            one.set("floors", listed(one, "floors")[0])
        return below(f"floor area of {kind} on one floor [m2]", _total(edit, kind), LEAST_M2[kind][0])

    return plant


def _no_such_floors(kind: str) -> Plant:
    """The label names floors that the building does not have."""

    def plant(edit: Edit, _: Random) -> Breach:
        for one in edit.some(facility(kind)):
            top = building_of(edit, one).storeys
            one.set("floors", ",".join(str(top + int(floor)) for floor in listed(one, "floors")))
        return below(f"floor area of {kind} in its building [m2]", 0.0, LEAST_M2[kind][0])

    return plant


def _house_gone(kind: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        edit.delete(building_of(edit, first(edit, facility(kind))))
        return below(f"floor area of {kind} in a building [m2]", 0.0, LEAST_M2[kind][0])

    return plant


def _beyond_house(kind: str) -> Plant:
    """Half of what is asked inside the house, and as much again drawn beyond its wall."""

    def plant(edit: Edit, _: Random) -> Breach:
        least = LEAST_M2[kind][0]
        one = first(edit, facility(kind))
        house = building_of(edit, one).polygon
        remove(edit, *(other for other in edit.things(facility(kind)) if other is not one))
        floors, (_west, south, east, north) = len(listed(one, "floors")), house.bounds
        half = 0.6 * least / floors / (north - south)
        one.reshape(box(east - half, south, 2 * half, north - south))
        return below(f"floor area of {kind} inside its house [m2]", one.polygon.intersection(house).area * floors, least)

    return plant


def _large(kind: str) -> Plant:
    """Every outline of the kind grown, and the house with it: what lies beyond a wall is no floor."""

    def plant(edit: Edit, _: Random) -> Breach:
        houses = {house.id: house for house in (building_of(edit, one) for one in edit.some(facility(kind)))}
        for house in houses.values():
            scaled_to(house, house.polygon.area * 4.0)
        most = MOST_M2[kind][0]
        share = 1.1 * most / _total(edit, kind)
        for one in edit.some(facility(kind)):
            scaled_to(one, one.polygon.area * share)
        return above(f"floor area of {kind} [m2]", _total(edit, kind), most)

    return plant


# floors
def floors(kind: str, value: str, limit: float, what: str, *, storeys: int = 0) -> Plant:
    """Write other floors into the label, and into the building's that it has so many."""

    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, facility(kind))
        building = building_of(edit, one)
        numbers = sorted(int(floor) for floor in value.split(","))
        if max(numbers[-1], storeys) > building.storeys or numbers[0] < 0:
            building.set_storeys(max(numbers[-1], storeys, building.storeys), max(-numbers[0], 0))
        for other in edit.things(facility(kind)):
            other.set("floors", value)
        if what == "lowest":
            return below(f"lowest floor of {one.id}", float(numbers[0]), limit)
        if what == "gaps":
            missing = sum(floor not in numbers for floor in range(1, numbers[-1] + 1))
            return above(f"floors that {one.id} leaves out", float(missing), limit)
        return above(f"{what} floor of {one.id}", float(numbers[0] if what == "first" else numbers[-1]), limit)

    return plant


FLOORS = (  # name, clauses, plant
    ("the kindergarten on four floors", "JGJ39-4.1.3.floors", floors("kindergarten", "1,2,3,4", HIGHEST, "highest")),
    ("the kindergarten on the fifth floor too", "JGJ39-4.1.3.floors", floors("kindergarten", "1,2,5", HIGHEST, "highest")),
    ("the kindergarten in the basement", "JGJ39-4.1.3.ground", floors("kindergarten", "-1,1,2", 1.0, "lowest")),
    ("the nursery on the second floor", "JGJ39-4.1.3.nursery", floors("nursery", "2", NURSERY_FLOOR, "highest")),
    ("the nursery on two floors", "JGJ39-4.1.3.nursery", floors("nursery", "1,2", NURSERY_FLOOR, "highest")),
    ("the nursery in the basement", "JGJ39-4.1.3.nursery.ground", floors("nursery", "-1", 1.0, "lowest")),
    ("the health station on the third floor", "CRC-B05.floor.a", floors("health_station", "3", 0.0, "gaps")),
    ("the health station on floors one and three", "CRC-B05.floor.a", floors("health_station", "1,3", 0.0, "gaps")),
    (
        "the health station up to the fifth floor",
        "CRC-B05.floor.b",
        floors("health_station", "1,2,3,4,5", HEALTH_HIGHEST, "highest"),
    ),
    (
        "the health station begins on the second floor",
        "GB180-B02.health_station.ground",
        floors("health_station", "2,3", 1.0, "first"),
    ),
    ("the service station up to the fourth floor", "CRC-B01.low.a", floors("service_station", "1,2,3,4", 3.0, "highest")),
    ("the day care up to the fourth floor", "CRC-B04.low.a", floors("day_care", "1,4", 3.0, "highest")),
)


FAULTS = (
    *(
        Fault(name=f"{kind}: {says}", measure="facility.floor_area", expects=LEAST_M2[kind][1], plant=make(kind))
        for kind in LEAST_M2
        for says, make in (("a tenth too small", _small), ("on floors that the building has not", _no_such_floors))
    ),
    *(
        Fault(
            name=f"{kind}: one floor only", measure="facility.floor_area", expects=LEAST_M2[kind][1], plant=_fewer_floors(kind)
        )
        for kind in ("kindergarten", "day_care", "supermarket")
    ),
    *(
        Fault(
            name=f"{kind}: no building round it",
            measure="facility.floor_area",
            expects=LEAST_M2[kind][1],
            plant=_house_gone(kind),
        )
        for kind in ("kindergarten", "health_station", "toilet")
    ),
    *(
        Fault(
            name=f"{kind}: half of it beyond the house's wall",
            measure="facility.floor_area",
            expects=LEAST_M2[kind][1],
            plant=_beyond_house(kind),
        )
        for kind in ("nursery", "health_station", "supermarket")
    ),
    *(
        Fault(name=f"{kind}: a tenth too large", measure="facility.floor_area", expects=clauses, plant=_large(kind))
        for kind, (_, clauses) in MOST_M2.items()
    ),
    *(Fault(name=name, measure="facility.floors", expects=(clause,), plant=plant) for name, clause, plant in FLOORS),
)
