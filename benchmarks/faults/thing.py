"""One of our things in an open drawing: its shape and its label, both entities of the DXF, changed in place."""

import re
from collections.abc import Iterable
from typing import Any

from shapely.geometry import LineString, Point, Polygon

At = tuple[float, float]
MM = 3  # decimals of a coordinate [m]
STOREYS = re.compile(r"^(\d+)F(?:/-(\d+)F)?$")
HEIGHTS = re.compile(r"^H([\d.]+)/([\d.]+)/([\d.]+)$")
DWELLINGS = re.compile(r"^(\d+)户$")
FLOOR_AREA = re.compile(r"^([\d.]+)㎡$")


class Thing:
    """A thing by its id; what is read and set is the DXF entities themselves."""

    __slots__ = ("id", "label", "role", "shape")

    def __init__(self, thing_id: str, role: str, shape: Any, label: Any) -> None:
        self.id, self.role, self.shape, self.label = thing_id, role, shape, label

    # shape
    @property
    def points(self) -> list[At]:
        """Corners of an outline or line; the one place of a point [m]."""
        if self.shape.dxftype() == "POINT":
            return [(float(self.shape.dxf.location.x), float(self.shape.dxf.location.y))]
        return [(float(x), float(y)) for x, y in self.shape.get_points("xy")]

    @property
    def at(self) -> At:
        """First point."""
        return self.points[0]

    @property
    def polygon(self) -> Polygon:
        """Outline, for the planter's own geometry."""
        return Polygon(self.points)

    @property
    def line(self) -> LineString:
        """Open line."""
        return LineString(self.points)

    @property
    def place(self) -> Polygon | LineString | Point:
        """Whatever it is, as a shape of shapely."""
        if self.shape.dxftype() == "POINT":
            return Point(self.at)
        return self.polygon if self.shape.closed else self.line

    def reshape(self, points: Iterable[At]) -> None:
        """Give new corners; a label that would fall out of the outline is set inside it."""
        new = [(round(x, MM), round(y, MM)) for x, y in points]
        if self.shape.dxftype() == "POINT":
            dx, dy = new[0][0] - self.at[0], new[0][1] - self.at[1]
            self.move(dx, dy)
            return
        closed = self.shape.closed
        self.shape.set_points(new, format="xy")
        self.shape.closed = closed
        spot = Polygon(new).representative_point() if closed else LineString(new).interpolate(0.5, normalized=True)
        self.set_label_at((spot.x, spot.y))

    def move(self, dx: float, dy: float) -> None:
        """Shift shape and label [m]."""
        self.shape.translate(dx, dy, 0)
        self.label.translate(dx, dy, 0)

    def set_label_at(self, at: At) -> None:
        """Put the label to a place."""
        self.label.set_placement(at, align=self.label.get_align_enum())

    # label
    @property
    def words(self) -> list[str]:
        """Words of the label."""
        return str(self.label.dxf.text).split(" ")

    def value(self, key: str) -> str:
        """Value of ``key=`` in the label; "" where it does not say."""
        return next((word[len(key) + 1 :] for word in self.words if word.startswith(f"{key}=")), "")

    def set(self, key: str, value: str | None) -> None:
        """Write ``key=value`` into the label in place of what it says; None takes the key off."""
        kept = [word for word in self.words if not word.startswith(f"{key}=")]
        self.label.dxf.text = " ".join([*kept, *([] if value is None else [f"{key}={value}"])])

    def _first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return next((found for word in self.words if (found := pattern.match(word))), None)

    def _put(self, pattern: re.Pattern[str], word: str) -> None:
        self.label.dxf.text = " ".join(word if pattern.match(old) else old for old in self.words)

    @property
    def storeys(self) -> int:
        """Storeys above ground, 0 where the label says none."""
        found = self._first(STOREYS)
        return int(found[1]) if found else 0

    @property
    def heights(self) -> tuple[float, float, float]:
        """Planning, fire and shading height of a building [m]."""
        found = self._first(HEIGHTS)
        return (float(found[1]), float(found[2]), float(found[3])) if found else (0.0, 0.0, 0.0)

    @property
    def dwellings(self) -> int:
        """Dwellings of a building."""
        found = self._first(DWELLINGS)
        return int(found[1]) if found else 0

    @property
    def floor_area_m2(self) -> float:
        """Floor area as the label says [m²]."""
        found = self._first(FLOOR_AREA)
        return float(found[1]) if found else 0.0

    def set_storeys(self, above: int, below: int = 0) -> None:
        """Write other storeys."""
        self._put(STOREYS, f"{above}F/-{below}F" if below else f"{above}F")

    def set_heights(self, planning: float, fire: float, shading: float) -> None:
        """Write other heights [m]."""
        self._put(HEIGHTS, f"H{planning:.2f}/{fire:.2f}/{shading:.2f}")

    def set_dwellings(self, count: int) -> None:
        """Write another number of dwellings, or the first."""
        if self._first(DWELLINGS):
            self._put(DWELLINGS, f"{count}户")
        else:
            self.label.dxf.text = " ".join([*self.words[:2], f"{count}户", *self.words[2:]])

    def set_floor_area(self, area_m2: float) -> None:
        """Write another floor area [m²]."""
        self._put(FLOOR_AREA, f"{area_m2:.2f}㎡")
