"""Changes that many faults of facilities, lots and grounds are made of; each measures by arithmetic of its own."""

from random import Random

from shapely.geometry import Polygon
from shapely.geometry import box as rectangle

from benchmarks.faults.builders import shrink_to
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Plant, above, below, unlike
from benchmarks.faults.thing import At, Thing

SAID, NOT_SAID = "said", "not said"


def facility(kind: str) -> str:
    """Role of a kind of facility."""
    return f"facility.{kind}"


def first(edit: Edit, role: str) -> Thing:
    """The first thing of a role."""
    return edit.some(role)[0]


def listed(one: Thing, key: str) -> list[str]:
    """Words of a list in a label."""
    return [word for word in one.value(key).split(",") if word]


def remove(edit: Edit, *things: Thing) -> None:
    """Take things off, facilities with the doors that are theirs."""
    names = {one.id for one in things if one.role.startswith("facility.")}
    edit.delete(*things, *(door for door in edit.things("spot.door") if door.value("of") in names))


def remove_ways(edit: Edit, centres: list[Thing]) -> None:
    """Take ways off by their centre lines, outline and all."""
    edit.delete(*centres, *(edit.thing(one.role.replace("centre.", "way."), one.id) for one in centres))


def area_of_floors(one: Thing) -> float:
    """Outline times the floors in the label [m2]."""
    return one.polygon.area * len(listed(one, "floors"))


def building_of(edit: Edit, one: Thing) -> Thing:
    """Building that a facility's label names."""
    return edit.named(one.value("building"), "building.")


def lot_under(edit: Edit, one: Thing) -> Thing:
    """Lot in which the middle of a thing lies."""
    middle = one.polygon.representative_point()
    for lot in edit.things("lot."):
        if lot.polygon.covers(middle):
            return lot
    raise NoPlaceError(f"{one.id} stands on no lot")


def on_lot(edit: Edit, lot: Thing, *roles: str) -> list[Thing]:
    """Things of some roles whose middle lies on a lot."""
    return [one for one in edit.things(*roles) if lot.polygon.covers(one.place.centroid)]


def scaled_to(one: Thing, area_m2: float) -> float:
    """Scale an outline about its middle to an area; the area that it has then [m2]."""
    factor = (area_m2 / one.polygon.area) ** 0.5
    middle = one.polygon.centroid
    one.reshape([(middle.x + (x - middle.x) * factor, middle.y + (y - middle.y) * factor) for x, y in one.points])
    return float(one.polygon.area)


def ring(shape: Polygon) -> list[At]:
    """Corners of an outline."""
    return [(float(x), float(y)) for x, y, *_ in list(shape.exterior.coords)[:-1]]


def cut_in_two(edit: Edit, one: Thing, gap_m: float) -> tuple[Thing, Thing]:
    """Cut an outline across its longer way, with a gap: the first half keeps the id."""
    west, south, east, north = one.polygon.bounds
    x, y = (west + east) / 2, (south + north) / 2
    if east - west > north - south:
        sides = (rectangle(west, south, x - gap_m / 2, north), rectangle(x + gap_m / 2, south, east, north))
    else:
        sides = (rectangle(west, south, east, y - gap_m / 2), rectangle(west, y + gap_m / 2, east, north))
    halves = [one.polygon.intersection(side) for side in sides]
    if not all(isinstance(half, Polygon) for half in halves):
        raise NoPlaceError(f"{one.id} does not fall into two pieces")
    words, names, name = one.words[2:], {other.id for other in edit.things(one.role)}, f"{one.id}-b"
    while name in names:
        name += "b"
    one.reshape(ring(halves[0]))
    return one, edit.add(one.role, name, ring(halves[1]), words)


def too_small(role: str, to_m2: float, least_m2: float) -> Plant:
    """Plant that shrinks every outline of a role."""

    def plant(edit: Edit, rng: Random) -> Breach:
        areas = [shrink_to(one, to_m2) for one in edit.some(role)]
        return below(f"largest {role} [m2]", max(areas), least_m2)

    return plant


def split(role: str, least_m2: float) -> Plant:
    """Plant that cuts every outline of a role, 2 m between, until each piece is below what one must have."""

    def plant(edit: Edit, rng: Random) -> Breach:
        pieces = [piece for one in edit.some(role) for piece in cut_in_two(edit, one, 2.0)]
        while max(piece.polygon.area for piece in pieces) >= least_m2:
            pieces = [half for piece in pieces for half in cut_in_two(edit, piece, 2.0)]
        return below(f"largest of {len(pieces)} pieces of {role} [m2]", max(one.polygon.area for one in pieces), least_m2)

    return plant


def taken_away(*roles: str, least: float = 1.0) -> Plant:
    """Plant that takes away all things of some roles."""

    def plant(edit: Edit, rng: Random) -> Breach:
        remove(edit, *edit.some(*roles))
        count = float(len(edit.things(*roles)))
        return below(f"number of {', '.join(roles)}", count, least)

    return plant


def retyped(role: str, to: str) -> Plant:
    """Plant that puts all things of a role on another role's layer."""

    def plant(edit: Edit, rng: Random) -> Breach:
        for one in edit.some(role):
            edit.retype(one, to)
        return below(f"number of {role}", float(len(edit.things(role))), 1.0)

    return plant


def says(role: str, key: str, value: str, beside: float, *, is_floor: bool = True) -> Plant:
    """Plant that writes another number into the label of the first thing of a role: below a floor, or above a ceiling."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = first(edit, role)
        one.set(key, value)
        hold = below if is_floor else above
        return hold(f"{key} of {one.id}", float(value), beside, one.id)

    return plant


def word(role: str, key: str, value: str, wanted: str) -> Plant:
    """Plant that writes another word into the labels of all things of a role."""

    def plant(edit: Edit, rng: Random) -> Breach:
        for one in edit.some(role):
            one.set(key, value)
        return unlike(f"{key} of {role}", value, wanted)

    return plant


def silent(role: str, key: str, *, is_all: bool = True) -> Plant:
    """Plant that takes a key off the labels of all things of a role, or of one: the drawing does not say."""

    def plant(edit: Edit, rng: Random) -> Breach:
        found = [one for one in edit.some(role) if one.value(key)]
        if not found:
            raise NoPlaceError(f"no {role} says {key}")
        chosen = found if is_all else [rng.choice(found)]
        for one in chosen:
            one.set(key, None)
        names = () if is_all else (chosen[0].id,)
        return unlike(f"{key} of {chosen[0].id}", NOT_SAID, SAID, *names)

    return plant


def without_word(role: str, key: str, missing: str, *, instead: str = "") -> Plant:
    """Plant that strikes one word off a list in the labels of all things of a role, or writes another in its place."""

    def plant(edit: Edit, rng: Random) -> Breach:
        found = [one for one in edit.some(role) if missing in listed(one, key)]
        if not found:
            raise NoPlaceError(f"no {role} lists {missing}")
        for one in edit.some(role):
            kept = [word for word in listed(one, key) if word != missing] + ([instead] if instead else [])
            one.set(key, ",".join(kept) or None)
        return unlike(f"{missing} in {key} of {role}", NOT_SAID, SAID)

    return plant
