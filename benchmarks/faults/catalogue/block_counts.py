"""Faults of how many live in a block and on how much land (block.dwellings, .people, .land_area, .land_per_person)."""

from collections.abc import Callable
from random import Random

from shapely.geometry import box

from benchmarks.faults.builders import area_of, average_storeys, homes_of, scale
from benchmarks.faults.catalogue.blocks import GROUPS
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Plant, above, below
from benchmarks.faults.thing import Thing
from benchmarks.faults.ways import ways_to_break

# figures D.1: GB 50180 3.0.4, a block is best of 300-1 000 dwellings, 1 000-3 000 people, 2-4 hectares
DWELLINGS, PEOPLE, LAND_M2 = (300.0, 1000.0), (1000.0, 3000.0), (20000.0, 40000.0)


LAND_PER_PERSON = {  # figures D.3, table 4.0.2, by zone group and the average storeys of a class
    "I_VII": {(7, 9): 22.0, (10, 18): 19.0, (19, 26): 13.0},
    "II_VI": {(7, 9): 21.0, (10, 18): 17.0, (19, 26): 13.0},
    "III_V": {(7, 9): 20.0, (10, 18): 16.0, (19, 26): 12.0},
}


Count = Callable[[Edit, Thing], float]


def _dwellings(edit: Edit, block: Thing) -> float:
    return float(sum(home.dwellings for home in homes_of(edit, block)))


def _people(edit: Edit, block: Thing) -> float:
    return _dwellings(edit, block) * edit.number("household_size")


def _land(_: Edit, block: Thing) -> float:
    return area_of(block.points)


def _within(edit: Edit, rng: Random, count: Count, band: tuple[float, float]) -> Thing:
    """A block whose count lies in the band as it is.

    Raises
    ------
    NoPlaceError
        If there is none.
    """
    found = [one for one in edit.some("block") if homes_of(edit, one) and band[0] <= count(edit, one) <= band[1]]
    if not found:
        raise NoPlaceError("no block lies within the band as it is")
    return rng.choice(found)


def out_of_band(says: str, value: float, band: tuple[float, float], block: Thing) -> Breach:
    """Breach of the nearer end of a band."""
    says = f"{says} of {block.id}"
    return below(says, value, band[0], block.id) if value < band[0] else above(says, value, band[1], block.id)


def labels(says: str, count: Count, band: tuple[float, float], factor: float) -> Plant:
    """Write other dwellings on the labels of a block."""

    def plant(edit: Edit, rng: Random) -> Breach:
        block = _within(edit, rng, count, band)
        for home in homes_of(edit, block):
            home.set_dwellings(max(1, round(home.dwellings * factor)))
        return out_of_band(says, count(edit, block), band, block)

    return plant


def homes_taken(says: str, count: Count, band: tuple[float, float]) -> Plant:
    """Take homes of a block away until it holds too little."""

    def plant(edit: Edit, rng: Random) -> Breach:
        block = _within(edit, rng, count, band)
        for home in homes_of(edit, block)[1:]:
            edit.delete(home, *edit.parts(home))
            if count(edit, block) < band[0]:
                break
        return out_of_band(says, count(edit, block), band, block)

    return plant


def larger_households(edit: Edit, rng: Random) -> Breach:
    """Say that nine people live in a dwelling."""
    block = _within(edit, rng, _people, PEOPLE)
    edit.set_fact("household_size", "9.5")
    return out_of_band("people", _people(edit, block), PEOPLE, block)


def land_scaled(factor: float) -> Plant:
    """Draw a block's outline larger or smaller."""

    def plant(edit: Edit, rng: Random) -> Breach:
        block = _within(edit, rng, _land, LAND_M2)
        scale(block, factor, factor)
        return out_of_band("land", _land(edit, block), LAND_M2, block)

    return plant


def land_halved(edit: Edit, rng: Random) -> Breach:
    """Cut a block's land off at the middle of its homes."""
    block = _within(edit, rng, _land, LAND_M2)
    x0, y0, x1, _ = block.polygon.bounds
    homes = homes_of(edit, block)
    middle = sorted(one.polygon.centroid.y for one in homes)[len(homes) // 2]
    half = block.polygon.intersection(box(x0, y0, x1, middle))
    piece = max(getattr(half, "geoms", [half]), key=lambda one: one.area)
    block.reshape(list(piece.exterior.coords)[:-1])
    return out_of_band("land", _land(edit, block), LAND_M2, block)


def _limit_per_person(edit: Edit, block: Thing) -> float:
    mean = average_storeys(homes_of(edit, block))
    rows = LAND_PER_PERSON[GROUPS[edit.fact("climate_zone")]]
    return next((limit for (low, high), limit in rows.items() if low - 0.01 <= mean <= high), 0.0)


def land_per_person(change: Callable[[Edit, Thing], None]) -> Plant:
    """Leave a block more land for each of its people."""

    def plant(edit: Edit, rng: Random) -> Breach:
        fit = [
            one
            for one in edit.some("block")
            if homes_of(edit, one) and _land(edit, one) / _people(edit, one) <= _limit_per_person(edit, one)
        ]
        if not fit:
            raise NoPlaceError("every block has too much land a person as it is")
        block = rng.choice(fit)
        limit = _limit_per_person(edit, block)
        change(edit, block)
        share = _land(edit, block) / _people(edit, block)
        return above(f"land a person of {block.id} [m2]", share, limit, block.id)

    return plant


def _fewer_dwellings(edit: Edit, block: Thing) -> None:
    for home in homes_of(edit, block):
        home.set_dwellings(max(1, home.dwellings // 2))


def _more_land(_: Edit, block: Thing) -> None:
    scale(block, 1.6, 1.6)


def _a_home_less(edit: Edit, block: Thing) -> None:
    for home in homes_of(edit, block)[2:]:
        edit.delete(home, *edit.parts(home))


FAULTS = (
    *ways_to_break(
        "block.dwellings",
        ("GB180-3.0.4.block.dwellings",),
        {
            "a third of the dwellings in a block": labels("dwellings", _dwellings, DWELLINGS, 0.3),
            "four times the dwellings in a block": labels("dwellings", _dwellings, DWELLINGS, 4.0),
            "homes of a block taken away": homes_taken("dwellings", _dwellings, DWELLINGS),
        },
        drawings=("usual", "conditions"),
    ),
    *ways_to_break(
        "block.people",
        ("GB180-3.0.4.block.people",),
        {
            "a third of the people in a block": labels("people", _people, PEOPLE, 0.3),
            "people of a block gone with their homes": homes_taken("people", _people, PEOPLE),
            "nine people a dwelling": larger_households,
        },
        drawings=("usual", "conditions"),
    ),
    *ways_to_break(
        "block.land_area",
        ("GB180-3.0.4.block.land",),
        {
            "a block drawn small": land_scaled(0.65),
            "a block drawn large": land_scaled(1.5),
            "a block cut in half": land_halved,
        },
        drawings=("usual", "conditions"),
    ),
    *ways_to_break(
        "block.land_per_person",
        ("GB180-4.0.2.land",),
        {
            "half the dwellings on a block's land": land_per_person(_fewer_dwellings),
            "more land for a block's people": land_per_person(_more_land),
            "two homes on a block's land": land_per_person(_a_home_less),
        },
        drawings=("usual", "conditions"),
    ),
)
