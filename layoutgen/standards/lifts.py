"""Lifts that a dwelling building needs in every unit, by the storey of its top entries (GB 55038 4.2.4)."""

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.standards.clause import Clause, Standard

MEASURE = "building.lifts"


def top_entry_m(storeys: int, fire_height_m: float) -> float:
    """Height of the topmost storey's floor above the ground floor [m]: every storey taken as high as the others."""
    return fire_height_m * (storeys - 1) / max(storeys, 1)


def is_concerned(clause: Clause, storeys: int, fire_height_m: float) -> bool:
    """Whether a clause on lifts asks them of a dwelling building: by the storey of the top entry, or by its height."""
    is_above = top_entry_m(storeys, fire_height_m) > clause.number("above_m") + LENGTH_EPS_M
    return storeys >= clause.number("from_storeys") or is_above


def lifts_needed(standard: Standard, storeys: int, fire_height_m: float) -> int:
    """Most lifts that a clause in force asks in each unit; 0 where none does."""
    asking = [c for c in standard.clauses if c.measure == MEASURE and is_concerned(c, storeys, fire_height_m)]
    return max((int(clause.bound.low or 0.0) for clause in asking), default=0)
