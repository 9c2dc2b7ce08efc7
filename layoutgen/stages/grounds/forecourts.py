"""Paved ground before the doors in lots: the court of a composed building, a forecourt along a front, an apron for trucks."""

from itertools import pairwise

import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons, without_holes
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.kinds import GroundKind, LotKind
from layoutgen.model.plan import Building, Lot
from layoutgen.stages.grounds.board import Board, areal, as_array, near, without
from layoutgen.stages.grounds.frontage import find_frontages
from layoutgen.stages.grounds.service_courts import court_of

LOTS = (LotKind.SHOPS, LotKind.SERVICE, LotKind.WASTE_STATION, LotKind.UTILITY)
STREET_M = 13.0  # a front no farther than this from the street is paved up to it [m]
ENTERED_M = 0.1  # a door this near to a wall stands in it [m]
THIN_M = 0.6  # half the width of a strip too narrow to pave apart [m]
LEAST_M2 = 4.0


def lay_forecourts(board: Board) -> None:
    """Pave what is left before the doors of the buildings on lots of shops, services, waste and utilities."""
    host = {f.id: f.building for f in board.massing.facilities}
    for lot in board.lots(*LOTS):
        for building in sorted((b for b in board.massing.buildings if b.lot == lot.id), key=lambda b: b.id):
            doors = [d.point for d in board.massing.doors if host.get(d.of, d.of) == building.id]
            court = court_of(building)
            if court is not None:
                _pave(board, lot, court, "court")
            for wall in _walls(building):
                if any(wall.distance(door) < ENTERED_M for door in doors) and (
                    court is None or wall.distance(court) > ENTERED_M
                ):
                    _pave(board, lot, _before(board, lot, building, wall), "forecourt")


def _walls(building: Building) -> list[LineString]:
    ring = shapely.orient_polygons(building.footprint).exterior.coords
    return [LineString(pair) for pair in pairwise(ring)]


def _before(board: Board, lot: Lot, building: Building, wall: LineString) -> Polygon:
    """The strip before a wall: up to the street where that is near, else as deep as a forecourt."""
    depth = board.commission.choices.facilities.forecourt_m
    streets = [front.line for front in find_frontages(board, lot.outline)]
    (ax, ay), (bx, by) = wall.coords
    out = ((by - ay) / wall.length, (ax - bx) / wall.length)

    def strip(deep: float) -> Polygon:
        return Polygon([(ax, ay), (bx, by), (bx + out[0] * deep, by + out[1] * deep), (ax + out[0] * deep, ay + out[1] * deep)])

    ahead = strip(STREET_M)
    return ahead if any(ahead.intersects(street) for street in streets) else strip(depth)


def _pave(board: Board, lot: Lot, place: BaseGeometry, use: str) -> None:
    inside = shapely.intersection(place, lot.outline)
    free = without(without(inside, board.walls()), as_array([*near(board.way_outlines(), inside), *board.laid_outlines()]))
    free = shapely.set_precision(areal(free), GRID_M)  # borders a hair apart break the overlay
    thick = free.buffer(-THIN_M, join_style="mitre").buffer(THIN_M, join_style="mitre")
    left = shapely.intersection(thick, free, grid_size=GRID_M)
    for part in (piece for whole in polygons(left, LEAST_M2) for piece in without_holes(whole)):
        board.add_ground(GroundKind.PAVED, part, lot=lot.id, use=use)
