"""Windows that what stands beside a site leaves in the dark, and which of the blocks beside it takes their sun."""

from collections.abc import Iterator, Sequence

import numpy as np

from layoutgen.model.plan import Building, Window
from layoutgen.model.stages import Commission, Massing
from layoutgen.stages.massing.mass import Stood, bare
from layoutgen.stages.massing.site_sun import MARGIN_MIN
from layoutgen.standards.clause import Standard
from layoutgen.standards.sun_standard import SunStandard, dwelling_sun, playroom_sun
from layoutgen.sunlight.hours import window_minutes
from layoutgen.sunlight.scene import Floats, Scene

SHORT = MARGIN_MIN / 2.0  # kept above the standard, so that the drawing's grid flips no verdict [min]
PLAYROOM = "playroom"


Dark = tuple[Window, SunStandard]  # a window, and the sun that it lacks


def dark_blocks(massing: Massing, among: Commission, standard: Standard) -> frozenset[str]:
    """Blocks with homes that are short of sun among what stands beside the site."""
    blocks = {building.id: building.block for building in massing.buildings if building.dwellings}
    dark = _dark(massing, _scene(massing.buildings, among), among, standard)
    return frozenset(blocks[window.building] for window, _ in dark if window.building in blocks)


def is_dark(massing: Massing, among: Commission, standard: Standard) -> bool:
    """Whether a window of homes or playrooms is short of sun among what stands beside the site."""
    return next(_dark(massing, _scene(massing.buildings, among), among, standard), None) is not None


def is_sunny(one: Stood, alone: Commission, among: Commission, standard: Standard) -> bool:
    """Whether all homes and playrooms have their sun among what stands beside the site, and neighbours keep theirs.

    Parameters
    ----------
    alone
        The commission with what stood beside the site before anything was laid out.
    among
        The same with everything that stands now.
    """
    if is_dark(one.massing, among, standard):
        return False
    scene = _scene(one.massing.buildings, among)
    sun = bare(alone, standard, one.filled.facilities).sun
    return all(
        bool((sun.minutes(watch.lines, watch.sills, scene, watch.sun) >= watch.need).all())
        for watch in (sun.dwellings, *sun.others)
        if len(watch.lines)
    )


def taker(one: Massing, others: Sequence[Massing], alone: Commission, standard: Standard) -> tuple[int, str] | None:
    """Block beside the site without which most of the sun is back, and in which of the others it stands.

    Parameters
    ----------
    alone
        The commission with what stood beside the site before anything was laid out.
    """
    everything = [building for massing in (one, *others) for building in massing.buildings]
    latitude = alone.brief.place.latitude_deg
    dark = list(_dark(one, _scene(everything, alone), alone, standard))
    best_min, best = 0.0, None
    for number, massing in enumerate(others):
        for block in sorted({building.block for building in massing.buildings if building.dwellings}):
            gone = {id(b) for b in massing.buildings if b.block == block and b.dwellings}
            lit_min = _counted_min(dark, _scene([b for b in everything if id(b) not in gone], alone), latitude)
            if lit_min > best_min:
                best_min, best = lit_min, (number, block)
    return best


def _counted_min(dark: Sequence[Dark], scene: Scene, latitude_deg: float) -> float:
    """Minutes of all windows in a scene, of none more than it needs."""
    total = 0.0
    for sun in dict.fromkeys(sun for _, sun in dark):
        own = [window for window, lacks in dark if lacks == sun]
        total += float(np.minimum(_minutes(own, scene, sun, latitude_deg), sun.minutes + MARGIN_MIN).sum())
    return total


def _dark(massing: Massing, scene: Scene, commission: Commission, standard: Standard) -> Iterator[Dark]:
    """Windows of homes and playrooms that are short of sun."""
    place = commission.brief.place
    for sun, is_play in ((dwelling_sun(standard, place), False), (playroom_sun(standard, place), True)):
        windows = [window for window in massing.windows if (window.room == PLAYROOM) == is_play]
        minutes = _minutes(windows, scene, sun, place.latitude_deg)
        yield from ((windows[k], sun) for k in np.flatnonzero(minutes < sun.minutes + SHORT))


def _minutes(windows: Sequence[Window], scene: Scene, sun: SunStandard, latitude_deg: float) -> Floats:
    lines = np.array([window.line.coords for window in windows]).reshape(-1, 2, 2)
    return window_minutes(lines, np.array([window.sill_m for window in windows]), scene, sun, latitude_deg)


def _scene(buildings: Sequence[Building], commission: Commission) -> Scene:
    """Buildings, with what stands beside the site."""
    context = commission.site.context
    shapes = [*(building.footprint for building in buildings), *(other.footprint for other in context)]
    return Scene.of(shapes, [*(b.shading_height_m for b in buildings), *(other.height_m for other in context)])
