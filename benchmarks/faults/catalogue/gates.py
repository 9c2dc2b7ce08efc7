"""Faults of gates: too few, too near to one another, to crossings, stops and children, too narrow."""

from random import Random

from shapely import union_all
from shapely.geometry.base import BaseGeometry

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, below
from benchmarks.faults.placing import gap, shuffled
from benchmarks.faults.roads import MOTOR, centre_of, city_edges, motor_ways, park_on, set_width, take_away, width_of
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

CAR, FOOT = "spot.vehicle_gate", "spot.pedestrian_gate"
APART_M = 15.0  # JGJ 100 4.2.2
FROM_STOP_M, FROM_CHILDREN_M, FROM_CROSSING_M = 15.0, 20.0, 70.0  # GB 50352 4.2.4
WIDE_M = {"two_way": 7.0, "one_way": 4.0}  # JGJ 100 4.2.4
OF_A_BLOCK = 2.0  # GB 50180 6.0.3


def gates_of(edit: Edit, block: Thing, role: str) -> list[Thing]:
    """Gates of a kind on a block's rim."""
    rim = block.polygon.exterior
    return [one for one in edit.things(role) if rim.distance(one.place) < 0.5]


def block_with_gates(edit: Edit, rng: Random, role: str, least: int) -> tuple[Thing, list[Thing]]:
    """A block with homes and so many gates."""
    for block in shuffled(rng, edit.some("block")):
        gates = gates_of(edit, block, role)
        if len(gates) >= least and edit.of(block.id, "block", "building.dwelling"):
            return block, gates
    raise NoPlaceError("no block with so many gates")


# apart from one another
def second_gate_moved(edit: Edit, rng: Random) -> Breach:
    block, gates = block_with_gates(edit, rng, CAR, 2)
    one, other = gates[:2]
    rim = block.polygon.exterior
    other.reshape([rim.interpolate((rim.project(one.place) + 9.0) % rim.length).coords[0]])
    return below("between two vehicle gates", gap(one, other), APART_M, one.id)


def gate_added(edit: Edit, rng: Random) -> Breach:
    block, gates = block_with_gates(edit, rng, CAR, 1)
    rim = block.polygon.exterior
    spot = rim.interpolate((rim.project(gates[0].place) + 12.0) % rim.length)
    added = edit.add(CAR, "E-x", [spot.coords[0]], [f"of={block.id}"])
    return below("between two vehicle gates", gap(gates[0], added), APART_M, gates[0].id)


def gate_doubled(edit: Edit, rng: Random) -> Breach:
    """A gate copied a lane's width along, as an entrance and an exit of their own."""
    block, gates = block_with_gates(edit, rng, CAR, 1)
    rim = block.polygon.exterior
    spot = rim.interpolate((rim.project(gates[0].place) - 4.0) % rim.length)
    copied = edit.copy(gates[0], "E-x", spot.x - gates[0].at[0], spot.y - gates[0].at[1])
    return below("between an entrance and an exit", gap(gates[0], copied), APART_M, gates[0].id)


# away from other places
def stop_at_a_gate(edit: Edit, rng: Random) -> Breach:
    gate, stop = pick(edit, rng, CAR), pick(edit, rng, "spot.bus_stop")
    stop.reshape([(gate.at[0] + 8.0, gate.at[1] - 6.0)])
    return below("from a vehicle gate to a bus stop", gap(gate, stop), FROM_STOP_M, gate.id)


def gate_at_a_stop(edit: Edit, rng: Random) -> Breach:
    gate, stop = pick(edit, rng, CAR), pick(edit, rng, "spot.bus_stop")
    gate.reshape([(stop.at[0] + 12.0, stop.at[1])])
    return below("from a vehicle gate to a bus stop", gap(gate, stop), FROM_STOP_M, gate.id)


