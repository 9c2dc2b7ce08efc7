"""Things that share an id, as copies do: one keeps it, the others get ids of their own, and what belongs to them follows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.known_things import KnownThings
from layoutgen.drawings.labelled import Meant, Trace
from layoutgen.drawings.likeness import likeness
from layoutgen.drawings.tidings import Tiding
from layoutgen.model.plan import Block, Building, Community, Facility, Ground, Lot, Plan, Spot, Stall, Way, Window
from layoutgen.model.site import ContextBuilding, Edge, OffSite, WindowLine

Named = TypeVar(
    "Named",
    Edge,
    ContextBuilding,
    WindowLine,
    OffSite,
    Community,
    Block,
    Lot,
    Way,
    Building,
    Facility,
    Window,
    Ground,
    Stall,
    Spot,
)
Shapes = Mapping[str, tuple[tuple[str, BaseGeometry], ...]]  # id in the plan and shape, by the id that their labels share


def told_apart(meant: Iterable[Meant[Named]], known: KnownThings) -> tuple[list[Meant[Named]], list[str]]:
    """Things of one sort, each with an id of its own, and the ids of those that were drawn twice at one place.

    The thing that lies where plan.json has it keeps its id; where there is none, the one that lies least to the west.
    """
    by_name: dict[str, list[Meant[Named]]] = defaultdict(list)
    for one in meant:
        by_name[one.trace.name].append(one)
    kept: list[Meant[Named]] = []
    twice: list[str] = []
    for name, same in sorted(by_name.items()):
        if len(same) == 1:
            kept += same
            continue
        by_shape = {one.trace.shape.wkb: one for one in reversed(same)}
        twice += [name] * (len(same) - len(by_shape))
        kept += _numbered(sorted(by_shape.values(), key=lambda one: _rank(one.trace, known)))
    return kept, twice


def rebound(plan: Plan, traces: Iterable[Trace]) -> Plan:
    """Plan in which what names a copied thing belongs to the nearest of those that share the id."""
    by_name: dict[str, list[tuple[str, BaseGeometry]]] = defaultdict(list)
    for trace in traces:
        if not trace.role.startswith("centre."):
            by_name[trace.label.id].append((trace.name, trace.shape))
    shared = {name: tuple(sorted(same, key=lambda one: one[0])) for name, same in by_name.items() if len(same) > 1}
    if not shared:
        return plan
    return replace(
        plan,
        ways=tuple(replace(one, block=_nearest(one.block, one.outline, shared)) for one in plan.ways),
        buildings=tuple(
            replace(b, block=_nearest(b.block, b.footprint, shared), lot=_nearest(b.lot, b.footprint, shared))
            for b in plan.buildings
        ),
        facilities=tuple(
            replace(f, building=_nearest(f.building, f.outline, shared), lot=_nearest(f.lot, f.outline, shared))
            for f in plan.facilities
        ),
        windows=tuple(replace(one, building=_nearest(one.building, one.line, shared)) for one in plan.windows),
        grounds=tuple(
            replace(g, block=_nearest(g.block, g.outline, shared), lot=_nearest(g.lot, g.outline, shared)) for g in plan.grounds
        ),
        stalls=tuple(
            replace(s, block=_nearest(s.block, s.outline, shared), lot=_nearest(s.lot, s.outline, shared)) for s in plan.stalls
        ),
        spots=tuple(replace(one, of=_nearest(one.of, one.point, shared)) for one in plan.spots),
    )


def _nearest(name: str, shape: BaseGeometry, shared: Shapes) -> str:
    if name not in shared:
        return name
    return min(shared[name], key=lambda one: (round(one[1].distance(shape), 3), one[0]))[0]


def _rank(trace: Trace, known: KnownThings) -> tuple[float, tuple[float, ...], bytes]:
    thing = known.find(trace.role, trace.name)
    return (-likeness(trace.shape, thing.shape) if thing else 0.0, trace.shape.bounds, trace.shape.wkb)


def _numbered(same: list[Meant[Named]]) -> list[Meant[Named]]:
    return [one if number == 1 else _renamed(one, f"{one.trace.name}?{number}") for number, one in enumerate(same, start=1)]


def _renamed(one: Meant[Named], name: str) -> Meant[Named]:
    trace = replace(one.trace, name=name, tidings=(*one.trace.tidings, Tiding.COPIED))
    return Meant(replace(one.thing, id=name), trace)
