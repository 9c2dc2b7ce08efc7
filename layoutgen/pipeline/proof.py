"""What areas and caps alone rule out: the land that lawful minima ask, against the land there is."""

import math

from layoutgen.errors import InfeasibleError
from layoutgen.model.kinds import LotKind
from layoutgen.model.stages import Commission
from layoutgen.standards.basis import basis_of_brief
from layoutgen.standards.blocks import block_limits
from layoutgen.standards.clause import Standard

PLOTS = (LotKind.KINDERGARTEN, LotKind.GARDEN)  # plots of their own, which the law gives a least area


def require_possible(commission: Commission, standard: Standard) -> None:
    """Raise where no plan can exist: kindergarten plot, garden and homes at the greatest lawful density exceed the site.

    Only figures that decide are used: the brief's caps and the height limit; nothing of our own manner.

    Raises
    ------
    InfeasibleError
        Proven, with the land needed and the land there is.
    """
    site, program, brief = commission.site, commission.program, commission.brief
    land = least_land(commission, standard)
    homes = program.housing_gfa_m2 / greatest_far(commission, standard)
    need = sum(land.values()) + homes
    have = site.boundary.area - sum(shape.area for shape in site.keep_outs)
    if need > have:
        plots = " + ".join(f"{clause} {area:,.0f}" for clause, area in land.items())
        what = f"land: {plots} + homes {homes:,.0f} m2 for {brief.population} persons"
        raise InfeasibleError("program", what, need, have, "m2", is_proven=True)


def least_land(commission: Commission, standard: Standard) -> dict[str, float]:
    """Land of each plot that some deciding clause asks at least: the clause that asks most, and its area in m2."""
    basis = basis_of_brief(commission.brief, standard)
    plots = [plot for plot in PLOTS if commission.program.has(plot)]
    asked = [[bid for bid in basis.law.bids("land_m2", plot, basis.numbers) if bid.decides] for plot in plots]
    greatest = [max(bids, key=lambda bid: bid.value) for bids in asked if bids]
    return {bid.clause: bid.value for bid in greatest}


def greatest_far(commission: Commission, standard: Standard) -> float:
    """No block can be denser: the brief's FAR, or its storeys and the height limit over its density cap."""
    asked, housing = commission.brief.conditions, commission.choices.housing
    zone = commission.brief.place.climate_zone
    tallest = max(kind.storeys for kind in housing.types)
    limits = block_limits(standard, zone, float(tallest), commission.brief.features)
    height = min(limits.height_max_m, asked.height_max_m or math.inf)
    storeys = min(height / housing.storey_height_m, asked.storeys_max or math.inf)
    return min(asked.far_max or math.inf, (asked.density_max or 1.0) * storeys)
