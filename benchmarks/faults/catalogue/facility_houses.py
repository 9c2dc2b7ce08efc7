"""Faults of the building round a facility: what else is in it, above it, and stairs of its own."""

from random import Random

from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.facility_changes import (
    building_of,
    facility,
    first,
)
from benchmarks.faults.fault import Breach, Fault, Plant, unlike

SCHOOL, NURSERY = facility("kindergarten"), facility("nursery")
HIGH_RISE_M = 24.0  # of public buildings (FIRE-04)


# what else is in the building
def _joined(kind: str, other: str) -> Plant:
    """Another facility moves into the building, by its label."""

    def plant(edit: Edit, _: Random) -> Breach:
        one, guest = first(edit, facility(kind)), first(edit, facility(other))
        guest.set("building", one.value("building"))
        return unlike(f"kinds in {one.value('building')}", f"{kind}, {other}", kind, one.id)

    return plant


def _homes_above(edit: Edit, _: Random) -> Breach:
    """Dwellings over the kindergarten."""
    one = first(edit, SCHOOL)
    building = building_of(edit, one)
    building.label.dxf.text = f"{building.label.dxf.text} 12户"
    return unlike(f"what {building.id} holds", "kindergarten, 12 dwellings", "kindergarten", one.id)


def _house_upon(edit: Edit, rng: Random) -> Breach:
    """A house stands half upon the kindergarten's."""
    one = first(edit, SCHOOL)
    building = building_of(edit, one)
    width = building.polygon.bounds[2] - building.polygon.bounds[0]
    other = edit.copy(first(edit, "building.shops"), "shops-9-9", 0.0, 0.0)
    (x, y), (u, v) = other.at, building.at
    other.move(u - x + width / 2, v - y)
    if other.polygon.intersection(building.polygon).area < 1.0:
        raise NoPlaceError("the copy does not reach the kindergarten")
    return unlike(f"what stands upon {building.id}", other.id, "nothing", one.id)


def _no_house(edit: Edit, _: Random) -> Breach:
    one = first(edit, SCHOOL)
    edit.delete(building_of(edit, one))
    return unlike(f"building of {one.id}", "not drawn", "its own", one.id)


def _four_classes(edit: Edit, _: Random) -> Breach:
    """A nursery of four classes in the house of the services."""
    one = first(edit, NURSERY)
    one.set("classes", "4")
    others = [o.id for o in edit.things("facility.") if o.value("building") == one.value("building") and o.id != one.id]
    return unlike(f"what {one.value('building')} holds besides the nursery", others[0] if others else "", "", one.id)


def _few_classes_in(use: str) -> Plant:
    """A kindergarten of three classes in a building of another use."""

    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, SCHOOL)
        one.set("classes", "3")
        one.set("building", first(edit, f"building.{use}").id)
        return unlike(f"use of the building of {one.id}", use, "kindergarten, dwelling or service", one.id)

    return plant


def _hosted(kind: str, use: str, wanted: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, facility(kind))
        one.set("building", first(edit, f"building.{use}").id)
        return unlike(f"use of the building of {one.id}", use, wanted, one.id)

    return plant


def _high_rise(role: str, stair: str | None, *, is_home: bool = False) -> Plant:
    """The facility is in a high-rise, without stairs of its own, or its label does not say."""

    def plant(edit: Edit, _: Random) -> Breach:
        one = first(edit, role)
        if is_home:
            home = max(edit.some("building.dwelling"), key=lambda o: o.heights[1])
            one.set("building", home.id)
        building = building_of(edit, one)
        building.set_heights(40.0, 38.0, 40.0)
        building.set_storeys(12)
        one.set("own_stair", stair)
        if building.heights[1] <= HIGH_RISE_M:
            raise NoPlaceError("no high-rise")
        return unlike(f"own stair of {one.id} in {building.id}, {building.heights[1]:g} m", stair or "not said", "yes", one.id)

    return plant


FAULTS = (
    *(
        Fault(name=name, measure="facility.independent", expects=("JGJ39-3.2.2.alone",), plant=plant)
        for name, plant in (
            ("a pharmacy in the kindergarten's house", _joined("kindergarten", "pharmacy")),
            ("dwellings over the kindergarten", _homes_above),
            ("a house upon the kindergarten's", _house_upon),
            ("a kindergarten without a house", _no_house),
        )
    ),
    Fault(
        name="a nursery of four classes among the services",
        measure="facility.independent",
        expects=("JGJ39-3.2.2.nursery",),
        plant=_four_classes,
    ),
    *(
        Fault(
            name=f"a kindergarten of three classes in a building of {use}",
            measure="facility.host",
            expects=("JGJ39-3.2.2.join",),
            plant=_few_classes_in(use),
        )
        for use in ("shops", "utility", "waste_station")
    ),
    *(
        Fault(
            name=f"the nursery in a building of {use}",
            measure="facility.host",
            expects=("CRC-03.cohost", "JGJ39-3.2.2.nursery.join"),
            plant=_hosted("nursery", use, "service or dwelling"),
        )
        for use in ("shops", "utility", "toilet")
    ),
    Fault(
        name="the supermarket in a building of flats",
        measure="facility.host",
        expects=("CRC-B06.site.b",),
        plant=_hosted("supermarket", "dwelling", "shops"),
    ),
    *(
        Fault(name=f"{name}: {says}", measure="facility.high_rise_exit", expects=(clause,), plant=plant, turns=(turn,))
        for name, role, clause in (
            ("kindergarten", SCHOOL, "GB50016-5.4.4.exit.a"),
            ("nursery", NURSERY, "GB50016-5.4.4.exit.b"),
        )
        for says, plant, turn in (
            ("in a high-rise of its own use, no stair", _high_rise(role, "no"), "fail"),
            ("under high flats, no stair", _high_rise(role, "no", is_home=True), "fail"),
            ("in a high-rise, its stair not told", _high_rise(role, None), "blocked"),
        )
    ),
)
