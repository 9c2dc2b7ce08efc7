"""How a drawing says that it lies in its sheet (in the survey's coordinates, turned with its north), and how that is undone."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians, sin
from typing import TypeVar

import numpy as np

from layoutgen.drawings.grid_phase import off_the_grid
from layoutgen.drawings.words import parse_number
from layoutgen.inputs.cad.shapes import Matrix, Shape, moved

SURVEY = "survey"
NOT_SHIFTED = (0.0, 0.0)
TURN_MOST_DEG = 360.0
QUARTERS = {0.0: (1.0, 0.0), 90.0: (0.0, 1.0), 180.0: (-1.0, 0.0), 270.0: (0.0, -1.0)}  # cosine and sine without rounding

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetFrame:
    """What stands between a drawing's coordinates and the plan's."""

    origin: tuple[float, float] = (0.0, 0.0)  # by which the coordinates are too large, once north is up [m]
    north_deg: float = 0.0  # where north is, clockwise from the sheet's upward direction

    @property
    def back(self) -> Matrix:
        """Two rows that lead from the sheet to the plan: turned about the sheet's (0, 0), then shifted."""
        cosine, sine = QUARTERS.get(
            self.north_deg % TURN_MOST_DEG, (cos(radians(self.north_deg)), sin(radians(self.north_deg)))
        )
        return np.array([[cosine, -sine, -self.origin[0]], [sine, cosine, -self.origin[1]]])


def read_frame(facts: Iterable[str]) -> SheetFrame:
    """Frame by the facts of a drawing; one that is malformed or said in two ways counts as not said."""
    said: dict[str, set[str]] = {}
    for fact in facts:
        key, _, value = fact.strip().partition("=")
        said.setdefault(key, set()).add(value)
    is_survey = _value(said.get("frame"), parse_survey, "") == SURVEY
    return SheetFrame(
        origin=_value(said.get("origin"), parse_pair, NOT_SHIFTED) if is_survey else NOT_SHIFTED,
        north_deg=_value(said.get("north"), parse_turn, 0.0),
    )


def laid_back(shapes: Sequence[Shape], frame: SheetFrame) -> tuple[Shape, ...]:
    """Shapes of a drawing with north up and near the origin, on the grid where all of them lie beside it by the same."""
    if frame != SheetFrame():
        back = frame.back
        shapes = [moved(shape, back) for shape in shapes]
    east, north = off_the_grid([shape.points for shape in shapes if not shape.is_curved and not shape.text])
    if (east, north) != NOT_SHIFTED:
        onto = np.array([[1.0, 0.0, -east], [0.0, 1.0, -north]])
        shapes = [moved(shape, onto) for shape in shapes]
    return tuple(shapes)


def parse_survey(text: str) -> str:
    """Read the one word that the fact ``frame`` may have.

    Raises
    ------
    ValueError
        If it is another.
    """
    if text != SURVEY:
        raise ValueError(text)
    return text


def parse_turn(text: str) -> float:
    """Read the fact ``north`` [degrees].

    Raises
    ------
    ValueError
        If it is no number, or more than a whole turn.
    """
    degrees = parse_number(text)
    if abs(degrees) > TURN_MOST_DEG:
        raise ValueError(text)
    return degrees


def parse_pair(text: str) -> tuple[float, float]:
    """Read the fact ``origin`` [m].

    Raises
    ------
    ValueError
        If it is not two numbers.
    """
    parts = [parse_number(part) for part in text.split(",")]
    if len(parts) != 2:
        raise ValueError(text)
    return parts[0], parts[1]


def _value(values: set[str] | None, parse: Callable[[str], T], default: T) -> T:
    """The one value that is said, if it can be read."""
    try:
        return parse(*values) if values and len(values) == 1 else default
    except ValueError:
        return default
