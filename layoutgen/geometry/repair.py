"""Outlines as people draw them: closed, cleaned and made valid, each repair in a sentence, or refused."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry import Polygon
from shapely.geometry.polygon import orient

from layoutgen.errors import InputError
from layoutgen.geometry.crossings import crossings_exceed
from layoutgen.geometry.parts import polygons
from layoutgen.geometry.tolerance import CLOSE_GAP_M, GRID_M, SPIKE_DEG, STRAY_SHARE
from layoutgen.sentence import Sentence, plural

CORNERS_MOST = 20_000  # of an outline; none that was surveyed has as many
SPIKES_MOST = 500
CROSSINGS_MOST = 200  # of an outline with itself; mending takes time that grows with their square
Points = Sequence[tuple[float, float]]
OUTLINES_ZH = {"boundary": "用地红线", "keep-out": "保留用地", "building": "建筑", "existing building": "现状建筑"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """An outline made valid, counter-clockwise, with the repairs that it took."""

    outline: Polygon
    repairs: tuple[Sentence, ...] = ()


def mend_ring(points: Points, *, is_closed: bool, file: str, key: str) -> Mended:
    """Make a valid outline of the points of a ring.

    Parameters
    ----------
    points
        Vertices in order, the first repeated at the end or not. [m]
    is_closed
        Whether the source says that the ring is closed.

    Raises
    ------
    InputError
        If the ring is open, has no area, or crosses itself so that its area is ambiguous.
    """
    if len(points) > CORNERS_MOST:
        raise InputError(file, key, f"{len(points)} points", f"an outline of at most {CORNERS_MOST} points: simplify it")
    ring = np.asarray(points, dtype=float).reshape(-1, 2)
    if not np.isfinite(ring).all():
        raise InputError(file, key, "a coordinate that is no number", "finite coordinates")
    repairs: list[Sentence] = []
    ring = _close(ring, is_closed, repairs, file, key)
    ring = _drop_duplicates(ring, repairs, key)
    ring = _drop_spikes(ring, repairs, file, key)
    if len(ring) < 3:
        raise InputError(file, key, f"{len(ring)} different points", "an outline of at least 3 points")
    outline = _make_valid(Polygon(ring), repairs, file, key)
    return Mended(outline=orient(outline), repairs=tuple(repairs))


def repair_of(key: str, en: str, zh: str) -> Sentence:
    """What was done to an outline, by the outline's name."""
    return Sentence(en=f"{key}: {en}", zh=f"{OUTLINES_ZH.get(key, key)}：{zh}")


def _close(
    ring: npt.NDArray[np.float64], is_closed: bool, repairs: list[Sentence], file: str, key: str
) -> npt.NDArray[np.float64]:
    if len(ring) < 3:
        return ring
    gap = float(np.hypot(*(ring[-1] - ring[0])))
    if gap <= GRID_M:
        if not is_closed:
            repairs.append(
                repair_of(
                    key,
                    "its last point is its first, but it is not marked closed: closed",
                    "首尾点相同但未标记闭合：按闭合处理",
                )
            )
        return ring[:-1]
    if not is_closed and gap > CLOSE_GAP_M:
        x, y = ring[-1]
        raise InputError(
            file, key, f"open by {gap:.3f} m at ({x:.2f}, {y:.2f})", f"a closed outline (gaps up to {CLOSE_GAP_M} m close)"
        )
    if not is_closed:
        repairs.append(repair_of(key, f"open by {gap:.3f} m: closed", f"缺口 {gap:.3f} m：已闭合"))
    return ring


def _drop_duplicates(ring: npt.NDArray[np.float64], repairs: list[Sentence], key: str) -> npt.NDArray[np.float64]:
    kept: list[int] = []
    places = ring.tolist()
    for i, point in enumerate(places):
        if not kept or dist(point, places[kept[-1]]) > GRID_M:
            kept.append(i)
    while len(kept) > 1 and dist(places[kept[-1]], places[kept[0]]) <= GRID_M:
        kept.pop()
    dropped = len(ring) - len(kept)
    if dropped:
        repairs.append(repair_of(key, f"{plural(dropped, 'repeated point')} dropped", f"删去重复点 {dropped} 个"))
    return ring[kept]


def _drop_spikes(ring: npt.NDArray[np.float64], repairs: list[Sentence], file: str, key: str) -> npt.NDArray[np.float64]:
    for dropped in range(len(ring)):
        if len(ring) <= 3:
            break
        if dropped > SPIKES_MOST:
            raise InputError(file, key, f"more than {SPIKES_MOST} spikes", "an outline without spikes")
        to_last = np.roll(ring, 1, axis=0) - ring
        to_next = np.roll(ring, -1, axis=0) - ring
        cross = to_last[:, 0] * to_next[:, 1] - to_last[:, 1] * to_next[:, 0]
        angles = np.degrees(np.abs(np.arctan2(cross, np.sum(to_last * to_next, axis=1))))
        sharpest = int(np.argmin(angles))
        if angles[sharpest] >= SPIKE_DEG:
            break
        x, y = ring[sharpest]
        repairs.append(repair_of(key, f"a spike at ({x:.2f}, {y:.2f}) dropped", f"删去尖刺 （{x:.2f}, {y:.2f}）"))
        ring = np.delete(ring, sharpest, axis=0)
    return ring


def _make_valid(outline: Polygon, repairs: list[Sentence], file: str, key: str) -> Polygon:
    if outline.is_valid:
        return outline
    if crossings_exceed([outline.exterior], CROSSINGS_MOST):
        raise InputError(file, key, f"crosses itself more than {CROSSINGS_MOST} times", "an outline that does not cross itself")
    reason = shapely.is_valid_reason(outline)
    parts = polygons(shapely.make_valid(outline), least_area_m2=0.0)
    if not parts:
        raise InputError(file, key, "no area", "an outline that encloses ground")
    stray = sum(part.area for part in parts[1:])
    if stray > STRAY_SHARE * parts[0].area:
        areas = " and ".join(f"{part.area:,.0f} m2" for part in parts[:3])
        raise InputError(file, key, f"crosses itself ({reason}), parts of {areas}", "an outline that does not cross itself")
    made = f"not valid ({reason}): made valid, {stray:.2f} m2 of stray parts dropped"
    repairs.append(repair_of(key, made, f"图形无效（{reason}）：已修复，舍去碎片 {stray:.2f} m²"))
    return parts[0]
