"""Faults of where a facility lies: near what, on which street, with whom, and how central."""

from random import Random

from shapely.geometry import LineString, Point
from shapely.ops import unary_union

from benchmarks.faults.builders import inner, shrink_to
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.facility_changes import (
    building_of,
    facility,
    first,
    lot_under,
    remove,
    remove_ways,
    retyped,
    taken_away,
)
from benchmarks.faults.fault import Breach, Fault, Plant, above, unlike
from benchmarks.faults.thing import Thing

STATION, ELDERLY, HEALTH, MARKET = (
    facility(k) for k in ("service_station", "elderly_station", "health_station", "supermarket")
)
OPEN = ("lot.garden", "ground.activity_ground", "ground.sports_ground", "ground.central_green", "ground.pocket_park")
NEAR_OPEN_M, NEAR_CARE_M, CENTRAL = 50.0, 100.0, 0.5  # B01.near, B04.near; half the radius: our numbers
STREETS = ("way.street", "way.attached", "way.city_road")


def shift(one: Thing, to: tuple[float, float]) -> None:
    """Put the middle of a thing to a place."""
    x, y = inner(one)
    one.move(round(to[0] - x, 3), round(to[1] - y, 3))


def homes(edit: Edit) -> list[tuple[Point, int]]:
    """Middle of every dwelling building, with its dwellings."""
    return [(one.polygon.centroid, one.dwellings) for one in edit.some("building.dwelling") if one.dwellings]


def middle_of(edit: Edit) -> tuple[Point, float]:
    """Middle of all dwellings, and the way from it to the farthest building [m]."""
    found = homes(edit)
    whole = sum(count for _, count in found)
    spot = Point(sum(p.x * n for p, n in found) / whole, sum(p.y * n for p, n in found) / whole)
    return spot, max(spot.distance(p) for p, _ in found)


# near
def _nearest(one: Thing, others: list[Thing]) -> float:
    return min((one.polygon.distance(other.polygon) for other in others), default=1e4)


def _far_from(role: str, others: tuple[str, ...], limit: float) -> Plant:
    """Move a facility as far off as the site allows from all the others."""

    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, role)
        west, south, east, north = edit.site.bounds
        spots = [(west + (east - west) * i / 12, south + (north - south) * j / 12) for i in range(13) for j in range(13)]
        inside = [spot for spot in spots if edit.site.covers(Point(spot))]
        things = [other.polygon for other in edit.things(*others)]
        if not things:
            raise NoPlaceError(f"none of {', '.join(others)} on the drawing")
        ground = unary_union(things)
        shift(one, max(inside, key=lambda spot: ground.distance(Point(spot))))
        return above(f"{one.id} from {', '.join(others)} [m]", _nearest(one, edit.things(*others)), limit, one.id)

    return plant


def _others_gone(role: str, others: tuple[str, ...], limit: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, role)
        remove(edit, *edit.some(*others))
        return above(f"{one.id} from {', '.join(others)} [m]", _nearest(one, edit.things(*others)), limit, one.id)

    return plant


def _others_far(role: str, others: tuple[str, ...], limit: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, role)
        for other in edit.some(*others):
            other.move(0.0, 600.0)
        return above(f"{one.id} from {', '.join(others)} [m]", _nearest(one, edit.things(*others)), limit, one.id)

    return plant


# central
def _off_centre(kind: str) -> Plant:
    """The facility goes to the farthest building of dwellings."""

    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, facility(kind))
        spot, radius = middle_of(edit)
        far = max(homes(edit), key=lambda home: spot.distance(home[0]))[0]
        shift(one, (far.x, far.y))
        return above(f"{one.id} off the middle of the homes", spot.distance(one.polygon.centroid) / radius, CENTRAL, one.id)

    return plant


def _homes_elsewhere(kind: str) -> Plant:
    """Nearly all dwellings are in the building farthest from the facility."""

    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, facility(kind))
        middle = one.polygon.centroid
        found = sorted(edit.some("building.dwelling"), key=lambda home: middle.distance(home.polygon.centroid))
        found[-1].set_dwellings(90000)
        spot, radius = middle_of(edit)
        return above(f"{one.id} off the middle of the homes", spot.distance(middle) / radius, CENTRAL, one.id)

    return plant


