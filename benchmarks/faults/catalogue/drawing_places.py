"""Faults of where things are drawn: over the red line, upon each other, upon what stays (drawing.*)."""

from random import Random

from shapely.geometry import LineString

from benchmarks.faults.builders import area_together, box_at, inner, outside, pick, put_upon, scale
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, Plant, above
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

BARELY_M = 0.05  # beyond doubt, where the law says not at all


BARELY_M2 = 0.5


INNER = ("way.", "building.", "ground.", "stall.", "lot.", "block")


def over_the_line(*roles: str) -> Plant:
    """Move one thing three metres over the red line."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = pick(edit, rng, *roles)
        line, middle = edit.site.exterior, one.polygon.centroid
        near = line.interpolate(line.project(middle))
        share = (one.polygon.distance(line) + 3.0) / middle.distance(near)
        step = (round((near.x - middle.x) * share, 3), round((near.y - middle.y) * share, 3))
        if one.role.startswith("building."):
            edit.move_building(one, *step)
        else:
            one.move(*step)
        return above(f"{one.id} beyond the red line [m]", outside(one.polygon, edit.site), BARELY_M, one.id)

    return plant


def red_line_drawn_in(edit: Edit, _: Random) -> Breach:
    """Draw the red line in: a hundredth less each way."""
    scale(edit.some("site")[0], 0.99, 0.99)
    far = max(edit.things(*INNER), key=lambda one: outside(one.polygon, edit.site))
    return above(f"{far.id} beyond the red line [m]", outside(far.polygon, edit.site), BARELY_M, far.id)


def larger_garage(edit: Edit, rng: Random) -> Breach:
    """Draw a garage past the red line: stretched until it reaches over."""
    garage = pick(edit, rng, "ground.garage")
    for _ in range(12):
        scale(garage, 1.15, 1.15)
        if outside(garage.polygon, edit.site) > 2.0:
            break
    return above(f"{garage.id} beyond the red line [m]", outside(garage.polygon, edit.site), BARELY_M, garage.id)


def _shared(one: Thing, other: Thing) -> float:
    return float(one.polygon.intersection(other.polygon).area)


def upon(role: str, other_role: str, says: str) -> Plant:
    """Move one thing upon another."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one = pick(edit, rng, role)
        other = pick(edit, rng, other_role, where=lambda thing: thing.id != one.id)
        put_upon(one, other)
        return above(f"{says}: {one.id} and {other.id} share [m2]", _shared(one, other), BARELY_M2, one.id, other.id)

    return plant


def shifted_copy(edit: Edit, rng: Random) -> Breach:
    """Draw a building again three metres beside itself."""
    one = pick(edit, rng, "building.dwelling")
    twin = edit.copy(one, f"{one.id}x", 3.0, 0.0)
    return above(f"{one.id} and its copy share [m2]", _shared(one, twin), BARELY_M2, one.id, twin.id)


def wider_street(edit: Edit, rng: Random) -> Breach:
    """Widen a street over the blocks beside it."""
    street = pick(edit, rng, "way.street")
    centre = edit.thing("centre.street", street.id)
    street.reshape(list(centre.line.buffer(18.0, cap_style="flat", join_style="mitre").exterior.coords)[:-1])
    block = max(edit.some("block"), key=lambda one: _shared(street, one))
    return above(f"{street.id} and {block.id} share [m2]", _shared(street, block), BARELY_M2, street.id)


def larger_lot(edit: Edit, rng: Random) -> Breach:
    """Draw a lot half as large again, over the blocks round it."""
    lot = pick(edit, rng, "lot.")
    scale(lot, 1.25, 1.25)
    rest = [one for one in edit.things("block", "lot.", "way.street") if one.id != lot.id]
    return above(f"{lot.id} and the land round it share [m2]", sum(_shared(lot, one) for one in rest), BARELY_M2, lot.id)


def _kept(edit: Edit) -> list[Thing]:
    return edit.some("keep_out", "context")


