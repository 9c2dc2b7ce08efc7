"""How many people a site holds: the capacity model by storey class, then what the engine reaches near it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from layoutgen.inputs.checked import load_ranges
from layoutgen.inputs.templates import load_choices
from layoutgen.jobs.ask import Flags, Request, ask_capacity
from layoutgen.jobs.law import require_new_build, standard_of_brief, with_sun_said
from layoutgen.model.capacity import Capacity, Largest
from layoutgen.model.choices import Choices
from layoutgen.pipeline.proving import prove
from layoutgen.pipeline.reaching import PEOPLE_LEAST, engine_of, only_estimated, reach
from layoutgen.pipeline.site_capacity import estimate_site
from layoutgen.reports.feasibility_json import feasibility_json
from layoutgen.reports.feasibility_text import Answer, answer_text
from layoutgen.standards.clause import Standard
from layoutgen.standards.community import community_size

RUNS_MAX = 5  # of the engine, near the model's answer
QUICK, CONFIRM, PROVE = "quick", "confirm", "prove"
Progress = Callable[[str], None]


def feasibility(asked: Request, how: str, progress: Progress) -> Answer:
    """How many people a site holds.

    Parameters
    ----------
    how
        "quick": the capacity model alone; "confirm": then the engine near its answer; "prove": the engine in every manner.

    Raises
    ------
    InputError
        If the template or a pack cannot be used, or an existing community is asked for.
    """
    require_new_build(asked.brief)
    choices = load_choices(asked.brief.template)
    standard = standard_of_brief(asked.brief)
    asked = replace(asked, brief=with_sun_said(asked.brief, standard))
    progress("capacity")
    people_max = int(load_ranges("brief")["population"].high)
    capacity = estimate_site(asked.site, asked.brief, choices, standard, people_max)
    is_one = capacity.communities == 1 and capacity.best.people >= PEOPLE_LEAST
    proof = None
    if how == PROVE and is_one:
        proof = prove(asked.site, asked.brief, (choices, standard), capacity.best.people, progress)
    largest = proof.best.largest if proof else only_estimated(capacity.best.people)
    if how == CONFIRM and is_one:
        progress("largest population")
        largest = confirmed(asked, (choices, standard), capacity)
    return Answer(
        site=asked.site, brief=asked.brief, capacity=capacity, largest=largest, proof=proof, overrides=standard.overrides
    )


def confirmed(asked: Request, by: tuple[Choices, Standard], capacity: Capacity) -> Largest:
    """What the engine reaches near the model's answer."""
    engine = engine_of(asked.site, asked.brief, *by)
    return reach(engine, capacity.best.people, (PEOPLE_LEAST, community_size().population_high), RUNS_MAX)


def feasibility_text(site_file: Path, flags: Flags, how: str, to: tuple[str, str], progress: Progress) -> str:
    """The answer for a site file.

    Parameters
    ----------
    to
        "table" or "json", and the language.

    Raises
    ------
    InputError
        If the site, the brief or the template cannot be used, or an existing community is asked for.
    """
    form, lang = to
    answer = feasibility(ask_capacity(site_file, flags), how, progress)
    return feasibility_json(answer) if form == "json" else answer_text(answer, lang)
