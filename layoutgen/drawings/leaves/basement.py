"""地下室平面示意图: garages below the buildings that stand on them, ramps with lanes and grade, levels and stalls."""

from collections.abc import Iterator

import shapely

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.leaves.gates import GATE_RGB, paint_gates
from layoutgen.drawings.leaves.judged import check_table
from layoutgen.drawings.leaves.ramp_arrows import FILL as RAMP_FILL
from layoutgen.drawings.leaves.ramp_arrows import paint_ramps, ramps_of
from layoutgen.drawings.leaves.theme import Theme, begin_theme, end_theme, say_inside
from layoutgen.drawings.paper.key import Entry
from layoutgen.drawings.paper.leaf import COLUMN_MM, Shown, Waiting
from layoutgen.drawings.paper.pen import MEDIUM, THICK, THIN
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.geometry.parts import largest
from layoutgen.geometry.sides import sides
from layoutgen.indicators.parking import free_outlines_m2, parking_facilities
from layoutgen.model.kinds import GroundKind, SpotKind
from layoutgen.model.plan import Ground, Plan, tag

TITLE = "地下室平面示意图"
GARAGE: Colour = (214, 222, 236)
GARAGE_EDGE: Colour = (40, 60, 120)
ABOVE: Colour = (246, 240, 226)
ABOVE_EDGE: Colour = (90, 90, 90)
CELLAR: Colour = (220, 196, 160)
RAMP: Colour = (120, 60, 160)
GARAGE_WORD_MM = 3.5
GARAGE_DASH_MM = (4.0, 1.5)
ABOVE_DASH_MM = (1.5, 1.0)
MEASURES = (
    *("garage.ramps", "garage.area_per_stall", "garage.inset", "garage.reach", "garage.under", "ramps.width", "ramps.grade"),
    *("ramps.buffer", "ramps.facing", "stalls.per_household", "stalls.ev_share", "stalls.accessible_share", "stalls.exits"),
)
GARAGES = (
    Column(head="车库", width_mm=28.0),
    Column(head="层数", width_mm=14.0, anchor="middle"),
    Column(head="轮廓面积 ㎡", width_mm=28.0, anchor="right"),
    Column(head="建筑面积 ㎡", width_mm=28.0, anchor="right"),
    Column(head="车位 标注/计入", width_mm=32.0, anchor="middle"),
    Column(head="㎡/位", width_mm=16.0, anchor="middle"),
    Column(head="无障碍", width_mm=16.0, anchor="middle"),
    Column(head="坡道", width_mm=12.0, anchor="middle"),
    Column(head="人防", width_mm=16.0, anchor="middle"),
)
RAMPS = (
    Column(head="坡道", width_mm=34.0),
    Column(head="所属车库", width_mm=34.0),
    Column(head="形式", width_mm=24.0, anchor="middle"),
    Column(head="车道", width_mm=20.0, anchor="middle"),
    Column(head="长×宽 m", width_mm=46.0, anchor="middle"),
    Column(head="坡度", width_mm=32.0, anchor="middle"),
)
FORMS = {"straight": "直线", "curved": "曲线"}


def basement_leaves(shown: Shown) -> Waiting:
    """One page; none where nothing lies below ground."""
    plan = shown.plan
    garages = garages_of(plan)
    if not garages and not any(building.storeys_below for building in plan.buildings):
        return ()
    theme = begin_theme(shown, "basement", TITLE)
    _paint_garages(theme)
    _paint_buildings(theme)
    paint_ramps(theme, RAMP)
    paint_gates(theme, (SpotKind.VEHICLE_GATE,))
    _name_garages(theme)
    told = yield
    tables = (garage_table(plan), ramp_table(plan), check_table(told, MEASURES, "地下车库条文核对"), _notes())
    return (end_theme(theme, _keys(plan), tables),)


def garages_of(plan: Plan) -> tuple[Ground, ...]:
    """Garages, by id."""
    return tuple(sorted((one for one in plan.grounds if one.kind is GroundKind.GARAGE), key=lambda garage: garage.id))


def garage_table(plan: Plan) -> Table:
    """Every garage, and the sum."""
    garages = garages_of(plan)
    counted = {facility.id: facility for facility in parking_facilities(plan) if facility.is_garage}
    rows, outline_m2, floor_m2, stalls = [], 0.0, 0.0, 0
    for garage, free_m2 in zip(garages, free_outlines_m2(garages), strict=True):
        levels, facility = _whole(garage, "levels", 1), counted[garage.id]
        outline_m2, floor_m2, stalls = outline_m2 + garage.outline.area, floor_m2 + free_m2 * levels, stalls + facility.stalls
        cells = (
            _short(garage),
            str(levels),
            f"{garage.outline.area:.0f}",
            f"{free_m2 * levels:.0f}",
            f"{_whole(garage, 'stalls', 0)} / {facility.stalls}",
            f"{free_m2 * levels / facility.stalls:.1f}" if facility.stalls else "—",
            "—" if facility.accessible is None else str(facility.accessible),
            str(sum(tag(ramp.tags, "of") == garage.id for ramp in ramps_of(plan))),
            "是" if tag(garage.tags, "defence") == "yes" else "—",
        )
        rows.append(Row(cells=cells))
    total = ("合计", "", f"{outline_m2:.0f}", f"{floor_m2:.0f}", str(stalls), f"{floor_m2 / stalls:.1f}" if stalls else "—")
    rows.append(Row(cells=(*total, "", str(len(ramps_of(plan))), ""), is_strong=True))
    return Table(title="地下车库一览表", columns=GARAGES, rows=tuple(rows))


