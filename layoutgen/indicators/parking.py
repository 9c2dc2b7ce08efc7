"""Parking: stalls counted by facility, with what a garage's outline can really hold."""

from dataclasses import dataclass

from layoutgen.model.kinds import GroundKind, StallKind
from layoutgen.model.plan import Ground, Plan, Stall, tag, tag_number
from layoutgen.standards.counting import load_counting

EV_READY = ("built", "reserved")
RESIDENT = "resident"


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkingFacility:
    """Stalls that are found and left together: a garage, or the surface stalls of one block or lot."""

    id: str
    is_resident: bool
    is_garage: bool
    stalls: int
    accessible: int | None  # None = the label does not say
    ev_ready: int | None


def garage_stalls(garage: Ground) -> int:
    """Stalls of a garage that count: the label's, but no more than its outline and levels can hold."""
    levels = tag_number(garage.tags, "levels") or 1.0
    labelled = tag_number(garage.tags, "stalls") or 0.0
    least = load_counting().garage_m2_per_stall_least
    return int(min(labelled, float(garage.outline.area) * levels // least))


def parking_facilities(plan: Plan) -> tuple[ParkingFacility, ...]:
    """Every parking facility, garages first, sorted by id."""
    garages = [_garage(g) for g in plan.grounds if g.kind is GroundKind.GARAGE]
    places: dict[tuple[str, bool], list[Stall]] = {}
    for stall in plan.stalls:
        places.setdefault((stall.block or stall.lot, stall.use == RESIDENT), []).append(stall)
    surface = [_surface(name, is_resident, stalls) for (name, is_resident), stalls in sorted(places.items())]
    return (*sorted(garages, key=lambda facility: facility.id), *surface)


def resident_stalls(plan: Plan) -> int:
    """Stalls for residents, on the surface and below ground; visitors' and shops' do not count."""
    return sum(facility.stalls for facility in parking_facilities(plan) if facility.is_resident)


def surface_stalls(plan: Plan) -> int:
    """Stalls on the surface, of every use."""
    return len(plan.stalls)


def _garage(garage: Ground) -> ParkingFacility:
    stalls = garage_stalls(garage)
    accessible = tag_number(garage.tags, "accessible")
    ev = tag(garage.tags, "ev")
    return ParkingFacility(
        id=garage.id,
        is_resident=True,
        is_garage=True,
        stalls=stalls,
        accessible=None if accessible is None else min(int(accessible), stalls),
        ev_ready=None if ev is None else stalls if ev in EV_READY else 0,
    )


def _surface(name: str, is_resident: bool, stalls: list[Stall]) -> ParkingFacility:
    return ParkingFacility(
        id=name,
        is_resident=is_resident,
        is_garage=False,
        stalls=len(stalls),
        accessible=sum(stall.kind is StallKind.ACCESSIBLE for stall in stalls),
        ev_ready=None if any(not stall.ev for stall in stalls) else sum(stall.ev in EV_READY for stall in stalls),
    )
