"""Faults of lots: land too small, in pieces or not there; unjoined, too few places, without what its label must say."""

from random import Random

from benchmarks.faults.builders import box
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.facility_changes import (
    facility,
    first,
    on_lot,
    remove_ways,
    retyped,
    silent,
    split,
    taken_away,
    too_small,
    without_word,
    word,
)
from benchmarks.faults.fault import Breach, Fault, Plant, above, below
from benchmarks.faults.thing import Thing

GARDEN, WASTE, SHOPS = "lot.garden", "lot.waste_station", "lot.shops"
CARS_100M2, BIKES_100M2 = 0.45, 7.5  # GB 50180 table 5.0.5
CARE_M = 50.0  # B15.elder, our number
CARE = tuple(facility(kind) for kind in ("elderly_station", "health_station", "nursery", "kindergarten"))
AREA = {GARDEN: (4000.0, ("CRC-15.garden", "GB180-4.0.4.b.area")), WASTE: (120.0, ("CRC-13.station.land",))}  # rows 13, 15


def _unjoined(how: str) -> Plant:
    """No way leads to the garden."""

    def plant(edit: Edit, _: Random) -> Breach:
        for garden in edit.some(GARDEN):
            if how == "ways cut":
                remove_ways(edit, [way for way in edit.things("centre.") if way.line.distance(garden.polygon) <= 0.1])
            else:
                garden.move(0.0, 900.0)
        gap = min(way.line.distance(garden.polygon) for way in edit.things("centre.") for garden in edit.things(GARDEN))
        return above("the garden from the nearest way [m]", float(gap), 0.05)

    return plant


def _floors_on(edit: Edit, lot: Thing) -> float:
    return sum(house.floor_area_m2 for house in on_lot(edit, lot, "building."))


def _cars(edit: Edit, lot: Thing) -> Breach:
    count = len(on_lot(edit, lot, "stall."))
    return below(f"stalls on {lot.id} per 100 m2", 100 * count / _floors_on(edit, lot), CARS_100M2, lot.id)


def _bikes(edit: Edit, lot: Thing) -> Breach:
    places = sum(float(shed.value("places")) for shed in on_lot(edit, lot, "ground.bike_shed"))
    return below(f"bicycle places on {lot.id} per 100 m2", 100 * places / _floors_on(edit, lot), BIKES_100M2, lot.id)


def _no_cars(edit: Edit, _: Random) -> Breach:
    lot = first(edit, SHOPS)
    stalls = on_lot(edit, lot, "stall.")
    if not stalls:
        raise NoPlaceError("no stalls on the shops' lot")
    edit.delete(*stalls)
    return _cars(edit, lot)


def _cars_off(edit: Edit, _: Random) -> Breach:
    lot = first(edit, SHOPS)
    for stall in on_lot(edit, lot, "stall."):
        stall.move(0.0, 400.0)
    return _cars(edit, lot)


def _more_floors(edit: Edit, _: Random) -> Breach:
    """The shops grow to eight storeys."""
    lot = first(edit, SHOPS)
    for house in on_lot(edit, lot, "building."):
        house.set_floor_area(house.polygon.area * 8)
        house.set_storeys(8)
    return _cars(edit, lot)


def _no_bikes(edit: Edit, _: Random) -> Breach:
    lot = first(edit, SHOPS)
    edit.delete(*on_lot(edit, lot, "ground.bike_shed"))
    return _bikes(edit, lot)


def _few_bikes(edit: Edit, _: Random) -> Breach:
    lot = first(edit, SHOPS)
    for shed in on_lot(edit, lot, "ground.bike_shed"):
        shed.set("places", "2")
    return _bikes(edit, lot)


def _far_care(how: str) -> Plant:
    """Nobody old or young is near the garden."""

    def plant(edit: Edit, _: Random) -> Breach:
        for one in edit.some(*CARE) if how == "they move" else edit.some(GARDEN):
            one.move(0.0, 800.0)
        pairs = [lot.polygon.distance(one.polygon) for lot in edit.things(GARDEN) for one in edit.things(*CARE)]
        return above("the garden from those who need it [m]", float(min(pairs)), CARE_M)

    return plant


