"""Which walls stand before the sun, and when: the exact pieces of a day that each wall takes from each point.

A wall seen from its outside takes the sun while the sun's direction lies between its two ends and below its eave. The first
is a range of slopes (east / north), the second a quadratic in ``u``. Rising rays can only enter a prism through a wall, so
walls suffice.
"""

from dataclasses import dataclass

import numpy as np

from layoutgen.geometry.tolerance import GRID_M
from layoutgen.sunlight.position import HORIZON, Sky
from layoutgen.sunlight.scene import Floats, Indices, Scene

_LEVEL = -1e-300  # stands for a run of 0 to the north, so that due east comes before all slopes and due west after

_FEW_PAIRS = 2000  # of group and building: so few are asked one by one at once


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lookouts:
    """Groups of points that must see the sun together: the two lower corners of a window, or single points."""

    points: Floats  # (g, k, 2) [m]
    heights: Floats  # (g,) above the common ground [m]
    normals: Floats | None  # (g, 2) unit, outwards of the facade; None = open ground

    def part(self, start: int, stop: int) -> "Lookouts":
        """Return some of the groups."""
        normals = None if self.normals is None else self.normals[start:stop]
        return Lookouts(points=self.points[start:stop], heights=self.heights[start:stop], normals=normals)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pieces:
    """Pieces of the day taken from groups, in ``u``; they may overlap."""

    groups: Indices
    starts: Floats
    ends: Floats


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Sights:
    """Walls as seen from points: the two ends relative to the point, and who looks."""

    groups: Indices
    ax: Floats
    ay: Floats
    bx: Floats
    by: Floats
    facing: Floats  # cross product of the ends: negative where the wall shows its outside
    heights: Floats  # of the eave above the point

    def only(self, chosen: Indices) -> "_Sights":
        return _Sights(
            groups=self.groups[chosen],
            ax=self.ax[chosen],
            ay=self.ay[chosen],
            bx=self.bx[chosen],
            by=self.by[chosen],
            facing=self.facing[chosen],
            heights=self.heights[chosen],
        )


def slopes(east: Floats, north: Floats) -> Floats:
    """East / north of directions; due east gives minus, due west plus infinity."""
    return east / np.where(north == 0.0, _LEVEL, north)


def half_angle(slope: Floats, sky: Sky) -> Floats:
    """Return ``u`` at which the sun stands in the direction of a slope of the band."""
    cosine = sky.cos_declination
    root = np.sqrt(np.maximum(cosine * cosine + slope * slope * (sky.sin_sum * sky.sin_difference), 0.0))
    return slope * sky.sin_difference / (cosine + root)


def facade_slopes(normals: Floats, sky: Sky) -> tuple[Floats, Floats]:
    """Slopes between which the sun stands before facades, within the band."""
    east, north = -normals[:, 1], normals[:, 0]  # along the facade, outside on the right
    slope = slopes(east, north)
    first, last = sky.slopes
    within = np.minimum(np.maximum(slope, first), last)
    low = np.where(north <= 0.0, within, first)
    high = np.where(north > 0.0, within, last)
    return low, high


def shade(lookouts: Lookouts, scene: Scene, sky: Sky) -> Pieces:
    """All pieces of the day that the buildings of a scene take from groups of points.

    A point inside a building higher than it loses the whole day.
    """
    sights = _sights(lookouts, *_near(lookouts, scene, sky), scene)
    inside = _groups_inside(sights)
    whole = Pieces(groups=inside, starts=np.full(len(inside), sky.u_start), ends=np.full(len(inside), sky.u_end))
    east0, north0, _ = sky.first
    east1, north1, _ = sky.last
    right, back = sights.by - sights.ay, sights.ax - sights.bx  # outward normal of the wall
    is_before = (right * east0 + back * north0 < 0.0) | (right * east1 + back * north1 < 0.0)
    length = np.abs(right) + np.abs(back)
    seen = sights.only(np.flatnonzero(is_before & (sights.facing < GRID_M * length)))
    sights, low, high = _between_ends(seen, sky)
    taken = _below_eaves(sights, half_angle(low, sky), half_angle(high, sky), sky)
    return _joined(whole, taken)


def groups_reached(lookouts: Lookouts, scene: Scene, sky: Sky) -> Indices:
    """Groups that some building of a scene may take the sun from."""
    return np.unique(_near(lookouts, scene, sky)[0])


def _joined(one: Pieces, other: Pieces) -> Pieces:
    return Pieces(
        groups=np.concatenate([one.groups, other.groups]),
        starts=np.concatenate([one.starts, other.starts]),
        ends=np.concatenate([one.ends, other.ends]),
    )


def _near(lookouts: Lookouts, scene: Scene, sky: Sky) -> tuple[Indices, Indices]:
    """Pairs of group and building that may matter: high enough, in the sun's sector, within the longest shadow."""
    middle = lookouts.points.mean(axis=1)
    spread = np.hypot(*np.abs(lookouts.points - middle[:, None, :]).max(axis=1).T)
    buildings = np.arange(len(scene))
    if len(middle) * len(scene) > _FEW_PAIRS:
        buildings = _near_the_whole(middle, float(spread.max()), float(lookouts.heights.min()), scene, sky)
    east = scene.centres[buildings, 0] - middle[:, 0, None]
    north = scene.centres[buildings, 1] - middle[:, 1, None]
    reach = scene.radii[buildings] + spread[:, None]
    height = scene.tops[buildings] - lookouts.heights[:, None]
    near = (height > 0.0) & (-north <= height * sky.shadow_reach + reach)
    east0, north0, _ = sky.first
    east1, north1, _ = sky.last
    near &= (east0 * north - north0 * east <= reach) & (east1 * north - north1 * east >= -reach)
    if lookouts.normals is not None:
        near &= lookouts.normals[:, 0, None] * east + lookouts.normals[:, 1, None] * north >= -reach
    groups, columns = np.nonzero(near)
    return groups, buildings[columns]


