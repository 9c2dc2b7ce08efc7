"""From the figures of a clause's table to a Limit."""

from layoutgen.geometry.tolerance import AREA_EPS_M2, LENGTH_EPS_M, RATIO_EPS
from layoutgen.model.limit import Demand, Limit
from layoutgen.standards.entry import Entry

FIGURES = ("limit", "low", "high")
TOLERANCES = {"m": LENGTH_EPS_M, "m2": AREA_EPS_M2}


def limit_of(entry: Entry, demand: Demand, unit: str) -> Limit:
    """Bound of an entry by its demand; what the drawing's grid may take off goes by the unit.

    Raises
    ------
    InputError
        If a figure that the demand needs is missing or of the wrong kind, or low is above high.
    """
    tolerance = TOLERANCES.get(unit, RATIO_EPS)
    if demand in (Demand.MANUAL, Demand.CONNECTED):
        return _without_figures(entry, demand)
    if demand is Demand.INCLUDES:
        return Limit(demand=demand, words=entry.words("limit"), unit=unit)
    if demand in (Demand.BETWEEN, Demand.ABOUT):
        low, high = entry.number("low"), entry.number("high")
        if low > high:
            raise entry.wrong("low", f"no more than high = {high:g}")
        return Limit(demand=demand, low=low, high=high, unit=unit, tolerance=tolerance)
    bound = entry.number("limit")
    low_bound = None if demand is Demand.AT_MOST else bound
    high_bound = None if demand is Demand.AT_LEAST else bound
    return Limit(demand=demand, low=low_bound, high=high_bound, unit=unit, tolerance=tolerance)


def _without_figures(entry: Entry, demand: Demand) -> Limit:
    for key in FIGURES:
        if entry.has(key):
            raise entry.wrong(key, f"no figure where the demand is {demand.value}")
    return Limit(demand=demand)
