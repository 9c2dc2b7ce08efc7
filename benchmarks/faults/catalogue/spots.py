"""Faults of points: lockers and collection points too few, too far, outside the red line, or with too few cells."""

from random import Random

from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.facility_changes import retyped, silent, taken_away
from benchmarks.faults.fault import Breach, Fault, Plant, above, below, unlike

LOCKERS, POINTS, DOOR = "spot.lockers", "spot.waste_point", "spot.door"
GATES = ("spot.vehicle_gate", "spot.pedestrian_gate")
SEVERAL, CELLS_LEAST, CELLS_MOST = 2.0, 1.0, 1.3  # rows 7 and 13; an item a cell
WASTE_M, GATE_M = 70.0, 50.0  # D.6; B07.gate, our number
COUNTED = {LOCKERS: ("CRC-07.lockers.groups", "CRC-07.lockers"), POINTS: ("CRC-13.points.several", "CRC-13.points")}
OUTSIDE_M = 2000.0


# number
def _inside(edit: Edit, role: str) -> float:
    return float(sum(edit.site.covers(one.place) for one in edit.things(role)))


def _all_but_one(role: str) -> Plant:
    def plant(edit: Edit, rng: Random) -> Breach:
        found = edit.some(role)
        kept = rng.choice(found)
        edit.delete(*(one for one in found if one is not kept))
        return below(f"{role} inside the red line", _inside(edit, role), SEVERAL)

    return plant


def _outside(role: str) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        for one in edit.some(role):
            one.move(OUTSIDE_M, 0.0)
        return below(f"{role} inside the red line", _inside(edit, role), SEVERAL)

    return plant


# cells
def _cells(edit: Edit) -> float:
    """Cells of the lockers on the site for an item that people get in a day."""
    cells = sum(float(one.value("cells")) for one in edit.things(LOCKERS) if edit.site.covers(one.place))
    return cells / (edit.number("people") * edit.number("parameter.parcels_per_person_day"))


def _fewer_cells(edit: Edit, _: Random) -> Breach:
    for one in edit.some(LOCKERS):
        one.set("cells", f"{int(float(one.value('cells')) / 1.15)}")
    return below("cells an item", _cells(edit), CELLS_LEAST)


def _more_cells(edit: Edit, _: Random) -> Breach:
    for one in edit.some(LOCKERS):
        one.set("cells", f"{int(float(one.value('cells')) * 1.5)}")
    return above("cells an item", _cells(edit), CELLS_MOST)


def _half_away(edit: Edit, _: Random) -> Breach:
    edit.delete(*edit.some(LOCKERS)[::2])
    return below("cells an item", _cells(edit), CELLS_LEAST)


def _cells_outside(edit: Edit, _: Random) -> Breach:
    """Half the lockers stand beyond the red line, where they are no part of the community."""
    for one in edit.some(LOCKERS)[::2]:
        one.move(OUTSIDE_M, 0.0)
    return below("cells an item", _cells(edit), CELLS_LEAST)


def _three_cells(edit: Edit, rng: Random) -> Breach:
    rng.choice(edit.some(LOCKERS)).set("cells", "3")
    return below("cells an item", _cells(edit), CELLS_LEAST)


def _more_parcels(key: str, factor: float) -> Plant:
    def plant(edit: Edit, _: Random) -> Breach:
        value = edit.number(key) * factor
        edit.set_fact(key, f"{value:.0f}" if key == "people" else f"{value:g}")
        return below("cells an item", _cells(edit), CELLS_LEAST)

    return plant


def _unstated(edit: Edit, _: Random) -> Breach:
    key = "parameter.parcels_per_person_day"
    edit.set_fact(key, None)
    return unlike(key, edit.fact(key) or "not said", "said")


# reach
def _doors(edit: Edit):
    homes = {home.id for home in edit.some("building.dwelling")}
    return [door for door in edit.some(DOOR) if door.value("of") in homes]


def _farthest(edit: Edit, role: str) -> float:
    spots = [one.place for one in edit.things(role)]
    return max(min((door.place.distance(spot) for spot in spots), default=1e4) for door in _doors(edit))


def _points_near_away(edit: Edit, rng: Random) -> Breach:
    """Every collection point within 80 m of one home is taken away."""
    door = rng.choice(_doors(edit))
    near = [one for one in edit.some(POINTS) if one.place.distance(door.place) <= 80.0]
    if len(near) == len(edit.things(POINTS)):
        raise NoPlaceError("no other collection points")
    edit.delete(*near)
    gap = min(one.place.distance(door.place) for one in edit.things(POINTS))
    return above(f"{door.id} from a collection point [m]", gap, WASTE_M, door.id)


