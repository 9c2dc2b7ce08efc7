"""A way laid on the board: its outline is what earlier ways, walls and the site's edge leave of its width."""

from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.ops import substring

from layoutgen.geometry.parts import largest, lines, polygons, snap_line, without_holes
from layoutgen.geometry.tolerance import GRID_M, OVERLAP_EPS_M2
from layoutgen.model.kinds import WayKind
from layoutgen.model.plan import Way, tags_of
from layoutgen.stages.grounds.board import Board, areal, near

SCRAP_M2 = 0.5  # less ground than this is no way [m2]
NOTCH_M = 0.6  # width of a link inside other outlines [m]


@dataclass(frozen=True, slots=True, kw_only=True)
class WayKindOf:
    """What a way is, before it has a place."""

    kind: WayKind
    width_m: float
    footway_m: float
    is_fire_lane: bool
    block: str
    lanes: int = 0  # 0 = not said


def main_way(board: Board, block: str) -> WayKindOf:
    """A loop or stub of a block."""
    lanes = board.commission.choices.lanes
    return WayKindOf(
        kind=WayKind.MAIN,
        width_m=lanes.loop_width_m,
        footway_m=lanes.loop_footway_m,
        is_fire_lane=True,
        block=block,
        lanes=lanes.loop_lanes,
    )


def gate_way(board: Board, block: str) -> WayKindOf:
    """A stub that leads out of a block through its vehicle gate."""
    return replace(main_way(board, block), width_m=board.commission.choices.lanes.gate_width_m)


def access_way(board: Board, block: str) -> WayKindOf:
    """A lane along a row."""
    width = board.commission.choices.lanes.lane_width_m
    return WayKindOf(kind=WayKind.ACCESS, width_m=width, footway_m=0.0, is_fire_lane=True, block=block)


def foot_way(board: Board, block: str) -> WayKindOf:
    """A footpath."""
    width = board.commission.choices.lanes.path_width_m
    return WayKindOf(kind=WayKind.FOOTPATH, width_m=width, footway_m=0.0, is_fire_lane=False, block=block)


def lay_way(board: Board, centre: LineString, what: WayKindOf) -> tuple[Way, ...]:
    """Lay a way along a centre line; where earlier ways cut its outline in parts, each part becomes a way of its own.

    A line that comes back to itself is laid as two ways, for an outline has no holes. A line that earlier outlines
    cover altogether leaves no way.
    """
    line = snap_line(centre)
    full = band(line, what.width_m)
    if len(full.interiors) and line.length > 2.0 * what.width_m:
        return tuple(way for half in halves(line) for way in lay_way(board, half, what))
    earlier = np.concatenate([near(board.way_outlines(), full), near(board.walls(), full)])
    left = shapely.intersection(full, board.commission.site.boundary, grid_size=GRID_M)
    if len(earlier):
        left = shapely.difference(areal(left), shapely.union_all(earlier), grid_size=GRID_M)
    parts = [p for part in polygons(left, OVERLAP_EPS_M2) for p in without_holes(part, OVERLAP_EPS_M2)]
    large = [part for part in parts if part.area > SCRAP_M2] or parts
    laid = tuple(_way(board, piece, part, what) for piece, part in _share_out(line, large))
    board.ways.extend(laid)
    for scrap in parts:
        if scrap not in large and shapely.intersection(line, scrap).length > GRID_M:
            _give(board, scrap, what)
    return laid


def _give(board: Board, scrap: Polygon, what: WayKindOf) -> None:
    """Ground too small for a way of its own, but on the centre line, goes to a way of the kind beside it."""
    for n in reversed(range(len(board.ways))):
        way = board.ways[n]
        if way.kind is what.kind and shapely.dwithin(way.outline, scrap, GRID_M):
            whole = shapely.union(way.outline, scrap, grid_size=GRID_M)
            if isinstance(whole, Polygon) and not whole.interiors:
                board.ways[n] = replace(way, outline=whole)
                return


def halves(line: LineString) -> tuple[LineString, ...]:
    """Both halves of a line that closes on itself: an outline has no holes."""
    pieces = (substring(line, 0.0, 0.5, normalized=True), substring(line, 0.5, 1.0, normalized=True))
    return tuple(piece for piece in pieces if isinstance(piece, LineString))


def band(line: LineString, width_m: float) -> Polygon:
    """The strip so wide along a line, square at its ends.

    Around steps far shorter than the width mitres fall apart: there it runs straight from end to end.
    """
    full = line.buffer(width_m / 2.0, cap_style="flat", join_style="mitre")
    if isinstance(full, Polygon):
        return full
    straight = LineString([line.coords[0], line.coords[-1]]) if line.length < width_m else line
    return max(polygons(straight.buffer(width_m / 2.0, cap_style="flat", join_style="mitre")), key=lambda part: part.area)


def link_inside(board: Board, line: LineString, what: WayKindOf) -> tuple[Way, ...]:
    """A short way whose ground earlier footpaths cover altogether: it takes a notch out of the outline that it runs in.

    Nothing where the line leaves the ways, or the notch would cut a path in two.
    """
    leg = snap_line(line)
    if not shapely.union_all(board.way_outlines()).covers(leg):
        return ()
    strip = band(leg, NOTCH_M)
    for n, way in enumerate(board.ways):
        notch = largest(areal(shapely.intersection(way.outline, strip, grid_size=GRID_M))) if way.kind is what.kind else None
        if notch is None or notch.area <= OVERLAP_EPS_M2:
            continue
        rest = shapely.difference(way.outline, notch, grid_size=GRID_M)
        if isinstance(rest, Polygon) and not rest.interiors:
            board.ways[n] = replace(way, outline=rest)
            laid = _way(board, leg, notch, what)
            board.ways.append(laid)
            return (laid,)
    return ()


def _way(board: Board, line: LineString, outline: Polygon, what: WayKindOf) -> Way:
    stem = f"R-{what.kind}{f'-{what.block}' if what.block else ''}"
    return Way(
        id=board.number(stem),
        kind=what.kind,
        centre=line,
        outline=outline,
        carriageway_m=what.width_m,
        footway_m=what.footway_m,
        is_fire_lane=what.is_fire_lane,
        block=what.block,
        tags=tags_of(lanes=str(what.lanes or "")),
    )


def _share_out(line: LineString, parts: list[Polygon]) -> list[tuple[LineString, Polygon]]:
    """Give each part of an outline its stretch of the centre line; the stretches join end to end."""
    runs: list[tuple[float, float, Polygon]] = []
    for part in parts:
        inside = lines(shapely.intersection(line, part), GRID_M)
        if inside:
            ends = [line.project(shapely.get_point(piece, k)) for piece in inside for k in (0, -1)]
            runs.append((min(ends), max(ends), part))
    runs.sort(key=lambda run: (run[0], run[1]))
    stretches: list[tuple[LineString, Polygon]] = []
    start = 0.0
    for n, (_, high, part) in enumerate(runs):
        end = (high + max(runs[n + 1][0], high)) / 2.0 if n + 1 < len(runs) else line.length
        if end - start > GRID_M:
            piece = substring(line, start, end)
            if isinstance(piece, LineString):
                stretches.append((snap_line(piece), part))
                start = end
    return stretches
