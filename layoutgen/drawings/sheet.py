"""The neutral sheet: what is drawn, before any file format."""

from dataclasses import dataclass
from math import hypot

from layoutgen.drawings.layers import Colour, Profile

Points = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A closed outline of the plan."""

    layer: str  # code
    id: str
    points: Points  # first not repeated [m]
    title: str = ""  # what it is, in a few words for people
    height_m: float = 0.0  # what casts a painted shadow


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An open line."""

    layer: str
    id: str
    points: Points
    title: str = ""
    look: str = ""  # code of the layer whose look a painted line borrows
    bulges: tuple[
        float, ...
    ] = ()  # a point each where sides are arcs: tangent of a quarter of the angle, left turns positive; paint


@dataclass(frozen=True, slots=True, kw_only=True)
class PointMark:
    """A point with a meaning."""

    layer: str
    id: str
    point: tuple[float, float]
    title: str = ""
    turn_deg: float = 90.0  # where its arrow shows, counter-clockwise from east


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A painted tree: it only pleases the eye."""

    layer: str
    point: tuple[float, float]
    crown_m: float  # radius


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A line of text, by the middle of its box or by the middle of its left edge."""

    layer: str
    id: str  # of what it labels; "" where it stands for itself
    point: tuple[float, float]
    text: str
    height_m: float  # of a Chinese character; capital letters are lower
    turn_deg: float = 0.0  # counter-clockwise from east
    is_left: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Hatch:
    """A solid fill; paint."""

    layer: str
    of: str  # code of the layer whose things it fills
    points: Points
    rgb: Colour
    holes: tuple[Points, ...] = ()
    stripe_m: float = 0.0  # pitch of the lines of a striped fill, at 45°; 0 = solid


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A measured length: between two points, written on a line beside them; paint."""

    layer: str
    start: tuple[float, float]
    end: tuple[float, float]
    off_m: float  # how far its line lies to the left of the way from start to end
    height_m: float  # of its text
    is_beyond: bool = False  # its text stands after the end, on the line drawn on: what is measured is short

    @property
    def length_m(self) -> float:
        """What is measured."""
        return hypot(self.end[0] - self.start[0], self.end[1] - self.start[1])

    @property
    def text(self) -> str:
        """Length in metres, two decimals (GB/T 50103)."""
        return f"{self.length_m:.2f}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A composed drawing. Hatches lie lowest, in painting order."""

    profile: Profile
    title: str
    bounds: tuple[float, float, float, float]  # of everything drawn but the facts [m]
    hatches: tuple[Hatch, ...]
    outlines: tuple[Outline, ...]
    lines: tuple[Line, ...]
    points: tuple[PointMark, ...]
    labels: tuple[Text, ...]  # of the legal layers, facts included
    trees: tuple[Tree, ...]
    paint_lines: tuple[Line, ...]  # kerbs, and lines of the frame
    captions: tuple[Text, ...]  # painted texts: short names, legend, title
    dimensions: tuple[Dimension, ...] = ()


def used_layers(sheet: Sheet) -> frozenset[str]:
    """Codes of the layers on which something lies."""
    drawn = (
        sheet.hatches,
        sheet.outlines,
        sheet.lines,
        sheet.points,
        sheet.labels,
        sheet.trees,
        sheet.paint_lines,
        sheet.captions,
        sheet.dimensions,
    )
    return frozenset(one.layer for family in drawn for one in family)