def _points_of_a_block(edit: Edit, rng: Random) -> Breach:
    """The collection points of one block are moved into another."""
    blocks = edit.some("block")
    one, other = rng.sample(blocks, 2)
    spot = other.polygon.representative_point()
    for number, point in enumerate(point for point in edit.some(POINTS) if one.polygon.covers(point.place)):
        point.move(round(spot.x + number - point.at[0], 3), round(spot.y - point.at[1], 3))
    return above("farthest home from a collection point [m]", _farthest(edit, POINTS), WASTE_M)


def _far_door(edit: Edit, rng: Random) -> Breach:
    """A building of dwellings is moved off, all its parts with it."""
    home = rng.choice(edit.some("building.dwelling"))
    edit.move_building(home, 0.0, 900.0)
    return above("farthest home from a collection point [m]", _farthest(edit, POINTS), WASTE_M)


# lockers near a gate
def _lockers_gap(edit: Edit) -> Breach:
    gates = [one.place for one in edit.things(*GATES)]
    gaps = [(min((gate.distance(one.place) for gate in gates), default=1e4), one.id) for one in edit.some(LOCKERS)]
    gap, name = max(gaps)
    return above(f"{name} from a gate [m]", gap, GATE_M, name)


def _deep_lockers(edit: Edit, rng: Random) -> Breach:
    """A group of lockers goes to where it is farthest from all gates."""
    one = rng.choice(edit.some(LOCKERS))
    west, south, east, north = edit.site.bounds
    spots = [(west + (east - west) * i / 15, south + (north - south) * j / 15) for i in range(16) for j in range(16)]
    gates = edit.some(*GATES)
    x, y = max(spots, key=lambda at: min((at[0] - g.at[0]) ** 2 + (at[1] - g.at[1]) ** 2 for g in gates))
    one.move(round(x - one.at[0], 3), round(y - one.at[1], 3))
    return _lockers_gap(edit)


def _no_gates(edit: Edit, _: Random) -> Breach:
    edit.delete(*edit.some(*GATES))
    return _lockers_gap(edit)


def _gates_elsewhere(edit: Edit, rng: Random) -> Breach:
    """The gates round one group of lockers are taken away."""
    one = rng.choice(edit.some(LOCKERS))
    edit.delete(*(gate for gate in edit.some(*GATES) if gate.place.distance(one.place) <= GATE_M + 5))
    return _lockers_gap(edit)


ROWS = (  # measure, clauses, name, plant
    *(
        ("spots.count", (COUNTED[role][number],), f"{says_what} {role}", plant)
        for role in COUNTED
        for says_what, number, plant in (
            ("no", 1, taken_away(role)),
            ("only one", 0, _all_but_one(role)),
            ("outside the red line all", 1, _outside(role)),
        )
    ),
    ("spots.count", ("CRC-13.points",), "collection points drawn as lockers", retyped(POINTS, LOCKERS)),
    ("lockers.cells_ratio", ("CRC-07.cells.min",), "a seventh of the cells fewer", _fewer_cells),
    ("lockers.cells_ratio", ("CRC-07.cells.max",), "half as many cells again", _more_cells),
    ("lockers.cells_ratio", ("CRC-07.cells.min",), "every second group of lockers away", _half_away),
    ("lockers.cells_ratio", ("CRC-07.cells.min",), "every second group of lockers off the site", _cells_outside),
    ("lockers.cells_ratio", ("CRC-07.cells.min",), "more people than cells", _more_parcels("people", 1.3)),
    (
        "lockers.cells_ratio",
        ("CRC-07.cells.min",),
        "more parcels than cells",
        _more_parcels("parameter.parcels_per_person_day", 1.3),
    ),
    ("lockers.cells_ratio", ("CRC-07.cells.min",), "one group of three cells", _three_cells),
    ("spots.reach", ("CRC-13.points.reach",), "no collection point within 80 m of a home", _points_near_away),
    ("spots.reach", ("CRC-13.points.reach",), "a block's collection points in another", _points_of_a_block),
    ("spots.reach", ("CRC-13.points.reach",), "a home far from all collection points", _far_door),
    ("spots.reach", ("CRC-13.points.reach",), "homes and no collection point", retyped(POINTS, "spot.lockers")),
    ("spots.near", ("CRC-B07.gate",), "lockers far from all gates", _deep_lockers),
    ("spots.near", ("CRC-B07.gate",), "no gates for the lockers", _no_gates),
    ("spots.near", ("CRC-B07.gate",), "no gate round a group of lockers", _gates_elsewhere),
)
SILENT = (
    (
        "lockers.cells_ratio",
        ("CRC-07.cells.min",),
        "a group of lockers that does not say its cells",
        silent(LOCKERS, "cells", is_all=False),
    ),
    ("lockers.cells_ratio", ("CRC-07.cells.min",), "no parameter of parcels", _unstated),
)
FAULTS = (
    *(Fault(name=name, measure=measure, expects=expects, plant=plant) for measure, expects, name, plant in ROWS),
    *(
        Fault(name=name, measure=measure, expects=expects, plant=plant, turns=("blocked",))
        for measure, expects, name, plant in SILENT
    ),
)
