"""Faults of totals and shares: facilities' land for a thousand people, a facility's part of its lot, people a facility."""

from random import Random

from shapely.ops import unary_union

from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.facility_changes import area_of_floors, facility, first, lot_under, on_lot, remove, scaled_to, taken_away
from benchmarks.faults.fault import Breach, Fault, Plant, above, below

PLAY, STATION, STORE = "ground.play_ground", facility("service_station"), facility("convenience_store")
BLOCK_LAND, CIRCLE_LAND = (50.0, 150.0), (1710.0, 2210.0)  # m2 for 1 000 people, table 5.0.3
CIRCLE = ("lot.kindergarten", "lot.service", "lot.shops", "lot.waste_station", "ground.sports_ground", "ground.activity_ground")
PART_M2, PEOPLE_A_STORE = (500.0, 800.0), 3000.0  # tables B.0.2, B.0.3
TOILET_M2 = (60.0, 120.0)


def _per_1000(edit: Edit, *roles: str) -> float:
    return 1000 * sum(one.polygon.area for one in edit.things(*roles)) / edit.number("people")


def _play(edit: Edit, what: str) -> Breach:
    rate = _per_1000(edit, PLAY)
    if rate > BLOCK_LAND[1]:
        return above(what, rate, BLOCK_LAND[1])
    return below(what, rate, BLOCK_LAND[0])


