"""Faults of what is owed to all: accessible homes, property rooms, refuge, nearness (homes.*, property.*, refuge.*)."""

from random import Random

from benchmarks.faults.builders import area_together, pick, restack, scale
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, Fault, Plant, above, below, unlike
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

ACCESSIBLE = 2.0  # figures D.14: two of every hundred dwellings
PROPERTY = 0.002  # figures A.5 and F-01: two per mille of all floor area, at least 50 m2
REFUGE_M2 = 1.5  # figures C.2: a distinctive community
RADIUS_M = 1000.0  # figures B.1: guide 2.4


def _accessible(edit: Edit) -> Breach:
    homes = edit.some("building.dwelling")
    asked = sum(home.dwellings for home in homes) * ACCESSIBLE / 100.0
    said = sum(min(float(home.value("accessible") or "0"), home.dwellings) for home in homes)
    return below("accessible dwellings", said, asked)


def accessible(said: str, one_in: int = 1) -> Plant:
    """Write other accessible dwellings on the labels."""

    def plant(edit: Edit, _: Random) -> Breach:
        for number, home in enumerate(edit.some("building.dwelling")):
            home.set("accessible", "1" if one_in > 1 and number % one_in == 0 else said)
        return _accessible(edit)

    return plant


def more_homes(edit: Edit, _: Random) -> Breach:
    """Four times the dwellings, and as many accessible ones as before."""
    for home in edit.some("building.dwelling"):
        home.set_dwellings(home.dwellings * 4)
    return _accessible(edit)


def accessible_not_said(edit: Edit, _: Random) -> Breach:
    """Take the accessible dwellings off every label."""
    homes = edit.some("building.dwelling")
    for home in homes:
        home.set("accessible", None)
    said = {home.value("accessible") for home in homes} - {""}
    return unlike("accessible dwellings", ",".join(sorted(said)) or "not said", "said")


def _office(edit: Edit) -> Breach:
    floors = sum(one.polygon.area * one.storeys for one in edit.things("building."))
    rooms = sum(one.polygon.area * len(one.value("floors").split(",")) for one in edit.things("facility.property_office"))
    rooms += sum(one.polygon.area for one in edit.things("ground.gatehouse"))  # at most so much
    return below("property rooms [m2]", rooms, max(PROPERTY * floors, 50.0))


def no_property_rooms(edit: Edit, _: Random) -> Breach:
    """Take the property rooms away."""
    edit.delete(*edit.some("facility.property_office"))
    return _office(edit)


def small_property_rooms(edit: Edit, _: Random) -> Breach:
    """Halve the property rooms."""
    for one in edit.some("facility.property_office"):
        scale(one, 0.6, 0.6)
    return _office(edit)


def property_rooms_on_one_floor(edit: Edit, _: Random) -> Breach:
    """Keep one of the property rooms, on one floor."""
    first, *rest = edit.some("facility.property_office")
    edit.delete(*rest)
    first.set("floors", first.value("floors").split(",")[0])
    return _office(edit)


def more_floor_area(edit: Edit, _: Random) -> Breach:
    """Three times the storeys for the same property rooms."""
    for home in edit.some("building.dwelling"):
        restack(home, home.storeys * 3)
    return _office(edit)


def _refuges(edit: Edit) -> list[Thing]:
    return [one for one in edit.things("lot.", "ground.") if one.value("refuge") == "yes"]


def _refuge(edit: Edit) -> Breach:
    """Labelled ground, less the stalls and buildings upon it: at most so much."""
    ground = [one.polygon for one in _refuges(edit)]
    taken = [one.polygon for one in edit.things("stall.", "building.")]
    free = area_together(ground) - sum(area_together([g.intersection(t) for g in ground]) for t in taken)
    return below("refuge a person [m2]", free / edit.number("people"), REFUGE_M2)


def refuge_denied(edit: Edit, _: Random) -> Breach:
    """Say of all ground that was set aside that it is no refuge."""
    for one in _refuges(edit):
        one.set("refuge", "no")
    return _refuge(edit)


