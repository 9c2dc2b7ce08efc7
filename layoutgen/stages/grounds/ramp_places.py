"""Where a garage ramp may lie: in bands along the rows, across them, and beside ways, its mouth straight before a road."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.kinds import WayKind
from layoutgen.model.stages import Cell
from layoutgen.stages.grounds.bands import Crossings, Edges, Floats, Openness, crossings, edges_of, turned
from layoutgen.stages.grounds.board import Board, as_array
from layoutgen.stages.grounds.ramp_ground import RampGround, ramp_ground

STEPS_M = (2.0, 3.0)  # between the bands along and across the rows that are tried [m]
STRAIGHT_M = 12.0  # shorter sides of ways lead no ramp along them
SAME_DEG = 0.1  # directions nearer than this are one
STRIP_M = 1.0  # planted between a ramp and the way that it lies along [m]
GRAIN_M = 0.05  # of the level run above its least, for the grid of the drawing
SLACKS_M = (0.0, 2.0, 4.0, 8.0)  # how much longer than it must be the level run before a ramp may be
BACK = np.array([-1.0, -1.0, -1.0, 1.0, 1.0])  # turns places along bands back
BEHIND_M = 2.0  # of a ramp's foot off the ways behind it
QUIET_M = 15.0  # no home stands so near before a mouth where it can be helped [m]
LANE_COSTS_M = 15.0  # a ramp beside a lane is worth so much walk less than one along the loop
ROW_COSTS_M = 35.0  # one along the rows in the court
SQUARE_COSTS_M = 60.0  # and one that leads askew into it
OPENS_TO_LANE_COSTS_M = 80.0
FACING_COSTS_M = 40.0


class RampForm(NamedTuple):
    """A ramp that is tried."""

    width_m: float
    length_m: float  # as drawn; what is missing runs on below
    lanes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RampPlace:
    """A ramp that has room, and the level run between it and the road."""

    ramp: Polygon
    run: Polygon
    foot: Polygon  # a square before the ramp's foot, where the garage must be reached
    lanes: int
    costs_m: float  # beside the way to the gate


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """A cell's ground seen along a direction, and the bands to try in it."""

    azimuth_deg: float
    is_across: bool
    drives: Edges
    arcs: Edges
    others: Edges
    levels: Floats  # of bands anywhere
    beside: Floats  # edges of ways: bands lie a strip off them

    def bands(self, width_m: float) -> Floats:
        """Lower sides of the bands of a width."""
        return np.concatenate([self.levels, self.beside + STRIP_M, self.beside - STRIP_M - width_m])


@dataclass(frozen=True, slots=True, kw_only=True)
class RampSearch:
    """A cell, made ready to be searched for ramps of several forms."""

    ground: RampGround
    frames: tuple[_Frame, ...]


def ramp_search(board: Board, cell: Cell) -> RampSearch:
    """Make a cell ready."""
    azimuth = next((row.azimuth_deg for row in board.massing.rows if row.cell == cell.id), board.structure.azimuth_deg)
    ground, sides = ramp_ground(board, cell), _way_sides(board, cell)
    angles = [azimuth, azimuth + 90.0]
    for side in sides:
        if min(_apart(side.angle_deg, angle) for angle in angles) > SAME_DEG:
            angles.append(side.angle_deg)
    frames = tuple(_frame(ground, angle, sides, number) for number, angle in enumerate(angles))
    return RampSearch(ground=ground, frames=frames)


class _Side(NamedTuple):
    """A straight stretch of a way's centre line."""

    angle_deg: float
    middle: Floats
    half_m: float  # of the carriageway


def _way_sides(board: Board, cell: Cell) -> list[_Side]:
    found: list[_Side] = []
    for way in board.ways:
        if way.block == cell.block and way.kind is not WayKind.FOOTPATH:
            for ends in pairwise(np.asarray(way.centre.coords)):
                east, north = ends[1] - ends[0]
                if float(np.hypot(east, north)) > STRAIGHT_M:
                    found.append(_Side(float(np.degrees(np.arctan2(north, east))), sum(ends) / 2.0, way.carriageway_m / 2.0))
    return found


def _apart(one_deg: float, other_deg: float) -> float:
    """Angle between two lines [degrees]."""
    return abs((one_deg - other_deg + 90.0) % 180.0 - 90.0)


def _frame(ground: RampGround, azimuth_deg: float, sides: list[_Side], number: int) -> _Frame:
    """The ground in one direction: anywhere along the rows (0) and across them (1), else only beside the ways that lead so."""
    ways = [side for side in sides if _apart(side.angle_deg, azimuth_deg) <= SAME_DEG]
    at = [(float(turned(side.middle, -azimuth_deg)[1]), side.half_m) for side in ways]
    beside = sorted({round(y + sign * half, 3) for y, half in at for sign in (1.0, -1.0)})
    rim = edges_of(as_array([ground.cell]), azimuth_deg)
    inside = (rim.xy[:, :, 1].min(), rim.xy[:, :, 1].max())
    return _Frame(
        azimuth_deg=azimuth_deg,
        is_across=number == 1,
        drives=edges_of(ground.drives, azimuth_deg),
        arcs=edges_of(ground.arcs, azimuth_deg),
        others=edges_of(np.concatenate([ground.others, as_array([ground.cell])]), azimuth_deg),
        levels=np.arange(*inside, STEPS_M[number]) if number < len(STEPS_M) else np.empty(0),
        beside=np.array(beside, dtype=np.float64),
    )


