"""Facilities 配套设施 on the plan: a number in a circle on each, or beside it with a lead; a key tells the names."""

from collections.abc import Iterator
from math import cos, hypot, pi, sin

import numpy as np
import shapely
from shapely.geometry import Polygon

from layoutgen.drawings.facility_numbers import numbered
from layoutgen.drawings.notes.callouts import CalloutPen
from layoutgen.drawings.notes.room import LEAD, TEXT, Box
from layoutgen.drawings.sheet import Line, Text
from layoutgen.model.plan import Plan

RADIUS = 0.66  # of a circle, in heights of a note
FIGURE = 0.8  # height of the number, likewise
AIR = 1.1  # ground of a circle, in its radii
RINGS, TURNS = 6, 16  # places tried round a facility
STEP = 1.5  # between rings, in radii

Place = tuple[float, float]


def facility_marks(plan: Plan, pen: CalloutPen) -> tuple[list[Line], list[Text]]:
    """A numbered circle for every facility for which there is room."""
    lines: list[Line] = []
    texts: list[Text] = []
    radius = RADIUS * pen.text_m
    for number, facility in numbered(plan):
        home = facility.outline.representative_point()
        foot = float(home.x), float(home.y)
        middle = _inside(facility.outline, radius, pen) or _beside(foot, radius, pen)
        if middle is None:
            continue
        pen.room.take(_ground(middle, radius), pen.ink)
        lines.append(_circle(middle, radius, pen.layer))
        if not facility.outline.covers(shapely.Point(middle)):
            lead = foot, _towards(middle, foot, radius)
            pen.room.take_line(lead, LEAD)
            lines.append(Line(layer=pen.layer, id="", points=tuple(_rounded(place) for place in lead)))
        texts.append(
            Text(layer=pen.layer, id="", point=_rounded(middle), text=str(number), height_m=round(FIGURE * pen.text_m, 3))
        )
    return lines, texts


def _inside(outline: Polygon, radius: float, pen: CalloutPen) -> Place | None:
    """Free place nearest the middle of an outline on which a circle fits."""
    inner = shapely.buffer(outline, -0.9 * radius)
    if inner.is_empty:
        return None
    west, south, east, north = inner.bounds
    x, y = np.meshgrid(np.arange(west, east + radius, radius), np.arange(south, north + radius, radius))
    is_inside = shapely.contains_xy(inner, x.ravel(), y.ravel())
    middle = inner.centroid
    places = [(middle.x, middle.y)] if inner.contains(middle) else []
    places += sorted(
        zip(x.ravel()[is_inside].tolist(), y.ravel()[is_inside].tolist(), strict=True),
        key=lambda at: (round(hypot(at[0] - middle.x, at[1] - middle.y), 3), at),
    )
    return next((place for place in places if pen.room.dislike(_ground(place, radius)) < LEAD), None)


def _beside(foot: Place, radius: float, pen: CalloutPen) -> Place | None:
    """Best place round a facility that a lead reaches without crossing a text."""
    found: Place | None = None
    least = float(TEXT)
    for place in _round(foot, radius):
        dislike = pen.room.dislike(_ground(place, radius))
        if dislike < least and not pen.room.is_crossed((foot, place)):
            found, least = place, dislike
    return found


def _round(foot: Place, radius: float) -> Iterator[Place]:
    for ring in range(RINGS):
        reach = radius * (2.0 + STEP * ring)
        for turn in range(TURNS):
            angle = 2.0 * pi * turn / TURNS
            yield foot[0] + reach * cos(angle), foot[1] + reach * sin(angle)


def _ground(middle: Place, radius: float) -> Box:
    return Box(middle=middle, width=2.0 * AIR * radius, height=2.0 * AIR * radius)


def _circle(middle: Place, radius: float, layer: str) -> Line:
    """Two half turns."""
    x, y = _rounded(middle)
    points = ((round(x - radius, 3), y), (round(x + radius, 3), y), (round(x - radius, 3), y))
    return Line(layer=layer, id="", points=points, bulges=(1.0, 1.0, 0.0))


def _towards(middle: Place, foot: Place, radius: float) -> Place:
    way = hypot(foot[0] - middle[0], foot[1] - middle[1]) or 1.0
    return middle[0] + (foot[0] - middle[0]) / way * radius, middle[1] + (foot[1] - middle[1]) / way * radius


def _rounded(place: Place) -> Place:
    return round(place[0], 3), round(place[1], 3)
