"""Faults of where stalls lie: in groups too large or too near, and too far from homes."""

from random import Random

from shapely import union_all

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, above, below
from benchmarks.faults.placing import free_box, gap, near
from benchmarks.faults.roads import STALL_M, field_of_stalls
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

STALLS, GARAGE, HOME = "stall.", "ground.garage", "building.dwelling"
GROUP, GROUP_GAP_M = 50, 6.0  # GB 50067 4.2.10
REACH_M = 150.0  # GB 50180 table B.0.3
GROUPS = ("FIRE-25.gap",)


def one_field(edit: Edit, rng: Random) -> Breach:
    room = _room(edit, rng, 68.0, 13.0)
    stalls = field_of_stalls(edit, room, 2, 26)
    return above("stalls side by side", float(len(stalls)), GROUP)


def _room(edit: Edit, rng: Random, wide: float, deep: float) -> tuple[float, float]:
    """Lower left corner of ground without stalls; a box that stands upright is not looked for."""
    taken = [one.polygon.buffer(12.0) for one in edit.things(STALLS)]
    for _ in range(40):
        x0, y0, x1, y1 = free_box(edit, rng, wide, deep, *taken).bounds
        if x1 - x0 > y1 - y0:
            return x0, y0
    raise NoPlaceError("no room for a field of stalls")


def two_fields(edit: Edit, rng: Random) -> Breach:
    x, y = _room(edit, rng, 68.0, 17.0)
    first = field_of_stalls(edit, (x, y), 1, 26)
    second = field_of_stalls(edit, (x, y + STALL_M[1] + 4.0), 1, 26, 100)
    return below("between two groups of 26 stalls", gap(first[0], second[0]), GROUP_GAP_M)


def one_long_row(edit: Edit, rng: Random) -> Breach:
    stall = pick(edit, rng, "stall.car")
    (x, y), (x1, y1) = (
        stall.points[0],
        min(stall.points[1:], key=lambda at: abs((at[0] - stall.at[0]) ** 2 + (at[1] - stall.at[1]) ** 2)),
    )
    row = [edit.copy(stall, f"P-r{number}", (x1 - x) * number, (y1 - y) * number) for number in range(1, GROUP + 1)]
    return above("stalls in a row", float(len(row) + 1), GROUP)


def every_stall_in_one_field(edit: Edit, rng: Random) -> Breach:
    stalls = edit.some(STALLS)
    x0, y0, _, _ = edit.site.bounds
    for number, stall in enumerate(stalls):
        middle = stall.polygon.centroid
        stall.move(x0 + 40.0 + number % 20 * 6.0 - middle.x, y0 + 40.0 + number // 20 * 6.0 - middle.y)
    gaps = [min(gap(one, other) for other in stalls if other is not one) for one in stalls]
    if max(gaps) >= GROUP_GAP_M:
        raise NoPlaceError("the field has gaps")
    return above("stalls in one field", float(len(stalls)), GROUP)


# within reach
def _reached(edit: Edit, home: Thing) -> Breach:
    places = [*edit.things(GARAGE), *(one for one in edit.things(STALLS) if one.value("use") == "resident")]
    doors = edit.of(home.id, "of", "spot.door")
    ground = union_all([one.polygon for one in places])
    return above(
        "from a home to the nearest stall of residents", max(ground.distance(door.place) for door in doors), REACH_M, home.id
    )


def _near_parking(edit: Edit, home: Thing) -> list[Thing]:
    return near(edit, home.polygon, REACH_M + 10.0, GARAGE, STALLS)


def no_parking_near(edit: Edit, rng: Random) -> Breach:
    home = pick(edit, rng, HOME)
    edit.delete(*_near_parking(edit, home))
    return _reached(edit, home)


def home_moved_far(edit: Edit, rng: Random) -> Breach:
    home = pick(edit, rng, HOME)
    x0, _, x1, _ = edit.site.bounds
    edit.move_building(home, x1 - x0 + 170.0, 0.0)
    return _reached(edit, home)


def parking_for_others(edit: Edit, rng: Random) -> Breach:
    home = pick(edit, rng, HOME)
    for one in _near_parking(edit, home):
        if one.role == GARAGE:
            edit.retype(one, "ground.paved")
        else:
            one.set("use", "visitor")
    return _reached(edit, home)


FAULTS = (
    *ways_to_break(
        "fire.stall_group_gap",
        GROUPS,
        {
            "two groups of 26 stalls 4 m apart": two_fields,
            "a field of 52 stalls": one_field,
            "every stall of the site in one field, too close": every_stall_in_one_field,
        },
    ),
    *ways_to_break(
        "fire.stall_group_size",
        ("FIRE-25.size",),
        {
            "a row of 51 stalls": one_long_row,
            "a field of 52 stalls, counted": one_field,
            "every stall of the site in one field": every_stall_in_one_field,
        },
    ),
    *ways_to_break(
        "parking.reach",
        ("GB180-B03.parking",),
        {
            "no stall or garage within 150 m of a home": no_parking_near,
            "a home moved away from all parking": home_moved_far,
            "only visitors' stalls within 150 m of a home": parking_for_others,
        },
    ),
)
