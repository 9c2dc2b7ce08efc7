"""A pen for the frame beside the plan: paint in row heights from the panel's upper left corner."""

from dataclasses import dataclass, field

from layoutgen.drawings.sheet import Hatch, Line, Points, Text

TEXT_SHARE = 0.55  # of the row height


@dataclass(slots=True)
class Pen:
    """Collects paint on the frame's layer; row 0 is the top, x runs in row heights from the panel's left."""

    code: str
    text_code: str
    left: float
    top: float
    row: float
    hatches: list[Hatch] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Point of the drawing."""
        return round(self.left + x * self.row, 3), round(self.top - y * self.row, 3)

    def fill(self, corners: tuple[tuple[float, float], ...], rgb: tuple[int, int, int], of: str = "") -> None:
        """Fill an outline."""
        points = tuple(self.at(*corner) for corner in corners)
        self.hatches.append(Hatch(layer=self.code, of=of, points=points, rgb=rgb))

    def draw(self, corners: tuple[tuple[float, float], ...], look: str = "") -> None:
        """Draw a line."""
        points: Points = tuple(self.at(*corner) for corner in corners)
        self.lines.append(Line(layer=self.code, id="", points=points, look=look))

    def say(self, x: float, y: float, text: str, share: float = TEXT_SHARE, *, is_left: bool = True) -> None:
        """Write a line of text, so high a share of a row."""
        height = round(self.row * share, 2)
        self.texts.append(Text(layer=self.text_code, id="", point=self.at(x, y), text=text, height_m=height, is_left=is_left))
