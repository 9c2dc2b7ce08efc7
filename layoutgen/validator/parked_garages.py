"""Garages with their ramps, and the stalls that count."""

from dataclasses import dataclass

from layoutgen.indicators.parking import free_outlines_m2, garage_stalls
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Ground, Plan, tag


@dataclass(frozen=True, slots=True, kw_only=True)
class ParkedGarage:
    """A garage as a rule looks at it."""

    ground: Ground
    free_m2: float  # outline that no other garage covers already
    stalls: int  # of the label, no more than outline and levels can hold
    ramps: tuple[Ground, ...]


def parked_garages(plan: Plan) -> tuple[ParkedGarage, ...]:
    """Every garage, by id."""
    garages = sorted((g for g in plan.grounds if g.kind is GroundKind.GARAGE), key=lambda ground: ground.id)
    areas = free_outlines_m2(garages)
    return tuple(
        ParkedGarage(ground=garage, free_m2=area, stalls=garage_stalls(garage, area), ramps=_ramps(plan, garage))
        for garage, area in zip(garages, areas, strict=True)
    )


def _ramps(plan: Plan, garage: Ground) -> tuple[Ground, ...]:
    """Ramps that reach the garage's outline and whose label names no other garage."""
    return tuple(
        ground
        for ground in plan.grounds
        if ground.kind is GroundKind.RAMP
        and tag(ground.tags, "of") in (None, garage.id)
        and ground.outline.intersects(garage.outline)
    )
