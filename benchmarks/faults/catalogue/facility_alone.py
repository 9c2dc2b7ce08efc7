"""Faults of a health station that has a house of its own: somebody else moves in, or somebody lives there."""

from random import Random

from benchmarks.faults.drawing import Edit
from benchmarks.faults.facility_changes import building_of, facility, first
from benchmarks.faults.fault import Breach, Fault, unlike

HEALTH = facility("health_station")


def _guest(edit: Edit, rng: Random) -> Breach:
    """A shop is told to be in the same house."""
    station = first(edit, HEALTH)
    guest = rng.choice(edit.some(facility("pharmacy"), facility("laundry"), facility("barber")))
    guest.set("building", station.value("building"))
    return unlike(f"what {station.value('building')} holds", f"{station.id}, {guest.id}", station.id, station.id)


def _flats_above(edit: Edit, _: Random) -> Breach:
    station = first(edit, HEALTH)
    house = building_of(edit, station)
    house.label.dxf.text = f"{house.label.dxf.text} 8户"
    return unlike(f"what {house.id} holds", f"{station.id}, 8 dwellings", station.id, station.id)


def _under_flats(edit: Edit, rng: Random) -> Breach:
    """The station moves to the foot of a building of dwellings."""
    station = first(edit, HEALTH)
    home = rng.choice(edit.some("building.dwelling"))
    station.set("building", home.id)
    return unlike(f"what {home.id} holds", f"{station.id}, {home.dwellings} dwellings", station.id, station.id)


def _new_neighbour(edit: Edit, _: Random) -> Breach:
    """A laundry is drawn in the same house."""
    station = first(edit, HEALTH)
    edit.add(facility("laundry"), "F-laundry-9", station.points, ["floors=3", f"building={station.value('building')}"])
    return unlike(f"what {station.value('building')} holds", f"{station.id}, F-laundry-9", station.id, station.id)


FAULTS = tuple(
    Fault(name=name, measure="facility.alone", expects=("CRC-B05.build",), plant=plant, drawings=("alone",))
    for name, plant in (
        ("a shop in the health station's house", _guest),
        ("flats above the health station", _flats_above),
        ("the health station under flats", _under_flats),
        ("a laundry drawn into the health station's house", _new_neighbour),
    )
)
