"""The table of windows 窗户日照分析表 as sunlight programs print it, with the sun's place hour by hour."""

import math
from collections.abc import Sequence

import numpy as np

from benchmarks.judged_by_hand.by_hand import HandWindow
from layoutgen.model.plan import Plan, Window
from layoutgen.standards.clause import Standard
from layoutgen.standards.sun_standard import SunStandard, sun_limit, sun_of_clause
from layoutgen.sunlight.hours import Interval, lit_intervals, window_corners
from layoutgen.sunlight.windows import scene_of

CLAUSES = ("SUN-4.0.9", "SUN-JGJ39.playroom")
ROOMS = {"SUN-4.0.9": "living", "SUN-JGJ39.playroom": "playroom"}
OPENING = (
    "真太阳时 true solar time; 满窗日照 full-window sun: both lower corners lit at once, seen from 3 cm before the wall; "
    "pieces under 5 min are not counted; heights above the ground outside, ±0.00 of the site, which is level."
)
DAYS = {"SUN-4.0.9": "大寒日 great cold", "SUN-JGJ39.playroom": "冬至日 winter solstice"}


def window_table(plan: Plan, standard: Standard, by_hand: Sequence[HandWindow]) -> str:
    """Tables of all windows, as Markdown."""
    clauses = {clause.id: clause for clause in standard.clauses}
    parts = [
        "## 窗户日照分析表 Table of windows",
        OPENING,
    ]
    for name in CLAUSES:
        limit = sun_limit(clauses[name], plan.facts.place)
        if limit is None or limit.low is None:
            continue
        sun = sun_of_clause(clauses[name], limit.low)
        windows = [w for w in plan.windows if w.room == ROOMS[name]]
        parts += [_about(name, plan, sun, limit.low), _sun_rows(sun, plan.facts.place.latitude_deg)]
        parts.append(_rows(plan, windows, sun, limit.low))
    if by_hand:
        parts.append("### 手算 Windows worked out by hand")
        parts += [f"**{one.id}**: {one.sum} ({one.total_min:.0f} min)" for one in by_hand]
    return "\n\n".join(parts)


def _about(name: str, plan: Plan, sun: SunStandard, low_h: float) -> str:
    latitude = plan.facts.place.latitude_deg
    return (
        f"### {DAYS[name]} (`{name}`)\n\n"
        f"纬度 latitude {latitude}°; 太阳赤纬 declination {sun.declination_deg:.3f}°; "
        f"有效时间带 {_clock(sun.start_h)}–{_clock(sun.end_h)}; 标准 standard ≥ {low_h:g} h, 累计 in total"
    )


def _sun_rows(sun: SunStandard, latitude_deg: float) -> str:
    hours = np.arange(sun.start_h, sun.end_h + 0.5, 1.0)
    rows = ["| 时刻 Time | 高度角 Altitude | 方位角 Azimuth (南 0°, 西 +) |", "| --- | --- | --- |"]
    for hour in hours.tolist():
        altitude, azimuth = _place(hour, latitude_deg, sun.declination_deg)
        rows.append(f"| {_clock(hour)} | {altitude:.2f}° | {azimuth:.2f}° |")
    return "\n".join(rows)


def _place(hour: float, latitude_deg: float, declination_deg: float) -> tuple[float, float]:
    turn, at, tilt = (math.radians(angle) for angle in (15.0 * (hour - 12.0), latitude_deg, declination_deg))
    up = math.sin(at) * math.sin(tilt) + math.cos(at) * math.cos(tilt) * math.cos(turn)
    south = math.sin(at) * math.cos(tilt) * math.cos(turn) - math.cos(at) * math.sin(tilt)
    return math.degrees(math.asin(up)), math.degrees(math.atan2(math.cos(tilt) * math.sin(turn), south))


def _rows(plan: Plan, windows: list[Window], sun: SunStandard, low_h: float) -> str:
    head = (
        "窗号 Window",
        "所属楼栋 Building",
        "户 Dwelling",
        "窗台高 Sill m",
        "日照时段 Lit",
        "累计 Total",
        "最长连续 Longest",
        "标准 Standard",
        "结论 Verdict",
    )
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join("---" for _ in head) + " |"]
    for window in windows:
        lit = lit_periods(plan, window, sun)
        total, longest = sum(b - a for a, b in lit), max((b - a for a, b in lit), default=0.0)
        times = ", ".join(f"{_clock(a)}–{_clock(b)}" for a, b in lit) or "无"
        verdict = "满足" if total >= low_h - 1e-6 else "**不满足**"
        cells = [window.id, window.building, window.dwelling, f"{window.sill_m:.2f}", times, _long(total), _long(longest)]
        lines.append("| " + " | ".join([*cells, _long(low_h), verdict]) + " |")
    return "\n".join(lines)


def lit_periods(plan: Plan, window: Window, sun: SunStandard) -> list[Interval]:
    """Periods in which both lower corners are lit, five minutes long at least. [h]"""
    line = np.asarray(window.line.coords, dtype=np.float64)[None, :, :2]
    corners = window_corners(line, np.array([window.sill_m]))
    normals = np.repeat(corners.normals, 2, axis=0) if corners.normals is not None else None
    latitude = plan.facts.place.latitude_deg
    west, east = lit_intervals(corners.points[0], np.full(2, window.sill_m), normals, scene_of(plan), sun, latitude)
    both = [(max(a, c), min(b, d)) for a, b in west for c, d in east if min(b, d) > max(a, c)]
    return [(a, b) for a, b in both if (b - a) * 60.0 >= sun.least_piece_min]


def _clock(hour: float) -> str:
    minutes = math.floor(hour * 60.0 + 0.5)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _long(hours: float) -> str:
    minutes = math.floor(hours * 60.0 + 0.5)
    return f"{minutes // 60}h{minutes % 60:02d}m"
