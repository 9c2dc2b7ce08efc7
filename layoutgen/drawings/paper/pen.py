"""A pen for a page: collects fills, lines and texts in millimetres."""

from dataclasses import dataclass, field
from math import cos, pi, sin

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.pages import BLACK, Anchor, PaperFill, PaperLine, PaperPoint, PaperPoints, PaperText

THIN, MEDIUM, THICK = 0.18, 0.35, 0.7  # 0.25b, 0.5b and b of GB/T 50001 [mm]
DISC_SIDES = 32
INDENT = "\u3000"


@dataclass(slots=True)
class PaperPen:
    """What has been painted on a page so far."""

    fills: list[PaperFill] = field(default_factory=list)
    lines: list[PaperLine] = field(default_factory=list)
    texts: list[PaperText] = field(default_factory=list)

    def say(
        self,
        at_mm: PaperPoint,
        text: str,
        height_mm: float,
        anchor: Anchor = "left",
        *,
        turn_deg: float = 0.0,
        is_bold: bool = False,
    ) -> None:
        """Write a line of text by the middle of its height; what cannot be printed is a question mark."""
        text = "".join(char if char.isprintable() or char == INDENT else "?" for char in text)
        if text:
            self.texts.append(
                PaperText(at_mm=_at(at_mm), text=text, height_mm=height_mm, anchor=anchor, turn_deg=turn_deg, is_bold=is_bold)
            )

    def draw(
        self, points_mm: PaperPoints, width_mm: float = THIN, rgb: Colour = BLACK, dash_mm: tuple[float, ...] = ()
    ) -> None:
        """Draw an open line."""
        self.lines.append(
            PaperLine(points_mm=tuple(_at(point) for point in points_mm), width_mm=width_mm, rgb=rgb, dash_mm=dash_mm)
        )

    def ring(
        self, points_mm: PaperPoints, width_mm: float = THIN, rgb: Colour = BLACK, dash_mm: tuple[float, ...] = ()
    ) -> None:
        """Draw a closed line."""
        self.lines.append(
            PaperLine(
                points_mm=tuple(_at(point) for point in points_mm), width_mm=width_mm, rgb=rgb, is_closed=True, dash_mm=dash_mm
            )
        )

    def box(self, west: float, south: float, east: float, north: float, width_mm: float = THIN) -> None:
        """Draw an upright rectangle."""
        self.ring(corners_of(west, south, east, north), width_mm)

    def fill(self, points_mm: PaperPoints, rgb: Colour) -> None:
        """Fill an outline."""
        self.fills.append(PaperFill(points_mm=tuple(_at(point) for point in points_mm), rgb=rgb))


def corners_of(west: float, south: float, east: float, north: float) -> PaperPoints:
    """Corners of an upright rectangle, counter-clockwise."""
    return (west, south), (east, south), (east, north), (west, north)


def disc_of(middle: PaperPoint, radius_mm: float) -> PaperPoints:
    """Corners of a ring that passes for a circle on paper."""
    turns = (2.0 * pi * number / DISC_SIDES for number in range(DISC_SIDES))
    return tuple((middle[0] + radius_mm * cos(turn), middle[1] + radius_mm * sin(turn)) for turn in turns)


def _at(point: PaperPoint) -> PaperPoint:
    return round(point[0], 3), round(point[1], 3)
