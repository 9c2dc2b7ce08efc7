"""Faults of what must be there: a facility taken away, or drawn as something else."""

from random import Random

from benchmarks.faults.drawing import Edit
from benchmarks.faults.facility_changes import facility, first, retyped, taken_away
from benchmarks.faults.fault import Breach, Fault, Plant, above, below

# kind: the clauses that count it (figures A.1-A.3, D.6), and what it is drawn as instead
COUNTED = {
    "service_station": (("CRC-01.count", "GB180-B02.service_station"), "culture_station"),
    "kindergarten": (("CRC-02.count", "GB180-B02.kindergarten"), "nursery"),
    "nursery": (("CRC-03.count", "GB180-B02.nursery"), "day_care"),
    "elderly_station": (("CRC-04.count",), "culture_station"),
    "health_station": (("CRC-05.count", "GB180-B02.health_station"), "pharmacy"),
    "supermarket": (("CRC-06.count",), "restaurant"),
    "toilet": (("CRC-13.toilet", "GB180-B02.toilet"), "waste_station"),
    "culture_station": (("GB180-B02.culture_station",), "elderly_station"),
    "day_care": (("GB180-B02.day_care",), "elderly_station"),
    "recycling_point": (("GB180-B02.recycling_point",), "repair"),
    "waste_station": (("GB180-B02.waste_station",), "recycling_point"),
    "property_office": (("GB180-B03.property",), "service_station"),
}
# kind: the lists that name it (rows 8 and 9, table B.0.2)
LISTED = {
    "barber": ("CRC-08.types", "GB180-B02.shops"),
    "laundry": ("CRC-08.types", "GB180-B02.shops"),
    "pharmacy": ("CRC-08.types", "GB180-B02.shops"),
    "repair": ("CRC-08.types",),
    "housekeeping": ("CRC-08.types",),
    "restaurant": ("CRC-08.types",),
    "supermarket": ("GB180-B02.shops",),
    "water_room": ("CRC-09.systems",),
    "drainage_room": ("CRC-09.systems",),
    "power_room": ("CRC-09.systems",),
    "gas_room": ("CRC-09.systems",),
    "telecom_room": ("CRC-09.systems",),
    "heat_room": ("CRC-09.systems.heat",),
}
# what a community that may share must have here or within 500 m (row 0; opinion II(3))
SHARED = ("service_station", "kindergarten", "nursery", "elderly_station", "health_station", "supermarket", "parcel_station")
SMALL_BELOW = 5000.0
STORES = (2, 3)  # convenience stores that may stand for a supermarket (row 6)


def _small(kind: str) -> Plant:
    def plant(edit: Edit, rng: Random) -> Breach:
        edit.set_fact("people", f"{SMALL_BELOW - 100:.0f}")
        return taken_away(facility(kind))(edit, rng)

    return plant


def _stores(count: int) -> Plant:
    """A constrained existing community with too few or too many convenience stores in place of the supermarket."""

    def plant(edit: Edit, rng: Random) -> Breach:
        edit.set_fact("mode", "existing")
        edit.set_fact("constrained", "yes")
        market = first(edit, facility("supermarket"))
        (x, y), words = market.at, [word for word in market.words[2:] if not word.startswith("usable=")]
        edit.delete(market)
        for number in range(count):
            side, east = 8.0, x + 9.0 * number
            corners = [(east, y), (east + side, y), (east + side, y + side), (east, y + side)]
            edit.add(facility("convenience_store"), f"F-convenience_store-{number + 1}", corners, words)
        return below(f"{count} stores", count, STORES[0]) if count < STORES[0] else above(f"{count} stores", count, STORES[1])

    return plant


FAULTS = (
    *(
        Fault(name=f"the {kind} is taken away", measure="facility.count", expects=clauses, plant=taken_away(facility(kind)))
        for kind, (clauses, _) in COUNTED.items()
    ),
    *(
        Fault(
            name=f"the {kind} is drawn as a {other}",
            measure="facility.count",
            expects=clauses,
            plant=retyped(facility(kind), facility(other)),
        )
        for kind, (clauses, other) in COUNTED.items()
    ),
    *(
        Fault(
            name=f"{count} convenience stores in place of the supermarket",
            measure="facility.count",
            expects=("CRC-06.count",),
            plant=_stores(count),
        )
        for count in (1, 4)
    ),
    *(
        Fault(name=f"no {kind} in the list", measure="facility.kinds", expects=clauses, plant=taken_away(facility(kind)))
        for kind, clauses in LISTED.items()
    ),
    *(
        Fault(
            name=f"the {kind} of the list drawn as a {other}",
            measure="facility.kinds",
            expects=("CRC-08.types",),
            plant=retyped(facility(kind), facility(other)),
        )
        for kind, other in (("barber", "laundry"), ("restaurant", "canteen"), ("repair", "convenience_store"))
    ),
    *(
        Fault(
            name=f"an existing community has no {kind}, and none is told of off the site",
            measure="facility.kinds",
            expects=("CRC-00.share",),
            plant=taken_away(facility(kind)),
            mode="existing",
        )
        for kind in SHARED
    ),
    *(
        Fault(
            name=f"a community below 5 000 people has no {kind} here or near",
            measure="facility.kinds",
            expects=("CRC-00.small",),
            plant=_small(kind),
        )
        for kind in ("nursery", "health_station", "parcel_station")
    ),
)
