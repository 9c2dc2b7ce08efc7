"""Faults of parking counted: too few stalls, too many on the surface, none accessible or for chargers."""

from random import Random

from benchmarks.faults.builders import pick, scale
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, above, below, unlike
from benchmarks.faults.placing import free_box
from benchmarks.faults.roads import field_of_stalls
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

STALLS, GARAGE, HOME = "stall.", "ground.garage", "building.dwelling"
A_HOUSEHOLD = 1.0  # 完整居住社区建设标准 10
SURFACE_SHARE = 0.1  # GB 50180 5.0.6
GARAGE_M2 = 30.0  # a stall below ground at least, GB/T 51149
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


RATIO = ("CRC-10.ratio",)

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
)
