"""Faults of how many people and dwellings there are (people.*, community.*, dwellings.*)."""

from random import Random

from benchmarks.faults.builders import pick
from benchmarks.faults.drawing import Edit
from benchmarks.faults.fault import Breach, Fault, Plant, above, below
from benchmarks.faults.ways import ways_to_break

PEOPLE = (5000.0, 12000.0)  # figures A.0: CRC-00, one community is best of 5 000 to 12 000 people


DWELLINGS = (1500.0, 4000.0)  # figures D.1: GB 50180 3.0.4, a five-minute circle


def people(count: int) -> Plant:
    """State other people."""

    def plant(edit: Edit, _: Random) -> Breach:
        edit.set_fact("people", str(count))
        said = edit.number("people")
        return below("people stated", said, PEOPLE[0]) if said < PEOPLE[0] else above("people stated", said, PEOPLE[1])

    return plant


def people_of_one(count: int) -> Plant:
    """State other people of one community."""

    def plant(edit: Edit, rng: Random) -> Breach:
        home = pick(edit, rng, "community")
        home.set("people", str(count))
        said = float(home.value("people"))
        of = f"people of {home.id}"
        return below(of, said, PEOPLE[0], home.id) if said < PEOPLE[0] else above(of, said, PEOPLE[1], home.id)

    return plant


def _dwellings(edit: Edit) -> Breach:
    drawn = float(sum(one.dwellings for one in edit.things("building.")))
    return below("dwellings drawn", drawn, DWELLINGS[0]) if drawn < DWELLINGS[0] else above("dwellings", drawn, DWELLINGS[1])


def other_dwellings(factor: float) -> Plant:
    """Write other dwellings on every label."""

    def plant(edit: Edit, _: Random) -> Breach:
        for one in edit.some("building.dwelling"):
            one.set_dwellings(max(1, round(one.dwellings * factor)))
        return _dwellings(edit)

    return plant


def half_the_homes(edit: Edit, rng: Random) -> Breach:
    """Take every second home away."""
    for one in edit.some("building.dwelling")[::2]:
        edit.delete(one, *edit.parts(one))
    return _dwellings(edit)


def homes_as_offices(edit: Edit, _: Random) -> Breach:
    """Make service buildings of two homes in three."""
    for number, one in enumerate(edit.some("building.dwelling")):
        if number % 3:
            one.set_dwellings(0)
    return _dwellings(edit)


FAULTS = (
    *ways_to_break(
        "people.stated",
        ("CRC-00.pop", "CRC-B.pop", "GB180-3.0.4.people"),
        {"4 900 people": people(4900), "12 100 people": people(12100), "3 000 people": people(3000)},
    ),
    Fault(
        name="13 000 people in a level I community",
        measure="people.stated",
        expects=("SX.tier1",),
        plant=people(13000),
        packs=("shanxi-2022",),
    ),
    *ways_to_break("community.people", ("CRC-00.large",), {"12 600 people undivided": people(12600)}),
    Fault(
        name="a community of 4 800",
        measure="community.people",
        expects=("CRC-00.large.min",),
        plant=people_of_one(4800),
        drawings=("divided",),
    ),
    Fault(
        name="a community of 12 300",
        measure="community.people",
        expects=("CRC-00.large",),
        plant=people_of_one(12300),
        drawings=("divided",),
    ),
    *ways_to_break(
        "dwellings.drawn",
        ("GB180-3.0.4.dwellings",),
        {
            "half the dwellings on every label": other_dwellings(0.5),
            "three times the dwellings on every label": other_dwellings(3.0),
            "every second home taken away": half_the_homes,
            "two homes in three without dwellings": homes_as_offices,
        },
    ),
)