def _near_the_whole(middle: Floats, spread: float, lowest: float, scene: Scene, sky: Sky) -> Indices:
    """Buildings that may matter to any group of a batch; only the shadow's reach is asked."""
    low, high = middle.min(axis=0) - spread, middle.max(axis=0) + spread
    height = scene.tops - lowest
    east1, _, up = sky.last
    aside = height * (-east1 / max(up, HORIZON)) + scene.radii
    east, north = scene.centres.T
    near = (height > 0.0) & (north >= low[1] - height * sky.shadow_reach - scene.radii) & (north <= high[1] + scene.radii)
    near &= (east >= low[0] - aside) & (east <= high[0] + aside)
    return np.flatnonzero(near)


def _sights(lookouts: Lookouts, groups: Indices, buildings: Indices, scene: Scene) -> _Sights:
    """Every wall of every pair, from every point of the group."""
    counts = scene.counts[buildings]
    pair = np.repeat(np.arange(len(groups)), counts)
    wall = np.arange(len(pair)) + (scene.first[buildings] - (np.cumsum(counts) - counts))[pair]
    looking = groups[pair]
    x, y = lookouts.points[looking].T  # one row a point of the group
    ax, ay, bx, by = scene.walls[wall].T
    ends = [(at - of).ravel() for at, of in ((ax, x), (ay, y), (bx, x), (by, y))]
    height = (scene.tops[buildings] - lookouts.heights[groups])[pair]
    per_group = lookouts.points.shape[1]
    return _Sights(
        groups=np.concatenate([looking] * per_group),
        ax=ends[0],
        ay=ends[1],
        bx=ends[2],
        by=ends[3],
        facing=ends[0] * ends[3] - ends[1] * ends[2],
        heights=np.concatenate([height] * per_group),
    )


def _groups_inside(sights: _Sights) -> Indices:
    """Groups with a point inside a building, by winding numbers.

    All rings run counter-clockwise, so the numbers of one group never cancel; a group whose one point is inside counts.
    """
    up = (sights.ay <= 0.0) & (sights.by > 0.0) & (sights.facing > 0.0)
    down = (sights.by <= 0.0) & (sights.ay > 0.0) & (sights.facing < 0.0)
    chosen = np.flatnonzero(up | down)
    if len(chosen) == 0:
        return chosen
    turns = np.bincount(sights.groups[chosen], weights=np.where(up[chosen], 1.0, -1.0))
    return np.flatnonzero(turns > 0.5)


def _between_ends(sights: _Sights, sky: Sky) -> tuple[_Sights, Floats, Floats]:
    """Slopes between the two ends of each wall, within the band; walls that leave none drop out."""
    first, last = sky.slopes
    to_a = np.minimum(np.maximum(slopes(sights.ax, sights.ay), first), last)
    to_b = np.minimum(np.maximum(slopes(sights.bx, sights.by), first), last)
    a_north, b_north = sights.ay > 0.0, sights.by > 0.0
    low = np.maximum(np.where(a_north, first, to_a), np.where(b_north, to_b, first))
    high = np.minimum(np.where(a_north, to_a, last), np.where(b_north, last, to_b))
    chosen = np.flatnonzero(high > low)
    return sights.only(chosen), low[chosen], high[chosen]


def _below_eaves(sights: _Sights, low: Floats, high: Floats, sky: Sky) -> Pieces:
    """Parts of [low, high] in which the sun stands below the eave: where ``p u^2 + 2 a u + r >= 0``."""
    right, back = sights.by - sights.ay, sights.ax - sights.bx
    depth = np.minimum(sights.facing, 0.0) / sights.heights
    p = -back * sky.sin_sum - depth * sky.cos_sum
    a = right * sky.cos_declination
    r = back * sky.sin_difference + depth * sky.cos_difference
    inner = a * a - p * r
    with np.errstate(divide="ignore", invalid="ignore"):
        pivot = -(a + np.copysign(np.sqrt(np.maximum(inner, 0.0)), a))
        one, two = pivot / p, r / pivot
    none = (inner < 0.0) | np.isnan(one) | np.isnan(two)
    left = np.where(none, np.inf, np.minimum(one, two))
    right_root = np.where(none, np.inf, np.maximum(one, two))
    is_outside = p > 0.0  # then the roots bound the lit part, else the shaded part
    starts = np.concatenate([np.where(is_outside, low, np.maximum(low, left)), np.maximum(low, right_root)[is_outside]])
    ends = np.concatenate([np.minimum(high, np.where(is_outside, left, right_root)), high[is_outside]])
    groups = np.concatenate([sights.groups, sights.groups[is_outside]])
    chosen = np.flatnonzero(ends > starts)
    return Pieces(groups=groups[chosen], starts=starts[chosen], ends=ends[chosen])