def _half_the_homes(kind: str) -> Plant:
    """The buildings of dwellings on the facility's side of the site are taken away."""

    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, facility(kind))
        middle = one.polygon.centroid
        found = sorted(edit.some("building.dwelling"), key=lambda home: middle.distance(home.polygon.centroid))
        edit.delete(*found[: len(found) * 3 // 4])
        spot, radius = middle_of(edit)
        return above(f"{one.id} off the middle of the homes", spot.distance(middle) / radius, CENTRAL, one.id)

    return plant


# street front of the supermarket
def _fronts(edit: Edit) -> list[LineString]:
    roads = [edge.line for edge in edit.things("edge") if edge.value("road") not in ("", "none")]
    return [*roads, *(way.polygon for way in edit.things(*STREETS))]


def _off_street(one: Thing, edit: Edit) -> Breach:
    gap = min(front.distance(one.polygon) for front in _fronts(edit)) if _fronts(edit) else 1e4
    return above(f"{one.id} from the nearest street [m]", gap, 0.05)


def _small_lot(edit: Edit, _: Random) -> Breach:
    lot = lot_under(edit, first(edit, MARKET))
    shrink_to(lot, lot.polygon.area * 0.7)
    return _off_street(lot, edit)


def _no_streets(edit: Edit, _: Random) -> Breach:
    for edge in edit.things("edge"):
        edge.set("road", "none")
    lot = lot_under(edit, first(edit, MARKET))
    near = [way.id for way in edit.things(*STREETS) if way.polygon.distance(lot.polygon) < 1.0]
    remove_ways(edit, [centre for centre in edit.things("centre.") if centre.id in near])
    return _off_street(lot, edit)


def _inner_market(edit: Edit, rng: Random) -> Breach:
    """The supermarket and its house stand inside a block, on no lot."""
    one = first(edit, MARKET)
    building = building_of(edit, one)
    block = max(edit.some("block"), key=lambda o: o.polygon.area)
    x, y = inner(one)
    u, v = block.polygon.centroid.coords[0]
    for thing in (one, building):
        thing.move(round(u - x, 3), round(v - y, 3))
    if any(lot.polygon.intersects(one.polygon) for lot in edit.things("lot.")):
        raise NoPlaceError("the middle of the block is a lot")
    return _off_street(building, edit)


# with whom
def _elsewhere(kind: str, with_kind: str, use: str) -> Plant:
    """The other facility moves to a building on another lot."""

    def plant(edit: Edit, _: Random) -> Breach:
        one, other = first(edit, facility(kind)), first(edit, facility(with_kind))
        lot, house = lot_under(edit, one), first(edit, f"building.{use}")
        x, y = inner(house)
        for number, thing in enumerate(edit.things(facility(with_kind))):
            shift(thing, (x, y + 60.0 * number))  # side by side: each label in its own outline
            thing.set("building", house.id)
        if lot.polygon.covers(Point(inner(other))) or house.id == one.value("building"):
            raise NoPlaceError("the same lot or building")
        return unlike(f"building of {other.id}", house.id, one.value("building"), other.id)

    return plant


def _by_label_only(kind: str, with_kind: str) -> Plant:
    """The other facility is drawn far off, though its label still names the building."""

    def plant(edit: Edit, _: Random) -> Breach:
        one, other = first(edit, facility(kind)), first(edit, facility(with_kind))
        building = building_of(edit, one)
        for thing in edit.things(facility(with_kind)):
            shift(thing, inner(first(edit, "building.dwelling")))
        gap = min(thing.polygon.distance(building.polygon) for thing in edit.things(facility(with_kind)))
        lot = lot_under(edit, one)
        if any(lot.polygon.intersects(thing.polygon) for thing in edit.things(facility(with_kind))):
            raise NoPlaceError("still on the lot")
        return above(f"{other.id} from {building.id} [m]", gap, 0.0, other.id)

    return plant


PLACES = (  # measure, clauses, name, plant
    ("facility.near", ("CRC-B01.near",), "the station far from all open ground", _far_from(STATION, OPEN, NEAR_OPEN_M)),
    ("facility.near", ("CRC-B01.near",), "no open ground for the station", _others_gone(STATION, OPEN, NEAR_OPEN_M)),
    ("facility.near", ("CRC-B01.near",), "open ground far from the station", _others_far(STATION, OPEN, NEAR_OPEN_M)),
    ("facility.near", ("CRC-B04.near.a",), "the elderly far from care", _far_from(ELDERLY, (HEALTH, STATION), NEAR_CARE_M)),
    (
        "facility.near",
        ("CRC-B04.near.b",),
        "day care far from care",
        _far_from(facility("day_care"), (HEALTH, STATION), NEAR_CARE_M),
    ),
    ("facility.near", ("CRC-B04.near.a",), "care far from the elderly", _others_far(ELDERLY, (HEALTH, STATION), NEAR_CARE_M)),
    ("facility.near", ("CRC-B04.near.a",), "no care near the elderly", _others_gone(ELDERLY, (HEALTH, STATION), NEAR_CARE_M)),
    *(
        ("facility.central", (clause,), f"{says} {kind}", make(kind))
        for kind, clause in (("service_station", "CRC-B01.site.central"), ("health_station", "CRC-B05.centre"))
        for says, make in (
            ("at the farthest homes the", _off_centre),
            ("nearly all homes far from the", _homes_elsewhere),
            ("no homes round the", _half_the_homes),
        )
    ),
    ("facility.central", ("CRC-B05.centre",), "a middle and no health station", taken_away(HEALTH)),
    ("facility.frontage", ("CRC-B06.site.a",), "the shops' lot off the street", _small_lot),
    ("facility.frontage", ("CRC-B06.site.a",), "no street beside the shops", _no_streets),
    ("facility.frontage", ("CRC-B06.site.a",), "the supermarket inside a block", _inner_market),
    *(
        ("facility.together", clauses, f"{with_kind} not with {kind} but at {use}", _elsewhere(kind, with_kind, use))
        for kind, with_kind, clauses, use in (
            ("elderly_station", "service_station", ("CRC-04.cohost",), "shops"),
            ("service_station", "health_station", ("CRC-B01.mix",), "shops"),
            ("service_station", "culture_station", ("CRC-B01.mix",), "utility"),
            ("service_station", "property_office", ("CRC-B01.mix",), "waste_station"),
        )
    ),
    *(
        ("facility.together", clauses, f"{with_kind} with {kind} by its label only", _by_label_only(kind, with_kind))
        for kind, with_kind, clauses in (
            ("elderly_station", "service_station", ("CRC-04.cohost",)),
            ("service_station", "health_station", ("CRC-B01.mix",)),
        )
    ),
    ("facility.together", ("CRC-B01.mix",), "no culture with the services", taken_away(facility("culture_station"))),
    ("facility.together", ("CRC-04.cohost",), "no services with the elderly", retyped(STATION, facility("property_office"))),
)
FAULTS = tuple(Fault(name=name, measure=measure, expects=expects, plant=plant) for measure, expects, name, plant in PLACES)
