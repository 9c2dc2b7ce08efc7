"""交通分析图: roads by class, gates, garage ramps, stalls, and the network on foot."""

from collections.abc import Iterable

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.leaves.gates import GATE_RGB, paint_gates
from layoutgen.drawings.leaves.judged import check_table
from layoutgen.drawings.leaves.ramp_arrows import FILL as RAMP_FILL
from layoutgen.drawings.leaves.ramp_arrows import paint_ramps
from layoutgen.drawings.leaves.theme import BUILT, Theme, begin_theme, end_theme, paint_buildings, say_inside
from layoutgen.drawings.paper.key import Entry
from layoutgen.drawings.paper.leaf import Shown, Waiting
from layoutgen.drawings.paper.pen import MEDIUM, THIN
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.indicators.parking import parking_facilities
from layoutgen.model.kinds import GroundKind, SpotKind, StallKind, WayKind
from layoutgen.model.plan import Plan, tag
from layoutgen.walking.graph import is_walkable

TITLE = "交通分析图"
WAY_RGB: dict[WayKind, Colour] = {
    WayKind.CITY_ROAD: (240, 170, 90),
    WayKind.STREET: (250, 205, 120),
    WayKind.ATTACHED: (252, 224, 140),
    WayKind.MAIN: (150, 190, 230),
    WayKind.ACCESS: (200, 222, 242),
    WayKind.FOOTPATH: (196, 228, 184),
}
WAY_WORDS = {
    WayKind.CITY_ROAD: "城市道路",
    WayKind.STREET: "支路（公共街道）",
    WayKind.ATTACHED: "附属道路（小区主路）",
    WayKind.MAIN: "街坊主要附属道路",
    WayKind.ACCESS: "宅前路",
    WayKind.FOOTPATH: "步行道",
}
KERB: Colour = (150, 150, 150)
WALK: Colour = (0, 140, 70)
CAR: Colour = (20, 70, 160)
RAMP: Colour = (120, 60, 160)
STALL: Colour = (90, 190, 190)
ACCESSIBLE: Colour = (70, 110, 230)
SHED: Colour = (170, 200, 120)
STOP: Colour = (0, 90, 200)
STOP_MM = 2.0
WALK_DASH_MM = (1.6, 0.8)
CAR_DASH_MM = (6.0, 1.2, 1.0, 1.2)
NAME_MM = 2.5
MOTOR = (WayKind.CITY_ROAD, WayKind.STREET, WayKind.ATTACHED, WayKind.MAIN, WayKind.ACCESS)
MEASURES = (
    *("ways.width", "ways.clear_width", "ways.city_links", "ways.dead_end", "gates.per_block", "gates.apart", "gates.away"),
    *("gates.width", "walk.connected", "walk.step_free", "walk.city_links", "walk.apart", "ramps.width", "ramps.buffer"),
    *("stalls.per_household", "stalls.surface_share", "stalls.accessible_share", "stalls.ev_share", "streets.footway"),
)
ROADS = (
    Column(head="道路", width_mm=58.0),
    Column(head="条数", width_mm=18.0, anchor="middle"),
    Column(head="长度 m", width_mm=28.0, anchor="right"),
    Column(head="车行道/步道宽 m", width_mm=46.0, anchor="middle"),
    Column(head="两侧人行道 m", width_mm=40.0, anchor="middle"),
)
PLACES = (
    Column(head="项目", width_mm=100.0),
    Column(head="数量", width_mm=45.0, anchor="middle"),
    Column(head="说明", width_mm=45.0),
)


def traffic_leaves(shown: Shown) -> Waiting:
    """One page; none where there is no way."""
    plan = shown.plan
    if not plan.ways:
        return ()
    theme = begin_theme(shown, "traffic", TITLE)
    _paint_ways(theme)
    _paint_parking(theme)
    paint_buildings(theme.ground, plan.buildings)
    for building in plan.buildings:
        say_inside(theme.ground, building.footprint, (theme.names[building.id],))
    paint_ramps(theme, RAMP)
    paint_gates(theme, (SpotKind.VEHICLE_GATE, SpotKind.PEDESTRIAN_GATE))
    _paint_stops(theme)
    told = yield
    tables = (road_table(plan), place_table(plan), check_table(told, MEASURES, "交通与停车条文核对"))
    return (end_theme(theme, _keys(plan), tables),)


def road_table(plan: Plan) -> Table:
    """Ways by class: how many, how long along their centre lines, how wide as declared."""
    rows = []
    for kind, word in WAY_WORDS.items():
        ways = [way for way in plan.ways if way.kind is kind]
        if ways:
            length = sum(way.centre.length for way in ways)
            cells = (word, str(len(ways)), f"{length:.0f}", _widths(way.carriageway_m for way in ways))
            rows.append(Row(cells=(*cells, _widths(way.footway_m for way in ways))))
    walk = sum(way.centre.length for way in plan.ways if is_walkable(way))
    rows.append(Row(cells=("其中：可步行（步行道、宅前路、带人行道的道路）", "", f"{walk:.0f}", "", ""), is_strong=True))
    return Table(title="道路一览表", columns=ROADS, rows=tuple(rows))


