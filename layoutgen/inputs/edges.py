"""The edges of a site: runs of its boundary between corners, each along one road or one neighbour."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import LineString, Point, Polygon

from layoutgen.errors import InputError
from layoutgen.inputs.survey import Road
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import Edge
from layoutgen.sentence import Sentence

SIDES = ("east", "north", "west", "south")  # outward normal's quarter, counter-clockwise
PARALLEL_DEG = 30.0  # a road runs beside an edge if it deviates less than this


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeWish:
    """What the user says of one edge, or of all edges on one side."""

    where: str  # "E2", "south"
    road_class: RoadClass | None = None
    setback_m: float | None = None
    allows_gate: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeRules:
    """How edges are cut and what an unnamed one is."""

    corner_deg: float
    corner_sag_m: float  # a curve is looked at as chords within this
    short_edge_m: float
    road_reach_m: float
    local_from_m: float


def cut_edges(
    boundary: Polygon, roads: Sequence[Road], wishes: Sequence[EdgeWish], rules: EdgeRules
) -> tuple[tuple[Edge, ...], tuple[Sentence, ...]]:
    """Edges of a boundary, counter-clockwise, and what was assumed of them.

    Raises
    ------
    InputError
        If a wish names no edge or side.
    """
    runs = _runs(np.asarray(boundary.exterior.coords)[:-1, :2], rules)
    classes: list[RoadClass | None] = [None] * len(runs)
    edges = [
        Edge(id=f"E{i}", line=run, road_class=RoadClass.NONE, setback_m=None, allows_gate=True) for i, run in enumerate(runs, 1)
    ]
    for i, edge in enumerate(edges):
        road = _road_beside(edge.line, roads, rules.road_reach_m)
        if road is not None:
            classes[i] = road.road_class
            edges[i] = replace(edge, setback_m=road.setback_m, allows_gate=road.allows_gate)
    for wish in sorted(wishes, key=lambda wish: wish.where.startswith("E")):  # an id outranks a side
        for i in _chosen(edges, wish):
            classes[i] = wish.road_class if wish.road_class is not None else classes[i]
            edges[i] = _wished(edges[i], wish)
    settled = _assume(edges, classes, rules)
    named = [replace(edge, road_class=road_class) for edge, road_class in zip(edges, settled, strict=True)]
    barred = tuple(replace(edge, allows_gate=edge.allows_gate and edge.road_class is not RoadClass.NONE) for edge in named)
    return barred, _says(barred, classes, rules)


def side(edge: Edge) -> str:
    """Compass side of an edge: the quarter that its outside faces."""
    (x0, y0), (x1, y1) = edge.line.coords[0], edge.line.coords[-1]
    outward_deg = np.degrees(np.arctan2(-(x1 - x0), y1 - y0))
    return SIDES[round(float(outward_deg) / 90.0) % len(SIDES)]


def _runs(ring: npt.NDArray[np.float64], rules: EdgeRules) -> list[LineString]:
    turns = _turns(ring, rules.corner_sag_m)
    corners = [i for i in range(len(ring)) if abs(turns[i]) > rules.corner_deg]
    corners = _without_short(ring, corners, turns, rules.short_edge_m)
    if len(corners) < 2:
        corners = [0, len(ring) // 2] if len(corners) == 0 else sorted({corners[0], (corners[0] + len(ring) // 2) % len(ring)})
    ends = [*corners[1:], corners[0] + len(ring)]
    return [LineString([ring[k % len(ring)] for k in range(start, end + 1)]) for start, end in zip(corners, ends, strict=True)]


def _turns(ring: npt.NDArray[np.float64], sag_m: float) -> npt.NDArray[np.float64]:
    """Turn at every vertex of the ring drawn coarsely; 0 at vertices that the coarse ring leaves out [degrees]."""
    coarse = shapely.get_coordinates(Polygon(ring).simplify(sag_m))[:-1]
    before = coarse - np.roll(coarse, 1, axis=0)
    after = np.roll(coarse, -1, axis=0) - coarse
    cross = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    angles = np.degrees(np.arctan2(cross, np.sum(before * after, axis=1)))
    angle_at = {(float(x), float(y)): float(angle) for (x, y), angle in zip(coarse, angles, strict=True)}
    return np.array([angle_at.get((float(x), float(y)), 0.0) for x, y in ring])


def _without_short(
    ring: npt.NDArray[np.float64], corners: list[int], turns: npt.NDArray[np.float64], short_m: float
) -> list[int]:
    """Drop the gentler corner of the shortest run until no run is short."""
    kept = list(corners)
    lengths = np.array(
        [_length(ring, corner, following) for corner, following in zip(kept, [*kept[1:], *kept[:1]], strict=True)]
    )
    while len(kept) > 3:
        shortest = int(np.argmin(lengths))
        if lengths[shortest] >= short_m:
            break
        ends = (shortest, (shortest + 1) % len(kept))
        dropped = min(ends, key=lambda k: (abs(turns[kept[k]]), k))
        kept.pop(dropped)
        lengths = np.delete(lengths, dropped)
        joined = (dropped - 1) % len(kept)
        lengths[joined] = _length(ring, kept[joined], kept[(joined + 1) % len(kept)])
    return kept


def _length(ring: npt.NDArray[np.float64], start: int, end: int) -> float:
    count = (end - start) % len(ring)
    points = np.take(ring, np.arange(start, start + count + 1), axis=0, mode="wrap")
    return float(np.sum(np.hypot(*np.diff(points, axis=0).T)))


def _road_beside(line: LineString, roads: Sequence[Road], reach_m: float) -> Road | None:
    middle = line.interpolate(0.5, normalized=True)
    beside = [road for road in roads if road.line.distance(middle) <= reach_m and _runs_along(line, road.line, middle)]
    return min(beside, key=lambda road: (not road.is_edge, round(road.line.distance(middle), 3)), default=None)


def _runs_along(line: LineString, road: LineString, middle: Point) -> bool:
    at = road.project(middle)
    step = min(5.0, road.length / 2.0)
    start, end = road.interpolate(max(at - step, 0.0)), road.interpolate(min(at + step, road.length))
    (x0, y0), (x1, y1) = line.coords[0], line.coords[-1]
    turn = np.degrees(np.arctan2(y1 - y0, x1 - x0) - np.arctan2(end.y - start.y, end.x - start.x)) % 180.0
    return bool(min(turn, 180.0 - turn) < PARALLEL_DEG)


def _chosen(edges: Sequence[Edge], wish: EdgeWish) -> list[int]:
    where = wish.where.casefold()
    chosen = [i for i, edge in enumerate(edges) if where in (edge.id.casefold(), side(edge))]
    if not chosen:
        known = ", ".join(f"{edge.id} ({side(edge)}, {edge.line.length:.0f} m)" for edge in edges)
        raise InputError("", "edge", wish.where, f"one of {known} or a side {', '.join(SIDES)}")
    return chosen


def _wished(edge: Edge, wish: EdgeWish) -> Edge:
    setback_m = edge.setback_m if wish.setback_m is None else wish.setback_m
    allows_gate = edge.allows_gate if wish.allows_gate is None else wish.allows_gate
    return replace(edge, setback_m=setback_m, allows_gate=allows_gate)


def _assume(edges: Sequence[Edge], classes: Sequence[RoadClass | None], rules: EdgeRules) -> list[RoadClass]:
    long = [
        given if given is not None else RoadClass.LOCAL if edge.line.length >= rules.local_from_m else None
        for edge, given in zip(edges, classes, strict=True)
    ]
    return [own if own is not None else _neighbour(edges, long, i) for i, own in enumerate(long)]


def _neighbour(edges: Sequence[Edge], classes: Sequence[RoadClass | None], i: int) -> RoadClass:
    """Class of the longer neighbouring edge that has one."""
    beside = [k for k in ((i - 1) % len(edges), (i + 1) % len(edges)) if classes[k] is not None]
    if not beside:
        return RoadClass.NONE
    return classes[max(beside, key=lambda k: edges[k].line.length)] or RoadClass.NONE


def _says(edges: Sequence[Edge], classes: Sequence[RoadClass | None], rules: EdgeRules) -> tuple[Sentence, ...]:
    unnamed = [
        (edge, edge.line.length >= rules.local_from_m) for edge, given in zip(edges, classes, strict=True) if given is None
    ]
    long = ", ".join(edge.id for edge, is_long in unnamed if is_long)
    short = ", ".join(f"{edge.id} ({edge.road_class.value})" for edge, is_long in unnamed if not is_long)
    least = rules.local_from_m
    says_long = Sentence(
        en=f"edges {long}: no road is named, {least:g} m or longer: taken as branch roads",
        zh=f"边 {long}：未注道路，长度不小于 {least:g} m：按支路处理",
    )
    says_short = Sentence(
        en=f"edges {short}: no road is named, shorter than {least:g} m: taken as their longer neighbour",
        zh=f"边 {short}：未注道路，短于 {least:g} m：同较长的邻边",
    )
    return (*((says_long,) if long else ()), *((says_short,) if short else ()))
