"""The land budget by our own manner: streets, lots and homes at the density that the capacity model gives, against the site."""

from collections.abc import Iterator, Sequence

from layoutgen.drawings.layers import load_profile
from layoutgen.model.capacity import Capacity
from layoutgen.model.kinds import LotKind
from layoutgen.model.program import Need, Program
from layoutgen.model.shortfall import LandBudget, LandDemand
from layoutgen.model.site import Site
from layoutgen.pipeline.lots_land import LOT_KINDS
from layoutgen.pipeline.proof import least_housed
from layoutgen.sentence import Sentence
from layoutgen.standards.clause import Standard
from layoutgen.standards.communities import sum_needs

LOT_WORDS = {
    LotKind.KINDERGARTEN: "kindergarten lot",
    LotKind.GARDEN: "garden",
    LotKind.SERVICE: "service lot",
    LotKind.SHOPS: "shops lot",
    LotKind.WASTE_STATION: "waste station lot",
    LotKind.UTILITY: "utility lot",
}


def manner_budget(site: Site, programs: Sequence[Program], capacity: Capacity, standard: Standard) -> LandBudget:
    """What streets, lots and homes take as our manner lays them out, and the land of the site.

    Parameters
    ----------
    programs
        One a community.
    """
    have = site.boundary.area - sum(shape.area for shape in site.keep_outs)
    streets = LandDemand(what=Sentence(en="public streets", zh="公共道路"), clause="", land_m2=capacity.streets_m2)
    homes = sum(program.housing_gfa_m2 for program in programs) * least_housed(standard)
    return LandBudget(demands=(streets, *_lots(programs), *_homes(homes, capacity)), have_m2=have)


def _lots(programs: Sequence[Program]) -> Iterator[LandDemand]:
    for need in programs[0].needs if len(programs) == 1 else sum_needs(programs):
        if need.kind in LOT_KINDS:
            kind = LotKind(need.kind.removesuffix("_lot"))
            what = Sentence(en=LOT_WORDS[kind], zh=load_profile().holding(f"lot.{kind}").zh)
            yield LandDemand(what=what, clause=_clause(need), land_m2=need.figure("land_m2"))


def _clause(need: Need) -> str:
    """Clause that governs the land, else the first that asks for the thing."""
    by_land = (derivation.clause for derivation in need.derivations if derivation.figure == "land_m2")
    return next(by_land, "") or next(iter(need.clauses), "")


def _homes(floor_m2: float, capacity: Capacity) -> Iterator[LandDemand]:
    """Blocks for the homes that have to stand, at the floor area ratio that the blocks carry."""
    far = capacity.best.far
    if far > 0.0:
        what = Sentence(
            en=f"blocks: {floor_m2:,.0f} m2 of homes at the net FAR of {far:.2f} that they carry",
            zh=f"街坊：住宅 {floor_m2:,.0f} ㎡，按可达街坊容积率 {far:.2f}",
        )
        yield LandDemand(what=what, clause="", land_m2=floor_m2 / far)
