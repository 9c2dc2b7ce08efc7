"""A brief without a plan explained: what clashes, what would make it fit, how many people there is room for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from layoutgen.errors import InfeasibleError
from layoutgen.model.brief import Brief
from layoutgen.model.capacity import Capacity, Largest
from layoutgen.model.choices import Choices
from layoutgen.model.shortfall import LandBudget, Relaxation, Shortfall
from layoutgen.model.site import Site
from layoutgen.model.stages import Commission
from layoutgen.pipeline.capacity import lay_ground, nothing, without_storeys
from layoutgen.pipeline.class_capacity import Ground, capacity_of
from layoutgen.pipeline.lay_plan import Progress
from layoutgen.pipeline.manner_budget import manner_budget
from layoutgen.pipeline.off_site import program_of
from layoutgen.pipeline.proof import lawful_budget, lawful_together, least_housed
from layoutgen.pipeline.reaching import PEOPLE_LEAST, engine_of, only_estimated, reach
from layoutgen.pipeline.relaxations import Relaxing, relaxations
from layoutgen.pipeline.search_bounds import search_bounds
from layoutgen.pipeline.site_capacity import estimate_site
from layoutgen.stages.massing import StoreyOption, storey_options
from layoutgen.standards.clause import Standard
from layoutgen.standards.community import community_size, divide_people

RUNS_MAX = 2  # of the engine, to confirm the largest population


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A brief that found no plan."""

    site: Site
    brief: Brief
    choices: Choices
    standard: Standard
    error: InfeasibleError


def explain_shortfall(failed: Failed, progress: Progress) -> Shortfall:
    """Explain why a brief found no plan, with at most two more runs of the engine."""
    brief, error = failed.brief, failed.error
    progress("capacity")
    options = storey_options(brief, failed.choices, failed.standard)
    ground, capacity = _counted(failed, options)
    progress("largest population")
    found = _reached(failed, capacity)
    budget, is_proven = _budget(failed, capacity)
    is_told_by_land = is_proven and error.unit != "m"
    return Shortfall(
        people=brief.population,
        is_proven=is_proven,
        stage="program" if is_proven else error.stage,
        what=error.what,
        need=budget.need_m2 if is_told_by_land else error.need,
        have=budget.have_m2 if is_told_by_land else error.have,
        unit="m2" if is_told_by_land else error.unit,
        budget=budget,
        binds=capacity.best.binds,
        rooms=capacity.rooms,
        searched=() if is_proven else search_bounds(failed.choices, options),
        relaxations=_relaxations(failed, ground, capacity, found),
        largest=found,
    )


def _counted(failed: Failed, options: Sequence[StoreyOption]) -> tuple[Ground | None, Capacity]:
    """Ground of one community with homes counted, also of storeys that the brief forbids; and its capacity.

    A site for several communities has its capacity only.
    """
    site, brief, choices, standard = failed.site, failed.brief, failed.choices, failed.standard
    if brief.population > community_size().population_high:
        return None, estimate_site(site, brief, choices, standard, brief.population)
    try:
        ground = lay_ground(site, brief, choices, standard)
    except InfeasibleError as error:
        return None, nothing(site, error.what)
    capacity = capacity_of(ground, options, brief, least_housed(standard))
    return ground, capacity if options else without_storeys(capacity)


def _reached(failed: Failed, capacity: Capacity) -> Largest:
    """The largest population, confirmed by the engine where one community is enough; below what was asked."""
    most = min(failed.brief.population - 1, community_size().population_high)
    if capacity.communities > 1 or capacity.best.people < PEOPLE_LEAST or most < PEOPLE_LEAST:
        return only_estimated(capacity.best.people)
    engine = engine_of(failed.site, failed.brief, failed.choices, failed.standard)
    return reach(engine, capacity.best.people, (PEOPLE_LEAST, most), RUNS_MAX)


def _budget(failed: Failed, capacity: Capacity) -> tuple[LandBudget, bool]:
    """By lawful minima where they alone rule the brief out, else by our manner; and which it is."""
    site, brief, choices, standard = failed.site, failed.brief, failed.choices, failed.standard
    briefs = [replace(brief, population=part) for part in divide_people(brief.population)]
    programs = [program_of(site, part, choices, standard) for part in briefs]
    parts = [
        Commission(site=site, brief=part, program=program, choices=choices)
        for part, program in zip(briefs, programs, strict=True)
    ]
    is_of_height = failed.error.is_proven and failed.error.unit == "m"
    if not is_of_height:
        lawful = lawful_together(parts, standard) if len(parts) > 1 else lawful_budget(parts[0], standard)
        if lawful.missing_m2 > 0.0:
            return lawful, True
    return manner_budget(site, programs, capacity, standard), is_of_height


def _relaxations(failed: Failed, ground: Ground | None, capacity: Capacity, found: Largest) -> tuple[Relaxation, ...]:
    if ground is None:
        return ()
    scale = found.people / capacity.best.people if found.is_confirmed and capacity.best.people else 1.0
    known = Relaxing(
        site=failed.site,
        brief=failed.brief,
        ground=ground,
        choices=failed.choices,
        standard=failed.standard,
        reached=scale,
    )
    return relaxations(known)
