"""How a dimension is drawn: line, strokes at its ends, lines that lead to it, text; alike in every file format."""

from dataclasses import dataclass
from math import atan2, cos, degrees, radians, sin

from layoutgen.drawings.sheet import Dimension, Points, Text

# In heights of the text (GB/T 50001: strokes of 2–3 mm at 45°, leads that pass the line by 2–3 mm and start 2 mm off).
STROKE = 0.3  # half an end's stroke, along each axis
BEYOND = 0.6
START = 0.6
CHARACTER = 0.56  # width of a figure
LIFT = 0.6  # of the text's middle over its line
UPRIGHT_DEG = 90.5  # a text that leans back farther is turned round


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A dimension as lines and a text."""

    line: Points  # its own
    lines: tuple[Points, ...]  # the others
    text: Text


def picture_of(dimension: Dimension) -> Picture:
    """Lines and text of a dimension.

    Raises
    ------
    ValueError
        If it measures nothing.
    """
    length, height = dimension.length_m, dimension.height_m
    if not length:
        raise ValueError("a dimension between two places that are one")
    (x1, y1), (x2, y2) = dimension.start, dimension.end
    along = (x2 - x1) / length, (y2 - y1) / length
    left = -along[1], along[0]
    first, last = _moved(dimension.start, left, dimension.off_m), _moved(dimension.end, left, dimension.off_m)
    slant = along[0] + left[0], along[1] + left[1]
    strokes = [(_moved(at, slant, -STROKE * height), _moved(at, slant, STROKE * height)) for at in (first, last)]
    side = 1.0 if dimension.off_m >= 0.0 else -1.0
    leads = [
        (_moved(foot, left, side * START * height), _moved(at, left, side * BEYOND * height))
        for foot, at in ((dimension.start, first), (dimension.end, last))
        if abs(dimension.off_m) > START * height
    ]
    on = text_width(dimension) if dimension.is_beyond else 0.0
    return Picture(
        line=(first, _moved(last, along, on)),
        lines=(*strokes, *leads),
        text=_text(dimension, *((last, _moved(last, along, on)) if dimension.is_beyond else (first, last))),
    )


def text_width(dimension: Dimension) -> float:
    """Width of a dimension's text with the air beside it [m]."""
    return (len(dimension.text) + 0.5) * CHARACTER * dimension.height_m


def text_lift(turn_deg: float) -> tuple[float, float]:
    """Step of one over a line that is read at a turn."""
    return -sin(radians(turn_deg)), cos(radians(turn_deg))


def reading_turn(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Turn at which a text along a line is read from below or from the right [deg]."""
    turn = degrees(atan2(end[1] - start[1], end[0] - start[0]))
    if turn > UPRIGHT_DEG:
        return round(turn - 180.0, 2)
    return round(turn + 180.0 if turn <= UPRIGHT_DEG - 180.0 else turn, 2)


def _text(dimension: Dimension, first: tuple[float, float], last: tuple[float, float]) -> Text:
    turn = reading_turn(first, last)
    middle = (first[0] + last[0]) / 2.0, (first[1] + last[1]) / 2.0
    return Text(
        layer=dimension.layer,
        id="",
        point=_moved(middle, text_lift(turn), LIFT * dimension.height_m),
        text=dimension.text,
        height_m=dimension.height_m,
        turn_deg=turn,
    )


def _moved(point: tuple[float, float], step: tuple[float, float], by: float) -> tuple[float, float]:
    return round(point[0] + step[0] * by, 3), round(point[1] + step[1] * by, 3)
