"""Facilities by number: the same on the plan, in its key, in the tables and on the page of services."""

from layoutgen.model.kinds import TRADE_KINDS, UTILITY_KINDS, FacilityKind
from layoutgen.model.plan import Facility, Plan

CHILDREN = (FacilityKind.KINDERGARTEN, FacilityKind.NURSERY)
CARE = (FacilityKind.ELDERLY_STATION, FacilityKind.DAY_CARE, FacilityKind.HEALTH_STATION)
PLANT = (*UTILITY_KINDS, FacilityKind.WASTE_STATION, FacilityKind.TOILET, FacilityKind.RECYCLING_POINT)
TRADE = (*TRADE_KINDS, FacilityKind.SUPERMARKET, FacilityKind.PARCEL_STATION)
FAMILIES = (CHILDREN, CARE, PLANT, TRADE, tuple(FacilityKind))  # the first that holds a kind is its own


def family_of(facility: Facility) -> int:
    """Place of a facility's family in ``FAMILIES``."""
    return next(place for place, kinds in enumerate(FAMILIES) if facility.kind in kinds)


def numbered(plan: Plan) -> tuple[tuple[int, Facility], ...]:
    """Facilities in the order of their numbers, family by family."""
    return tuple(enumerate(sorted(plan.facilities, key=lambda one: (family_of(one), one.kind.value, one.id)), 1))