def refuge_not_said(edit: Edit, _: Random) -> Breach:
    """Say no word of refuge."""
    for one in edit.things("lot.", "ground."):
        one.set("refuge", None)
    return unlike("refuge", str(len(_refuges(edit))), "said of some ground")


def refuge_under_stalls(edit: Edit, _: Random) -> Breach:
    """Put stalls all over the ground that is set aside: a rescue ground under stalls."""
    number = 0
    for one in _refuges(edit):
        x0, y0, x1, y1 = (int(v) for v in one.polygon.bounds)
        for x in range(x0, x1, 3):
            for y in range(y0, y1, 5):
                corners = [(x, y), (x + 2.95, y), (x + 2.95, y + 4.95), (x, y + 4.95)]
                stall = edit.add("stall.car", f"XP-{number}", corners, ("ev=none", "use=visitor"))
                number += 1
                if not one.polygon.intersects(stall.polygon):
                    edit.delete(stall)
    return _refuge(edit)


def refuge_for_more(edit: Edit, _: Random) -> Breach:
    """Six times the people for the same refuge."""
    edit.set_fact("people", str(round(edit.number("people") * 6)))
    return _refuge(edit)


def far_home(away_m: float, count: int) -> Plant:
    """Move homes far off the others."""

    def plant(edit: Edit, rng: Random) -> Breach:
        moved = [pick(edit, rng, "building.dwelling") for _ in range(count)]
        for one in {home.id: home for home in moved}.values():
            edit.move_building(one, away_m, 0.0)
        homes = [home for home in edit.some("building.dwelling") if home.dwellings]
        many = sum(home.dwellings for home in homes)
        x = sum(home.polygon.centroid.x * home.dwellings for home in homes) / many
        y = sum(home.polygon.centroid.y * home.dwellings for home in homes) / many
        off = {home.id: ((home.polygon.centroid.x - x) ** 2 + (home.polygon.centroid.y - y) ** 2) ** 0.5 for home in homes}
        far = max(off, key=lambda name: off[name])
        return above(f"{far} off the middle of the homes [m]", off[far], RADIUS_M, far)

    return plant


def spread_out(edit: Edit, _: Random) -> Breach:
    """Draw every home five times as far from the others."""
    homes = edit.some("building.dwelling")
    middle = edit.site.centroid
    for home in homes:
        at = home.polygon.centroid
        edit.move_building(home, (at.x - middle.x) * 6.0, (at.y - middle.y) * 6.0)
    return far_home(0.0, 1)(edit, Random(0))


def _of_radius(name: str, plant: Plant) -> Fault:
    return Fault(name=name, measure="homes.radius", expects=("CRC-15C.radius",), plant=plant, packs=("fifteen-minute",))


def _of_refuge(name: str, plant: Plant, turns: str = "fail") -> Fault:
    return Fault(
        name=name,
        measure="refuge.per_person",
        expects=("JY.refuge.a",),
        plant=plant,
        drawings=("jiyuan",),
        turns=(turns,),
    )


FAULTS = (
    *ways_to_break(
        "homes.accessible",
        ("ACC-08",),
        {
            "no accessible dwelling": accessible("0"),
            "an accessible dwelling in every fifth building": accessible("0", 5),
            "four times the dwellings, none more accessible": more_homes,
        },
    ),
    *ways_to_break("homes.accessible", ("ACC-08",), {"accessible dwellings not said": accessible_not_said}, turns="blocked"),
    *ways_to_break(
        "property.floor_area",
        ("CRC-16.office", "CRC-B16.office"),
        {
            "no property rooms": no_property_rooms,
            "property rooms of a third": small_property_rooms,
            "one property room, on one floor": property_rooms_on_one_floor,
            "three times the storeys for the property rooms": more_floor_area,
        },
    ),
    _of_refuge("no ground is refuge any more", refuge_denied),
    _of_refuge("refuge under stalls", refuge_under_stalls),
    _of_refuge("six times the people for the refuge", refuge_for_more),
    _of_refuge("refuge not said", refuge_not_said, "blocked"),
    _of_radius("a home 1.4 km away", far_home(1400.0, 1)),
    _of_radius("three homes 2 km away", far_home(2000.0, 3)),
    _of_radius("homes spread over the fields", spread_out),
)
