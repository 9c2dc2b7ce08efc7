"""Facilities 配套设施 on the plan: a number in a circle on each, or beside its building where it has no room."""

from collections.abc import Iterator, Mapping, Sequence
from math import hypot

import numpy as np
import shapely
from shapely.geometry import Polygon

from layoutgen.drawings.facility_numbers import numbered, runs_of
from layoutgen.drawings.notes.callouts import CalloutPen
from layoutgen.drawings.notes.room import LEAD, Box
from layoutgen.drawings.sheet import Line, Text
from layoutgen.model.plan import Plan

RADIUS = 0.66  # of a circle, in heights of a note
FIGURE = 0.8  # height of the number, likewise
AIR = 1.1  # ground of a circle, in its radii
A_LINE = 4  # numbers, or runs of them, in a line beside a building

Place = tuple[float, float]


def facility_marks(plan: Plan, pen: CalloutPen) -> tuple[list[Line], list[Text]]:
    """Numbers of all facilities for which there is room; a key tells what they are."""
    lines: list[Line] = []
    texts: list[Text] = []
    left: dict[str, list[int]] = {}
    radius = RADIUS * pen.text_m
    for number, facility in numbered(plan):
        middle = _inside(facility.outline, radius, pen)
        if middle is None:
            left.setdefault(facility.building, []).append(number)
            continue
        pen.room.take(_ground(middle, radius), pen.ink)
        lines.append(_circle(middle, radius, pen.layer))
        height = round(FIGURE * pen.text_m, 3)
        texts.append(Text(layer=pen.layer, id="", point=_rounded(middle), text=str(number), height_m=height))
    outlines = {building.id: building.footprint for building in plan.buildings}
    for more, words in _beside(left, outlines, pen):
        lines += more
        texts += words
    return lines, texts


def _beside(
    left: Mapping[str, Sequence[int]], outlines: Mapping[str, Polygon], pen: CalloutPen
) -> Iterator[tuple[list[Line], list[Text]]]:
    """One callout a building, at the corner that has room for it."""
    for building, numbers in left.items():
        outline = outlines.get(building)
        if outline is None:
            continue
        told, middle = runs_of(numbers), outline.centroid
        words = ["、".join(told[start : start + A_LINE]) for start in range(0, len(told), A_LINE)]
        for x, y in outline.exterior.coords[:-1]:
            found = pen.call((x, y), words, (x - middle.x, y - middle.y))
            if found[1]:
                yield found
                break


def _inside(outline: Polygon, radius: float, pen: CalloutPen) -> Place | None:
    """Free place nearest the middle of an outline on which a circle fits."""
    inner = shapely.buffer(outline, -0.9 * radius)
    if inner.is_empty:
        return None
    west, south, east, north = inner.bounds
    step = radius / 2.0
    x, y = np.meshgrid(np.arange(west, east + step, step), np.arange(south, north + step, step))
    is_inside = shapely.contains_xy(inner, x.ravel(), y.ravel())
    middle = inner.centroid
    places = [(middle.x, middle.y)] if inner.contains(middle) else []
    places += sorted(
        zip(x.ravel()[is_inside].tolist(), y.ravel()[is_inside].tolist(), strict=True),
        key=lambda at: (round(hypot(at[0] - middle.x, at[1] - middle.y), 3), at),
    )
    return next((place for place in places if pen.room.dislike(_ground(place, radius)) < LEAD), None)


def _ground(middle: Place, radius: float) -> Box:
    return Box(middle=middle, width=2.0 * AIR * radius, height=2.0 * AIR * radius)


def _circle(middle: Place, radius: float, layer: str) -> Line:
    """Two half turns."""
    x, y = _rounded(middle)
    points = ((round(x - radius, 3), y), (round(x + radius, 3), y), (round(x - radius, 3), y))
    return Line(layer=layer, id="", points=points, bulges=(1.0, 1.0, 0.0))


def _rounded(place: Place) -> Place:
    return round(place[0], 3), round(place[1], 3)