def stop_added(edit: Edit, rng: Random) -> Breach:
    gate = pick(edit, rng, CAR)
    stop = edit.add("spot.bus_stop", "S-bus-x", [(gate.at[0] - 10.0, gate.at[1] + 8.0)])
    return below("from a vehicle gate to a bus stop", gap(gate, stop), FROM_STOP_M, gate.id)


def kindergarten_door_at_a_gate(edit: Edit, rng: Random) -> Breach:
    gate = pick(edit, rng, CAR)
    lots = [one.id for one in edit.things("lot.kindergarten", "lot.garden")]
    entrance = pick(edit, rng, FOOT, where=lambda one: one.value("of") in lots)
    entrance.reshape([(gate.at[0] + 10.0, gate.at[1] + 10.0)])
    return below("from a vehicle gate to an entrance of children", gap(gate, entrance), FROM_CHILDREN_M, gate.id)


def gate_at_the_kindergarten(edit: Edit, rng: Random) -> Breach:
    kindergarten = edit.some("facility.kindergarten")[0]
    doors = [one for one in edit.things("spot.door") if one.value("of") in (kindergarten.id, kindergarten.value("building"))]
    if not doors:
        raise NoPlaceError("a kindergarten without a door")
    gate = pick(edit, rng, CAR)
    gate.reshape([(doors[0].at[0], doors[0].at[1] + 15.0)])
    return below("from a vehicle gate to the kindergarten's door", gap(gate, doors[0]), FROM_CHILDREN_M, gate.id)


def crossing_at_a_gate(edit: Edit, rng: Random) -> Breach:
    """A road along the site that is an arterial after all: a gate lies near to where it meets a street."""
    streets = edit.things("way.street")
    for edge in shuffled(rng, city_edges(edit)):
        for street in streets:
            mouth = edge.line.intersection(street.polygon.buffer(0.4))
            near_by = [one for one in edit.things(CAR) if not mouth.is_empty and mouth.distance(one.place) < FROM_CROSSING_M]
            if near_by:
                edge.set("road", "arterial")
                return below(
                    "from a vehicle gate to an arterial's crossing",
                    mouth.distance(near_by[0].place),
                    FROM_CROSSING_M,
                    near_by[0].id,
                )
    raise NoPlaceError("no gate near to where a street meets a road along the site")


# how many
def _open(edit: Edit, block: Thing) -> Breach:
    """Gates at a road of the city through which a road of the block is drawn."""
    roads = _roads(edit)
    lines = [centre_of(edit, one).line for one in motor_ways(edit) if one.role != "way.street"]
    gates = [one for one in gates_of(edit, block, CAR) if roads.distance(one.place) < 0.5]
    found = [one for one in gates if any(line.distance(one.place) < 1.0 for line in lines)]
    return below("vehicle gates of a block to the city", float(len(found)), OF_A_BLOCK, block.id)


def _roads(edit: Edit) -> BaseGeometry:
    return union_all([*(one.line for one in city_edges(edit)), *(one.polygon for one in edit.things("way.street"))])


def gate_dropped(edit: Edit, rng: Random) -> Breach:
    block, gates = block_with_gates(edit, rng, CAR, 2)
    edit.delete(*gates[1:])
    return _open(edit, block)


def gate_without_a_road(edit: Edit, rng: Random) -> Breach:
    block, gates = block_with_gates(edit, rng, CAR, 2)
    for gate in gates[1:]:
        ways = [one for one in edit.things("way.main", "way.access") if centre_of(edit, one).line.distance(gate.place) < 1.0]
        take_away(edit, ways)
    return _open(edit, block)


def gate_moved_inside(edit: Edit, rng: Random) -> Breach:
    block, gates = block_with_gates(edit, rng, CAR, 2)
    middle = block.polygon.centroid
    for gate in gates[1:]:
        dx, dy = middle.x - gate.at[0], middle.y - gate.at[1]
        run = (dx * dx + dy * dy) ** 0.5
        gate.move(dx / run * 4.0, dy / run * 4.0)
    return _open(edit, block)


