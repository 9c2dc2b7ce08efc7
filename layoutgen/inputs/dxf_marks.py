"""Marks of a drawing: bus stops, entrances, facilities off the site, spot heights; each a point, a symbol or a word."""

import re
from collections.abc import Iterable, Sequence

import shapely
from shapely.geometry import MultiPoint, Point, Polygon
from shapely.strtree import STRtree

from layoutgen.geometry.tolerance import GRID_M
from layoutgen.inputs.cad.rings import find_rings
from layoutgen.inputs.cad.shapes import Shape
from layoutgen.inputs.dxf_boundary import lines_of
from layoutgen.inputs.layer_customs import Customs
from layoutgen.inputs.off_site import off_site_of_words
from layoutgen.inputs.survey import Level
from layoutgen.model.site import OffSite

TEXTS = ("TEXT", "MTEXT", "ATTRIB")
HEIGHT = re.compile(r"[^\d+\-−]*([+\-−]?\d{1,4}\.\d{1,3})\s*(?:m|米)?")


def marks(shapes: Iterable[Shape], customs: Customs) -> tuple[tuple[Point, ...], int]:
    """Places of marks from west to east, and how many things are too large to be one.

    What lies within reach of each other is one mark: a symbol's lines, or a point and its circle. Words are marks where
    nothing is drawn. A block stands where it was put in, whatever its symbol's shape.
    """
    listed = list(shapes)
    drawn = [shape for shape in listed if shape.kind not in TEXTS] or listed
    small = [shape for shape in drawn if _extent(shape) <= customs.assume("mark_most_m")]
    return _clusters(small, customs.assume("mark_text_m")), len(drawn) - len(small)


def _extent(shape: Shape) -> float:
    x0, y0, x1, y1 = MultiPoint(shape.points).bounds
    return float(max(x1 - x0, y1 - y0))


def _clusters(drawn: Sequence[Shape], reach_m: float) -> tuple[Point, ...]:
    """Middles of what lies within reach of each other; where there is a block, the place where it was put in."""
    if not drawn:
        return ()
    boxes = [MultiPoint(shape.points).envelope for shape in drawn]
    tree = STRtree(boxes)
    found = []
    for field in shapely.get_parts(shapely.union_all(shapely.buffer(boxes, reach_m / 2.0))):
        members = tree.query(field, predicate="intersects").tolist()
        members = [i for i in members if drawn[i].kind == "INSERT"] or members
        x0, y0, x1, y1 = shapely.total_bounds([boxes[i] for i in members])
        found.append(Point((x0 + x1) / 2.0, (y0 + y1) / 2.0))
    return tuple(sorted(found, key=lambda point: (point.x, point.y)))


def off_site_marks(shapes: Sequence[Shape], customs: Customs, file: str) -> tuple[OffSite, ...]:
    """Outlines and marks of facilities off the site, each with the texts on it, or within reach of a mark; or words alone.

    Raises
    ------
    InputError
        If the texts of one name no facility that may lie off the site.
    """
    texts = [shape for shape in shapes if shape.kind in TEXTS]
    tree = STRtree([Point(text.points[0]) for text in texts])
    places: list[Point | Polygon] = [*find_rings(lines_of(shapes), file=file, key="off-site facility").outlines]
    places += marks((shape for shape in shapes if shape.kind in ("POINT", "INSERT")), customs)[0]
    reach, taken, found = customs.assume("mark_text_m"), set(), []
    for place in places:
        near = tree.query(place, predicate="dwithin", distance=reach if isinstance(place, Point) else 0.0).tolist()
        taken.update(near)
        found.append(off_site_of_words(file, [texts[i].text for i in sorted(near)], place, customs))
    alone = [text for i, text in enumerate(texts) if i not in taken and customs.facility(text.text)]
    return (*found, *(off_site_of_words(file, [text.text], Point(text.points[0]), customs) for text in alone))


def levels(shapes: Iterable[Shape]) -> tuple[Level, ...]:
    """Spot heights: of points and blocks by the height they stand at; where none has one, by the figures written there [m]."""
    listed = list(shapes)
    raised = [(s.points[0], s.z) for s in listed if s.kind in ("POINT", "INSERT") and abs(s.z) > GRID_M]
    if not raised:
        written = [(s.points[0], HEIGHT.fullmatch(s.text.strip())) for s in listed if s.kind in TEXTS]
        raised = [(at, float(match.group(1).replace("−", "-"))) for at, match in written if match]
    by_place = {(round(x, 3), round(y, 3)): Level(at=Point(x, y), height_m=z) for (x, y), z in raised}
    return tuple(by_place[place] for place in sorted(by_place))
