"""Facilities by number: the same on the plan, in its key, in the tables and on the page of services."""

from collections.abc import Iterable, Sequence

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


def numbers_of(plan: Plan, ids: Iterable[str]) -> str:
    """Numbers of some facilities, in a few characters; a dash where none of them has one."""
    number_of = {facility.id: number for number, facility in numbered(plan)}
    return "、".join(runs_of([number_of[one] for one in ids if one in number_of])) or "—"


def runs_of(numbers: Sequence[int]) -> list[str]:
    """Numbers in order, three or more that follow each other as a run: 3, 5–8."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told: list[str] = []
    for run in runs:
        told += [f"{run[0]}–{run[-1]}"] if len(run) > 2 else [str(number) for number in run]
    return told
