"""Rooms of the municipal systems: those that clauses in force name, and those without which a community does not run."""

from layoutgen.model.kinds import UTILITY_KINDS, FacilityKind, GroundKind
from layoutgen.model.program import Need
from layoutgen.standards.basis import Basis, need_of

ALWAYS = (FacilityKind.FIRE_ROOM, FacilityKind.FIRE_PUMP_ROOM)  # no clause names them, every community has them


def utility_needs(basis: Basis) -> tuple[Need, ...]:
    """One room above ground for each system; heat only where a clause asks for it in this climate."""
    named, _ = basis.law.named("facility.kinds", "")
    rooms = tuple(
        need_of(kind, (basis.count(kind), basis.asked("gfa_m2", kind, f"{kind.value}_area")), also=basis.law.naming(kind))
        for kind in UTILITY_KINDS
        if kind in named or kind in ALWAYS
    )
    return (*rooms, gatehouse_need(basis))


def gatehouse_need(basis: Basis) -> Need:
    """Gatehouses: about one a block, by the people; drawn are as many as there are blocks with homes."""
    count = basis.reckon("count", "ceil(people / people_per_gatehouse)", "parameter.people_per_gatehouse")
    area = basis.knowing(count).reckon("gfa_m2", "count * gatehouse_area", "parameter.gatehouse_area")
    return need_of(GroundKind.GATEHOUSE, (count, area))
