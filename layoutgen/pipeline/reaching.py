"""The largest population that the engine itself reaches near a guess: few runs to the end of massing, stepped up or down."""

from collections.abc import Callable
from dataclasses import replace

from layoutgen.errors import InfeasibleError
from layoutgen.model.brief import Brief
from layoutgen.model.capacity import Largest
from layoutgen.model.choices import Choices
from layoutgen.model.site import Site
from layoutgen.pipeline.lay_plan import mass_site
from layoutgen.standards.clause import Standard

STEP = 0.06  # of the guess, up or down, from run to run
LEAST = 10  # persons worth a run
PEOPLE_LEAST = 100  # fewer are no community to ask for
ROUND_TO = 10  # persons: a guess is no more exact


Engine = Callable[[int], int | None]  # people asked -> None where all are housed, else how many


def engine_of(site: Site, brief: Brief, choices: Choices, standard: Standard) -> Engine:
    """The engine from program to massing on one site: how many of the people asked it does not leave out."""

    def house(people: int) -> int | None:
        try:
            mass_site(site, replace(brief, population=people), choices, standard, _silent)
        except InfeasibleError as error:
            return round(error.have) if error.unit == "persons" else 0
        return None

    return house


def _silent(stage: str) -> None:
    """Progress that nobody is told of."""


def reach(engine: Engine, guess: int, bounds: tuple[int, int], runs_max: int) -> Largest:
    """Step up from a guess while the engine follows, or down until it does.

    Parameters
    ----------
    guess
        People of the capacity model.
    bounds
        Populations that are asked: at least, and at most.
    runs_max
        Runs of the engine.
    """
    runs: list[tuple[int, int | None]] = []
    people = _rounded(guess, bounds)
    while len(runs) < runs_max and all(asked != people for asked, _ in runs):
        housed = engine(people)
        runs.append((people, housed))
        people = _rounded(_next(people, housed, STEP * guess), bounds)
        if len({housed is None for _, housed in runs}) > 1:
            break
    confirmed = [asked for asked, housed in runs if housed is None]
    return Largest(
        people=max(confirmed, default=min([people, guess, *(asked for asked, _ in runs)])),
        estimated=guess,
        is_confirmed=bool(confirmed),
        runs=tuple(runs),
    )


def only_estimated(people: int) -> Largest:
    """The model's answer, where the engine is not asked."""
    return Largest(people=people, estimated=people, is_confirmed=False, runs=())


def _next(people: int, housed: int | None, step: float) -> float:
    """One step up after a success; after a failure what was housed, if that is near, else a step down."""
    if housed is None:
        return people + step
    return housed if people - step < housed < people - LEAST else people - step


def _rounded(people: float, bounds: tuple[int, int]) -> int:
    whole = int(people // ROUND_TO * ROUND_TO)
    return min(max(whole, bounds[0]), bounds[1])
