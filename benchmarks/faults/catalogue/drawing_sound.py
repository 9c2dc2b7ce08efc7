"""Faults of the drawing as such: what is not drawn whole, drawn twice, or says what it does not draw (drawing.*)."""

from random import Random

from shapely.geometry import Point

from benchmarks.faults.builders import grow, housed_block, inner, pick
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Fault, Plant, above, below, unlike
from benchmarks.faults.thing import Thing

PEOPLE = (0.98, 1.02)  # house.md §1: houses 98 to 102 % of the people stated
FLOOR_AREA_OFF = 0.01  # docs/drawing.md: a label's figure is within 1 % of what is drawn
BOUNDARY, DEFECTS = ("drawing.boundary",), ("drawing.defects",)
TWICE = ("drawing.duplicates",)


def no_red_line(edit: Edit, _: Random) -> Breach:
    """Take the red line away."""
    edit.delete(*edit.some("site"))
    return unlike("red lines", str(len(edit.things("site"))), "1")


def crossed(role: str) -> Plant:
    """Swap two corners of an outline, so that it crosses itself."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = pick(edit, rng, role, where=lambda thing: len(thing.points) >= 4)
        points = one.points
        points[1], points[2] = points[2], points[1]
        spot = inner(one)
        one.reshape(points)
        one.set_label_at(spot)
        return unlike(f"{one.id} is one simple ring", str(one.polygon.is_valid), "True")

    return plant


def left_open(role: str) -> Plant:
    """Leave an outline open: its last side is not drawn."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = pick(edit, rng, role)
        one.shape.closed = False
        (x0, y0), (x1, y1) = one.points[0], one.points[-1]
        return above(f"gap in the outline of {one.id} [m]", abs(x1 - x0) + abs(y1 - y0), 0.01)

    return plant


def two_red_lines(edit: Edit, _: Random) -> Breach:
    """Draw a second red line inside the first."""
    edit.copy(edit.some("site")[0], "S2", 0.0, 0.0).reshape(_shrunk(edit.some("site")[0], 0.5))
    return unlike("red lines", str(len(edit.things("site"))), "1")


def _shrunk(one: Thing, factor: float) -> list[tuple[float, float]]:
    x, y = inner(one)
    return [(x + (px - x) * factor, y + (py - y) * factor) for px, py in one.points]


def fact_gone(key: str, value: str | None, says: str) -> Plant:
    """Take a fact off the drawing, or write nonsense into it."""

    def plant(edit: Edit, _: Random) -> Breach:
        was = edit.fact(key)
        edit.set_fact(key, value)
        return unlike(says, value or "not said", was)

    return plant


def no_centre_line_s_outline(edit: Edit, rng: Random) -> Breach:
    """Take the outline of a path away and leave its centre line."""
    way = pick(edit, rng, "way.footpath")
    edit.delete(way)
    return unlike(f"outlines of the way {way.id}", "0", "1")


def label_in_other_words(edit: Edit, rng: Random) -> Breach:
    """Write a building's storeys in words of one's own."""
    home = pick(edit, rng, "building.dwelling")
    home.label.dxf.text = f"{home.id} 住宅 十八层 高五十四米"
    return unlike(f"storeys in the label of {home.id}", str(home.storeys), "as docs/drawing.md writes them")


def labels_swapped(edit: Edit, rng: Random) -> Breach:
    """Drag the labels of two homes into each other's outline."""
    one = pick(edit, rng, "building.dwelling")
    other = pick(edit, rng, "building.dwelling", where=lambda home: home.id != one.id)
    here, there = inner(one), inner(other)
    one.set_label_at(there)
    other.set_label_at(here)
    at = one.label.dxf.align_point
    is_inside = one.polygon.covers(Point(at.x, at.y))
    return unlike(f"the label {one.id} lies in the outline that is {one.id}", str(is_inside), "True")


def copied_upon(role: str) -> Plant:
    """Draw a thing again on the same place under another id."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = pick(edit, rng, role)
        twin = edit.copy(one, f"{one.id}x", 0.0, 0.0)
        shared = one.polygon.intersection(twin.polygon).area / one.polygon.area
        return above(f"{twin.id} covers {one.id} [share]", shared, 0.0, one.id, twin.id)

    return plant


def people_off(says: str, factor: float) -> Plant:
    """Write other dwellings on all buildings of a block."""

    def plant(edit: Edit, rng: Random) -> Breach:
        _, homes = housed_block(edit, rng)
        for home in homes:
            home.set_dwellings(max(1, round(home.dwellings * factor)))
        return _people(edit, says)

    return plant


def _people(edit: Edit, says: str) -> Breach:
    drawn = sum(one.dwellings for one in edit.things("building.dwelling")) * edit.number("household_size")
    share = drawn / edit.number("people")
    return below(says, share, PEOPLE[0]) if share < 1.0 else above(says, share, PEOPLE[1])


def without_a_block_of_homes(edit: Edit, rng: Random) -> Breach:
    """Take the dwelling buildings of one block away."""
    _, homes = housed_block(edit, rng)
    for building in homes:
        edit.delete(building, *edit.parts(building))
    return _people(edit, "people housed of those stated")


def fewer_people_said(edit: Edit, _: Random) -> Breach:
    """State 5 % fewer people than are housed."""
    edit.set_fact("people", str(round(edit.number("people") * 0.95)))
    return _people(edit, "people housed of those stated")


def floor_area_said(factor: float) -> Plant:
    """Say more or less floor area than is drawn."""

    def plant(edit: Edit, rng: Random) -> Breach:
        building = pick(edit, rng, "building.")
        building.set_floor_area(building.floor_area_m2 * factor)
        return _floor_area(building)

    return plant


def _floor_area(building: Thing) -> Breach:
    ratio = building.floor_area_m2 / (building.polygon.area * building.storeys)
    says = "floor area said of that drawn"
    off = 1.0 + FLOOR_AREA_OFF
    return above(says, ratio, off, building.id) if ratio > 1.0 else below(says, ratio, 2.0 - off, building.id)


def wider_than_said(edit: Edit, rng: Random) -> Breach:
    """Widen a building by a twentieth and leave the label."""
    building = pick(edit, rng, "building.dwelling")
    said = building.floor_area_m2
    grow(building, 1.05, 1.0)
    building.set_floor_area(said)
    return _floor_area(building)


def a_storey_more(edit: Edit, rng: Random) -> Breach:
    """Add a storey and leave the floor area."""
    building = pick(edit, rng, "building.")
    building.set_storeys(building.storeys + 1)
    return _floor_area(building)


def centre_aside(edit: Edit, rng: Random) -> Breach:
    """Move a lane's centre line nine metres aside."""
    centre = pick(edit, rng, "centre.access", "centre.main", where=lambda one: one.line.length > 20.0)
    (x0, y0), (x1, y1) = centre.points[0], centre.points[-1]
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    centre.move(-(y1 - y0) / length * 9.0, (x1 - x0) / length * 9.0)
    return _stray_line(edit, centre)


