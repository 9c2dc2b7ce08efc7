"""Stretches of loops beside public roads that no lane, gate or row needs: footpaths lie in their place, the rest is green."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import largest, lines, polygons, snap_line
from layoutgen.geometry.sides import Side, sides
from layoutgen.geometry.tolerance import GRID_M, OVERLAP_EPS_M2
from layoutgen.model.kinds import BuildingUse, RoadClass, WayKind
from layoutgen.model.plan import Building, Way
from layoutgen.stages.grounds.board import Board, areal, as_array
from layoutgen.stages.grounds.motor_graph import CITY, Stretch, bridges, stretches
from layoutgen.stages.grounds.rings import Ring
from layoutgen.stages.grounds.ways import foot_way, halves, lay_way

REACH_M = 15.0  # of a fire lane from the side of a building that it serves (FIRE-07)
SERVED = 0.95  # share of the side along which the lane must run (FIRE-07)
LEAST_M = 24.0  # a shorter stretch is not worth the change
ROUND_SEGS = 6  # chords of the quarter circle with which a loop ends
BESIDE = 0.5  # share of a stretch that runs beside a public road


def spare_legs(board: Board, rings: Sequence[Ring]) -> list[Ring]:
    """Take out the stretches of the loops that can be spared; the rings come back with what is still driven on."""
    found: list[Ring] = []
    for block in sorted({ring.cell.block for ring in rings}):
        own = [ring for ring in rings if ring.cell.block == block]
        gone = _spared(board, block, own)
        before = shapely.union_all([way.outline for way in board.ways if way.block == block])
        found.extend(_thinned(board, ring, gone) for ring in own)
        if gone:
            _draw_out(board, block, before)
    return sorted(found, key=lambda ring: [one.shape for one in rings].index(ring.shape))


def lay_leg_paths(board: Board, rings: Sequence[Ring]) -> None:
    """Lay footpaths where the loops are not driven on."""
    for ring in rings:
        for line in ring.spared:
            lay_way(board, line, foot_way(board, ring.cell.block))


def _spared(board: Board, block: str, rings: Sequence[Ring]) -> list[LineString]:
    """Stretches of the block's rings that are not needed, the longest first as long as the others still serve."""
    ways = [way for way in board.ways if way.block == block and way.kind is not WayKind.FOOTPATH]
    attached = [way for way in board.structure.streets if way.kind is WayKind.ATTACHED]
    edges = [edge.line for edge in board.commission.site.edges if edge.road_class is not RoadClass.NONE]
    public = shapely.union_all([*(w.outline for w in board.structure.streets if w.kind is not WayKind.ATTACHED), *edges])
    city = shapely.union_all([public, *(way.centre for way in attached)])
    whole = stretches([*(LineString(ring.shape.exterior.coords) for ring in rings), *_others(ways, rings)], city)
    kept = list(whole)
    gone: list[LineString] = []
    for stretch in sorted(_beside(board, whole, len(rings), public), key=lambda one: (-one.piece.length, one.piece.bounds)):
        left = [one for one in kept if one is not stretch]
        if _hangs_together(kept, left, stretch) and _still_served(board, left, stretch):
            kept = left
            gone.append(stretch.piece)
    return gone


def _others(ways: Sequence[Way], rings: Sequence[Ring]) -> list[LineString]:
    return [way.centre for way in ways if not any(_is_of(way, ring) for ring in rings)]


def _is_of(way: Way, ring: Ring) -> bool:
    """Whether a way is a part of the ring itself."""
    return way.kind is WayKind.MAIN and bool(ring.shape.exterior.buffer(2.0 * GRID_M).covers(way.centre))


def _beside(board: Board, whole: Sequence[Stretch], count: int, public: BaseGeometry) -> list[Stretch]:
    """Stretches of the rings that run for the greater part along public roads."""
    lanes = board.commission.choices.lanes
    near = shapely.buffer(public, lanes.verge_m + lanes.loop_width_m)
    shapely.prepare(near)
    own = [one for one in whole if one.line < count and one.piece.length > LEAST_M]
    return [one for one in own if shapely.intersection(one.piece, near).length > BESIDE * one.piece.length]


def _hangs_together(kept: Sequence[Stretch], left: Sequence[Stretch], gone: Stretch) -> bool:
    """Whether no way becomes a dead end, and no part hangs by fewer ways than before."""
    degree = {node: sum(one.ends.count(node) for one in left) for node in gone.ends}
    if any(node != CITY and count < 2 for node, count in degree.items()):
        return False
    before, after = bridges(one.ends for one in kept), bridges(one.ends for one in left)
    return after[0] <= before[0] and after[1] <= before[1]


