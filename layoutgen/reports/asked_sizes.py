"""What the law asks of the people on a drawing: the same sizing as `layoutgen size`, by what the drawing says of itself."""

from dataclasses import replace

from layoutgen.model.brief import Brief, DwellingType
from layoutgen.model.plan import Building, Plan, tag_words
from layoutgen.model.program import Program
from layoutgen.standards.clause import Standard
from layoutgen.standards.demand import size_program
from layoutgen.standards.parameters import load_parameters


def programs_asked(plan: Plan, standard: Standard) -> tuple[tuple[str, Program], ...]:
    """Program of each community of a divided site by its id, else of the whole by ""; none where no people are told."""
    brief = _brief(plan)
    if brief is None:
        return ()
    if not plan.communities:
        return (("", size_program(brief, standard)),)
    return tuple((one.id, size_program(replace(brief, population=one.people), standard)) for one in plan.communities)


def _brief(plan: Plan) -> Brief | None:
    facts, mix = plan.facts, _mix(plan)
    if facts.people < 1 or facts.household_size <= 0.0 or not mix:
        return None
    defaults = {parameter.name: parameter.default for parameter in load_parameters()}
    return Brief(
        population=facts.people,
        household_size=facts.household_size,
        mix=mix,
        conditions=facts.conditions,
        place=facts.place,
        streets=facts.streets,
        mode=facts.mode,
        is_constrained=facts.is_constrained,
        features=facts.features,
        packs=facts.packs,
        parameters=tuple(sorted({**defaults, **dict(facts.parameters)}.items())),
        protect_north=False,
        template=facts.template,
        seed=facts.seed,
        assumptions=facts.assumptions,
    )


def _mix(plan: Plan) -> tuple[DwellingType, ...]:
    """Dwelling types as drawn, by area; where labels tell none, the mean dwelling of each building."""
    counts: dict[float, int] = {}
    for building in plan.buildings:
        for area_m2, count in _dwellings(building):
            counts[area_m2] = counts.get(area_m2, 0) + count
    whole = sum(counts.values())
    return tuple(
        DwellingType(name=f"{area_m2:g} m2", area_m2=area_m2, share=count / whole)
        for area_m2, count in sorted(counts.items())
        if count
    )


def _dwellings(building: Building) -> list[tuple[float, int]]:
    """Area and count of each type of a building."""
    told = [word.partition(":") for word in tag_words(building.tags, "mix")]
    try:
        return [(float(area), int(count)) for area, _, count in told] or _mean(building)
    except ValueError:
        return _mean(building)


def _mean(building: Building) -> list[tuple[float, int]]:
    return [(round(building.floor_area_m2 / building.dwellings, 2), building.dwellings)] if building.dwellings else []
