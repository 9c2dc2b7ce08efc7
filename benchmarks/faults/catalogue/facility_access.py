"""Faults of how a facility is entered and reached, and of the places to park at it."""

from itertools import pairwise
from random import Random

from shapely.geometry import Point

from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.facility_changes import (
    building_of,
    facility,
    first,
    lot_under,
    on_lot,
    remove_ways,
)
from benchmarks.faults.fault import Breach, Fault, Plant, above, below
from benchmarks.faults.thing import Thing

STATION, MARKET = facility("service_station"), facility("supermarket")
STALLS = ("stall.",)
ENTERED = {  # kind: clause
    "service_station": "CRC-B01.low.b",
    "day_care": "CRC-B04.low.b",
    "health_station": "GB180-B02.health_station.entrance",
    "nursery": "JGJ39-3.2.2.nursery.door",
}


# entrances
def _doors(edit: Edit, kind: str) -> list[Thing]:
    names = [one.id for one in edit.some(facility(kind))]
    found = [door for door in edit.things("spot.door") if door.value("of") in names]
    if not found:
        raise NoPlaceError(f"{kind} has no door of its own")
    return found


def _no_door(kind: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        edit.delete(*_doors(edit, kind))
        return below(f"doors of {kind}", 0.0, 1.0)

    return plant


def _shared_door(kind: str) -> Plant:
    """Its doors are the building's."""

    def plant(edit: Edit, _: Random) -> Breach:
        house = building_of(edit, first(edit, facility(kind))).id
        for door in _doors(edit, kind):
            door.set("of", house)
        return below(f"doors of {kind} alone", 0.0, 1.0)

    return plant


def _door_elsewhere(kind: str) -> Plant:
    """Its doors stand off its walls."""

    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, facility(kind))
        west, _s, east, north = one.polygon.bounds
        doors = _doors(edit, kind)
        for door in doors:
            door.move(round((west + east) / 2 - door.at[0], 3), round(north + 12.0 - door.at[1], 3))
        return above(f"{doors[0].id} from {one.id} [m]", min(d.place.distance(one.polygon) for d in doors), 0.5)

    return plant


def _inner_door(kind: str) -> Plant:
    """Its doors are in the wall to a neighbour, inside the house."""

    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, facility(kind))
        wall = building_of(edit, one).polygon.exterior
        corners = [*one.points, one.points[0]]
        middles = [((x + u) / 2, (y + v) / 2) for (x, y), (u, v) in pairwise(corners)]
        x, y = max(middles, key=lambda at: wall.distance(Point(at)))
        doors = _doors(edit, kind)
        for door in doors:
            door.move(round(x - door.at[0], 3), round(y - door.at[1], 3))
        return above(f"{doors[0].id} from the outer wall [m]", min(wall.distance(door.place) for door in doors), 0.5)

    return plant


# walkable
def _unreached(how: str) -> Plant:
    """No way leads to the station's doors."""

    def plant(edit: Edit, _: Random) -> Breach:
        doors = _doors(edit, "service_station")
        others = [door for door in edit.things("spot.door") if door.value("of") == building_of(edit, first(edit, STATION)).id]
        for door in (*doors, *others):
            if how == "ways cut":
                near = [way for way in edit.things("centre.") if way.line.distance(door.place) <= 1.5]
                remove_ways(edit, near)
            elif how == "door off":
                door.move(0.0, 700.0)
            else:
                edit.delete(door)
        left = [door for door in edit.things("spot.door") if door.id in {d.id for d in (*doors, *others)}]
        ways = [way.line for way in edit.things("centre.")]
        gap = min((way.distance(door.place) for way in ways for door in left), default=1e4)
        return above("the station's doors from the nearest way [m]", gap, 1.0, first(edit, STATION).id)

    return plant


# parking of the supermarket
def _no_places(how: str, *roles: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        lot = lot_under(edit, first(edit, MARKET))
        found = on_lot(edit, lot, *roles)
        if not found:
            raise NoPlaceError(f"no {', '.join(roles)} on {lot.id}")
        if how == "away":
            edit.delete(*found)
        elif how == "moved":
            for one in found:
                one.move(0.0, 500.0)
        else:
            for one in found:
                edit.retype(one, "ground.paved")
        return below(f"places on {lot.id}", float(len(on_lot(edit, lot, *roles))), 1.0)

    return plant


ACCESS = (  # measure, clauses, name, plant
    *(
        ("facility.own_entrance", (clause,), f"{kind}: {says}", make(kind))
        for kind, clause in ENTERED.items()
        for says, make in (
            ("no door of its own", _no_door),
            ("its door is the building's", _shared_door),
            ("its door off its walls", _door_elsewhere),
            ("its door in the wall to a neighbour", _inner_door),
        )
    ),
    *(
        ("facility.walkable", ("CRC-B01.site",), f"the station's doors unreached: {how}", _unreached(how))
        for how in ("ways cut", "door off", "no door")
    ),
    *(
        ("facility.parking", (clause,), f"{says} at the supermarket", _no_places(how, *roles))
        for clause, what, roles in (
            ("CRC-B06.park.a", "stalls", STALLS),
            ("CRC-B06.park.b", "bicycle shed", ("ground.bike_shed",)),
        )
        for says, how in (
            (f"no {what}", "away"),
            (f"{what} elsewhere, not", "moved"),
            *(((f"paved, no {what}", "paved"),) if what == "bicycle shed" else ()),
        )
    ),
)
FAULTS = tuple(Fault(name=name, measure=measure, expects=expects, plant=plant) for measure, expects, name, plant in ACCESS)
