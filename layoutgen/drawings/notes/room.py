"""Where on a drawing there is room for a text: a raster of what stands there already."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, radians, sin

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

FREE, FAINT, SOLID, TEXT = 0, 1, 4, 100  # what a cell holds: how much a text dislikes to stand there
CELLS_A_TEXT = 4  # a text is so many cells high

Place = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A turned rectangle by its middle."""

    middle: Place
    width: float
    height: float
    turn_deg: float = 0.0


class Room:
    """The ground of a drawing in small cells; it is filled while texts are placed."""

    def __init__(self, bounds: tuple[float, float, float, float], text_m: float) -> None:
        self.cell = text_m / CELLS_A_TEXT
        west, south, east, north = bounds
        self.west, self.south = west, south
        shape = ceil((north - south) / self.cell) + 1, ceil((east - west) / self.cell) + 1
        self.cells: NDArray[np.uint8] = np.zeros(shape, dtype=np.uint8)

    def dislike(self, box: Box) -> float:
        """How badly a text would stand there, 0 = in the free; ``TEXT`` and more where it would cover another or leave the paper."""
        rows, columns, is_inside = self._at(self._inside(box))
        if not is_inside.all():
            return float(TEXT)
        found = self.cells[rows, columns]
        return float(TEXT) if (found >= TEXT).any() else float(found.mean())

    def best(self, boxes: Sequence[Box]) -> int | None:
        """Return which of the boxes stands best, the earlier of equals; None where all would cover a text."""
        found: int | None = None
        least = float(TEXT)
        for number, box in enumerate(boxes):
            dislike = self.dislike(box)
            if dislike < least:
                found, least = number, dislike
            if not dislike:
                break
        return found

    def take(self, box: Box, what: int = TEXT) -> None:
        """Let a box be filled."""
        self._fill(self._inside(box), what)

    def take_line(self, points: Sequence[Place], what: int = FAINT) -> None:
        """Let the cells along a line be filled."""
        corners = np.asarray(points, dtype=np.float64)
        for a, b in pairwise(corners):
            count = ceil(float(np.hypot(*(b - a))) / self.cell) + 1
            self._fill(a + (b - a) * np.linspace(0.0, 1.0, count)[:, None], what)

    def take_polygon(self, shape: Polygon, what: int = SOLID) -> None:
        """Let the ground of a shape be filled."""
        west, south, east, north = shape.bounds
        x, y = np.meshgrid(np.arange(west, east + self.cell, self.cell), np.arange(south, north + self.cell, self.cell))
        inside = shapely.contains_xy(shape, x.ravel(), y.ravel())
        self._fill(np.stack([x.ravel()[inside], y.ravel()[inside]], axis=1), what)

    def _inside(self, box: Box) -> NDArray[np.float64]:
        """Points all over a box, no cell missed."""
        columns, rows = ceil(box.width / self.cell) + 1, ceil(box.height / self.cell) + 1
        across, up = np.meshgrid(np.linspace(-0.5, 0.5, columns) * box.width, np.linspace(-0.5, 0.5, rows) * box.height)
        turn = radians(box.turn_deg)
        x = box.middle[0] + across * cos(turn) - up * sin(turn)
        y = box.middle[1] + across * sin(turn) + up * cos(turn)
        return np.stack([x.ravel(), y.ravel()], axis=1)

    def _at(self, points: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
        columns = np.floor((points[:, 0] - self.west) / self.cell).astype(np.intp)
        rows = np.floor((points[:, 1] - self.south) / self.cell).astype(np.intp)
        is_inside = (columns >= 0) & (rows >= 0) & (rows < self.cells.shape[0]) & (columns < self.cells.shape[1])
        return rows[is_inside], columns[is_inside], is_inside

    def _fill(self, points: NDArray[np.float64], what: int) -> None:
        rows, columns, _ = self._at(points)
        self.cells[rows, columns] = np.maximum(self.cells[rows, columns], what)
