"""Things and plans that tell whoever hears when something is asked of them that the drawing does not say."""

from copy import copy
from functools import cache
from typing import TypeVar

from layoutgen.model.plan import Building, Plan
from layoutgen.model.silent import Thing
from layoutgen.validator.hearing import hear

GHOST = "??"  # begins the id of a thing that stands for something which could not be read
BOUNDARY = "boundary"  # of the plan; what is heard of a drawing with several red lines
DRAWN = frozenset(  # what layer and shape tell of a thing, without a label
    ("id", "kind", "outline", "footprint", "line", "centre", "point", "block", "lot", "building")
)
USE = "use"  # of a building the layer tells it, of a stall the label
SERVES = "of"  # of a point: where it is found by the place, it is known
TOLD_BY_LAYER = frozenset(("kind", "id"))  # of a thing whose shape could not be read either; nothing refers to its id

Watched = TypeVar("Watched", bound=Thing | Plan)


class Watching:
    """What a watched thing has in front of its own class: it tells before it answers."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> object:
        """Answer, and tell of what only a label says."""
        if not name.startswith("_"):
            own = str(object.__getattribute__(self, "id"))
            told = TOLD_BY_LAYER if own.startswith(GHOST) else DRAWN
            is_told = name in told or (name == USE and isinstance(self, Building))
            is_placed = name == SERVES and object.__getattribute__(self, name) != ""
            if not is_told and not is_placed:
                hear((own,))
        return object.__getattribute__(self, name)


class WatchingPlan:
    """As `Watching`, of the red line alone."""

    __slots__ = ()

    def __getattribute__(self, name: str) -> object:
        """Answer, and tell where the red line is asked for."""
        if name == BOUNDARY:
            hear((BOUNDARY,))
        return object.__getattribute__(self, name)


def watched(thing: Watched) -> Watched:
    """Return the same thing, watched."""
    again = copy(thing)
    sort: type = type(thing)
    object.__setattr__(again, "__class__", _watched_class(sort))
    return again


@cache
def _watched_class(of: type) -> type:
    front = WatchingPlan if issubclass(of, Plan) else Watching
    return type(f"Watched{of.__name__}", (front, of), {"__slots__": ()})
