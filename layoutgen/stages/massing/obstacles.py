"""What stands before the homes: facility buildings and context, with the windows that must keep their sun."""

import itertools
from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.model.choices import Choices
from layoutgen.model.plan import Building, Window
from layoutgen.model.site import NeighbourWindow, Site
from layoutgen.model.stages import Commission
from layoutgen.stages.massing.clearances import HIGH_PUBLIC_M, gable_gap_m
from layoutgen.stages.massing.rows_of_slabs import shading_height_m
from layoutgen.stages.massing.site_sun import SiteSun, Watch, watch_of
from layoutgen.standards.clause import Standard
from layoutgen.standards.sun_standard import SunStandard, dwelling_sun, playroom_sun
from layoutgen.sunlight.hours import windows_reached
from layoutgen.sunlight.scene import Scene

Floats = NDArray[np.float64]
EVERY_M = 6.0  # spacing of assumed windows on a neighbour's facade
PLAY_M = 12.0  # from a kindergarten's wall to the middle of its play ground
SOUTH_SHARE = 0.64  # a facade whose normal has at least this southward part (50 degrees off south) is a main one


def site_sun(commission: Commission, standard: Standard, buildings: Sequence[Building], windows: Sequence[Window]) -> SiteSun:
    """Sun on the site before any home stands: shade of the fixed, and the windows to protect."""
    place = commission.brief.place
    context = commission.site.context
    scene = Scene.of(
        [b.footprint for b in buildings] + [c.footprint for c in context],
        [b.shading_height_m for b in buildings] + [c.height_m for c in context],
    )
    sun = dwelling_sun(standard, place)
    near, near_sills = neighbour_windows(commission)
    play = playroom_sun(standard, place)
    homes = _within_reach(commission, [w for w in commission.site.windows if not w.is_playroom], sun)
    foreign = _within_reach(commission, [w for w in commission.site.windows if w.is_playroom], play)
    playrooms: list[Window | NeighbourWindow] = [*windows, *foreign]
    dwellings = watch_of(
        place.latitude_deg,
        scene,
        sun,
        (np.vstack([near, _lines(homes)]), np.array([*near_sills, *(w.sill_m for w in homes)])),
    )
    lines = _lines(playrooms)
    sills = np.array([w.sill_m for w in playrooms])
    others: tuple[Watch, ...] = ()
    if len(lines):
        others = (watch_of(place.latitude_deg, scene, play, (lines, sills)),)
    if windows:
        others = (*others, watch_of(place.latitude_deg, scene, sun, _play_lines(windows)))
    return SiteSun(latitude_deg=place.latitude_deg, scene=scene, dwellings=dwellings, others=others)


def _within_reach(commission: Commission, windows: Sequence[NeighbourWindow], sun: SunStandard) -> list[NeighbourWindow]:
    """Windows beside the site that a building as high as the highest homes, wherever on the site, may take sun from."""
    housing, sills = commission.choices.housing, np.array([w.sill_m for w in windows])
    height = shading_height_m(max(kind.storeys for kind in housing.types), housing)
    scene = Scene.of([commission.site.boundary], [height])
    return [windows[k] for k in windows_reached(_lines(windows), sills, scene, sun, commission.brief.place.latitude_deg)]


def _lines(windows: Sequence[Window | NeighbourWindow]) -> Floats:
    return np.array([w.line.coords for w in windows]).reshape(-1, 2, 2)


def _play_lines(windows: Sequence[Window]) -> tuple[Floats, Floats]:
    """Lines on the ground along the middle of the play ground before playrooms: what lies nearer to the wall has more sun.

    At least half of the ground has then the hours of a dwelling (JGJ 39 3.2.3).
    """
    lowest = min(window.sill_m for window in windows)
    lines = _lines([window for window in windows if window.sill_m == lowest])
    runs = lines[:, 1] - lines[:, 0]
    outside = np.column_stack([runs[:, 1], -runs[:, 0]]) / np.hypot(runs[:, 0], runs[:, 1])[:, None]
    return lines + PLAY_M * outside[:, None, :], np.zeros(len(lines))


def neighbour_windows(commission: Commission) -> tuple[Floats, Floats]:
    """Assumed windows (n, 2, 2) of protected neighbours with their sills: along south walls, and along the site's lines."""
    housing, site = commission.choices.housing, commission.site
    own_sill = housing.plinth_m + housing.sill_m
    walls = [(w, own_sill) for c in site.context if c.is_protected for w in _south_walls(c.footprint)]
    walls += [(np.array(run), line.sill_m) for line in site.window_lines for run in itertools.pairwise(line.line.coords)]
    found = [(window, sill) for wall, sill in walls for window in _windows_along(wall, housing.window_width_m)]
    lines = np.array([window for window, _ in found]).reshape(-1, 2, 2)
    return lines, np.array([sill for _, sill in found], dtype=np.float64)


def _south_walls(footprint: Polygon) -> list[Floats]:
    ring = shapely.get_coordinates(shapely.orient_polygons(footprint).exterior)
    walls = [np.array([a, b]) for a, b in itertools.pairwise(ring)]
    return [wall for wall in walls if _southward(wall) >= SOUTH_SHARE]


def _southward(wall: Floats) -> float:
    run = wall[1] - wall[0]
    length = float(np.hypot(*run))
    return float(run[0]) / length if length else 0.0


def _windows_along(wall: Floats, width_m: float) -> list[Floats]:
    run = wall[1] - wall[0]
    length = float(np.hypot(*run))
    count = max(int(length // EVERY_M), int(length >= width_m))
    middles = [(n + 0.5) * length / count for n in range(count)]
    return [np.array([wall[0] + run * (m - width_m / 2) / length, wall[0] + run * (m + width_m / 2) / length]) for m in middles]


def blocked_ground(
    near: Polygon, site: Site, buildings: Sequence[Building], fire_height_m: float, choices: Choices
) -> list[BaseGeometry]:
    """Ground near a cell that slabs of a fire height keep out of: fixed buildings with their gaps, and keep-outs."""
    shapes: list[BaseGeometry] = []
    for shape, other_is_high in standing_shapes(site, buildings):
        gap_m = gable_gap_m(fire_height_m, other_is_high, choices)
        if shapely.dwithin(near, shape, gap_m):
            shapes.append(shape.buffer(gap_m))
    return [*shapes, *site.keep_outs]


def standing_shapes(site: Site, buildings: Sequence[Building]) -> list[tuple[Polygon, bool]]:
    """Footprints of fixed buildings and of what stands on the site or beside it, and whether they are high-rise."""
    own = [(b.footprint, b.fire_height_m > HIGH_PUBLIC_M) for b in buildings]
    return [*own, *((c.footprint, c.height_m > HIGH_PUBLIC_M) for c in site.context)]
