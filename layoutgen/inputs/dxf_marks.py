"""Marks of a drawing: bus stops, entrances, facilities off the site, spot heights; each a point, a circle or a block."""

import re
from collections.abc import Iterable, Sequence

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
MARKS = ("POINT", "INSERT", "CIRCLE")
HEIGHT = re.compile(r"[^\d+\-−]*([+\-−]?\d{1,4}\.\d{1,3})\s*(?:m|米)?")


def marks(shapes: Iterable[Shape]) -> tuple[Point, ...]:
    """Places of marks, from west to east; what a block draws on its own layer is part of its mark."""
    drawn = [shape for shape in shapes if shape.kind in MARKS and shape.within != shape.layer]
    centres = (MultiPoint(shape.points).envelope.centroid for shape in drawn)
    by_place = {(round(point.x, 3), round(point.y, 3)): point for point in centres}
    return tuple(sorted(by_place.values(), key=lambda point: (point.x, point.y)))


def off_site_marks(shapes: Sequence[Shape], customs: Customs, file: str) -> tuple[OffSite, ...]:
    """Outlines and marks of facilities off the site, each with the texts on it, or within reach of a mark.

    Raises
    ------
    InputError
        If the texts of one name no facility that may lie off the site.
    """
    texts = [shape for shape in shapes if shape.kind in TEXTS]
    tree = STRtree([Point(text.points[0]) for text in texts])
    places: list[Point | Polygon] = [*find_rings(lines_of(shapes), file=file, key="off-site facility").outlines]
    places += marks(shape for shape in shapes if shape.kind in ("POINT", "INSERT"))
    reach = customs.assume("mark_text_m")
    found = []
    for place in places:
        near = tree.query(place, predicate="dwithin", distance=reach if isinstance(place, Point) else 0.0)
        found.append(off_site_of_words(file, [texts[i].text for i in sorted(near.tolist())], place, customs))
    return tuple(found)


def levels(shapes: Iterable[Shape]) -> tuple[Level, ...]:
    """Spot heights: of points and blocks by the height they stand at; where none has one, by the figures written there [m]."""
    listed = list(shapes)
    raised = [(s.points[0], s.z) for s in listed if s.kind in ("POINT", "INSERT") and abs(s.z) > GRID_M]
    if not raised:
        written = [(s.points[0], HEIGHT.fullmatch(s.text.strip())) for s in listed if s.kind in TEXTS]
        raised = [(at, float(match.group(1).replace("−", "-"))) for at, match in written if match]
    by_place = {(round(x, 3), round(y, 3)): Level(at=Point(x, y), height_m=z) for (x, y), z in raised}
    return tuple(by_place[place] for place in sorted(by_place))