def ramp_table(plan: Plan) -> Table:
    """Every ramp as its label says, its size as drawn."""
    rows = []
    for ramp in ramps_of(plan):
        long, _, short, _ = sides(ramp.outline)
        grade = tag(ramp.tags, "grade")
        form = tag(ramp.tags, "form") or ""
        cells = (
            _short(ramp),
            (tag(ramp.tags, "of") or "—").removeprefix("G-"),
            FORMS.get(form, form or "—"),
            tag(ramp.tags, "lanes") or "—",
            f"{long.length:.1f}×{short.length:.1f}",
            _percent(grade),
        )
        rows.append(Row(cells=cells))
    return Table(title="车库坡道一览表", columns=RAMPS, rows=tuple(rows))


def _notes() -> Table:
    lines = (
        "地下室轮廓为示意，柱网、车位排布、设备用房与防火分区待下一阶段设计。",
        "计入车位 = 标注车位与轮廓面积×层数可容车位的较小者；建筑面积按轮廓×层数。",
        "未提供标高资料，地下层标高与覆土厚度待竖向设计。",
    )
    rows = tuple(Row(cells=(f"{number}. {line}",)) for number, line in enumerate(lines, 1))
    return Table(title="说明", columns=(Column(head="", width_mm=COLUMN_MM),), rows=rows)


def _paint_garages(theme: Theme) -> None:
    for garage in garages_of(theme.told.plan):
        theme.ground.fill(garage.outline, GARAGE)
        theme.ground.edge(garage.outline, THICK, GARAGE_EDGE, GARAGE_DASH_MM)


def _paint_buildings(theme: Theme) -> None:
    for building in theme.told.plan.buildings:
        theme.ground.fill(building.footprint, CELLAR if building.storeys_below else ABOVE)
        theme.ground.edge(building.footprint, MEDIUM if building.storeys_below else THIN, ABOVE_EDGE, ABOVE_DASH_MM)
        name = theme.names[building.id]
        below = (f"-{building.storeys_below}F",) if building.storeys_below else ()
        say_inside(theme.ground, building.footprint, (name, *below))


def _name_garages(theme: Theme) -> None:
    """Number, levels and stalls where there is most free room in the outline."""
    plan = theme.told.plan
    taken = shapely.union_all([building.footprint for building in plan.buildings] + [ramp.outline for ramp in ramps_of(plan)])
    for garage in garages_of(plan):
        free = largest(shapely.difference(garage.outline, taken.buffer(theme.ground.metres_a_mm)))
        if free is not None:
            say_inside(theme.ground, free, tuple(_words(garage)), GARAGE_WORD_MM)


def _words(garage: Ground) -> Iterator[str]:
    yield f"地下车库 {_short(garage)}"
    yield f"地下 {_whole(garage, 'levels', 1)} 层，{_whole(garage, 'stalls', 0)} 车位"
    yield f"{garage.outline.area:.0f} ㎡"


def _short(ground: Ground) -> str:
    return ground.id.removeprefix("G-")


def _whole(garage: Ground, key: str, otherwise: int) -> int:
    value = tag(garage.tags, key) or ""
    return int(value) if value.isdecimal() and len(value) < 10 else otherwise


def _percent(grade: str | None) -> str:
    try:
        return "—" if grade is None else f"{float(grade):.1%}"
    except ValueError:
        return "—"


def _keys(plan: Plan) -> list[Entry]:
    keys = [
        Entry(text="地下车库轮廓", fill=GARAGE, line=GARAGE_EDGE, width_mm=THICK, dash_mm=GARAGE_DASH_MM),
        Entry(text="地上建筑投影", fill=ABOVE, line=ABOVE_EDGE, width_mm=THIN, dash_mm=ABOVE_DASH_MM),
        Entry(text="车库坡道（箭头：下坡）", fill=RAMP_FILL, line=RAMP),
        Entry(text="机动车出入口", fill=GATE_RGB[SpotKind.VEHICLE_GATE], mark="triangle"),
    ]
    if any(building.storeys_below for building in plan.buildings):
        keys.append(Entry(text="有地下室的建筑（地下层数）", fill=CELLAR, line=ABOVE_EDGE, dash_mm=ABOVE_DASH_MM))
    return keys
