"""The part of a piece of ground that the sun reaches for the hours its place asks."""

import numpy as np
import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.errors import InputError
from layoutgen.stages.grounds.board import Board
from layoutgen.standards.sun_standard import dwelling_sun
from layoutgen.sunlight.hours import point_minutes
from layoutgen.sunlight.scene import Scene

PITCH_M = 4.0  # of the points that are asked


def sunny_part(board: Board, piece: Polygon) -> BaseGeometry:
    """Squares of the piece whose middles have the sun of the place's dwelling standard."""
    try:
        sun = dwelling_sun(board.standard, board.commission.brief.place)
    except InputError:  # no pack in force asks for sun: all ground is good ground
        return piece
    west, south, east, north = piece.bounds
    grid = np.meshgrid(np.arange(west, east, PITCH_M), np.arange(south, north, PITCH_M))
    points = np.column_stack([axis.ravel() + PITCH_M / 2.0 for axis in grid])
    shapely.prepare(piece)
    points = points[shapely.contains_xy(piece, points)]
    if not len(points):
        return Polygon()
    scene = _scene(board)
    minutes = point_minutes(points, np.zeros(len(points)), scene, sun, board.commission.brief.place.latitude_deg)
    lit = points[minutes >= sun.hours * 60.0]
    half = PITCH_M / 2.0 + 0.01
    cells = shapely.box(lit[:, 0] - half, lit[:, 1] - half, lit[:, 0] + half, lit[:, 1] + half)
    return shapely.intersection(shapely.union_all(cells), piece) if len(lit) else Polygon()


def _scene(board: Board) -> Scene:
    site, buildings = board.commission.site, board.massing.buildings
    shapes = [*(b.footprint for b in buildings), *(c.footprint for c in site.context)]
    heights = [*(b.shading_height_m for b in buildings), *(c.height_m for c in site.context)]
    return Scene.of(shapes, heights)
