"""What several rules need of one plan and takes long to work out: once a judgement, and forgotten with it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar
from weakref import WeakKeyDictionary

from shapely.geometry import Polygon

from layoutgen.geometry.tolerance import LENGTH_EPS_M
from layoutgen.geometry.widths import inscribed_width
from layoutgen.indicators.green import central_pieces, counted_green
from layoutgen.model.plan import Plan
from layoutgen.standards.counting import load_counting
from layoutgen.validator.hearing import hear, hearing
from layoutgen.walking.graph import WalkGraph, has_steps, walk_graph

Made = TypeVar("Made")
Asked = TypeVar("Asked")


class Judgement:
    """One judgement under way, of one plan; what is worked out for it lives as long as it does."""

    __slots__ = ("__weakref__", "plan")

    def __init__(self, plan: Plan) -> None:
        self.plan = plan


_under_way: ContextVar[Judgement | None] = ContextVar("judgement", default=None)


@contextmanager
def judging(plan: Plan) -> Iterator[None]:
    """Judge a plan: within, whatever is made ``once`` is made once for this very plan; a judgement within one is the same."""
    under_way = _under_way.get()
    if under_way is not None and under_way.plan is plan:
        yield
        return
    token = _under_way.set(Judgement(plan))
    try:
        yield
    finally:
        _under_way.reset(token)


def once(make: Callable[[Plan], Made]) -> Callable[[Plan], Made]:
    """Function that works out its value once for the plan under judgement, and anew for any other.

    Plans are told apart by identity; the value must follow from the plan alone, so that nobody can tell the difference.
    """
    kept: WeakKeyDictionary[Judgement, tuple[Made, frozenset[str]]] = WeakKeyDictionary()

    def shared(plan: Plan) -> Made:
        judgement = _under_way.get()
        if judgement is None or judgement.plan is not plan:
            return make(plan)
        if judgement not in kept:
            with hearing() as heard:
                made = make(plan)
            kept[judgement] = made, frozenset(heard)
        made, asked = kept[judgement]
        hear(asked)  # whoever uses what was made hangs on what was asked for it
        return made

    return shared


def once_each(make: Callable[[Plan, Asked], Made]) -> Callable[[Plan, Asked], Made]:
    """As `once`, for each thing that is asked about by itself; it must be hashable."""

    def nothing_yet(_: Plan) -> dict[Asked, tuple[Made, frozenset[str]]]:
        return {}

    known_of = once(nothing_yet)

    def shared(plan: Plan, asked: Asked) -> Made:
        known = known_of(plan)
        if asked not in known:
            with hearing() as heard:
                made = make(plan, asked)
            known[asked] = made, frozenset(heard)
        made, heard_then = known[asked]
        hear(heard_then)
        return made

    return shared


def _central_widths(plan: Plan) -> dict[str, tuple[tuple[Polygon, float], ...]]:
    counting = load_counting()
    return {block.id: tuple((p, inscribed_width(p)) for p in central_pieces(plan, block, counting)) for block in plan.blocks}


def _central_greens(plan: Plan) -> dict[str, tuple[Polygon, ...]]:
    least = load_counting().central_width_m - LENGTH_EPS_M
    return {name: tuple(p for p, width in pieces if width >= least) for name, pieces in central_widths(plan).items()}


network = once(walk_graph)  # of all walkable ways


def _step_free_network(plan: Plan) -> WalkGraph:
    return walk_graph(plan, is_step_free=True) if any(has_steps(way) for way in plan.ways) else network(plan)


step_free_network = once(_step_free_network)  # without ways that have steps
green = once(counted_green)  # that counts toward the green ratio
central_widths = once(_central_widths)  # pieces of central green of each block by its id, and how wide they are [m]
central_greens = once(_central_greens)  # of each block by its id, pieces wide enough to count
