"""Marks are laid out on a drawing: clouds and notes on the plan, the table of findings to the right of everything."""

from collections.abc import Sequence
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.notes.room import FAINT, MARK, SOLID, Box, Room
from layoutgen.drawings.review.findings_table import CONTINUED, findings_table
from layoutgen.drawings.review.ink import PLAIN, Ink, Stroke, Word
from layoutgen.drawings.review.notes import NotePen, tint_of
from layoutgen.drawings.review.places import places_of
from layoutgen.drawings.review.remark import Review
from layoutgen.drawings.review.taste import Taste
from layoutgen.geometry.parts import polygons

SMALL = 0.5  # a text of less of a note's height may be covered: on the sheet it cannot be read
SPARE = 0.94  # letters of other fonts are wider: a little smaller than what the cells were measured for
HUNDREDTHS = 100.0  # of a millimetre, in which a file gives the weight of lines
BEYOND_MM = 40.0  # beyond the reach of a note round the site


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the marks lie on, in metres of the file's frame."""

    site: BaseGeometry
    built: Sequence[BaseGeometry]
    edges: Sequence[BaseGeometry]
    texts: Sequence[Box]
    beside: Sequence[tuple[float, float, float, float]]  # bounds of what stands outside the site
    east: float  # of everything drawn


def lay_marks(review: Review, ground: Ground, taste: Taste, mm: float) -> Ink:
    """Everything that is marked.

    Parameters
    ----------
    mm
        A millimetre of the printed sheet. [m]
    """
    ink = Ink()
    pen = NotePen(ink=ink, room=_room(ground, taste, mm), taste=taste, lang=review.lang, mm=mm)
    pen.mark(places_of(review, taste.sizes, mm))
    _lay_table(ink, review, ground, taste, mm)
    return ink


def _room(ground: Ground, taste: Taste, mm: float) -> Room:
    margin = (taste.sizes["reach_mm"] + BEYOND_MM) * mm
    west, south, east, north = ground.site.bounds
    height = taste.sizes["note_mm"] * mm
    room = Room((west - margin, south - margin, east + margin, north + margin), height)
    for outline in (part for shape in ground.built for part in polygons(shape)):
        room.take_polygon(outline, SOLID)
    for edge in ground.edges:
        room.take_line(shapely.get_coordinates(edge).tolist(), FAINT)
    for low_x, low_y, high_x, high_y in ground.beside:
        middle = ((low_x + high_x) / 2.0, (low_y + high_y) / 2.0)
        room.take(Box(middle=middle, width=high_x - low_x, height=high_y - low_y), SOLID)
    for text in ground.texts:
        room.take(text, MARK if text.height >= SMALL * height else FAINT)
    return room


def _lay_table(ink: Ink, review: Review, ground: Ground, taste: Taste, mm: float) -> None:
    """Paint the table with its upper edge at the site's north."""
    _, south, _, north = ground.site.bounds
    left, tints = ground.east + taste.sizes["table_gap_mm"] * mm, tint_of(taste)

    def on_drawing(point: tuple[float, float]) -> tuple[float, float]:
        return round(left + point[0] * mm, 3), round(north + point[1] * mm, 3)

    pen = findings_table(review, taste, max((north - south) / mm, taste.sizes["table_least_mm"]))
    for line in pen.lines:
        points = tuple(on_drawing(point) for point in line.points_mm)
        ink.marks.append(Stroke(points=points, hue=PLAIN, is_closed=line.is_closed, weight=round(line.width_mm * HUNDREDTHS)))
    for text in pen.texts:
        said = text.text if review.lang == "zh" else text.text.replace(CONTINUED, " (continued)")
        at, hue = on_drawing(text.at_mm), tints.get(said, PLAIN)
        ink.marks.append(Word(at=at, text=said, height=SPARE * text.height_mm * mm, hue=hue, anchor=text.anchor))