def _scaled_play(factor: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        for one in edit.some(PLAY):
            scaled_to(one, one.polygon.area * factor)
        return _play(edit, "play grounds for 1 000 people [m2]")

    return plant


def _drawn_twice(edit: Edit, _: Random) -> Breach:
    """Play grounds below what is asked, each drawn a second time, half upon the first."""
    share = 0.6 * BLOCK_LAND[0] / _per_1000(edit, PLAY)
    for one in edit.some(PLAY):
        scaled_to(one, one.polygon.area * share)
        west, _s, east, _n = one.polygon.bounds
        other = edit.copy(one, f"{one.id}-b", round((east - west) / 2, 3), 0.0)
        for thing, less in ((one, other), (other, one)):
            spot = thing.polygon.difference(less.polygon).representative_point()
            thing.set_label_at((spot.x, spot.y))
    whole = unary_union([one.polygon for one in edit.things(PLAY)]).area
    return below("play grounds for 1 000 people, each once [m2]", 1000 * whole / edit.number("people"), BLOCK_LAND[0])


def _no_play(edit: Edit, _: Random) -> Breach:
    edit.delete(*edit.some(PLAY))
    return _play(edit, "play grounds for 1 000 people [m2]")


def _people(factor: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        edit.set_fact("people", f"{edit.number('people') * factor:.0f}")
        return _play(edit, "play grounds for 1 000 people [m2]")

    return plant


def _circle(edit: Edit) -> Breach:
    rate = _per_1000(edit, *CIRCLE)
    what = "land of the circle's facilities for 1 000 people [m2]"
    return above(what, rate, CIRCLE_LAND[1]) if rate > CIRCLE_LAND[1] else below(what, rate, CIRCLE_LAND[0])


def _no_sport(edit: Edit, _: Random) -> Breach:
    edit.delete(*edit.some("ground.sports_ground"))
    return _circle(edit)


def _wide_service(edit: Edit, _: Random) -> Breach:
    one = first(edit, "lot.service")
    scaled_to(one, one.polygon.area * 4)
    return _circle(edit)


# a facility's part of its lot
def _part(edit: Edit, kind: str, limits: tuple[float, float]) -> Breach:
    own = edit.some(facility(kind))
    lot = lot_under(edit, own[0])
    whole = sum(area_of_floors(one) for one in on_lot(edit, lot, "facility."))
    part = lot.polygon.area * sum(area_of_floors(one) for one in own) / whole
    what = f"land of {lot.id} for {kind} [m2]"
    return above(what, part, limits[1]) if part > limits[1] else below(what, part, limits[0])


def _scaled_lot(factor: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        lot = lot_under(edit, first(edit, STATION))
        scaled_to(lot, lot.polygon.area * factor)
        return _part(edit, "service_station", PART_M2)

    return plant


def _alone_on_lot(edit: Edit, _: Random) -> Breach:
    """All other facilities leave the lot: the station has it all."""
    lot = lot_under(edit, first(edit, STATION))
    remove(edit, *(one for one in on_lot(edit, lot, "facility.") if one.role != STATION))
    return _part(edit, "service_station", PART_M2)


def _one_floor(edit: Edit, _: Random) -> Breach:
    """The station keeps one of its floors only: its part of the lot is smaller."""
    one = first(edit, STATION)
    one.set("floors", "1")
    return _part(edit, "service_station", PART_M2)


def _toilet_on_a_lot(edit: Edit, _: Random) -> Breach:
    """The garden of the toilet becomes land of services, all for the toilet."""
    toilet = first(edit, facility("toilet"))
    garden = lot_under(edit, toilet)
    if garden.role != "lot.garden":
        raise NoPlaceError("the toilet stands in no garden")
    remove(edit, *(one for one in on_lot(edit, garden, "facility.") if one is not toilet))
    edit.retype(garden, "lot.utility")
    return _part(edit, "toilet", TOILET_M2)


# people a store
def _stores(edit: Edit, count: int) -> Breach:
    found = edit.some(STORE)
    remove(edit, *found[count:])
    return above("people a store", edit.number("people") / len(edit.some(STORE)), PEOPLE_A_STORE)


def _one_store(edit: Edit, _: Random) -> Breach:
    return _stores(edit, 1)


def _many_people(edit: Edit, _: Random) -> Breach:
    edit.set_fact("people", f"{PEOPLE_A_STORE * len(edit.some(STORE)) + 300:.0f}")
    return _stores(edit, len(edit.some(STORE)))


def _stores_else(edit: Edit, _: Random) -> Breach:
    """All stores but one are greengrocers."""
    for one in edit.some(STORE)[1:]:
        edit.retype(one, facility("vegetable_shop"))
    return _stores(edit, 1)


STORES = ("served",)
FAULTS = (
    *(
        Fault(name=name, measure="facilities.per_1000", expects=("GB180-5.0.3.block.land",), plant=plant)
        for name, plant in (
            ("play grounds of a fifth", _scaled_play(0.2)),
            ("play grounds of four times the land", _scaled_play(4.0)),
            ("no play grounds for the people", _no_play),
            ("small play grounds drawn twice", _drawn_twice),
            ("many more people for the play grounds", _people(10.0)),
            ("few people for the play grounds", _people(0.2)),
        )
    ),
    *(
        Fault(name=name, measure="facilities.per_1000", expects=("GB180-5.0.3.circle.land",), plant=plant)
        for name, plant in (("no sports ground in the total", _no_sport), ("services of four times the land", _wide_service))
    ),
    *(
        Fault(name=name, measure="facility.land_part", expects=("GB180-B02.service_station.land",), plant=plant)
        for name, plant in (
            ("the services' lot twice as large", _scaled_lot(2.0)),
            ("the services' lot of half the land", _scaled_lot(0.5)),
            ("the station has the whole lot", _alone_on_lot),
            ("the station keeps one floor", _one_floor),
        )
    ),
    Fault(
        name="a garden's land for the toilet",
        measure="facility.land_part",
        expects=("GB180-B02.toilet.land",),
        plant=_toilet_on_a_lot,
    ),
    *(
        Fault(name=name, measure="facility.per_people", expects=("GB180-B03.shop",), plant=plant, drawings=STORES)
        for name, plant in (
            ("one store for all", _one_store),
            ("more people than the stores serve", _many_people),
            ("all stores but one sell greens", _stores_else),
            ("no convenience store", taken_away(STORE)),
        )
    ),
)