def place_table(plan: Plan) -> Table:
    """Gates, stops, ramps and stalls."""
    spots = {kind: sum(spot.kind is kind for spot in plan.spots) for kind in SpotKind}
    ramps = [ground for ground in plan.grounds if ground.kind is GroundKind.RAMP]
    lanes = sum(int(tag(ramp.tags, "lanes") or "1") for ramp in ramps if (tag(ramp.tags, "lanes") or "1").isdecimal())
    parked = parking_facilities(plan)
    below = sum(facility.stalls for facility in parked if facility.is_garage)
    accessible = sum(stall.kind is StallKind.ACCESSIBLE for stall in plan.stalls)
    sheds = [ground for ground in plan.grounds if ground.kind is GroundKind.BIKE_SHED]
    lines = (
        ("机动车出入口", spots[SpotKind.VEHICLE_GATE], "处"),
        ("人行出入口", spots[SpotKind.PEDESTRIAN_GATE], "处"),
        ("公交站", spots[SpotKind.BUS_STOP], "处，距离见条文核对"),
        ("地下车库坡道", len(ramps), f"条，共 {lanes} 车道"),
        ("地下机动车位", below, "辆"),
        ("地面机动车位", len(plan.stalls), f"辆，其中无障碍 {accessible} 辆"),
        ("非机动车棚", len(sheds), "处"),
    )
    rows = tuple(Row(cells=(name, str(count), unit)) for name, count, unit in lines)
    return Table(title="出入口与停车", columns=PLACES, rows=rows)


def _widths(widths: Iterable[float]) -> str:
    """Distinct widths, the least first."""
    found = sorted({width for width in widths if width > 0.0})
    return "、".join(f"{width:g}" for width in found) if len(found) <= 4 else f"{found[0]:g}–{found[-1]:g}" if found else "—"


def _paint_ways(theme: Theme) -> None:
    ground, ways = theme.ground, theme.told.plan.ways
    for kind, rgb in WAY_RGB.items():
        for way in ways:
            if way.kind is kind:
                ground.fill(way.outline, rgb)
                ground.edge(way.outline, THIN, KERB)
    for way in ways:
        if way.kind in MOTOR:
            name = f"{WAY_WORDS[way.kind].partition('（')[0]} {way.carriageway_m:g}m"
            ground.line(ground.name_along(way.centre, name, NAME_MM), MEDIUM, CAR, CAR_DASH_MM)
        else:
            ground.line(way.centre, MEDIUM, WALK, WALK_DASH_MM)


def _paint_parking(theme: Theme) -> None:
    for stall in theme.told.plan.stalls:
        theme.ground.fill(stall.outline, ACCESSIBLE if stall.kind is StallKind.ACCESSIBLE else STALL)
        theme.ground.edge(stall.outline, THIN)
    for one in theme.told.plan.grounds:
        if one.kind is GroundKind.BIKE_SHED:
            theme.ground.fill(one.outline, SHED)
            theme.ground.edge(one.outline, THIN)


def _paint_stops(theme: Theme) -> None:
    for spot in theme.told.plan.spots:
        if spot.kind is SpotKind.BUS_STOP:
            theme.ground.disc(spot.point, STOP_MM, STOP)


def _keys(plan: Plan) -> list[Entry]:
    kinds = {way.kind for way in plan.ways}
    return [
        *(Entry(text=WAY_WORDS[kind], fill=rgb, line=KERB) for kind, rgb in WAY_RGB.items() if kind in kinds),
        Entry(text="车行流线", line=CAR, width_mm=MEDIUM, dash_mm=CAR_DASH_MM, mark="line"),
        Entry(text="步行流线", line=WALK, width_mm=MEDIUM, dash_mm=WALK_DASH_MM, mark="line"),
        Entry(text="机动车出入口", fill=GATE_RGB[SpotKind.VEHICLE_GATE], mark="triangle"),
        Entry(text="人行出入口", fill=GATE_RGB[SpotKind.PEDESTRIAN_GATE], mark="triangle"),
        Entry(text="地下车库坡道（箭头：下坡）", fill=RAMP_FILL, line=RAMP),
        Entry(text="地面机动车位", fill=STALL),
        Entry(text="无障碍机动车位", fill=ACCESSIBLE),
        Entry(text="非机动车棚", fill=SHED),
        Entry(text="公交站", fill=STOP, mark="disc"),
        Entry(text="建筑", fill=BUILT),
    ]
