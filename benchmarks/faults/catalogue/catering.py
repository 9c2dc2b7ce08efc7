"""Faults of kitchens near homes (catering.*)."""

from random import Random

from benchmarks.faults.builders import box_at, inner, pick, put_upon
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, Plant, above, unlike
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

KITCHENS = ("facility.restaurant", "facility.canteen")  # figures F-58


def _into(edit: Edit, kitchen: Thing, home: Thing, floor: int) -> None:
    put_upon(kitchen, home)
    kitchen.reshape(box_at(inner(home), 5.0, 5.0))
    kitchen.set("building", home.id)
    kitchen.set("floors", str(floor))
    kitchen.set("lot", None)


def in_a_home(floor: int, flue: str | None) -> Plant:
    """Move a restaurant into a dwelling building."""

    def plant(edit: Edit, rng: Random) -> Breach:
        kitchen, home = pick(edit, rng, *KITCHENS), pick(edit, rng, "building.dwelling")
        _into(edit, kitchen, home, floor)
        kitchen.set("flue", flue)
        return above(f"dwellings over and beside {kitchen.id} in {home.id}", float(home.dwellings), 0.0, kitchen.id)

    return plant


def shops_made_homes(edit: Edit, rng: Random) -> Breach:
    """Make the restaurant's house a dwelling building."""
    kitchen = pick(edit, rng, *KITCHENS)
    house = edit.named(kitchen.value("building"), "building.")
    edit.retype(house, "building.dwelling")
    house.set_dwellings(8)
    return unlike(f"use of the house of {kitchen.id}", house.role, "no dwelling building", kitchen.id)


def new_canteen(edit: Edit, rng: Random) -> Breach:
    """Draw a canteen on the ground floor of a dwelling building."""
    home = pick(edit, rng, "building.dwelling")
    words = (f"building={home.id}", "floors=1", "owner=developer", "phase=1", "usable=18.0")
    canteen = edit.add("facility.canteen", "F-canteen-x", box_at(inner(home), 5.0, 5.0), words)
    return above(f"dwellings over {canteen.id}", float(home.dwellings), 0.0, canteen.id)


def nowhere(edit: Edit, rng: Random) -> Breach:
    """Write a building into the restaurant's label that is not drawn."""
    kitchen = pick(edit, rng, *KITCHENS)
    kitchen.set("building", "B-nowhere")
    drawn = [one.id for one in edit.things("building.") if one.id == "B-nowhere"]
    return unlike(f"building of {kitchen.id}", drawn[0] if drawn else "not drawn", "drawn", kitchen.id)


def homes_over_shops(storeys: int, floors: str, flue: str | None) -> Plant:
    """Build homes upon the shops, right over the restaurant."""

    def plant(edit: Edit, rng: Random) -> Breach:
        kitchen = pick(edit, rng, *KITCHENS)
        house = edit.named(kitchen.value("building"), "building.")
        house.set_storeys(storeys)
        house.set_floor_area(house.polygon.area * storeys)
        house.set_dwellings(12)
        kitchen.set("floors", floors)
        kitchen.set("flue", flue)
        own = {int(floor) for floor in floors.split(",")}
        beside = {level + step for level in own for step in (1, -1)} - own
        filled = {
            int(floor)
            for one in edit.of(house.id, "building", "facility.")
            if one.id != kitchen.id and one.polygon.intersects(kitchen.polygon)
            for floor in one.value("floors").split(",")
        }
        homes = [floor for floor in beside if 1 <= floor <= storeys and floor not in filled]
        return above(f"floors with homes next to {kitchen.id}", float(len(homes)), 0.0, kitchen.id)

    return plant


def flue(said: str | None) -> Plant:
    """A kitchen under homes whose label tells no flue, or another word."""

    def plant(edit: Edit, rng: Random) -> Breach:
        kitchen = pick(edit, rng, *KITCHENS)
        house = edit.named(kitchen.value("building"), "building.")
        house.set_dwellings(6)
        kitchen.set("flue", said)
        return unlike(
            f"flue of {kitchen.id} under {house.dwellings} homes", kitchen.value("flue") or "not said", "yes", kitchen.id
        )

    return plant


FAULTS = (
    *ways_to_break(
        "catering.building",
        ("CATERING-81.a",),
        {
            "a restaurant under flats": in_a_home(1, "yes"),
            "a restaurant on the roof floor of flats": in_a_home(7, "yes"),
            "a restaurant whose house becomes homes": shops_made_homes,
            "a new canteen under flats": new_canteen,
            "a restaurant in no building": nowhere,
        },
    ),
    *ways_to_break(
        "catering.floors",
        ("CATERING-81.c",),
        {
            "homes right over a restaurant": homes_over_shops(6, "1,2", "yes"),
            "a restaurant between homes": homes_over_shops(8, "5", "yes"),
            "a restaurant inside a house of flats": in_a_home(3, "yes"),
        },
    ),
    *ways_to_break(
        "catering.flue",
        ("CATERING-81.b",),
        {
            "a kitchen without flue": flue("no"),
            "a kitchen with a shared flue": flue("shared"),
            "a canteen flue in flats": in_a_home(2, "no"),
        },
    ),
    *ways_to_break("catering.flue", ("CATERING-81.b",), {"a kitchen whose flue is not said": flue(None)}, turns="blocked"),
)
