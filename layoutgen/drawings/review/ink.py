"""The few shapes that marks are made of: strokes, filled panels and words, in metres, before any file format."""

from dataclasses import dataclass, field

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.pages import Anchor
from layoutgen.drawings.sheet import Points

WHITE = 255  # of AutoCAD's index: white on every ground, unlike 7
THIN, MEDIUM, THICK = 18, 35, 50  # 1/100 mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Hue:
    """A colour as index and as 24-bit."""

    aci: int
    rgb: Colour | None = None  # None = as the index says


PLAIN = Hue(aci=7)  # black on white, white on black


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line, open or closed."""

    points: Points
    hue: Hue
    bulges: tuple[float, ...] = ()  # a point each
    is_closed: bool = False
    weight: int = THIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A filled quadrilateral."""

    corners: tuple[tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]]
    hue: Hue


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A line of text by the middle of its height."""

    at: tuple[float, float]
    text: str
    height: float  # of a Chinese character
    hue: Hue
    anchor: Anchor = "left"


@dataclass(slots=True)
class Ink:
    """What has been marked so far, in the order painted."""

    marks: list[Stroke | Panel | Word] = field(default_factory=list)

    def panel(self, west: float, south: float, east: float, north: float, hue: Hue) -> None:
        """Fill an upright rectangle."""
        self.marks.append(Panel(corners=((west, south), (east, south), (east, north), (west, north)), hue=hue))

    def frame(self, west: float, south: float, east: float, north: float, hue: Hue) -> None:
        """Draw an upright rectangle."""
        corners = ((west, south), (east, south), (east, north), (west, north))
        self.marks.append(Stroke(points=corners, hue=hue, is_closed=True))
