"""Faults of the public garden (garden.*, public_green.*)."""

from random import Random

from benchmarks.faults.builders import (
    add_building,
    area_of,
    area_together,
    box_at,
    inner,
    put_upon,
    relabel,
    scale,
    shrink_to,
    union,
)
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, above, below, unlike
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

SPORT = (0.10, 0.15)  # figures A.4, CRC-15: 10 to 15 % of the garden is sports ground
WIDTH_M = 30.0  # figures D.4
PER_PERSON_M2 = 1.0  # figures D.4: GB 50180 4.0.4
GREEN, BUILT = 0.65, 0.02  # figures D.16


def _garden(edit: Edit) -> Thing:
    return max(edit.some("lot.garden"), key=lambda lot: lot.polygon.area)


def gated_round(edit: Edit, rng: Random) -> Breach:
    """Draw a gated block round the garden: a fence with gates."""
    for number, garden in enumerate(edit.some("lot.garden")):
        ring = list(garden.polygon.buffer(1.0, join_style="mitre").exterior.coords)[:-1]
        fence = edit.add("block", f"KX{number}", ring, ("gated=yes",))
    return unlike(f"the garden lies in {fence.id}, gated", fence.value("gated"), "no")


def cut_off(edit: Edit, _: Random) -> Breach:
    """Move the garden off every street, and take every path at it away."""
    garden = _garden(edit)
    scale(garden, 0.6, 0.6)
    land = garden.polygon.buffer(1.0)
    for way in edit.things("way.footpath", "way.access", "way.main"):
        if way.polygon.intersects(land):
            edit.delete(way, edit.thing(way.role.replace("way.", "centre."), way.id))
    lines = [one.line for one in edit.things("edge") if one.value("road") not in ("", "none")]
    roads = union([*lines, *(one.polygon for one in edit.things("way."))])
    return above("the garden off every road and path [m]", garden.polygon.distance(roads), 0.5)


def no_garden(edit: Edit, _: Random) -> Breach:
    """Take the garden lot away."""
    edit.delete(*edit.some("lot.garden"))
    return below("gardens", float(len(edit.things("lot.garden"))), 1.0)


def _sport(edit: Edit) -> float:
    garden = _garden(edit).polygon
    grounds = [one.polygon.intersection(garden) for one in edit.things("ground.sports_ground", "ground.court")]
    return area_together(grounds) / garden.area


def shrunken_sports_ground(edit: Edit, _: Random) -> Breach:
    """Leave six hundredths of the garden to sport."""
    edit.delete(*edit.things("ground.court"))
    shrink_to(edit.some("ground.sports_ground")[0], 0.06 * _garden(edit).polygon.area)
    return below("sports ground of the garden", _sport(edit), SPORT[0])


def sport_as_paving(edit: Edit, _: Random) -> Breach:
    """Draw the sports grounds as paving."""
    for one in edit.some("ground.sports_ground", "ground.court"):
        edit.retype(one, "ground.paved")
    return below("sports ground of the garden", _sport(edit), SPORT[0])


def sport_outside(edit: Edit, _: Random) -> Breach:
    """Move the sports grounds out of the garden into a block."""
    block = max(edit.some("block"), key=lambda one: one.polygon.area)
    for one in edit.some("ground.sports_ground", "ground.court"):
        put_upon(one, block)
    return below("sports ground of the garden", _sport(edit), SPORT[0])


def sport_all_over(edit: Edit, _: Random) -> Breach:
    """Give a third of the garden to sport."""
    ground = edit.some("ground.sports_ground")[0]
    scale(ground, 1.7, 1.7)
    return above("sports ground of the garden", _sport(edit), SPORT[1])


def narrow_garden(edit: Edit, _: Random) -> Breach:
    """Draw the garden as a strip of 24 m and of the same area."""
    garden = _garden(edit)
    area, at = area_of(garden.points), inner(garden)
    garden.reshape(box_at(at, area / 24.0, 24.0))
    return below("width of the garden, as drawn [m]", 24.0, WIDTH_M)


def pressed_garden(edit: Edit, _: Random) -> Breach:
    """Press the garden to 27 m."""
    garden = _garden(edit)
    _, y0, _, y1 = garden.polygon.bounds
    factor = 27.0 / (y1 - y0)
    scale(garden, 1.0, factor)
    return below("depth of the garden [m]", (y1 - y0) * factor, WIDTH_M)


