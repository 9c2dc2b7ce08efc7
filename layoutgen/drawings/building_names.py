"""What buildings are called on every page: a dwelling building by its number, others by their use."""

from layoutgen.drawings.layers import Profile
from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Plan

BUILT = "建筑"  # a kindergarten's building is the kindergarten


def building_names(plan: Plan, profile: Profile) -> dict[str, str]:
    """Names by id: the number of a dwelling building; the use of another, numbered where there are several."""
    names = {}
    for use in BuildingUse:
        same = [building for building in plan.buildings if building.use is use]
        zh = profile.holding(f"building.{use}").zh.removesuffix(BUILT)
        for number, building in enumerate(same, 1):
            is_home = use is BuildingUse.DWELLING
            names[building.id] = building.id if is_home else f"{zh}{number}" if len(same) > 1 else zh
    return names


def names_of_things(plan: Plan, profile: Profile) -> dict[str, str]:
    """Names by id of buildings and lots, and of facilities by what they are."""
    facilities = {facility.id: profile.holding(f"facility.{facility.kind}").zh for facility in plan.facilities}
    lots = {lot.id: profile.holding(f"lot.{lot.kind}").zh for lot in plan.lots}
    return facilities | lots | building_names(plan, profile)
