"""Faults of the five-minute circle's land: its floor area, its land a person and the shares of its uses (circle.*).

The circle reaches to the middle of the roads around; no drawing says how wide they are. The planter therefore takes the
land at its least or at its most, whichever makes the breach harder: the site alone, or the site and thirty metres about it.
"""

from random import Random

from benchmarks.faults.builders import area_of, area_together, average_storeys, restack, scale
from benchmarks.faults.catalogue.blocks import GROUPS
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Plant, above, below
from benchmarks.faults.ways import ways_to_break

AROUND_M = 30.0
# figures D.2, table 4.0.1-3, by zone group: FAR, land a person; by class: facilities, green, roads
FAR = {
    "I_VII": {"multi2": (1.2, 1.3), "high1": (1.4, 1.8)},
    "II_VI": {"multi2": (1.2, 1.4), "high1": (1.5, 1.9)},
    "III_V": {"multi2": (1.3, 1.6), "high1": (1.6, 2.0)},
}
LAND_M2 = {
    "I_VII": {"multi2": (28.0, 31.0), "high1": (20.0, 27.0)},
    "II_VI": {"multi2": (25.0, 29.0), "high1": (19.0, 25.0)},
    "III_V": {"multi2": (23.0, 26.0), "high1": (18.0, 23.0)},
}
SHARES = {
    "multi2": {"facilities": (0.05, 0.06), "green": (0.03, 0.04), "road": (0.15, 0.20)},
    "high1": {"facilities": (0.06, 0.08), "green": (0.04, 0.05), "road": (0.15, 0.20)},
}


def _class(edit: Edit) -> str:
    mean = average_storeys(edit.some("building.dwelling"))
    if 7.0 <= mean <= 9.0:
        return "multi2"
    if 10.0 <= mean <= 18.0:
        return "high1"
    raise NoPlaceError(f"{mean:.1f} average storeys lie between the classes")


def _land(edit: Edit) -> tuple[float, float]:
    """Least and most land of the circle [m²]."""
    return area_of(edit.some("site")[0].points), float(edit.site.buffer(AROUND_M).area)


def _far(edit: Edit, storeys: str) -> Breach:
    floors = sum(one.polygon.area * one.storeys for one in edit.things("building."))
    low, high = FAR[GROUPS[edit.fact("climate_zone")]][storeys]
    least, most = _land(edit)
    if floors / least < low:
        return below("FAR of the circle, at most", floors / least, low)
    return above("FAR of the circle, at least", floors / most, high)


def offices_raised(edit: Edit, _: Random) -> Breach:
    """Make towers of what is no home."""
    storeys = _class(edit)
    for one in edit.some("building.service", "building.kindergarten", "building.shops", "building.utility"):
        restack(one, 90)
    return _far(edit, storeys)


def homes_halved(edit: Edit, _: Random) -> Breach:
    """Take every second home away."""
    storeys = _class(edit)
    for one in edit.some("building.dwelling")[::2]:
        edit.delete(one, *edit.parts(one))
    if _class(edit) != storeys:
        raise NoPlaceError("the homes that are left are of another class")
    return _far(edit, storeys)


def land_quartered(edit: Edit, _: Random) -> Breach:
    """Draw the red line in to a quarter of the land."""
    storeys = _class(edit)
    scale(edit.some("site")[0], 0.45, 0.45)
    edit.delete(*edit.things("edge"))
    return _far(edit, storeys)


def _per_person(edit: Edit) -> Breach:
    low, high = LAND_M2[GROUPS[edit.fact("climate_zone")]][_class(edit)]
    least, most = _land(edit)
    people = edit.number("people")
    if most / people < low:
        return below("land a person of the circle, at most [m2]", most / people, low)
    return above("land a person of the circle, at least [m2]", least / people, high)


