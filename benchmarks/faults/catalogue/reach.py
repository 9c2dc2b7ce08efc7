"""Faults of service radii: a thing too far from some home, straight or on foot, or the ways to it cut."""

from random import Random

from shapely.geometry import Point

from benchmarks.faults.builders import inner
from benchmarks.faults.drawing import Edit
from benchmarks.faults.facility_changes import facility, remove_ways, taken_away
from benchmarks.faults.fault import Breach, Fault, Plant, above
from benchmarks.faults.thing import Thing

RADII = {  # role: radius, clause by the straight line (table B.0.2)
    "ground.activity_ground": (300.0, "GB180-B02.activity_ground.radius"),
    "ground.sports_ground": (300.0, "GB180-B02.sports_ground.radius"),
    facility("culture_station"): (500.0, "GB180-B02.culture_station.radius"),
    facility("supermarket"): (500.0, "GB180-B02.shops.radius"),
    facility("pharmacy"): (500.0, "GB180-B02.shops.radius"),
    "spot.bus_stop": (500.0, "GB180-B02.bus_stop"),
    facility("waste_station"): (2000.0, "GB180-B02.waste_station.vehicle"),
}
ON_FOOT = {  # the same walked, where the site's ways allow it
    facility("culture_station"): (500.0, "GB180-B02.culture_station.radius.walk"),
    facility("barber"): (500.0, "GB180-B02.shops.radius.walk"),
}
LAND = {facility("waste_station"): ("lot.waste_station",)}  # where people go who find no house of it
FAR_M = 2500.0


def home_doors(edit: Edit) -> list[Thing]:
    """Doors of the buildings with dwellings."""
    homes = {home.id for home in edit.some("building.dwelling")}
    return [door for door in edit.some("spot.door") if door.value("of") in homes]


def targets(edit: Edit, role: str) -> list[Thing]:
    """Where people go who look for a thing: a facility's doors, or the thing itself."""
    names = {one.id for one in edit.things(role)}
    doors = [door for door in edit.things("spot.door") if door.value("of") in names]
    return doors or edit.things(role)


def farthest(edit: Edit, role: str) -> float:
    """Straight way from the farthest home to the nearest of a role [m]."""
    places = [one.place for one in targets(edit, role)]
    return max(min((door.place.distance(place) for place in places), default=1e5) for door in home_doors(edit))


def _moved(role: str, radius: float) -> Plant:
    """Everything of the role, doors with it, goes far off."""

    def plant(edit: Edit, _: Random) -> Breach:
        names = {one.id for one in edit.some(role)}
        doors = [door for door in edit.things("spot.door") if door.value("of") in names]
        for one in (*edit.things(role), *doors):
            one.move(FAR_M, 0.0)
        return above(f"farthest home from {role} [m]", farthest(edit, role), radius)

    return plant


def _far_home(role: str, radius: float) -> Plant:
    """A building of dwellings is moved off the site."""

    def plant(edit: Edit, rng: Random) -> Breach:
        edit.some(role)
        edit.move_building(rng.choice(edit.some("building.dwelling")), -FAR_M, 0.0)
        return above(f"farthest home from {role} [m]", farthest(edit, role), radius)

    return plant


def _to_the_corner(role: str, radius: float) -> Plant:
    """Everything of the role goes to the corner of the site that is farthest from some home."""

    def plant(edit: Edit, _: Random) -> Breach:
        doors = [door.place for door in home_doors(edit)]
        corner = max(edit.some("site")[0].points, key=lambda at: max(door.distance(Point(at)) for door in doors))
        for one in edit.some(role):
            x, y = inner(one) if one.shape.dxftype() != "POINT" else one.at
            for thing in (one, *(door for door in edit.things("spot.door") if door.value("of") == one.id)):
                thing.move(round(corner[0] - x, 3), round(corner[1] - y, 3))
        return above(f"farthest home from {role} [m]", farthest(edit, role), radius)

    return plant


def _cut_off(role: str, radius: float) -> Plant:
    """The ways at the thing's doors are taken away: nobody gets there on foot."""

    def plant(edit: Edit, _: Random) -> Breach:
        places = [one.place for one in targets(edit, role)]
        remove_ways(edit, [way for way in edit.things("centre.") if any(way.line.distance(place) <= 1.6 for place in places)])
        gap = min(way.line.distance(place) for way in edit.things("centre.") for place in places)
        return above(f"{role} from the nearest way left [m]", gap, 1.0)

    return plant


def _long_way(role: str, radius: float) -> Plant:
    """The homes farthest by the straight line are more than the radius away: nothing walked is shorter."""

    def plant(edit: Edit, _: Random) -> Breach:
        for one in targets(edit, role):
            one.move(radius + 200.0, 0.0)
        return above(f"farthest home from {role} [m]", farthest(edit, role), radius)

    return plant


FAULTS = (
    *(
        Fault(name=f"{role} {says}", measure="reach.straight", expects=(clause,), plant=make(role, radius))
        for role, (radius, clause) in RADII.items()
        for says, make in (("far from all homes", _moved), ("and a home far from it", _far_home))
    ),
    *(
        Fault(
            name=f"no {role} to reach", measure="reach.straight", expects=(clause,), plant=taken_away(role, *LAND.get(role, ()))
        )
        for role, (_, clause) in RADII.items()
    ),
    *(
        Fault(
            name=f"{role} at a corner", measure="reach.straight", expects=(RADII[role][1],), plant=_to_the_corner(role, 300.0)
        )
        for role in ("ground.activity_ground", "ground.sports_ground")
    ),
    *(
        Fault(name=f"on foot: {role} {says}", measure="reach.network", expects=(clause,), plant=make(role, radius))
        for role, (radius, clause) in ON_FOOT.items()
        for says, make in (
            ("its ways cut", _cut_off),
            ("its doors far off", _long_way),
            ("far from all homes", _moved),
            ("and a home far from it", _far_home),
        )
    ),
    *(
        Fault(name=f"on foot: no {role}", measure="reach.network", expects=(clause,), plant=taken_away(role))
        for role, (_, clause) in ON_FOOT.items()
    ),
)
