"""What of a brief stands on the plan in words."""

from layoutgen.model.brief import Brief
from layoutgen.model.plan import Facts


def facts_of_brief(brief: Brief) -> Facts:
    """Facts that follow from the brief alone; those of the site, the template and the draft are left empty."""
    return Facts(
        people=brief.population,
        household_size=brief.household_size,
        place=brief.place,
        conditions=brief.conditions,
        streets=brief.streets,
        mode=brief.mode,
        is_constrained=brief.is_constrained,
        features=brief.features,
        packs=brief.packs,
        parameters=brief.parameters,
        grade=0.0,
        origin=(0.0, 0.0),
        template="",
        seed=0,
        site_file="",
        site_sha256="",
        assumptions=brief.assumptions,
        waivers=brief.waivers,
    )