def people_times(factor: float) -> Plant:
    """State other people on the same land."""

    def plant(edit: Edit, _: Random) -> Breach:
        edit.set_fact("people", str(round(edit.number("people") * factor)))
        return _per_person(edit)

    return plant


def larger_site(edit: Edit, _: Random) -> Breach:
    """Draw the red line far out into the fields."""
    scale(edit.some("site")[0], 1.5, 1.5)
    return _per_person(edit)


def _share(edit: Edit, use: str, roles: tuple[str, ...]) -> Breach:
    land = area_together([one.polygon for one in edit.things(*roles)])
    low, high = SHARES[_class(edit)][use]
    least, most = _land(edit)
    if land / least < low:
        return below(f"{use} of the circle, at most", land / least, low)
    return above(f"{use} of the circle, at least", land / most, high)


FACILITIES = ("lot.kindergarten", "lot.service", "lot.shops", "lot.waste_station", "lot.utility")


def lots_gone(edit: Edit, _: Random) -> Breach:
    """Take the lots of services, shops and utilities away."""
    edit.delete(*edit.some("lot.service", "lot.shops", "lot.utility"))
    return _share(edit, "facilities", FACILITIES)


def lots_larger(edit: Edit, _: Random) -> Breach:
    """Draw the kindergarten's and the services' lots twice as wide and deep."""
    for one in edit.some("lot.service", "lot.kindergarten"):
        scale(one, 2.0, 2.0)
    return _share(edit, "facilities", FACILITIES)


def garden_times(factor: float) -> Plant:
    """Draw the gardens larger or smaller."""

    def plant(edit: Edit, _: Random) -> Breach:
        for one in edit.some("lot.garden"):
            scale(one, factor, factor)
        return _share(edit, "green", ("lot.garden",))

    return plant


def streets_gone(edit: Edit, _: Random) -> Breach:
    """Take the streets away, and say that no road lies along the site."""
    for one in edit.some("way.street"):
        edit.delete(one, edit.thing("centre.street", one.id))
    for edge in edit.things("edge"):
        edge.set("road", "none")
        edge.set("gate", "no")
    land = area_together([one.polygon for one in edit.things("way.street")])
    return below("roads of the circle", land / _land(edit)[0], SHARES[_class(edit)]["road"][0])


def streets_wide(edit: Edit, _: Random) -> Breach:
    """Draw streets of sixty metres."""
    for one in edit.some("way.street"):
        line = edit.thing("centre.street", one.id).line
        one.reshape(list(line.buffer(35.0, cap_style="flat", join_style="mitre").exterior.coords)[:-1])
    return _share(edit, "road", ("way.street",))


DRAWN = ("usual", "conditions")

FAULTS = (
    *ways_to_break(
        "circle.far",
        ("GB180-4.0.1.far",),
        {
            "towers for services in the circle": offices_raised,
            "half the homes of the circle": homes_halved,
            "a quarter of the circle's land": land_quartered,
        },
        drawings=DRAWN,
    ),
    *ways_to_break(
        "circle.land_per_person",
        ("GB180-4.0.1.land",),
        {
            "twice the people on the circle's land": people_times(2.0),
            "half the people on the circle's land": people_times(0.5),
            "a circle far into the fields": larger_site,
        },
        drawings=DRAWN,
    ),
    *ways_to_break(
        "circle.land_share",
        ("GB180-4.0.1.mix.facilities",),
        {"a circle without lots for services": lots_gone, "lots for services twice as large": lots_larger},
        drawings=DRAWN,
    ),
    *ways_to_break(
        "circle.land_share",
        ("GB180-4.0.1.mix.green",),
        {"gardens of a tenth": garden_times(0.3), "gardens three times as large": garden_times(1.9)},
        drawings=DRAWN,
    ),
    *ways_to_break(
        "circle.land_share",
        ("GB180-4.0.1.mix.road",),
        {"a circle without roads": streets_gone, "streets of seventy metres": streets_wide},
        drawings=DRAWN,
    ),
)
