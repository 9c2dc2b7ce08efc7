"""Pages of paper: what a printed sheet shows, in millimetres, before any file format."""

from dataclasses import dataclass
from typing import Literal

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.sheet import Sheet

PaperPoint = tuple[float, float]  # [mm] from the page's lower left corner, y up
PaperPoints = tuple[PaperPoint, ...]
Anchor = Literal["left", "middle", "right"]
MM_PER_M = 1000.0
BLACK: Colour = (0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperText:
    """A line of text."""

    at_mm: PaperPoint
    text: str
    height_mm: float
    anchor: Anchor = "left"  # which point of the text's vertical middle stands there
    turn_deg: float = 0.0  # counter-clockwise
    is_bold: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A line, open or closed."""

    points_mm: PaperPoints
    width_mm: float
    rgb: Colour = BLACK
    is_closed: bool = False
    dash_mm: tuple[float, ...] = ()  # stroke, gap, stroke, gap …; empty = solid


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperFill:
    """A solid fill."""

    points_mm: PaperPoints
    rgb: Colour
    holes_mm: tuple[PaperPoints, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A window on the drawing in model space."""

    window_m: tuple[float, float, float, float]  # west, south, east, north
    at_mm: PaperPoint  # its lower left corner
    scale: int = 1000  # 1 : scale
    hidden: frozenset[str] = frozenset()  # codes of layers that are not shown
    muted: bool = False  # drawn grey, as a background

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height on the page."""
        west, south, east, north = self.window_m
        return (east - west) * MM_PER_M / self.scale, (north - south) * MM_PER_M / self.scale

    def on_paper(self, point: tuple[float, float]) -> PaperPoint:
        """Where a point of the drawing [m] comes to lie on the page."""
        west, south, _, _ = self.window_m
        share = MM_PER_M / self.scale
        return self.at_mm[0] + (point[0] - west) * share, self.at_mm[1] + (point[1] - south) * share


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page. Painted in this order: views, fills, lines, texts."""

    key: str = "general"  # ASCII, once in a book
    title: str = "总平面图"
    size_mm: tuple[float, float]
    views: tuple[View, ...] = ()
    fills: tuple[PaperFill, ...] = ()
    lines: tuple[PaperLine, ...] = ()
    texts: tuple[PaperText, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The pages of one drawing."""

    sheet: Sheet  # the drawing that the views show: without a frame beside it, without the labels of the contract
    pages: tuple[Page, ...]
