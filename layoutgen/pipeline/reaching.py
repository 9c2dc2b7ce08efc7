"""The largest population that the engine itself reaches near a guess: few runs to the end of massing, stepped up or down."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from layoutgen.errors import InfeasibleError
from layoutgen.model.brief import Brief
from layoutgen.model.capacity import Largest
from layoutgen.model.choices import Choices
from layoutgen.model.site import Site
from layoutgen.pipeline.lay_plan import mass_site, silent
from layoutgen.standards.clause import Standard

STEP = 0.06  # of the guess, up or down, from run to run
CLOSE = 0.4  # of a step: a success and a failure as near as this leave nothing to ask
LEAST = 10  # persons worth a run
PEOPLE_LEAST = 100  # fewer are no community to ask for
ROUND_TO = 10  # persons: a guess is no more exact


Engine = Callable[[int], int | None]  # people asked -> None where all are housed, else how many


def engine_of(site: Site, brief: Brief, choices: Choices, standard: Standard) -> Engine:
    """The engine from program to massing on one site: how many of the people asked it does not leave out."""

    def house(people: int) -> int | None:
        try:
            mass_site(site, replace(brief, population=people), choices, standard, silent)
        except InfeasibleError as error:
            return round(error.have) if error.unit == "persons" else 0
        return None

    return house


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
    people: int | None = _rounded(guess, bounds)
    while people is not None and len(runs) < runs_max:
        runs.append((people, engine(people)))
        people = _next(runs, STEP * guess, bounds)
    confirmed = [asked for asked, housed in runs if housed is None]
    fewest = min(asked for asked, _ in runs)
    return Largest(
        people=max(confirmed) if confirmed else min(guess, people or fewest),
        estimated=guess,
        is_confirmed=bool(confirmed),
        runs=tuple(runs),
    )


def only_estimated(people: int) -> Largest:
    """The model's answer, where the engine is not asked."""
    return Largest(people=people, estimated=people, is_confirmed=False, runs=())


def _next(runs: Sequence[tuple[int, int | None]], step: float, bounds: tuple[int, int]) -> int | None:
    """What to ask next; None where it would not tell more.

    Steps up after successes alone, each twice the one before; after failures alone what was housed, if that is near, else
    a step down; between the highest success and the failure above it the middle, while they lie apart.
    """
    people, housed = runs[-1]
    highest = max((asked for asked, left in runs if left is None), default=None)
    above = min((asked for asked, left in runs if left is not None and asked > (highest or 0)), default=None)
    if highest is not None and above is not None:
        return _rounded((highest + above) / 2.0, bounds) if above - highest > CLOSE * step else None
    goal = people + step * 2.0 ** (len(runs) - 1) if housed is None else people - step
    if housed is not None and goal < housed < people - LEAST:
        goal = housed
    asked = _rounded(goal, bounds)
    return asked if all(asked != other for other, _ in runs) else None


def _rounded(people: float, bounds: tuple[int, int]) -> int:
    whole = int(people // ROUND_TO * ROUND_TO)
    return min(max(whole, bounds[0]), bounds[1])
