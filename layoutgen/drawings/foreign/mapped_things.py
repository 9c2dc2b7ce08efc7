"""The things of a mapped drawing: each shape on a mapped layer, with the texts in it and what they say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from shapely.geometry import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.strtree import STRtree

from layoutgen.drawings.foreign.drawing_map import DrawingMap, Row
from layoutgen.drawings.foreign.patterns import values_in
from layoutgen.drawings.joined import is_near
from layoutgen.drawings.layers import Layer
from layoutgen.geometry.tolerance import LABEL_REACH_M
from layoutgen.inputs.cad.shapes import Shape

NAME = "name"
FEWEST = 3  # corners of an outline
BUILT = ("building.", "facility.", "context")
TAKERS: Mapping[str, tuple[str, ...]] = {  # what holds a figure, by the start of what its layer holds; else anything may
    "storeys": BUILT,
    "below": BUILT,
    "dwellings": BUILT,
    "height": BUILT,
    "floor_area": BUILT,
    "classes": ("facility.", "off_site"),
    "children": ("facility.", "off_site"),
    "usable": ("facility.",),
    "sill": ("window", "neighbour_window"),
    "stalls": ("ground.garage",),
    "levels": ("ground.garage",),
    "places": ("ground.bike_shed",),
}


@dataclass(slots=True, kw_only=True)
class Thing:
    """One shape as one thing."""

    shape: Shape
    geometry: BaseGeometry
    row: Row
    values: dict[str, str]  # what its texts and the map say
    doubtful: tuple[str, ...]  # what its texts say in two ways
    id: str = ""

    @property
    def layer(self) -> Layer:
        """Layer of the table that it belongs to."""
        return self.row.layer

    @property
    def inner(self) -> Point:
        """A point in it or on it."""
        if isinstance(self.geometry, LineString):
            return Point(self.geometry.interpolate(0.5, normalized=True))
        return Point(self.geometry.representative_point())


@dataclass(slots=True)
class MappedThings:
    """Things found, and the shapes that are no thing of the kind that their layer holds."""

    things: list[Thing] = field(default_factory=list)
    others: list[tuple[Layer, Shape]] = field(default_factory=list)


def things_by(
    rows_of: Mapping[str, Sequence[Row]], shapes: Mapping[str, Sequence[Shape]], texts: Sequence[Shape], drawing_map: DrawingMap
) -> MappedThings:
    """Things of the shapes on mapped layers.

    Parameters
    ----------
    rows_of
        Rows of the map by the layers' names.
    shapes
        Shapes by the layers' names, in metres, put together.
    texts
        Texts whose words are looked at: each speaks for the smallest outline in which it stands and that can have its figures.
    """
    found = MappedThings()
    drawn: list[tuple[str, Shape, BaseGeometry]] = []
    for name, of_layer in shapes.items():
        for shape in of_layer:
            geometry = geometry_of(shape, rows_of[name][0].layer.geometry)
            if geometry is None:
                found.others.append((rows_of[name][0].layer, shape))
            else:
                drawn.append((name, shape, geometry))
    roles = [tuple(row.layer.holds for row in rows_of[name]) for name, _, _ in drawn]
    words = words_in([geometry for _, _, geometry in drawn], roles, texts, drawing_map)
    for (name, shape, geometry), said in zip(drawn, words, strict=True):
        for row in rows_for(rows_of[name], said):
            found.things.append(_thing(shape, geometry, row, said, drawing_map))
    return found


def rows_for(rows: Sequence[Row], words: Sequence[str]) -> list[Row]:
    """Rows that speak of a shape: those whose word stands in it, else those that name no word."""
    worded = [row for row in rows if row.text and any(row.text in word for word in words)]
    return worded or [row for row in rows if not row.text]


def geometry_of(shape: Shape, kind: str) -> BaseGeometry | None:
    """Geometry of a shape on a layer of outlines, lines or points; None where it is no such thing."""
    if not is_near(shape):
        return None
    if kind == "point":
        return Point(shape.points[0]) if shape.kind in ("POINT", "INSERT") else None
    if shape.kind in ("INSERT", "POINT") or shape.text:
        return None
    if kind == "line":
        ring = (*shape.points, shape.points[0]) if shape.is_closed else shape.points
        return LineString(ring) if len(ring) > 1 else None
    is_ring = shape.is_closed or (len(shape.points) > FEWEST and shape.points[0] == shape.points[-1])
    outline = Polygon(shape.points) if is_ring and len(shape.points) >= FEWEST else Polygon()
    return outline if outline.is_valid and not outline.is_empty else None


def words_in(
    geometries: Sequence[BaseGeometry], roles: Sequence[tuple[str, ...]], texts: Sequence[Shape], drawing_map: DrawingMap
) -> list[list[str]]:
    """Texts of each shape: of those in which a text stands, or to a line or point of which it reaches, the smallest.

    Parameters
    ----------
    roles
        What each shape may be: a text that says figures speaks for a shape that can have them, if there is one.
    """
    words: list[list[str]] = [[] for _ in geometries]
    near = [text for text in texts if is_near(text)]
    if not geometries or not near:
        return words
    places = [Point(text.points[0]) for text in near]
    pairs = STRtree(geometries).query(places, predicate="dwithin", distance=LABEL_REACH_M).T.tolist()
    areas = shapely.area(np.asarray(geometries, dtype=object)).tolist()
    holders: dict[int, list[int]] = {}
    for text, shape in pairs:
        if not areas[shape] or geometries[shape].intersects(places[text]):
            holders.setdefault(text, []).append(shape)
    for text, shapes in sorted(holders.items()):
        wanted = _takers(near[text].text, drawing_map)
        able = [shape for shape in shapes if any(role.startswith(wanted) for role in roles[shape])] if wanted else shapes
        least = min(areas[shape] for shape in able or shapes)
        for shape in able or shapes:
            if areas[shape] == least:
                words[shape].append(near[text].text)
    return words


def _takers(text: str, drawing_map: DrawingMap) -> tuple[str, ...]:
    return tuple({first for key in values_in([text], drawing_map.patterns) for first in TAKERS.get(key, ())})


def _thing(shape: Shape, geometry: BaseGeometry, row: Row, words: Iterable[str], drawing_map: DrawingMap) -> Thing:
    said = values_in(words, drawing_map.patterns)
    values = {key: next(iter(found)) for key, found in said.items() if len(found) == 1}
    told = drawing_map.things.get(values.get(NAME, ""), {})
    return Thing(
        shape=shape,
        geometry=geometry,
        row=row,
        values={**values, **told},
        doubtful=tuple(sorted(key for key, found in said.items() if len(found) > 1 and key not in told)),
    )