def gardens_in_pieces(edit: Edit, _: Random) -> Breach:
    """Draw nine small gardens in place of one."""
    garden = _garden(edit)
    x, y = inner(garden)
    garden.reshape(box_at((x, y), 25.0, 25.0))
    for number in range(8):
        edit.copy(garden, f"{garden.id}-{number}", 30.0 * (number % 3 + 1), 30.0 * (number // 3))
    return below("sides of every garden [m]", 25.0, WIDTH_M)


def _people_green(edit: Edit) -> Breach:
    area = area_together([one.polygon for one in edit.things("lot.garden", "ground.pocket_park")])
    return below("public green a person [m2]", area / edit.number("people"), PER_PERSON_M2)


def smaller_garden(edit: Edit, _: Random) -> Breach:
    """Shrink every garden by a quarter."""
    for garden in edit.some("lot.garden"):
        scale(garden, 0.86, 0.86)
    return _people_green(edit)


def more_people(edit: Edit, _: Random) -> Breach:
    """A quarter more people for the same garden."""
    edit.set_fact("people", str(round(edit.number("people") * 1.25)))
    return _people_green(edit)


def garden_as_service(edit: Edit, _: Random) -> Breach:
    """Draw the garden as land for services."""
    for garden in edit.some("lot.garden"):
        edit.retype(garden, "lot.service")
    return _people_green(edit)


def _part(edit: Edit, *roles: str) -> float:
    garden = _garden(edit).polygon
    return area_together([one.polygon.intersection(garden) for one in edit.things(*roles)]) / garden.area


def garden_paved(edit: Edit, _: Random) -> Breach:
    """Pave every green of the garden."""
    garden = _garden(edit).polygon
    for one in edit.things("ground.green"):
        if one.polygon.intersects(garden):
            edit.retype(one, "ground.paved")
    return below("green of the garden", _part(edit, "ground.green", "ground.central_green"), GREEN)


def garden_green_gone(edit: Edit, _: Random) -> Breach:
    """Take every green of the garden away."""
    garden = _garden(edit).polygon
    edit.delete(*[one for one in edit.things("ground.green") if one.polygon.intersects(garden)])
    return below("green of the garden", _part(edit, "ground.green", "ground.central_green"), GREEN)


def garden_kiosks(edit: Edit, _: Random) -> Breach:
    """Build kiosks of 20 m2 on every second green of the garden."""
    garden = _garden(edit).polygon
    greens = [one for one in edit.things("ground.green") if garden.covers(one.polygon.representative_point())]
    for number, one in enumerate(greens):
        add_building(edit, f"kiosk-{number}", box_at(inner(one), 5.0, 4.0), 1)
    return above("built of the garden", _part(edit, "building."), BUILT)


def garden_pavilion(edit: Edit, _: Random) -> Breach:
    """Build a house on a twentieth of the garden."""
    garden = _garden(edit)
    side = (0.05 * garden.polygon.area) ** 0.5
    add_building(edit, "pavilion", box_at(inner(garden), side, side), 1)
    return above("built of the garden", _part(edit, "building."), BUILT)


FAULTS = (
    *ways_to_break(
        "garden.open",
        ("CRC-15.open",),
        {
            "a garden fenced": relabel("lot.garden", "is_open", "no", "yes"),
            "a gated block round the garden": gated_round,
            "a garden that no road or path reaches": cut_off,
            "no garden": no_garden,
        },
    ),
    *ways_to_break(
        "garden.sport_share",
        ("CRC-15.sport.min", "GB180-4.0.4.c"),
        {
            "a sports ground too small for the garden": shrunken_sports_ground,
            "sports grounds drawn as paving": sport_as_paving,
            "sports grounds outside the garden": sport_outside,
        },
    ),
    *ways_to_break(
        "garden.sport_share", ("CRC-15.sport.max", "GB180-4.0.4.c.max"), {"sport all over the garden": sport_all_over}
    ),
    *ways_to_break(
        "garden.width",
        ("GB180-4.0.4.b",),
        {
            "a garden of 24 m": narrow_garden,
            "a garden pressed to 27 m": pressed_garden,
            "nine small gardens": gardens_in_pieces,
        },
    ),
    *ways_to_break(
        "public_green.per_person",
        ("GB180-4.0.4.a",),
        {
            "a garden a quarter smaller": smaller_garden,
            "a quarter more people for the garden": more_people,
            "a garden drawn as land for services": garden_as_service,
        },
    ),
    *ways_to_break(
        "garden.part_share",
        ("GB180-D16.green",),
        {"a garden whose green is paved": garden_paved, "a garden without its green": garden_green_gone},
    ),
    *ways_to_break(
        "garden.part_share",
        ("GB180-D16.built",),
        {"a house on a twentieth of the garden": garden_pavilion, "kiosks on the garden's greens": garden_kiosks},
    ),
)