class _Found(NamedTuple):
    """Ramps in bands: roads, mouths and feet along them [m], the bands' lower sides, and whose way each opens to."""

    roads: Floats
    mouths: Floats
    feet: Floats
    low: Floats
    drive: NDArray[np.int_]


def ramp_places(board: Board, search: RampSearch, form: RampForm) -> list[RampPlace]:
    """Ramps of a form with their level runs where both have room."""
    level = board.commission.choices.grounds.ramp_buffer_m + GRAIN_M
    return [place for frame in search.frames for place in _places(search, frame, form, _ramps(frame, form, level))]


def _ramps(frame: _Frame, form: RampForm, level_m: float) -> _Found:
    """Ramps in the bands of a frame, each behind a level run from a way that crosses its band."""
    lows = frame.bands(form.width_m)
    crossed = [crossings(edges, lows, form.width_m) for edges in (frame.drives, frame.others, frame.arcs)]
    found = np.concatenate(
        [_one_way(crossed, form.length_m, level_m), _one_way([c.mirrored() for c in crossed], form.length_m, level_m) * BACK]
    )
    roads, mouths, feet, band, drive = np.unique(found, axis=0).T
    return _Found(roads, mouths, feet, lows[band.astype(int)], drive.astype(int))


def _one_way(crossed: Sequence[Crossings], length_m: float, level_m: float) -> Floats:
    """Ramps that lead onward along their bands, a row each: road, mouth, foot, band and whose way it opens to."""
    roads, band, drive = crossed[0].high, crossed[0].band, crossed[0].shape
    drives, others, arcs = (Openness(each) for each in crossed)
    ends = np.minimum(drives.ahead(roads, band) - BEHIND_M, others.ahead(roads, band))
    found: list[Floats] = []
    for slack in SLACKS_M:
        mouths = roads + level_m + slack
        feet = mouths + length_m
        fits = (feet <= ends + GRID_M) & (feet <= arcs.ahead(mouths, band) + GRID_M)
        found.append(np.stack([roads, mouths, feet, band, drive], axis=1)[fits])
    return np.concatenate(found)


def _places(search: RampSearch, frame: _Frame, form: RampForm, found: _Found) -> Iterator[RampPlace]:
    """The ramps found in one frame, with what each costs."""
    aside = np.sign(found.feet - found.mouths)

    def boxes(start: Floats, end: Floats) -> NDArray[np.object_]:
        west, east, north = np.minimum(start, end), np.maximum(start, end), found.low + form.width_m
        corners = np.stack([np.stack(xy, -1) for xy in ((west, found.low), (east, found.low), (east, north), (west, north))], 1)
        return np.asarray(shapely.polygons(turned(corners, frame.azimuth_deg)), dtype=object)

    ramps, runs = boxes(found.mouths, found.feet), boxes(found.mouths, found.roads)
    feet = boxes(found.feet, found.feet + aside * form.width_m)
    sights = boxes(found.mouths, found.mouths - aside * QUIET_M)
    ground = search.ground
    shapely.prepare(ground.cell)
    free = shapely.covers(ground.cell, ramps)
    inner = shapely.buffer(ramps, -2.0 * GRID_M, join_style="mitre")
    free[shapely.STRtree(ground.others).query(inner, predicate="intersects")[0]] = False
    free[shapely.STRtree(ground.drives).query(ramps, predicate="dwithin", distance=STRIP_M / 2.0)[0]] = False
    costs = _costs(ground, ramps, is_across=frame.is_across)
    costs += np.where(ground.is_road[found.drive], 0.0, OPENS_TO_LANE_COSTS_M)
    costs[np.unique(shapely.STRtree(ground.calm).query(sights, predicate="intersects")[0])] += FACING_COSTS_M
    for n in np.flatnonzero(free):
        yield RampPlace(ramp=ramps[n], run=runs[n], foot=feet[n], lanes=form.lanes, costs_m=float(costs[n]))


def _costs(ground: RampGround, ramps: NDArray[np.object_], *, is_across: bool) -> Floats:
    """What it costs that ramps lie along no loop: beside a lane, along the rows in the court, or across it."""
    near, which = shapely.STRtree(ground.drives).query(ramps, predicate="dwithin", distance=1.5 * STRIP_M)
    costs = np.full(len(ramps), SQUARE_COSTS_M if is_across else ROW_COSTS_M)
    costs[near] = LANE_COSTS_M
    costs[near[ground.is_road[which]]] = 0.0
    return costs
