"""A pen for the ground: paints shapes in metres through a view onto a page, cut at the view's edge."""

from dataclasses import dataclass
from math import atan2, cos, degrees, pi, sin

import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString, Point, box
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.pages import BLACK, PaperFill, PaperPoint, PaperPoints, View
from layoutgen.drawings.paper.measure import width_mm
from layoutgen.drawings.paper.pen import THIN, PaperPen, disc_of
from layoutgen.geometry.parts import clipped, lines, polygons

WHITE: Colour = (255, 255, 255)
HATCH_DEG = 45.0
GAP_MM = 1.0  # between a line and the words in it
LEAST_DEG = -85.0  # words along a line that falls more steeply read upwards
STRAIGHT = 2  # corners of a straight line
LEAST_RUN = 6.0  # of a line with words in it, in half lengths of the words
ARROW_MM = (3.0, 1.2)  # length and half width of an arrow's head


@dataclass(frozen=True, slots=True, kw_only=True)
class GroundPen:
    """A page's pen with the view that it looks through."""

    pen: PaperPen
    view: View

    def fill(self, shape: BaseGeometry, rgb: Colour) -> None:
        """Fill polygons, holes left out."""
        for part in polygons(self._seen(shape)):
            exterior, *holes = (self._on_paper(ring)[:-1] for ring in (part.exterior, *part.interiors))
            self.pen.fills.append(PaperFill(points_mm=exterior, rgb=rgb, holes_mm=tuple(holes)))

    def edge(self, shape: BaseGeometry, line_mm: float = THIN, rgb: Colour = BLACK, dash_mm: tuple[float, ...] = ()) -> None:
        """Draw the outlines of polygons, open where the view cuts them."""
        for part in polygons(shape):
            for ring in (part.exterior, *part.interiors):
                if self._is_whole(ring):
                    self.pen.ring(self._on_paper(ring)[:-1], line_mm, rgb, dash_mm)
                else:
                    self.line(LineString(ring.coords), line_mm, rgb, dash_mm)

    def line(self, shape: BaseGeometry, line_mm: float = THIN, rgb: Colour = BLACK, dash_mm: tuple[float, ...] = ()) -> None:
        """Draw lines."""
        for part in lines(self._seen(shape)):
            self.pen.draw(self._on_paper(part), line_mm, rgb, dash_mm)

    def hatch(self, shape: BaseGeometry, pitch_mm: float, rgb: Colour, line_mm: float = THIN) -> None:
        """Hatch polygons with slanted lines."""
        seen = self._seen(shape)
        if seen.is_empty:
            return
        pitch = pitch_mm * self.metres_a_mm / sin(HATCH_DEG * pi / 180.0)
        west, south, east, north = seen.bounds
        first = np.floor((west - north) / pitch) * pitch
        shifts = np.arange(first, east - south + pitch, pitch)
        strokes = [LineString([(south + shift, south), (north + shift, north)]) for shift in shifts]
        self.line(shapely.intersection(MultiLineString(strokes), seen), line_mm, rgb)

    def disc(self, at: Point, radius_mm: float, rgb: Colour, edge: Colour = BLACK) -> None:
        """A filled circle of a size on paper."""
        if self._is_seen(at):
            ring = disc_of(self.at(at), radius_mm)
            self.pen.fill(ring, rgb)
            self.pen.ring(ring, THIN, edge)

    def triangle(self, at: Point, turn_deg: float, size_mm: float, rgb: Colour) -> None:
        """A filled triangle whose tip stands at a point and shows in a direction, counter-clockwise from east."""
        if self._is_seen(at):
            self._tip(self.at(at), turn_deg * pi / 180.0, size_mm, size_mm * 0.5, rgb)

    def arrow(self, line: LineString, line_mm: float, rgb: Colour) -> None:
        """A line with a head at its end, where the view shows both."""
        if self._is_whole(line) and len(line.coords) > 1 and line.length > 0.0:
            (x0, y0), (x1, y1) = (self.at(Point(line.coords[place])) for place in (-2, -1))
            self.pen.draw(self._on_paper(line), line_mm, rgb)
            self._tip((x1, y1), atan2(y1 - y0, x1 - x0), *ARROW_MM, rgb)

    def say(self, at: Point, text: str, height_mm: float, turn_deg: float = 0.0, *, is_bold: bool = False) -> None:
        """Write in the middle of a point."""
        if self._is_seen(at):
            self.pen.say(self.at(at), text, height_mm, "middle", turn_deg=turn_deg, is_bold=is_bold)

    def name_along(self, line: LineString, text: str, height_mm: float) -> BaseGeometry:
        """Write in the middle of a straight line; what is left of the line beside the words is given back."""
        middle = line.interpolate(0.5, normalized=True)
        half_m = (width_mm(text, height_mm) / 2.0 + GAP_MM) * self.metres_a_mm
        if len(line.coords) != STRAIGHT or line.length < LEAST_RUN * half_m or not self._is_whole(line):
            return line
        self.say(middle, text, height_mm, upright_deg(line))
        return shapely.difference(line, middle.buffer(half_m))

    def at(self, point: Point) -> PaperPoint:
        """Where a point of the ground comes to lie on the page."""
        return self.view.on_paper((point.x, point.y))

    @property
    def metres_a_mm(self) -> float:
        """Metres of ground to a millimetre of paper."""
        return self.view.scale / 1000.0

    def _tip(self, at_mm: PaperPoint, turn: float, long_mm: float, half_mm: float, rgb: Colour) -> None:
        (x, y), along, aside = at_mm, (cos(turn), sin(turn)), (-sin(turn), cos(turn))
        back = (x - long_mm * along[0], y - long_mm * along[1])
        corners = [(back[0] + half * aside[0], back[1] + half * aside[1]) for half in (half_mm, -half_mm)]
        self.pen.fill(((x, y), *corners), rgb)

    def _seen(self, shape: BaseGeometry) -> BaseGeometry:
        return shape if self._is_whole(shape) else clipped(shape, *self.view.window_m)

    def _is_whole(self, shape: BaseGeometry) -> bool:
        if shape.is_empty:
            return True
        west, south, east, north = shape.bounds
        left, low, right, high = self.view.window_m
        return bool(left <= west and low <= south and east <= right and north <= high)

    def _is_seen(self, at: Point) -> bool:
        return bool(box(*self.view.window_m).covers(at))

    def _on_paper(self, line: LineString) -> PaperPoints:
        return tuple(self.view.on_paper((point[0], point[1])) for point in line.coords)


def upright_deg(line: LineString) -> float:
    """Turn of a text along a line's chord, never upside down; upwards along a line that runs north."""
    (x0, y0), (x1, y1) = line.coords[0][:2], line.coords[-1][:2]
    turn = degrees(atan2(y1 - y0, x1 - x0))
    turn = (turn + 90.0) % 180.0 - 90.0
    return 90.0 if turn < LEAST_DEG else turn
