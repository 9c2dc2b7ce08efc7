"""What areas and caps alone rule out: the land that lawful minima ask, against the land there is."""

import math
from collections.abc import Iterator, Sequence

from layoutgen.drawings.layers import load_profile
from layoutgen.errors import InfeasibleError
from layoutgen.model.kinds import LotKind
from layoutgen.model.shortfall import LandBudget, LandDemand
from layoutgen.model.stages import Commission
from layoutgen.sentence import Sentence
from layoutgen.standards.basis import basis_of_brief
from layoutgen.standards.blocks import block_limits
from layoutgen.standards.clause import Standard

PLOTS = (LotKind.KINDERGARTEN, LotKind.GARDEN)  # plots of their own, which the law gives a least area
HIGHEST = 100  # storeys, where nothing limits the height
ROUNDED_UP = 0.49  # an average of storeys counts as the whole number below it up to here
WORDS = {LotKind.KINDERGARTEN: "kindergarten plot", LotKind.GARDEN: "community garden"}


def require_possible(commission: Commission, standard: Standard) -> None:
    """Raise where no plan can exist: the plots and the homes at the greatest lawful density exceed the site.

    Only figures that decide are used: the brief's caps, the tables' deciding rows; nothing of our own manner.

    Raises
    ------
    InfeasibleError
        Proven, with the land needed and the land there is.
    """
    budget = lawful_budget(commission, standard)
    if budget.missing_m2 > 0.0:
        demands = " + ".join(f"{demand.what.en} {demand.land_m2:,.0f}" for demand in budget.demands)
        what = f"land: {demands} m2 for {commission.brief.population} persons"
        raise InfeasibleError("program", what, budget.need_m2, budget.have_m2, "m2", is_proven=True)


def lawful_budget(commission: Commission, standard: Standard) -> LandBudget:
    """The least land that the law asks for plots and homes, and the land of the site."""
    site = commission.site
    have = site.boundary.area - sum(shape.area for shape in site.keep_outs)
    return LandBudget(demands=(*_plots(commission, standard), _homes(commission, standard)), have_m2=have)


def lawful_together(parts: Sequence[Commission], standard: Standard) -> LandBudget:
    """The least land that the law asks for several communities, and the land of the site that they share."""
    budgets = [lawful_budget(part, standard) for part in parts]
    plots: dict[tuple[Sentence, str], float] = {}
    for demand in (one for budget in budgets for one in budget.demands[:-1]):
        plots[demand.what, demand.clause] = plots.get((demand.what, demand.clause), 0.0) + demand.land_m2
    homes = LandDemand(
        what=Sentence(
            en=f"homes of {len(parts)} communities at the greatest lawful FAR",
            zh=f"{len(parts)} 个社区的住宅，按法定最大容积率",
        ),
        clause="",
        land_m2=sum(budget.demands[-1].land_m2 for budget in budgets),
    )
    own = (LandDemand(what=what, clause=clause, land_m2=land) for (what, clause), land in plots.items())
    return LandBudget(demands=(*own, homes), have_m2=budgets[0].have_m2)


def _plots(commission: Commission, standard: Standard) -> Iterator[LandDemand]:
    """Each plot at the area of the deciding clause that asks most."""
    basis = basis_of_brief(commission.brief, standard)
    for plot in PLOTS:
        bids = [bid for bid in basis.law.bids("land_m2", plot, basis.numbers) if bid.decides and not bid.outranked_by]
        if bids and commission.program.has(plot):
            most = max(bids, key=lambda bid: bid.value)
            what = Sentence(en=WORDS[plot], zh=load_profile().holding(f"lot.{plot}").zh)
            yield LandDemand(what=what, clause=most.clause, land_m2=most.value)


def least_housed(standard: Standard) -> float:
    """Share of the people asked that have to be housed."""
    return standard.clause("drawing.people").bound.low or 1.0


def _homes(commission: Commission, standard: Standard) -> LandDemand:
    """Land of the homes that have to stand, at the greatest lawful floor area ratio."""
    far, why = greatest_far(commission, standard)
    floor_m2 = commission.program.housing_gfa_m2 * least_housed(standard)
    what = Sentence(
        en=f"homes, {floor_m2:,.0f} m2 of floor at FAR {far:.2f} at most ({why.en})",
        zh=f"住宅 {floor_m2:,.0f} ㎡ 建筑面积，容积率至多 {far:.2f}（{why.zh}）",
    )
    return LandDemand(what=what, clause="", land_m2=floor_m2 / far)


def greatest_far(commission: Commission, standard: Standard) -> tuple[float, Sentence]:
    """No block can be denser: the brief's caps, and of every class that the height allows the caps that decide.

    Raises
    ------
    InfeasibleError
        Proven, where not one storey is allowed.
    """
    height_m, storeys_max = _heights(commission, standard)
    found = [_far_at(storeys, commission, standard) for storeys in range(1, storeys_max + 1)]
    if not found:
        storey_m = commission.choices.housing.storey_height_m
        raise InfeasibleError("program", "height of one storey", storey_m, height_m, "m", is_proven=True)
    return max(found, key=lambda one: one[0])


def _heights(commission: Commission, standard: Standard) -> tuple[float, int]:
    """Height and storeys that the law and the brief allow at most."""
    brief, housing = commission.brief, commission.choices.housing
    tallest = float(max(kind.storeys for kind in housing.types))
    limits = block_limits(standard, brief.place.climate_zone, tallest, brief.features, only_deciding=True)
    height_m = min(limits.height_max_m, brief.conditions.height_max_m or math.inf)
    storeys = int(height_m / housing.storey_height_m) if math.isfinite(height_m) else HIGHEST
    return height_m, min(storeys, brief.conditions.storeys_max or storeys)


def _far_at(storeys: int, commission: Commission, standard: Standard) -> tuple[float, Sentence]:
    """Greatest FAR of blocks of that many storeys on average, and what sets it."""
    brief, asked = commission.brief, commission.brief.conditions
    caps = block_limits(standard, brief.place.climate_zone, float(storeys), brief.features, only_deciding=True)
    by_density = (asked.density_max or min(caps.density_max, 1.0)) * (storeys + ROUNDED_UP)
    if by_density < (asked.far_max or caps.far_max):
        if by_density >= storeys:
            return by_density, Sentence(en=f"{storeys} storeys over all of its land", zh=f"{storeys} 层满铺")
        return by_density, Sentence(en=f"density at {storeys} storeys", zh=f"{storeys} 层时的建筑密度")
    if asked.far_max:
        return asked.far_max, Sentence(en="planning condition", zh="规划条件")
    return caps.far_max, Sentence(en=f"cap of the class of {storeys} storeys", zh=f"{storeys} 层所属类别的上限")
