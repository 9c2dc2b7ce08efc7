"""Parking: stalls counted by facility, with what a garage's outline can really hold."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.tolerance import AREA_EPS_M2
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


def garage_stalls(garage: Ground, free_m2: float) -> int:
    """Stalls of a garage that count: the label's, but no more than its free outline [m2] and levels can hold."""
    least = load_counting().garage_m2_per_stall_least
    return int(min(labelled_stalls(garage), (free_m2 + AREA_EPS_M2) * garage_levels(garage) // least))


def garage_levels(garage: Ground) -> int:
    """Levels of a garage; one where its label says none."""
    levels = _count(garage, "levels")
    return 1 if levels is None else levels


def labelled_stalls(garage: Ground) -> int:
    """Stalls on a garage's label; a typed number alone proves nothing."""
    return _count(garage, "stalls") or 0


def free_outlines_m2(garages: Sequence[Ground]) -> tuple[float, ...]:
    """Area of each garage [m2] without what an earlier one already covers: ground is counted once."""
    taken: BaseGeometry = Polygon()
    areas = []
    for garage in garages:
        areas.append(float(garage.outline.difference(taken).area))
        taken = taken.union(garage.outline)
    return tuple(areas)


def parking_facilities(plan: Plan) -> tuple[ParkingFacility, ...]:
    """Every parking facility, garages first, sorted by id."""
    garages = sorted((g for g in plan.grounds if g.kind is GroundKind.GARAGE), key=lambda ground: ground.id)
    below = [_garage(garage, area) for garage, area in zip(garages, free_outlines_m2(garages), strict=True)]
    places: dict[tuple[str, bool], list[Stall]] = {}
    for stall in plan.stalls:
        places.setdefault((stall.block or stall.lot, stall.use == RESIDENT), []).append(stall)
    surface = [_surface(name, is_resident, stalls) for (name, is_resident), stalls in sorted(places.items())]
    return (*below, *surface)


def resident_stalls(plan: Plan) -> int:
    """Stalls for residents, on the surface and below ground; visitors' and shops' do not count."""
    return sum(facility.stalls for facility in parking_facilities(plan) if facility.is_resident)


def surface_stalls(plan: Plan) -> int:
    """Stalls on the surface, of every use."""
    return len(plan.stalls)


def _count(garage: Ground, key: str) -> int | None:
    """Whole number of a label; None where it says none, or nothing that could be counted."""
    value = tag_number(garage.tags, key)
    return int(value) if value is not None and math.isfinite(value) and value >= 0.0 else None


def _garage(garage: Ground, free_m2: float) -> ParkingFacility:
    stalls = garage_stalls(garage, free_m2)
    accessible = _count(garage, "accessible")
    ev = tag(garage.tags, "ev")
    return ParkingFacility(
        id=garage.id,
        is_resident=True,
        is_garage=True,
        stalls=stalls,
        accessible=None if accessible is None else min(accessible, stalls),
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
