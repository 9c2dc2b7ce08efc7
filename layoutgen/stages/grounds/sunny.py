"""How much sun reaches a piece of ground: a grid in the direction of the rows, each point lit long enough or not."""

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import affinity
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.errors import InputError
from layoutgen.stages.grounds.board import Board
from layoutgen.standards.sun_standard import dwelling_sun
from layoutgen.sunlight.hours import point_minutes
from layoutgen.sunlight.scene import Scene

PITCH_M = 2.5  # of the points that are asked
PHASES = 4  # of their places in the squares
ORIGIN = (0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LitGrid:
    """Squares over a piece of ground in a frame turned by ``azimuth_deg``: which lie on it, and which of those are lit."""

    azimuth_deg: float
    x: NDArray[np.float64]  # west edges of the columns, and the last one's east edge [m]
    y: NDArray[np.float64]  # south edges of the rows, and the last one's north edge [m]
    inside: NDArray[np.bool_]  # row, column
    lit: NDArray[np.bool_]

    def sunny_share(self, piece: BaseGeometry) -> float:
        """Share of the piece's squares that are lit; 0 where no square's middle lies on it."""
        middles = np.stack(np.meshgrid((self.x[:-1] + self.x[1:]) / 2.0, (self.y[:-1] + self.y[1:]) / 2.0), axis=-1)
        turned = affinity.rotate(piece, -self.azimuth_deg, origin=ORIGIN)
        on = shapely.contains_xy(turned, middles[..., 0], middles[..., 1])
        return float((self.lit & on).sum() / on.sum()) if on.any() else 0.0

    def sunny(self, piece: BaseGeometry) -> BaseGeometry:
        """The lit part of the piece."""
        rows, columns = np.nonzero(self.lit)
        boxes = shapely.box(self.x[columns] - 0.01, self.y[rows] - 0.01, self.x[columns + 1] + 0.01, self.y[rows + 1] + 0.01)
        turned = affinity.rotate(shapely.union_all(boxes), self.azimuth_deg, origin=ORIGIN)
        return shapely.intersection(turned, piece) if len(boxes) else Polygon()


def lit_grid(board: Board, piece: Polygon, azimuth_deg: float) -> LitGrid:
    """Ask every point of the grid whether the sun reaches it for the hours of the place's dwelling standard."""
    turned = affinity.rotate(piece, -azimuth_deg, origin=ORIGIN)
    west, south, east, north = turned.bounds
    x, y = _edges(west, east), _edges(south, north)
    middles = np.stack(np.meshgrid((x[:-1] + x[1:]) / 2.0, (y[:-1] + y[1:]) / 2.0), axis=-1)
    shapely.prepare(turned)
    inside = shapely.contains_xy(turned, middles[..., 0], middles[..., 1])
    angle = np.radians(azimuth_deg)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    lit = np.zeros_like(inside)
    lit[inside] = _are_lit(board, _staggered(middles)[inside] @ turn.T)
    return LitGrid(azimuth_deg=azimuth_deg, x=x, y=y, inside=inside, lit=lit)


def _staggered(middles: NDArray[np.float64]) -> NDArray[np.float64]:
    """Middles moved about in their squares, so that a strip of sun along the rows is not met by all of a line at once."""
    rows, columns = np.indices(middles.shape[:2])
    steps = (np.stack([rows, columns], axis=-1) % PHASES - (PHASES - 1) / 2.0) / PHASES
    return middles + steps * PITCH_M


def _edges(low: float, high: float) -> NDArray[np.float64]:
    return np.linspace(low, high, max(round((high - low) / PITCH_M), 1) + 1)


def _are_lit(board: Board, points: NDArray[np.float64]) -> NDArray[np.bool_]:
    try:
        sun = dwelling_sun(board.standard, board.commission.brief.place)
    except InputError:  # no pack in force asks for sun: all ground is good ground
        return np.ones(len(points), dtype=bool)
    if not len(points):
        return np.zeros(0, dtype=bool)
    minutes = point_minutes(points, np.zeros(len(points)), _scene(board), sun, board.commission.brief.place.latitude_deg)
    return np.asarray(minutes >= sun.hours * 60.0, dtype=bool)


def _scene(board: Board) -> Scene:
    site, buildings = board.commission.site, board.massing.buildings
    shapes = [*(b.footprint for b in buildings), *(c.footprint for c in site.context)]
    heights = [max(b.shading_height_m, b.planning_height_m, b.fire_height_m) for b in buildings]
    return Scene.of(shapes, [*heights, *(c.height_m for c in site.context)])
