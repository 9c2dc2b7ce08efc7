"""Where on a drawing there is room for a text: a raster of what stands there already."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, floor, radians, sin

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

# What a cell holds: how much a text dislikes to stand there. Leads and marks let leads pass, but no text.
FREE, FAINT, SOLID, ELSEWHERE = 0, 1, 4, 8
LEAD, MARK, TEXT = 20, 99, 100
EVERYWHERE = 200  # a text on all pages; what is only ``TEXT`` stands on the general plan
CELLS_A_TEXT = 4  # a text is so many cells high
CELLS_MOST = 8e6  # of a drawing

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
        west, south, east, north = bounds
        self.cell = max(text_m / CELLS_A_TEXT, ((east - west) * (north - south) / CELLS_MOST) ** 0.5)
        self.west, self.south = west, south
        shape = ceil((north - south) / self.cell) + 1, ceil((east - west) / self.cell) + 1
        self.cells: NDArray[np.uint8] = np.zeros(shape, dtype=np.uint8)

    def dislike(self, box: Box) -> float:
        """How badly a text would stand there, 0 = in the free; ``TEXT`` where it would cover another or leave the paper."""
        found = self._found(box)
        if found is None:
            return float(TEXT)
        return float(TEXT) if found.max() >= LEAD else float(found.mean())

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
        if box.turn_deg % 90.0:
            self._fill(self._inside(box), what)
            return
        low, high, left, right = self._span(box)
        ground = self.cells[max(low, 0) : max(high, 0), max(left, 0) : max(right, 0)]  # none of it where the box lies outside
        np.maximum(ground, what, out=ground)

    def take_line(self, points: Sequence[Place], what: int = FAINT) -> None:
        """Let the cells along a line be filled."""
        for rows, columns in self._along(points):
            self.cells[rows, columns] = np.maximum(self.cells[rows, columns], what)

    def take_polygon(self, shape: Polygon, what: int = SOLID) -> None:
        """Let the ground of a shape be filled."""
        west, south, east, north = shape.bounds
        x, y = np.meshgrid(np.arange(west, east + self.cell, self.cell), np.arange(south, north + self.cell, self.cell))
        inside = shapely.contains_xy(shape, x.ravel(), y.ravel())
        self._fill(np.stack([x.ravel()[inside], y.ravel()[inside]], axis=1), what)

    def of_other_page(self) -> "Room":
        """The same ground for a page that shows of the texts only those that stand on all pages."""
        other = copy(self)
        is_text = self.cells >= MARK
        other.cells = np.where(is_text & (self.cells < EVERYWHERE), ELSEWHERE, np.minimum(self.cells, TEXT)).astype(np.uint8)
        return other

    def is_crossed(self, points: Sequence[Place]) -> bool:
        """Whether a line runs through a text."""
        return any(self.cells[rows, columns].max(initial=0) >= TEXT for rows, columns in self._along(points))

    def _found(self, box: Box) -> NDArray[np.uint8] | None:
        """Cells under a box; None where it leaves the paper."""
        if box.turn_deg % 90.0:
            rows, columns, is_inside = self._at(self._inside(box))
            return self.cells[rows, columns] if is_inside.all() else None
        low, high, left, right = self._span(box)
        if low < 0 or left < 0 or high > self.cells.shape[0] or right > self.cells.shape[1]:
            return None
        return self.cells[low:high, left:right]

    def _span(self, box: Box) -> tuple[int, int, int, int]:
        """Rows and columns under a box that stands upright or lies on its side."""
        wide, high = (box.height, box.width) if box.turn_deg % 180.0 else (box.width, box.height)
        x, y = box.middle[0] - self.west, box.middle[1] - self.south
        low, left = floor((y - high / 2.0) / self.cell), floor((x - wide / 2.0) / self.cell)
        return low, floor((y + high / 2.0) / self.cell) + 1, left, floor((x + wide / 2.0) / self.cell) + 1

    def _inside(self, box: Box) -> NDArray[np.float64]:
        """Points all over a box, no cell missed."""
        columns, rows = ceil(box.width / self.cell) + 1, ceil(box.height / self.cell) + 1
        across, up = ((np.arange(count) / (count - 1) - 0.5) for count in (columns, rows))
        turn = radians(box.turn_deg)
        x = box.middle[0] + across[None, :] * (box.width * cos(turn)) - up[:, None] * (box.height * sin(turn))
        y = box.middle[1] + across[None, :] * (box.width * sin(turn)) + up[:, None] * (box.height * cos(turn))
        return np.stack([x.ravel(), y.ravel()], axis=1)

    def _at(self, points: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
        columns = np.floor((points[:, 0] - self.west) / self.cell).astype(np.intp)
        rows = np.floor((points[:, 1] - self.south) / self.cell).astype(np.intp)
        is_inside = (columns >= 0) & (rows >= 0) & (rows < self.cells.shape[0]) & (columns < self.cells.shape[1])
        return rows[is_inside], columns[is_inside], is_inside

    def _along(self, points: Sequence[Place]) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
        """Rows and columns of the cells along each side of a line."""
        for a, b in pairwise(np.asarray(points, dtype=np.float64)):
            count = ceil(float(np.hypot(*(b - a))) / self.cell) + 1
            rows, columns, _ = self._at(a + (b - a) * np.linspace(0.0, 1.0, count)[:, None])
            yield rows, columns

    def _fill(self, points: NDArray[np.float64], what: int) -> None:
        rows, columns, _ = self._at(points)
        self.cells[rows, columns] = np.maximum(self.cells[rows, columns], what)
