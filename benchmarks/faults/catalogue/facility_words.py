"""Faults of what a facility's label must list or say: rooms, owner, phase, access."""

from random import Random

from benchmarks.faults.drawing import Edit
from benchmarks.faults.facility_changes import facility, first, says, silent, taken_away, without_word, word
from benchmarks.faults.fault import Breach, Fault, Plant, above, unlike

ROOMS = {  # rows 1, 4 and 5
    ("service_station", "CRC-01.rooms"): ("hall", "police", "committee", "activity", "reading", "party"),
    ("elderly_station", "CRC-04.services"): ("assistance", "meals", "health", "culture", "disabled"),
    ("health_station", "CRC-05.services"): ("prevention", "treatment", "family_planning", "rehabilitation", "epidemic_control"),
    ("nursery", "CRC-B03.parts"): ("infant", "toddler", "service", "auxiliary"),
}
COLUMNS = ("owner", "handover", "standalone")  # opinion II(4)
ANY = "facility."
KINDS_WITH_TAG = {  # kind: clause, tag
    "day_care": ("CRC-B04.acc", "accessible"),
    "health_station": ("CRC-B05.acc", "accessible"),
    "toilet": ("CRC-B13.wc", "accessible"),
    "nursery": ("JGJ39-3.2.2.nursery.cover", "canopy"),
}


def _moved_rooms(kind: str, to: str) -> Plant:
    """The rooms are listed by another facility."""

    def plant(edit: Edit, rng: Random) -> Breach:
        one, other = first(edit, facility(kind)), first(edit, facility(to))
        other.set("rooms", one.value("rooms"))
        one.set("rooms", "store")
        return unlike(f"rooms of {one.id}", "store", other.value("rooms"))

    return plant


def _later(role: str) -> Plant:
    """A facility is built in the phase after the first housing."""

    def plant(edit: Edit, rng: Random) -> Breach:
        first_phase = min(float(home.value("phase")) for home in edit.some("building.dwelling"))
        one = rng.choice(edit.some(role))
        one.set("phase", f"{first_phase + 1:.0f}")
        return above(f"phase of {one.id}", first_phase + 1, first_phase, one.id)

    return plant


def _earlier_homes(edit: Edit, rng: Random) -> Breach:
    """One building of dwellings is built before everything else."""
    home = rng.choice(edit.some("building.dwelling"))
    least = min(float(one.value("phase")) for one in edit.some(ANY))
    home.set("phase", f"{least - 1:.0f}")
    return above(f"facilities against {home.id}", least, least - 1)


def _empty(key: str) -> Plant:
    def plant(edit: Edit, rng: Random) -> Breach:
        one = rng.choice(edit.some(ANY))
        one.set(key, "")
        return unlike(f"{key} of {one.id}", "", "a word", one.id)

    return plant


def _prefabricated(value: str | None) -> Plant:
    """A constrained existing community whose small toilet is no prefabricated one."""

    def plant(edit: Edit, rng: Random) -> Breach:
        edit.set_fact("mode", "existing")
        edit.set_fact("constrained", "yes")
        one = first(edit, facility("toilet"))
        one.set("prefabricated", value)
        return unlike(f"prefabricated of {one.id}", str(value), "yes")

    return plant


FAULTS = (
    *(
        Fault(
            name=f"the {kind} lists no room {room}",
            measure="facility.rooms",
            expects=(clause,),
            plant=without_word(facility(kind), "rooms", room),
        )
        for (kind, clause), rooms in ROOMS.items()
        for room in rooms
    ),
    *(
        Fault(
            name=f"the {kind} lists no rooms at all",
            measure="facility.rooms",
            expects=(clause,),
            plant=silent(facility(kind), "rooms"),
            turns=("blocked",),
        )
        for (kind, clause) in ROOMS
    ),
    Fault(
        name="the rooms of the elderly station are those of the day care",
        measure="facility.rooms",
        expects=("CRC-04.services",),
        plant=_moved_rooms("elderly_station", "day_care"),
    ),
    Fault(
        name="a health station that should list its services is not there",
        measure="facility.rooms",
        expects=("CRC-05.services",),
        plant=taken_away(facility("health_station")),
    ),
    *(
        Fault(
            name=f"a facility does not say its {key}",
            measure="facility.columns",
            expects=("CRC-00.handover",),
            plant=silent(ANY, key, is_all=False),
            turns=("blocked",),
        )
        for key in COLUMNS
    ),
    Fault(
        name="a facility's owner is left empty",
        measure="facility.columns",
        expects=("CRC-00.handover",),
        plant=_empty("owner"),
        turns=("blocked",),
        is_unreadable=True,
    ),
    *(
        Fault(
            name=f"the {kind} says {tag}=no",
            measure="facility.tag",
            expects=(clause,),
            plant=word(facility(kind), tag, "no", "yes"),
        )
        for kind, (clause, tag) in KINDS_WITH_TAG.items()
    ),
    *(
        Fault(
            name=f"the {kind} does not say {tag}",
            measure="facility.tag",
            expects=(clause,),
            plant=silent(facility(kind), tag),
            turns=("blocked",),
        )
        for kind, (clause, tag) in KINDS_WITH_TAG.items()
    ),
    Fault(
        name="a nursery's canopy that is only planned",
        measure="facility.tag",
        expects=("JGJ39-3.2.2.nursery.cover",),
        plant=word(facility("nursery"), "canopy", "planned", "yes"),
    ),
    Fault(
        name="a constrained community's toilet is not prefabricated",
        measure="facility.tag",
        expects=("CRC-13.toiletX",),
        plant=_prefabricated("no"),
    ),
    Fault(name="a facility of the second phase", measure="facility.phase", expects=("CRC-00.sync",), plant=_later(ANY)),
    Fault(
        name="a nursery of the second phase",
        measure="facility.phase",
        expects=("CRC-B03.sync",),
        plant=_later(facility("nursery")),
    ),
    Fault(
        name="homes built before every facility",
        measure="facility.phase",
        expects=("CRC-00.sync", "CRC-B03.sync"),
        plant=_earlier_homes,
    ),
    Fault(
        name="a facility does not say its phase",
        measure="facility.phase",
        expects=("CRC-00.sync",),
        plant=silent(ANY, "phase", is_all=False),
        turns=("blocked",),
    ),
    Fault(
        name="a building of dwellings does not say its phase",
        measure="facility.phase",
        expects=("CRC-00.sync",),
        plant=silent("building.dwelling", "phase", is_all=False),
        turns=("blocked",),
    ),
    Fault(
        name="a parcel station of 14 m2",
        measure="facility.usable_area",
        expects=("CRC-07.station",),
        plant=says(facility("parcel_station"), "usable", "14", 15.0),
    ),
    Fault(
        name="a parcel station that does not say its usable area",
        measure="facility.usable_area",
        expects=("CRC-07.station",),
        plant=silent(facility("parcel_station"), "usable"),
        turns=("blocked",),
    ),
)