def _garden_cut(edit: Edit, _: Random) -> Breach:
    """The garden shrinks away from those who need it."""
    garden = first(edit, GARDEN)
    near = min(edit.some(*CARE), key=lambda one: one.polygon.distance(garden.polygon)).polygon.centroid
    x, y = max(garden.points, key=lambda at: (at[0] - near.x) ** 2 + (at[1] - near.y) ** 2)
    garden.reshape(box(x - 1, y - 1, 2, 2))
    gap = min(garden.polygon.distance(one.polygon) for one in edit.things(*CARE))
    return above("the garden from those who need it [m]", float(gap), CARE_M)


def _two(role: str, measure: str, clauses: tuple[str, ...], name: str) -> tuple[Fault, ...]:
    least = AREA[role][0]
    return tuple(
        Fault(name=f"{name} {says}", measure=measure, expects=clauses, plant=plant)
        for says, plant in (
            ("a little too small", too_small(role, 0.98 * least, least)),
            ("of half its land", too_small(role, 0.5 * least, least)),
            ("in pieces", split(role, least)),
            ("not there", taken_away(role)),
        )
    )


LOTS = (  # measure, clauses, name, plant
    ("lot.area", AREA[GARDEN][1], "the garden is a kindergarten's land", retyped(GARDEN, "lot.kindergarten")),
    ("lot.count", ("CRC-13.station",), "no lot for waste", taken_away(WASTE)),
    ("lot.count", ("CRC-13.station",), "the lot for waste serves utilities", retyped(WASTE, "lot.utility")),
    ("lot.count", ("CRC-13.station",), "the lot for waste serves shops", retyped(WASTE, SHOPS)),
    ("lot.joined", ("CRC-B15.link",), "ways to the garden cut", _unjoined("ways cut")),
    ("lot.joined", ("CRC-B15.link",), "the garden far from all ways", _unjoined("moved")),
    ("lot.joined", ("CRC-B15.link",), "no garden to be joined", taken_away(GARDEN)),
    ("lot.near", ("CRC-B15.elder",), "old and young far from the garden", _far_care("they move")),
    ("lot.near", ("CRC-B15.elder",), "the garden far from old and young", _far_care("it moves")),
    ("lot.near", ("CRC-B15.elder",), "a garden too small to be near", _garden_cut),
    ("lot.parking_per_100m2", ("GB180-5.0.5.shops.cars",), "no stalls at the shops", _no_cars),
    ("lot.parking_per_100m2", ("GB180-5.0.5.shops.cars",), "stalls of the shops elsewhere", _cars_off),
    ("lot.parking_per_100m2", ("GB180-5.0.5.shops.cars",), "shops of eight storeys", _more_floors),
    ("lot.parking_per_100m2", ("GB180-5.0.5.shops.bikes",), "no bicycles at the shops", _no_bikes),
    ("lot.parking_per_100m2", ("GB180-5.0.5.shops.bikes",), "two bicycles a shed", _few_bikes),
    ("lot.tag", ("CRC-15.refuge",), "a garden that is no refuge", word(GARDEN, "refuge", "no", "yes")),
    ("lot.tag", ("CRC-15.refuge",), "a refuge and no garden", taken_away(GARDEN)),
    ("lot.tag", ("CRC-15.refuge",), "a garden that is a refuge later", word(GARDEN, "refuge", "later", "yes")),
    ("lot.words", ("CRC-15.rest",), "a garden without seats", without_word(GARDEN, "rest", "seats", instead="lamps")),
    ("lot.words", ("CRC-15.rest",), "seats and no garden", retyped(GARDEN, "lot.utility")),
)
SILENT = (
    ("lot.tag", ("CRC-15.refuge",), "a garden that does not say refuge", silent(GARDEN, "refuge")),
    ("lot.words", ("CRC-15.rest",), "a garden that does not say rest", silent(GARDEN, "rest")),
    (
        "lot.parking_per_100m2",
        ("GB180-5.0.5.shops.bikes",),
        "sheds that do not say places",
        silent("ground.bike_shed", "places"),
    ),
)
FAULTS = (
    *_two(GARDEN, "lot.area", AREA[GARDEN][1], "the garden's land"),
    *_two(WASTE, "lot.area", AREA[WASTE][1], "land of waste"),
    *(Fault(name=name, measure=measure, expects=expects, plant=plant) for measure, expects, name, plant in LOTS),
    *(
        Fault(name=name, measure=measure, expects=expects, plant=plant, turns=("blocked",))
        for measure, expects, name, plant in SILENT
    ),
)
