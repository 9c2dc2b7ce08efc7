"""Faults of parking counted: too few stalls, too many on the surface, none accessible or for chargers, too large groups."""

from random import Random

from shapely import union_all

from benchmarks.faults.builders import pick, scale
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, above, below, unlike
from benchmarks.faults.placing import free_box, gap, near
from benchmarks.faults.roads import STALL_M, field_of_stalls
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

STALLS, GARAGE, HOME = "stall.", "ground.garage", "building.dwelling"
A_HOUSEHOLD = 1.0  # 完整居住社区建设标准 10
SURFACE_SHARE = 0.1  # GB 50180 5.0.6
GARAGE_M2 = 30.0  # a stall below ground at least, GB/T 51149
GROUP, GROUP_GAP_M = 50, 6.0  # GB 50067 4.2.10
REACH_M = 150.0  # GB 50180 table B.0.3
READY = ("built", "reserved")


def households(edit: Edit) -> int:
    """Homes that the labels tell."""
    return sum(one.dwellings for one in edit.things("building."))


def residents(edit: Edit) -> float:
    """Stalls of residents: on the surface, and in garages as labelled, no more than they can hold."""
    surface = sum(one.value("use") == "resident" for one in edit.things(STALLS))
    garages = edit.things(GARAGE)
    held = [one.polygon.area * float(one.value("levels") or 1) // GARAGE_M2 for one in garages]
    return surface + sum(min(float(one.value("stalls")), most) for one, most in zip(garages, held, strict=True))


# for every household
def _ratio(edit: Edit) -> Breach:
    return below("stalls of residents a household", residents(edit) / households(edit), A_HOUSEHOLD)


def garage_dropped(edit: Edit, rng: Random) -> Breach:
    edit.delete(pick(edit, rng, GARAGE))
    return _ratio(edit)


def stalls_of_garages_fewer(edit: Edit, _: Random) -> Breach:
    for garage in edit.some(GARAGE):
        garage.set("stalls", str(int(float(garage.value("stalls")) * 0.9)))
    return _ratio(edit)


def garages_too_small(edit: Edit, _: Random) -> Breach:
    for garage in edit.some(GARAGE):
        scale(garage, 0.9, 0.8)
    return _ratio(edit)


def more_homes(edit: Edit, _: Random) -> Breach:
    for home in edit.some(HOME):
        home.set_dwellings(int(home.dwellings * 1.1) + 1)
    return _ratio(edit)


def residents_into_visitors(edit: Edit, _: Random) -> Breach:
    for stall in edit.some(STALLS):
        stall.set("use", "visitor")
    for garage in edit.some(GARAGE)[:1]:
        garage.set("stalls", str(int(float(garage.value("stalls")) * 0.7)))
    return _ratio(edit)


# on the surface
def _surface(edit: Edit) -> Breach:
    count = sum(one.value("use") not in ("shop", "service") for one in edit.things(STALLS))
    return above("surface stalls of residents and visitors a household", count / households(edit), SURFACE_SHARE)


def field_on_the_surface(edit: Edit, rng: Random) -> Breach:
    x0, y0, _, _ = free_box(edit, rng, 4.0, 4.0).bounds
    field_of_stalls(edit, (x0, y0), 12, int(households(edit) * SURFACE_SHARE / 12) + 1)
    return _surface(edit)


def fewer_homes(edit: Edit, _: Random) -> Breach:
    for home in edit.some(HOME):
        home.set_dwellings(max(home.dwellings // 6, 1))
    return _surface(edit)


def every_stall_again(edit: Edit, _: Random) -> Breach:
    """Every row of stalls copied beside the site, for visitors, as often as it takes."""
    x0, _, x1, _ = edit.site.bounds
    stalls = edit.some(STALLS)
    for number in range(6):
        for stall in stalls:
            edit.copy(stall, f"{stall.id}-c{number}", (number + 1.0) * (x1 - x0), 0.0).set("use", "visitor")
    return _surface(edit)


# accessible
def _facility(edit: Edit, rng: Random, is_resident: bool) -> tuple[str, list[Thing]]:
    """Surface stalls of one block or lot and of one use."""
    groups: dict[str, list[Thing]] = {}
    for stall in edit.some(STALLS):
        if (stall.value("use") == "resident") is is_resident:
            groups.setdefault(stall.value("block") or stall.value("lot"), []).append(stall)
    if not groups:
        raise NoPlaceError("no such stalls on the surface")
    name = rng.choice(sorted(groups))
    return name, groups[name]


def _accessible(name: str, stalls: list[Thing]) -> Breach:
    return below(f"accessible stalls of {name}", float(sum(one.role == "stall.accessible" for one in stalls)), 1.0, name)


def accessible_into_common(edit: Edit, rng: Random) -> Breach:
    name, stalls = _facility(edit, rng, is_resident=False)
    for stall in [one for one in stalls if one.role == "stall.accessible"]:
        edit.retype(stall, "stall.car")
    return _accessible(name, stalls)


def accessible_dropped(edit: Edit, rng: Random) -> Breach:
    name, stalls = _facility(edit, rng, is_resident=True)
    gone = [one for one in stalls if one.role == "stall.accessible"]
    edit.delete(*gone)
    return _accessible(name, [one for one in stalls if one not in gone])


def garage_without_accessible(edit: Edit, rng: Random) -> Breach:
    garage = pick(edit, rng, GARAGE)
    garage.set("accessible", "0")
    return below("accessible stalls of a garage", float(garage.value("accessible")), 1.0, garage.id)


def garage_silent_of_accessible(edit: Edit, rng: Random) -> Breach:
    garage = pick(edit, rng, GARAGE)
    garage.set("accessible", None)
    return unlike("accessible stalls as the garage's label says", garage.value("accessible"), "a number", garage.id)


# chargers
def garage_without_chargers(edit: Edit, rng: Random) -> Breach:
    garage = pick(edit, rng, GARAGE)
    garage.set("ev", "none")
    return unlike("a garage's chargers", garage.value("ev"), "reserved", garage.id)


def resident_without_charger(edit: Edit, rng: Random) -> Breach:
    name, stalls = _facility(edit, rng, is_resident=True)
    stalls[0].set("ev", "none")
    return below(
        "share of residents' stalls with a charger", sum(one.value("ev") in READY for one in stalls) / len(stalls), 1.0, name
    )


def visitors_without_chargers(edit: Edit, rng: Random) -> Breach:
    name, stalls = _facility(edit, rng, is_resident=False)
    for stall in stalls:
        stall.set("ev", "none")
    return below(
        "share of public stalls with a charger", sum(one.value("ev") in READY for one in stalls) / len(stalls), 0.1, name
    )


def garage_silent_of_chargers(edit: Edit, rng: Random) -> Breach:
    garage = pick(edit, rng, GARAGE)
    garage.set("ev", None)
    return unlike("a garage's chargers", garage.value("ev"), "reserved", garage.id)


# groups
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


RATIO = ("CRC-10.ratio",)
GROUPS = ("FIRE-25.gap",)

FAULTS = (
    *ways_to_break(
        "stalls.per_household",
        RATIO,
        {
            "a garage dropped": garage_dropped,
            "a tenth fewer stalls on the labels of the garages": stalls_of_garages_fewer,
            "garages too small for the stalls on their labels": garages_too_small,
            "a tenth more homes for the same stalls": more_homes,
            "residents' stalls given to visitors": residents_into_visitors,
        },
    ),
    *ways_to_break(
        "stalls.surface_share",
        ("GB180-5.0.6.surface",),
        {
            "a field of stalls on the surface": field_on_the_surface,
            "a sixth of the homes for the same stalls": fewer_homes,
            "every row of stalls copied six times": every_stall_again,
        },
    ),
    *ways_to_break(
        "stalls.accessible_share",
        ("ACC-07.public",),
        {"the accessible stalls of visitors turned into common ones": accessible_into_common},
    ),
    *ways_to_break(
        "stalls.accessible_share",
        ("CRC-B10.acc",),
        {
            "the accessible stalls of a block's residents dropped": accessible_dropped,
            "a garage without an accessible stall": garage_without_accessible,
        },
    ),
    *ways_to_break(
        "stalls.accessible_share",
        ("CRC-B10.acc",),
        {"a garage that says nothing of accessible stalls": garage_silent_of_accessible},
        "blocked",
    ),
    *ways_to_break(
        "stalls.ev_share",
        ("CRC-10.ev",),
        {
            "a garage prepared for no charger": garage_without_chargers,
            "a resident's stall prepared for no charger": resident_without_charger,
        },
    ),
    *ways_to_break(
        "stalls.ev_share",
        ("CRC-B10.public.b",),
        {"no public stall of a block or lot prepared for a charger": visitors_without_chargers},
    ),
    *ways_to_break(
        "stalls.ev_share", ("CRC-10.ev",), {"a garage that says nothing of chargers": garage_silent_of_chargers}, "blocked"
    ),
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
