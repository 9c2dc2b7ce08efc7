"""An open drawing and what may be done to it: our things by id and role, changed on the DXF's own entities.

Nothing here reads or writes through the project's Plan, reader or writer; of the project's data only the layer table is used.
"""

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import ezdxf
from ezdxf.enums import TextEntityAlignment
from shapely.geometry import LineString, Point, Polygon

from benchmarks.faults.thing import MM, At, Thing

TABLE = Path(__file__).parents[2] / "templates" / "drawing" / "default.toml"
APPID = "LAYOUTGEN"
FACTS = "facts"
PAINT = "SP-PAINT"
LABEL_HEIGHT_M = 0.8


class NoPlaceError(Exception):
    """A drawing in which a fault finds no place, and why."""


def layer_names() -> dict[str, str]:
    """Layer of each role, of the layers that are no paint."""
    rows = tomllib.loads(TABLE.read_text(encoding="utf-8"))["layer"]
    return {row["holds"]: f"SP-{row['code']}-{row['zh']}" for row in rows if not row["code"].startswith("PAINT")}


class Edit:
    """A drawing under edit."""

    def __init__(self, doc: Any) -> None:
        self.doc = doc
        self.space = doc.modelspace()
        self.layers = layer_names()
        role_of = {layer: role for role, layer in self.layers.items()}
        self._things: dict[tuple[str, str], Thing] = {}  # (role, id)
        self._facts: dict[str, Any] = {}
        labels: dict[tuple[str, str], Any] = {}
        shapes: dict[tuple[str, str], Any] = {}
        for entity in self.space:
            role = role_of.get(entity.dxf.layer, "")
            if role == FACTS:
                self._facts[entity.dxf.text.split("=", 1)[0]] = entity
            elif role and entity.dxftype() == "TEXT":
                labels[role, entity.dxf.text.split(" ", 1)[0]] = entity
            elif role and entity.has_xdata(APPID):
                shapes[role, entity.get_xdata(APPID)[0].value] = entity
        for (role, name), shape in shapes.items():
            if (role, name) in labels:
                self._things[role, name] = Thing(name, role, shape, labels[role, name])

    @classmethod
    def open(cls, drawing: Path) -> "Edit":
        """Open a drawing of ours, as it was written."""
        return cls(ezdxf.readfile(drawing))

    def save(self, drawing: Path) -> None:
        """Write the drawing as it is now."""
        self.doc.saveas(drawing)

    # finding
    def things(self, *roles: str) -> list[Thing]:
        """Things of some roles by id; a role that ends in a dot stands for all that begin so: ``building.``."""
        found = [one for (role, _), one in self._things.items() if any(_is_of(role, wanted) for wanted in roles)]
        return sorted(found, key=lambda one: (one.role, one.id))

    def some(self, *roles: str) -> list[Thing]:
        """Things of some roles, and at least one.

        Raises
        ------
        NoPlaceError
            If there is none.
        """
        found = self.things(*roles)
        if not found:
            raise NoPlaceError(f"no {' or '.join(roles)} on the drawing")
        return found

    def thing(self, role: str, name: str) -> Thing:
        """One thing.

        Raises
        ------
        NoPlaceError
            If it is not there.
        """
        if (role, name) not in self._things:
            raise NoPlaceError(f"no {role} {name} on the drawing")
        return self._things[role, name]

    def named(self, name: str, prefix: str = "") -> Thing:
        """The one thing of an id, of a role that begins so.

        Raises
        ------
        NoPlaceError
            If there is none.
        """
        for (role, other), one in self._things.items():
            if other == name and role.startswith(prefix) and not role.startswith("centre."):
                return one
        raise NoPlaceError(f"no {prefix}{name} on the drawing")

    def of(self, name: str, key: str, *roles: str) -> list[Thing]:
        """Things of some roles whose label says ``key=<name>``: windows of a building, a garage's ramps."""
        return [one for one in self.things(*roles) if one.value(key) == name]

    def fact(self, key: str) -> str:
        """A fact of the drawing; "" where it says none."""
        return str(self._facts[key].dxf.text).split("=", 1)[1] if key in self._facts else ""

    def number(self, key: str) -> float:
        """A fact as a number."""
        return float(self.fact(key))

    @property
    def site(self) -> Polygon:
        """Land inside the red line."""
        return self.some("site")[0].polygon

    # changing
    def set_fact(self, key: str, value: str | None) -> None:
        """Write a fact anew; None takes it off."""
        if value is None:
            self.space.delete_entity(self._facts.pop(key))
        elif key in self._facts:
            self._facts[key].dxf.text = f"{key}={value}"
        else:
            layer = self.layers[FACTS]
            self._facts[key] = self.space.add_text(f"{key}={value}", height=LABEL_HEIGHT_M, dxfattribs={"layer": layer})

    def delete(self, *things: Thing) -> None:
        """Take things off the drawing, with their labels."""
        for one in things:
            self.space.delete_entity(one.shape)
            self.space.delete_entity(one.label)
            del self._things[one.role, one.id]

    def add(self, role: str, name: str, points: Sequence[At], words: Iterable[str] = ()) -> Thing:
        """Draw a new thing of a role with its label: two points or more make what the role's geometry asks.

        A closed outline for outlines, an open line for ``centre.``, ``edge``, ``window``; one point makes a point.
        """
        layer = {"layer": self.layers[role]}
        corners = [(round(x, MM), round(y, MM)) for x, y in points]
        is_line = role in ("edge", "window", "neighbour_window") or role.startswith("centre.")
        if len(corners) == 1:
            shape, spot = self.space.add_point(corners[0], dxfattribs=layer), Point(corners[0])
        else:
            shape = self.space.add_lwpolyline(corners, close=not is_line, dxfattribs=layer)
            middle = LineString(corners).interpolate(0.5, normalized=True) if is_line else None
            spot = middle or Polygon(corners).representative_point()
        text = " ".join([name, self.layers[role].split("-")[-1], *words])
        label = self.space.add_text(text, height=LABEL_HEIGHT_M, dxfattribs=layer)
        label.set_placement((spot.x, spot.y), align=TextEntityAlignment.MIDDLE_CENTER)
        self._things[role, name] = Thing(name, role, shape, label)
        return self._things[role, name]

    def copy(self, one: Thing, name: str, dx: float, dy: float) -> Thing:
        """Draw the same again elsewhere, under an id of its own."""
        points = [(x + dx, y + dy) for x, y in one.points]
        return self.add(one.role, name, points, one.words[2:])

    def retype(self, one: Thing, role: str) -> None:
        """Put a thing on another role's layer, label and XDATA with it."""
        del self._things[one.role, one.id]
        for entity in (one.shape, one.label):
            entity.dxf.layer = self.layers[role]
        one.label.dxf.text = " ".join([one.id, self.layers[role].split("-")[-1], *one.words[2:]])
        if one.shape.has_xdata(APPID):
            one.shape.set_xdata(APPID, [(1000, one.id), (1000, role)])
        one.role = role
        self._things[role, one.id] = one

    def parts(self, building: Thing) -> list[Thing]:
        """What goes with a building when it is moved: its windows, facilities, doors and their doors."""
        facilities = self.of(building.id, "building", "facility.")
        owners = {building.id, *(one.id for one in facilities)}
        doors = [one for one in self.things("spot.door") if one.value("of") in owners]
        return [*self.of(building.id, "building", "window"), *facilities, *doors]

    def move_building(self, building: Thing, dx: float, dy: float) -> None:
        """Move a building as an architect would: with all that is part of it [m]."""
        for one in (building, *self.parts(building)):
            one.move(dx, dy)


def _is_of(role: str, wanted: str) -> bool:
    return role.startswith(wanted) if wanted.endswith(".") else role == wanted