def centre_too_long(edit: Edit, rng: Random) -> Breach:
    """Draw a path's centre line fifteen metres further than its outline."""
    centre = pick(edit, rng, "centre.footpath")
    (x0, y0), (x1, y1) = centre.points[-2:]
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    centre.reshape([*centre.points, (x1 + (x1 - x0) / length * 15.0, y1 + (y1 - y0) / length * 15.0)])
    return _stray_line(edit, centre)


def outline_cut(edit: Edit, rng: Random) -> Breach:
    """Cut a path's outline off in the middle."""
    way = pick(edit, rng, "way.footpath", where=lambda one: edit.thing("centre.footpath", one.id).line.length > 12.0)
    centre = edit.thing("centre.footpath", way.id)
    half = centre.line.interpolate(0.5, normalized=True).buffer(centre.line.length / 3.0)
    left = way.polygon.difference(half)
    pieces = [piece for piece in getattr(left, "geoms", [left]) if piece.area > 0.5]
    if not pieces:
        raise NoPlaceError("nothing of the path is left")
    way.reshape(list(pieces[0].exterior.coords)[:-1])
    return _stray_line(edit, centre)


def _stray_line(edit: Edit, centre: Thing) -> Breach:
    ways = [one.polygon for one in edit.things("way.")]
    whole = sum(centre.line.intersection(way).length for way in ways if way.intersects(centre.line))
    out = centre.line.length - min(whole, centre.line.length)
    return above(f"centre line of {centre.id} outside the ways [m], at least", out, 0.05, centre.id)


def _fault(name: str, measure: str, plant: Plant, *, is_unreadable: bool = False) -> Fault:
    return Fault(name=name, measure=measure, expects=(measure,), plant=plant, is_unreadable=is_unreadable)


FAULTS = (
    _fault("no red line", "drawing.boundary", no_red_line, is_unreadable=True),
    _fault("a red line that crosses itself", "drawing.boundary", crossed("site"), is_unreadable=True),
    _fault("a red line left open", "drawing.boundary", left_open("site"), is_unreadable=True),
    _fault("two red lines", "drawing.defects", two_red_lines, is_unreadable=True),
    _fault("people not stated", "drawing.defects", fact_gone("people", None, "people"), is_unreadable=True),
    _fault("people in words", "drawing.defects", fact_gone("people", "六千四百", "people"), is_unreadable=True),
    _fault("a building that crosses itself", "drawing.defects", crossed("building.dwelling"), is_unreadable=True),
    _fault("a building left open", "drawing.defects", left_open("building.dwelling"), is_unreadable=True),
    _fault("a centre line without its way", "drawing.defects", no_centre_line_s_outline, is_unreadable=True),
    _fault("a label in words of one's own", "drawing.defects", label_in_other_words, is_unreadable=True),
    _fault("labels of two homes swapped", "drawing.defects", labels_swapped, is_unreadable=True),
    _fault("a stall drawn twice", "drawing.duplicates", copied_upon("stall.car")),
    _fault("a green drawn twice", "drawing.duplicates", copied_upon("ground.green")),
    _fault("a building drawn twice", "drawing.duplicates", copied_upon("building.dwelling")),
    _fault("a facility drawn twice", "drawing.duplicates", copied_upon("facility.")),
    _fault("a block without its homes", "drawing.people", without_a_block_of_homes),
    _fault("fewer people said than are housed", "drawing.people", fewer_people_said),
    _fault("a third more dwellings on a block's labels", "drawing.people", people_off("people housed", 1.34)),
    _fault("half the dwellings on a block's labels", "drawing.people", people_off("people housed", 0.5)),
    _fault("a label that says too much floor area", "drawing.floor_area", floor_area_said(1.1)),
    _fault("a label that says too little floor area", "drawing.floor_area", floor_area_said(0.95)),
    _fault("a building wider than its label says", "drawing.floor_area", wider_than_said),
    _fault("a storey more than the floor area holds", "drawing.floor_area", a_storey_more),
    _fault("a centre line beside its lane", "drawing.centre_lines", centre_aside),
    _fault("a centre line longer than its path", "drawing.centre_lines", centre_too_long),
    _fault("a path whose outline is cut off", "drawing.centre_lines", outline_cut),
)
