"""Faults of entrances for people: a block's streets too long without one."""

from itertools import pairwise
from random import Random

from shapely import union_all
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from benchmarks.faults.catalogue.gates import FOOT, block_with_gates, gates_of
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, above
from benchmarks.faults.roads import city_edges
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

FOOT_M = 200.0  # GB 50180 6.0.2


def _roads(edit: Edit) -> BaseGeometry:
    return union_all([*(one.line for one in city_edges(edit)), *(one.polygon for one in edit.things("way.street"))])


def _longest_run(edit: Edit, block: Thing) -> float:
    """Longest way round a block along roads of the city without an entrance for people, by steps of a metre."""
    rim, roads = block.polygon.exterior, _roads(edit).buffer(0.02)
    gates = sorted(rim.project(one.place) for one in gates_of(edit, block, FOOT))
    if not gates:
        return float(rim.intersection(roads).length)
    ends = [*gates, gates[0] + rim.length]
    runs = []
    for start, end in pairwise(ends):
        parts = [
            substring(rim, start, min(end, rim.length)),
            *([substring(rim, 0.0, end - rim.length)] if end > rim.length else []),
        ]
        runs.append(sum(LineString(part.coords).intersection(roads).length for part in parts if part.length > 0.0))
    return float(max(runs))


def _foot(edit: Edit, block: Thing) -> Breach:
    return above("along a block's streets without an entrance for people", _longest_run(edit, block), FOOT_M, block.id)


def foot_gates_dropped(edit: Edit, rng: Random) -> Breach:
    block, gates = block_with_gates(edit, rng, FOOT, 1)
    edit.delete(*gates)
    return _foot(edit, block)


def foot_gates_but_one(edit: Edit, rng: Random) -> Breach:
    block, gates = block_with_gates(edit, rng, FOOT, 2)
    edit.delete(*gates[1:])
    return _foot(edit, block)


def foot_gates_together(edit: Edit, rng: Random) -> Breach:
    block, gates = block_with_gates(edit, rng, FOOT, 2)
    rim = block.polygon.exterior
    at = rim.project(Point(gates[0].at))
    for number, gate in enumerate(gates[1:], start=1):
        gate.reshape([rim.interpolate((at + 3.0 * number) % rim.length).coords[0]])
    return _foot(edit, block)


FAULTS = (
    *ways_to_break(
        "gates.walk_spacing",
        ("ROAD-07",),
        {
            "a block's entrances for people dropped": foot_gates_dropped,
            "a block's entrances for people dropped but one": foot_gates_but_one,
            "a block's entrances for people side by side": foot_gates_together,
        },
    ),
)
