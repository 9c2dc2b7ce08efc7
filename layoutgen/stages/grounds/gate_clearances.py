"""What vehicle gates keep away from: doors of children and the elderly, bus stops, and crossings with an arterial."""

from itertools import combinations

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from layoutgen.model.kinds import FacilityKind, LotKind, RoadClass
from layoutgen.stages.grounds.board import Board

SLOW = (FacilityKind.KINDERGARTEN, FacilityKind.NURSERY, FacilityKind.ELDERLY_STATION, FacilityKind.DAY_CARE)
MEET_M = 0.5  # two edges of the site whose ends lie this near meet [m]


def is_off_entrances(board: Board, gate: Point) -> bool:
    """Whether a gate is far enough from the kindergarten, from doors of children and the elderly, and from bus stops."""
    choices = board.commission.choices.grounds
    children = [lot.outline for lot in board.lots(LotKind.KINDERGARTEN)]
    stops = board.commission.site.bus_stops
    return (
        all(gate.distance(lot) >= choices.gate_kindergarten_m for lot in children)
        and all(gate.distance(door) >= choices.gate_entrance_m for door in _slow_doors(board))
        and all(gate.distance(stop) >= choices.gate_stop_m for stop in stops)
    )


def is_off_crossings(board: Board, gate: Point) -> bool:
    """Whether a gate is far enough from the places where other roads meet an arterial along the site."""
    away = board.commission.choices.grounds.gate_crossing_m
    return all(gate.distance(place) >= away for place in _crossings(board))


def _slow_doors(board: Board) -> list[Point]:
    slow = {name for f in board.massing.facilities if f.kind in SLOW for name in (f.id, f.building)}
    return [door.point for door in board.massing.doors if door.of in slow]


def _crossings(board: Board) -> list[BaseGeometry]:
    roads = [edge for edge in board.commission.site.edges if edge.road_class is not RoadClass.NONE]
    arterials = [edge for edge in roads if edge.road_class is RoadClass.ARTERIAL]
    corners = [
        shapely.intersection(one.line.boundary.buffer(MEET_M), other.line)
        for one, other in combinations(roads, 2)
        if RoadClass.ARTERIAL in (one.road_class, other.road_class)
    ]
    mouths = [shapely.intersection(e.line, s.outline.buffer(MEET_M)) for e in arterials for s in board.structure.streets]
    return [place for place in (*corners, *mouths) if not place.is_empty]