def upon_what_stays(role: str) -> Plant:
    """Move one thing upon a keep-out or a building that stays."""

    def plant(edit: Edit, rng: Random) -> Breach:
        kept = rng.choice(_kept(edit))
        one = pick(edit, rng, role)
        put_upon(one, kept)
        return above(f"{one.id} takes of what stays [m2]", _shared(one, kept), BARELY_M2, one.id)

    return plant


def larger_keep_out(edit: Edit, rng: Random) -> Breach:
    """Draw what stays three times as long and as deep: it was larger than was drawn."""
    kept = rng.choice(_kept(edit))
    scale(kept, 3.0, 3.0)
    taken = [one for one in edit.things("building.", "way.", "stall.") if _shared(one, kept) > BARELY_M2]
    share = area_together([one.polygon.intersection(kept.polygon) for one in taken])
    return above("taken of what stays [m2]", share, BARELY_M2, *(one.id for one in taken))


def path_through_what_stays(edit: Edit, rng: Random) -> Breach:
    """Lay a path right through what stays."""
    kept = rng.choice(_kept(edit))
    x, y = inner(kept)
    line = LineString([(x - 15.0, y), (x + 15.0, y)])
    words = ("carriageway=2.0", "fire=no", "footway=0.0")
    path = edit.add("way.footpath", "R-footpath-x", box_at((x, y), 30.0, 2.0), words)
    edit.add("centre.footpath", "R-footpath-x", list(line.coords))
    return above("a path takes of what stays [m2]", _shared(path, kept), BARELY_M2, path.id)


def stall_upon(*roles: str) -> Plant:
    """Move a stall upon something that must be free of it."""

    def plant(edit: Edit, rng: Random) -> Breach:
        stall = pick(edit, rng, "stall.car")
        other = pick(edit, rng, *roles, where=lambda one: one.id != stall.id)
        put_upon(stall, other)
        return above(f"{stall.id} upon {other.id} [m2]", _shared(stall, other), BARELY_M2, stall.id)

    return plant


def stalls_pushed_together(edit: Edit, rng: Random) -> Breach:
    """Push a stall half upon the next one."""
    stall = pick(edit, rng, "stall.car")
    others = [one for one in edit.some("stall.car") if one.id != stall.id]
    near = min(others, key=lambda one: one.polygon.centroid.distance(stall.polygon.centroid))
    here, there = stall.polygon.centroid, near.polygon.centroid
    stall.move(round((there.x - here.x) / 2.0, 3), round((there.y - here.y) / 2.0, 3))
    return above(f"{stall.id} upon {near.id} [m2]", _shared(stall, near), BARELY_M2, stall.id, near.id)


FAULTS = (
    *ways_to_break(
        "drawing.inside",
        ("drawing.inside",),
        {
            "a building over the red line": over_the_line("building.dwelling"),
            "a lot over the red line": over_the_line("lot."),
            "stalls over the red line": over_the_line("stall.car"),
            "a red line drawn in": red_line_drawn_in,
            "a garage stretched past the red line": larger_garage,
        },
    ),
    *ways_to_break(
        "drawing.overlaps",
        ("drawing.overlaps",),
        {
            "a building upon another": upon("building.dwelling", "building.", "moved"),
            "a building copied beside itself": shifted_copy,
            "a lot upon a block": upon("lot.", "block", "moved"),
            "a street over the blocks": wider_street,
            "a lot over the land round it": larger_lot,
        },
    ),
    *ways_to_break(
        "drawing.keep_outs",
        ("drawing.keep_outs",),
        {
            "a building upon what stays": upon_what_stays("building.dwelling"),
            "a stall upon what stays": upon_what_stays("stall.car"),
            "a path through what stays": path_through_what_stays,
            "what stays is larger than was drawn": larger_keep_out,
        },
    ),
    *ways_to_break(
        "drawing.stalls_clear",
        ("drawing.stalls_clear",),
        {
            "a stall upon a lane": stall_upon("way.access", "way.main"),
            "a stall in a building": stall_upon("building."),
            "a stall upon a rescue ground": stall_upon("ground.fire_ground"),
            "a stall upon a ramp": stall_upon("ground.ramp"),
            "a stall half upon the next": stalls_pushed_together,
        },
    ),
)