def _still_served(board: Board, left: Sequence[Stretch], gone: Stretch) -> bool:
    """Whether all buildings near a stretch keep a lane along the side that it served."""
    half = board.commission.choices.lanes.lane_width_m / 2.0
    near = [b for b in board.massing.buildings if shapely.dwithin(b.footprint, gone.piece, REACH_M + 2.0 * half)]
    if not near:
        return True
    lanes = shapely.union_all(shapely.buffer(as_array(one.piece for one in left), half, cap_style="flat"))
    more = shapely.union(lanes, gone.piece.buffer(half, cap_style="flat"))
    azimuths = {name: row.azimuth_deg for row in board.massing.rows for name in row.buildings}
    return all(
        side.cover(lanes, REACH_M) >= min(SERVED * side.length, side.cover(more, REACH_M) - GRID_M)
        for building in near
        for side in _served_sides(building, azimuths.get(building.id))
    )


def _served_sides(building: Building, azimuth_deg: float | None) -> list[Side]:
    """Sides along which lanes must stay: the north one of homes in rows, both long ones of others."""
    long = sides(building.footprint)[:2]
    if building.use is not BuildingUse.DWELLING or azimuth_deg is None:
        return list(long)
    angle = np.radians(azimuth_deg)
    north = (-np.sin(angle), np.cos(angle))
    return [max(long, key=lambda side: side.along[1] * north[0] - side.along[0] * north[1])]


def _thinned(board: Board, ring: Ring, gone: Sequence[LineString]) -> Ring:
    """The ring without some stretches; its ways become those that are left."""
    border = LineString(ring.shape.exterior.coords)
    own = [line for line in gone if border.distance(line.interpolate(0.5, normalized=True)) < GRID_M]
    if not own:
        return ring
    old = [way for way in board.ways if _is_of(way, ring)]
    ground = shapely.union_all([way.outline for way in old])
    runs = _runs(border, own)
    board.ways[:] = [way for way in board.ways if way not in old]
    for run in runs:
        for piece, outline in outlined(run, ground, old[0].carriageway_m):
            name = board.number(f"R-main-{ring.cell.block}")
            board.ways.append(replace(old[0], id=name, centre=piece, outline=outline))
    return replace(ring, driven=tuple(runs), spared=tuple(own))


def outlined(run: LineString, ground: BaseGeometry, width_m: float) -> list[tuple[LineString, Polygon]]:
    """A run with its outline; where that closes on itself, halves of it, for an outline has no holes."""
    found: list[tuple[LineString, Polygon]] = []
    queue, left = [run], ground
    while queue:
        piece = queue.pop(0)
        band = piece.buffer(width_m / 2.0 + GRID_M, quad_segs=ROUND_SEGS, join_style="mitre")  # round where it ends
        outline = largest(areal(shapely.intersection(left, band, grid_size=GRID_M)))
        if outline is not None and outline.interiors and piece.length > 2.0 * width_m:
            queue = [*(snap_line(half) for half in halves(piece)), *queue]
        elif outline is not None and outline.area > OVERLAP_EPS_M2:
            found.append((piece, outline))
            left = areal(shapely.difference(left, outline, grid_size=GRID_M))
    return found


def _draw_out(board: Board, block: str, before: BaseGeometry) -> None:
    """Lanes and stubs that the loop had cut go on over the ground that it left, as far as their centre lines lead."""
    own = [n for n, way in enumerate(board.ways) if way.block == block]
    left = shapely.difference(before, shapely.union_all([board.ways[n].outline for n in own]), grid_size=GRID_M)
    for n in own:
        way = board.ways[n]
        band = way.centre.buffer(way.carriageway_m / 2.0, cap_style="flat", join_style="mitre")
        for piece in polygons(shapely.intersection(band, areal(left), grid_size=GRID_M), OVERLAP_EPS_M2):
            for m in (n, *own):  # where the loop's own end lies between, the piece is its
                whole = shapely.union(board.ways[m].outline, piece, grid_size=GRID_M)
                if isinstance(whole, Polygon) and not whole.interiors:
                    board.ways[m] = replace(board.ways[m], outline=whole)
                    left = shapely.difference(areal(left), piece, grid_size=GRID_M)
                    break


def _runs(border: LineString, gone: Sequence[LineString]) -> list[LineString]:
    """What is left of a ring without some stretches."""
    out = shapely.union_all([line.buffer(GRID_M / 2.0) for line in gone])
    return [snap_line(run) for run in lines(shapely.line_merge(shapely.difference(border, out)), GRID_M)]