# width
def _through(edit: Edit, rng: Random) -> tuple[Thing, list[Thing], float]:
    """A gate, the roads through it, and the width asked."""
    for gate in shuffled(rng, edit.some(CAR)):
        ways = [
            one
            for one in edit.things(*(f"way.{kind}" for kind in MOTOR if kind != "street"))
            if centre_of(edit, one).line.distance(gate.place) < 1.0
        ]
        if ways:
            return gate, ways, WIDE_M[gate.value("flow") or "two_way"]
    raise NoPlaceError("no gate with a road through it")


def gate_road_narrow(edit: Edit, rng: Random) -> Breach:
    gate, ways, limit = _through(edit, rng)
    for way in ways:
        set_width(edit, way, limit - 1.0)
    return below("width of the road through a gate", max(width_of(edit, way) for way in ways), limit, gate.id)


def gate_parked(edit: Edit, rng: Random) -> Breach:
    gate, ways, limit = _through(edit, rng)
    left = [width_of(edit, way) - 2.5 for way in ways]
    for way in ways:
        line = centre_of(edit, way).line
        park_on(edit, way, line.project(gate.place) / line.length)
    return below("what a car in the gate leaves of its road", max(left), limit, gate.id)


def gate_road_dropped(edit: Edit, rng: Random) -> Breach:
    gate, ways, _ = _through(edit, rng)
    take_away(edit, ways)
    lines = [centre_of(edit, one).line for one in motor_ways(edit) if one.role != "way.street"]
    return below("roads through a gate", float(sum(line.distance(gate.place) < 1.0 for line in lines)), 1.0, gate.id)


def one_way_gate_called_two_way(edit: Edit, rng: Random) -> Breach:
    gate, ways, _ = _through(edit, rng)
    for way in ways:
        set_width(edit, way, 4.5)
    gate.set("flow", None)
    return below(
        "width of the road through a gate both ways", max(width_of(edit, way) for way in ways), WIDE_M["two_way"], gate.id
    )


FAULTS = (
    *ways_to_break(
        "gates.apart",
        ("ROAD-14.apart",),
        {
            "a block's second gate moved 9 m beside the first": second_gate_moved,
            "a gate more, 12 m beside another": gate_added,
            "a gate copied as entrance and exit": gate_doubled,
        },
    ),
    *ways_to_break(
        "gates.away",
        ("ROAD-12.c",),
        {
            "a bus stop moved to 10 m from a vehicle gate": stop_at_a_gate,
            "a vehicle gate moved to 12 m from a bus stop": gate_at_a_stop,
            "a bus stop more, 13 m from a vehicle gate": stop_added,
        },
    ),
    *ways_to_break(
        "gates.away",
        ("ROAD-12.d",),
        {
            "an entrance of children moved to 14 m from a vehicle gate": kindergarten_door_at_a_gate,
            "a vehicle gate moved to 15 m from the kindergarten's door": gate_at_the_kindergarten,
        },
    ),
    *ways_to_break("gates.away", ("ROAD-12.a",), {"a road beside a gate that is an arterial": crossing_at_a_gate}),
    *ways_to_break(
        "gates.per_block",
        ("ROAD-05.gates",),
        {
            "a block's second vehicle gate dropped": gate_dropped,
            "a vehicle gate through which no road is drawn": gate_without_a_road,
            "a vehicle gate drawn 4 m inside its block": gate_moved_inside,
        },
    ),
    *ways_to_break(
        "gates.width",
        ("ROAD-14.width", "ROAD-16.width"),
        {
            "the road through a gate a metre too narrow": gate_road_narrow,
            "a car parked in a gate": gate_parked,
            "the road through a gate dropped": gate_road_dropped,
            "a gate of one lane, both ways": one_way_gate_called_two_way,
        },
    ),
)
