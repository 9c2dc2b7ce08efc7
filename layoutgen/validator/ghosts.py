"""Plans of a drawing that is not wholly understood: with what could not be read, without it, or as its like would have it."""

from collections.abc import Collection, Sequence
from copy import copy
from dataclasses import fields, replace
from typing import Protocol, TypeVar

from shapely import box
from shapely.geometry import LineString, Point, Polygon

from layoutgen.model.kinds import RoadClass
from layoutgen.model.plan import Block, Building, Community, Facility, Ground, Lot, Plan, Spot, Stall, Way, Window
from layoutgen.model.reading import Defect
from layoutgen.model.silent import Thing, silent_area, silent_row, silent_spot
from layoutgen.model.site import ContextBuilding, Edge, WindowLine
from layoutgen.validator.watched import DRAWN, GHOST, USE, watched

Some = TypeVar("Some", bound=Thing)
SIZE_M = 1.0  # of a ghost
SOME = 10  # storeys, dwellings, metres: what a thing may have that says none
KEEP_OUT = "keep_out"


class Change(Protocol):
    """What is done to the things of one sort."""

    def __call__(self, things: tuple[Some, ...], sort: type[Some]) -> tuple[Some, ...]:
        """Return the things changed."""
        ...


def ghosts_of(defects: Sequence[Defect], plan: Plan) -> tuple[Thing, ...]:
    """One watched thing for each defect, of the kind that its layer tells and where it is; none where that is no thing."""
    found = []
    for number, defect in enumerate(defects, start=1):
        thing = _ghost(defect.role, f"{GHOST}{number}", _place(defect, plan))
        if thing is not None:
            found.append(watched(thing))
    return tuple(found)


def with_ghosts(plan: Plan, ghosts: Sequence[Thing], defects: Sequence[Defect]) -> Plan:
    """Plan with what could not be read, as far as its layer tells of it."""

    def added(things: tuple[Some, ...], sort: type[Some]) -> tuple[Some, ...]:
        return (*(ghost for ghost in ghosts if isinstance(ghost, sort)), *things)  # first: who seeks one of a kind meets it

    kept = tuple(_square(_place(defect, plan)) for defect in defects if defect.role == KEEP_OUT)
    return replace(_each(plan, added), keep_outs=(*plan.keep_outs, *kept))


def watching(plan: Plan, names: Collection[str]) -> Plan:
    """Plan whose things of some ids are watched."""

    def change(things: tuple[Some, ...], sort: type[Some]) -> tuple[Some, ...]:
        return tuple(watched(thing) if thing.id in names else thing for thing in things)

    return _each(plan, change)


def without(plan: Plan, names: Collection[str]) -> Plan:
    """Plan without the things of some ids."""

    def change(things: tuple[Some, ...], sort: type[Some]) -> tuple[Some, ...]:
        return tuple(thing for thing in things if thing.id not in names)

    return _each(plan, change)


def likely(plan: Plan, names: Collection[str]) -> Plan:
    """Plan whose things of some ids say what the thing of their kind says that is nearest in size."""

    def change(things: tuple[Some, ...], sort: type[Some]) -> tuple[Some, ...]:
        peers = [thing for thing in things if thing.id not in names]
        return tuple(_as_its_like(thing, peers) if thing.id in names else thing for thing in things)

    return _each(plan, change)


def peerless(plan: Plan, names: Collection[str]) -> frozenset[str]:
    """Those of some ids whose things have no like on the plan."""
    found: set[str] = set()

    def change(things: tuple[Some, ...], sort: type[Some]) -> tuple[Some, ...]:
        kinds = {_kind(thing) for thing in things if thing.id not in names}
        found.update(thing.id for thing in things if thing.id in names and _kind(thing) not in kinds)
        return things

    _each(plan, change)
    return frozenset(found)


def _each(plan: Plan, change: Change) -> Plan:
    return replace(
        plan,
        edges=change(plan.edges, Edge),
        context=change(plan.context, ContextBuilding),
        window_lines=change(plan.window_lines, WindowLine),
        communities=change(plan.communities, Community),
        blocks=change(plan.blocks, Block),
        lots=change(plan.lots, Lot),
        ways=change(plan.ways, Way),
        buildings=change(plan.buildings, Building),
        facilities=change(plan.facilities, Facility),
        windows=change(plan.windows, Window),
        grounds=change(plan.grounds, Ground),
        stalls=change(plan.stalls, Stall),
        spots=change(plan.spots, Spot),
    )


def _as_its_like(thing: Some, peers: Sequence[Some]) -> Some:
    """Thing with the figures of its like; where it has none, with other figures than none."""
    alike = [peer for peer in peers if _kind(peer) == _kind(thing)]
    peer = min(alike, key=lambda one: (abs(_size(one) - _size(thing)), one.id), default=None)
    made = copy(thing)
    for field in fields(thing):
        if field.name not in (*DRAWN, *((USE,) if isinstance(thing, Building) else ())):
            value = _other(getattr(thing, field.name)) if peer is None else getattr(peer, field.name)
            object.__setattr__(made, field.name, value)
    return made


def _other(value: object) -> object:
    """Another figure, and a road where none is said; words stay."""
    if isinstance(value, bool):
        return not value
    if value is RoadClass.NONE:
        return RoadClass.LOCAL
    return value + SOME if isinstance(value, (int, float)) else value


def _kind(thing: Thing) -> str:
    if isinstance(thing, Building):
        return thing.use.value
    return thing.kind.value if isinstance(thing, (Lot, Way, Facility, Ground, Stall, Spot)) else ""


def _size(thing: Thing) -> float:
    if isinstance(thing, Spot):
        return 0.0
    if isinstance(thing, (Edge, WindowLine, Window)):
        return float(thing.line.length)
    shape = thing.footprint if isinstance(thing, (Building, ContextBuilding)) else thing.outline
    return float(shape.area)


def _ghost(role: str, name: str, place: Point) -> Thing | None:
    family, dot, kind = role.partition(".")
    line = LineString([(place.x, place.y), (place.x + SIZE_M, place.y)])
    role = f"way{dot}{kind}" if family == "centre" else role
    return silent_area(role, name, _square(place)) or silent_row(role, name, line) or silent_spot(role, name, place)


def _place(defect: Defect, plan: Plan) -> Point:
    if defect.at is not None:
        return Point(defect.at)
    return Point(0.0, 0.0) if plan.boundary.is_empty else Point(plan.boundary.representative_point())


def _square(place: Point) -> Polygon:
    half = SIZE_M / 2.0
    return Polygon(box(place.x - half, place.y - half, place.x + half, place.y + half))
