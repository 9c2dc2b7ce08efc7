"""Faults of waste points: in or near play grounds and entrances."""

from random import Random

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, below
from benchmarks.faults.placing import gap, nearest
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

WASTE = "spot.waste_point"
APART_M = 10.0  # waste points from where people gather, our own figure for the guide's
CROWDS = ("ground.play_ground", "ground.activity_ground", "spot.vehicle_gate", "spot.pedestrian_gate")


def _waste(edit: Edit, point: Thing) -> Breach:
    crowd = nearest(point, edit.things(*CROWDS))
    return below(f"from {point.id} to {crowd.id}", gap(point, crowd), APART_M, point.id)


def waste_in_a_play_ground(edit: Edit, rng: Random) -> Breach:
    point, ground = pick(edit, rng, WASTE), pick(edit, rng, "ground.play_ground", "ground.activity_ground")
    spot = ground.polygon.representative_point()
    point.reshape([(spot.x, spot.y)])
    return below("from a waste point to a play ground", gap(point, ground), 0.01, point.id)


def waste_at_a_gate(edit: Edit, rng: Random) -> Breach:
    point, gate = pick(edit, rng, WASTE), pick(edit, rng, "spot.vehicle_gate", "spot.pedestrian_gate")
    point.reshape([gate.at])
    return below("from a waste point to a gate", gap(point, gate), 0.01, point.id)


def play_ground_over_waste(edit: Edit, rng: Random) -> Breach:
    point, ground = pick(edit, rng, WASTE), pick(edit, rng, "ground.play_ground")
    spot = ground.polygon.representative_point()
    ground.move(point.at[0] - spot.x, point.at[1] - spot.y)
    return below("from a waste point to a play ground", gap(point, ground), 0.01, point.id)


def waste_near_a_gate(edit: Edit, rng: Random) -> Breach:
    point, gate = pick(edit, rng, WASTE), pick(edit, rng, "spot.vehicle_gate", "spot.pedestrian_gate")
    point.reshape([(gate.at[0] + 4.0, gate.at[1] + 5.0)])
    return _waste(edit, point)


def waste_beside_a_play_ground(edit: Edit, rng: Random) -> Breach:
    point, ground = pick(edit, rng, WASTE), pick(edit, rng, "ground.play_ground")
    x, y = max(ground.points)
    point.reshape([(x + 5.0, y)])
    return _waste(edit, point)


def gate_beside_waste(edit: Edit, rng: Random) -> Breach:
    point = pick(edit, rng, WASTE)
    edit.add("spot.pedestrian_gate", "E-x", [(point.at[0] + 6.0, point.at[1])], [f"of={point.value('of')}"])
    return _waste(edit, point)


FAULTS = (
    *ways_to_break(
        "waste.apart",
        ("CRC-B13.away",),
        {
            "a waste point in a play ground": waste_in_a_play_ground,
            "a waste point in a gate": waste_at_a_gate,
            "a play ground moved over a waste point": play_ground_over_waste,
        },
    ),
    *ways_to_break(
        "waste.away",
        ("CRC-B13.away.far",),
        {
            "a waste point 6.4 m from a gate": waste_near_a_gate,
            "a waste point 5 m beside a play ground": waste_beside_a_play_ground,
            "a gate 6 m beside a waste point": gate_beside_waste,
        },
    ),
)
