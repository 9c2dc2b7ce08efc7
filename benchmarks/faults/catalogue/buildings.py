"""Faults of buildings by themselves and at the red line (building.*, buildings.*)."""

from random import Random

from shapely.affinity import translate

from benchmarks.faults.builders import approach, pick, restack, union
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Plant, above, below, unlike
from benchmarks.faults.thing import At, Thing
from benchmarks.faults.ways import ways_to_break

BAND_M = 3.0  # figures F-36: plinth and parapet, 1.5 m each, lie between fire and planning height


STOREY_M = (3.0, 3.6)  # GB 55038 4.1.2; ours


SETBACK_M = {"low": 5.0, "middle": 8.0, "high": 10.0}  # figures D.17: up to 24 m, 24-50 m, above 50 m


def heights(planning: float, fire: float, shading: float) -> Plant:
    """Write heights that do not agree, each as so much more than it was."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = pick(edit, rng, "building.")
        was = one.heights
        one.set_heights(was[0] + planning, was[1] + fire, was[2] + shading)
        p, f, s = one.heights
        if s < p:
            return below("shading less planning height [m]", s - p, 0.0, one.id)
        return above("planning less fire height [m]", p - f, BAND_M, one.id) if p > f else below("[m]", p - f, 0.0, one.id)

    return plant


def lifts(said: str, least_storeys: int, most_storeys: int, asked: float) -> Plant:
    """Write another number of lifts on a building of so many storeys."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = pick(edit, rng, "building.dwelling", where=lambda home: least_storeys <= home.storeys <= most_storeys)
        one.set("lifts", said)
        return below(f"lifts in each unit of {one.id}", float(one.value("lifts")), asked, one.id)

    return plant


def raised_with_one_lift(edit: Edit, rng: Random) -> Breach:
    """Raise a building with one lift a unit to twelve storeys."""
    one = pick(edit, rng, "building.dwelling", where=lambda home: home.storeys < 12 and home.value("lifts") == "1")
    restack(one, 12)
    return below(f"lifts in each unit of {one.id}", float(one.value("lifts")), 2.0, one.id)


def lifts_not_said(edit: Edit, rng: Random) -> Breach:
    """Take the lifts off a label."""
    one = pick(edit, rng, "building.dwelling", where=lambda home: home.storeys >= 4)
    one.set("lifts", None)
    return unlike(f"lifts of {one.id}", one.value("lifts") or "not said", "said", one.id)


def storey_height(storeys: int, factor: float) -> Plant:
    """Write more storeys, or another height, so that they do not agree."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = pick(edit, rng, "building.dwelling")
        one.set_storeys(one.storeys + storeys)
        one.set_floor_area(one.polygon.area * one.storeys)
        fire = one.heights[1] * factor
        one.set_heights(fire + 1.5, fire, fire + 1.8)
        height = one.heights[1] / one.storeys
        says = f"storey of {one.id} [m]"
        return below(says, height, STOREY_M[0], one.id) if height < STOREY_M[0] else above(says, height, STOREY_M[1], one.id)

    return plant


def _city(edit: Edit) -> object:
    """Red lines of the city's roads: edges along one, and streets."""
    edges = [one.line for one in edit.things("edge") if one.value("road") not in ("none", "")]
    return union([*edges, *(one.polygon for one in edit.things("way.street"))])


def _neighbours(edit: Edit) -> object:
    edges = [one.line for one in edit.things("edge") if one.value("road") == "none"]
    if not edges:
        raise NoPlaceError("the site has no neighbour")
    return union(edges)


def _class(one: Thing) -> str:
    height = one.heights[0]
    return "low" if height <= 24.0 else "middle" if height <= 50.0 else "high"


def _free_to_move(edit: Edit, rng: Random, name: str, line: object, gap_m: float) -> tuple[Thing, At]:
    """A building of a class of heights that comes upon no other where it is moved up to a line, and its way.

    Raises
    ------
    NoPlaceError
        If there is none.
    """
    buildings = edit.some("building.")
    rng.shuffle(buildings)
    for one in [building for building in buildings if _class(building) == name and building.polygon.distance(line) > gap_m]:
        dx, dy = approach(one.polygon, line, gap_m)
        there = translate(one.polygon, dx, dy)
        if not any(other.polygon.intersects(there) for other in buildings if other.id != one.id):
            return one, (dx, dy)
    raise NoPlaceError(f"no {name} building that could be moved up to the line")


def setback(name: str, gap_m: float) -> Plant:
    """Move a building of a class of heights up to a red line."""

    def plant(edit: Edit, rng: Random) -> Breach:
        line = _city(edit)
        one, shift = _free_to_move(edit, rng, name, line, gap_m)
        edit.move_building(one, *shift)
        return below(f"{one.id} off the red line [m]", one.polygon.distance(line), SETBACK_M[name], one.id)

    return plant


def raised_at_the_road(edit: Edit, rng: Random) -> Breach:
    """Raise the building nearest to a red line above 50 m."""
    line = _city(edit)
    one = min(edit.some("building."), key=lambda building: building.polygon.distance(line))
    restack(one, 18)
    return below(f"{one.id} off the red line [m]", one.polygon.distance(line), SETBACK_M["high"], one.id)


def beside_the_neighbour(edit: Edit, rng: Random) -> Breach:
    """Move a home up to the neighbour's land."""
    line = _neighbours(edit)
    one = pick(edit, rng, "building.dwelling")
    edit.move_building(one, *approach(one.polygon, line, 3.0))
    return below(f"{one.id} off the neighbour's land [m]", one.polygon.distance(line), 6.0, one.id)


FAULTS = (
    *ways_to_break(
        "building.height_gap",
        ("HEIGHTS-planning",),
        {
            "a planning height below the fire height": heights(-3.0, 0.0, 0.0),
            "a planning height far above the fire height": heights(4.0, 0.0, 4.0),
        },
    ),
    *ways_to_break("building.height_gap", ("HEIGHTS-shading",), {"a shadow lower than the parapet": heights(0.0, 0.0, -2.0)}),
    *ways_to_break("building.lifts", ("GB55038-4.2.4.a",), {"no lift to the fourth floor and above": lifts("0", 4, 26, 1.0)}),
    *ways_to_break(
        "building.lifts",
        ("GB55038-4.2.4.b",),
        {
            "one lift to the twelfth floor and above": lifts("1", 12, 26, 2.0),
            "one lift, then twelve storeys": raised_with_one_lift,
        },
    ),
    *ways_to_break("building.lifts", ("GB55038-4.2.4.a",), {"lifts not said": lifts_not_said}, turns="blocked"),
    *ways_to_break(
        "building.storey_height",
        ("GB55038-4.1.2",),
        {"a storey more in the same height": storey_height(1, 1.0), "storeys of 2.80 m": storey_height(0, 2.8 / 3.0)},
    ),
    *ways_to_break("building.storey_height", ("HEIGHTS-storey",), {"storeys of 4.20 m": storey_height(0, 1.4)}),
    *ways_to_break("buildings.setback", ("GB180-D17.setback.low",), {"a low building at the red line": setback("low", 2.0)}),
    *ways_to_break("buildings.setback", ("GB180-D17.setback.middle",), {"a home at the red line": setback("middle", 4.0)}),
    *ways_to_break("buildings.setback", ("GB180-D17.setback.high",), {"a tower at the red line": raised_at_the_road}),
    *ways_to_break(
        "buildings.setback",
        ("GB180-D17.side.low", "GB180-D17.side.high"),
        {"a home beside the neighbour's land": beside_the_neighbour},
    ),
)
