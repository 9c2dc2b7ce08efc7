"""消防分析图: fire lanes, turning places, rescue grounds with their sizes, and the rescue side of every high-rise."""

import shapely

from layoutgen.drawings.building_names import building_names
from layoutgen.drawings.layers import Colour
from layoutgen.drawings.leaves.gates import paint_gates
from layoutgen.drawings.leaves.judged import check_table, figures
from layoutgen.drawings.leaves.theme import BUILT, Theme, begin_theme, end_theme, say_inside
from layoutgen.drawings.paper.key import Entry
from layoutgen.drawings.paper.leaf import Shown, Told, Waiting
from layoutgen.drawings.paper.pen import MEDIUM, THICK, THIN
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.geometry.sides import Side, sides
from layoutgen.model.kinds import FacilityKind, GroundKind, SpotKind, WayKind
from layoutgen.model.plan import Building, Ground, Plan, tag
from layoutgen.standards.fire_class import is_high_rise, is_tall

TITLE = "消防分析图"
STREET: Colour = (250, 222, 160)
LANE: Colour = (248, 190, 180)
LANE_EDGE: Colour = (206, 40, 30)
RESCUE: Colour = (255, 160, 60)
RESCUE_HATCH: Colour = (190, 70, 0)
TURN: Colour = (236, 120, 110)
HIGH: Colour = (255, 246, 214)
ROOM: Colour = (120, 60, 160)
SIDE: Colour = (214, 0, 0)
SIDE_MM = 1.4
REACH_M = 10.0  # a rescue ground serves the side that it lies before within this (GB 50016 7.2.2)
CENTRE_DASH_MM = (5.0, 1.0, 1.0, 1.0)
WORD_MM = 2.2
DISC_MM = 1.5
ROOMS = {FacilityKind.FIRE_ROOM: "消防控制室", FacilityKind.FIRE_PUMP_ROOM: "消防水池及泵房"}
STREETS = (WayKind.CITY_ROAD, WayKind.STREET)
MEASURES = (
    *(
        "fire.lane_present",
        "fire.lane_side",
        "fire.lane_rescue_side",
        "fire.lane_width",
        "fire.dead_end",
        "fire.turning_radius",
    ),
    *("fire.ground_length", "fire.ground_size", "fire.ground_distance", "fire.ground_free", "fire.ground_door"),
    *("fire.ground_split", "fire.ground_podium", "fire.ground_grade", "fire.gap", "fire.stall_gap", "stalls.off_fire"),
)
COLUMNS = (
    Column(head="楼号", width_mm=32.0),
    Column(head="层数", width_mm=14.0, anchor="middle"),
    Column(head="消防高度 m", width_mm=24.0, anchor="middle"),
    Column(head="登高场地 长×宽 m", width_mm=50.0, anchor="middle"),
    Column(head="距外墙 m", width_mm=24.0, anchor="middle"),
    Column(head="长度/应有", width_mm=26.0, anchor="middle"),
    Column(head="类别", width_mm=20.0, anchor="middle"),
)


def fire_leaves(shown: Shown) -> Waiting:
    """One page; none where nothing is built."""
    if not shown.plan.buildings:
        return ()
    theme = begin_theme(shown, "fire", TITLE)
    _paint_ways(theme)
    told = yield
    _paint_grounds(theme, told)
    _paint_buildings(theme)
    _paint_rooms(theme)
    paint_gates(theme, (SpotKind.VEHICLE_GATE,))
    tables = (rescue_table(told), check_table(told, MEASURES, "消防条文核对"))
    return (end_theme(theme, _keys(), tables),)


def rescue_table(told: Told) -> Table:
    """Every high-rise with its rescue ground as measured."""
    long, short = (figures(told, "fire.ground_size", side=side) for side in ("long", "short"))
    gaps, shares = figures(told, "fire.ground_distance"), figures(told, "fire.ground_length")
    names = building_names(told.plan, told.sheet.profile)
    rows = []
    for building in told.plan.buildings:
        if is_high_rise(building):
            own = _grounds_of(told.plan, building)
            sizes = "、".join(f"{long[one.id]:.1f}×{short[one.id]:.1f}" for one in own if one.id in long and one.id in short)
            near = [gaps[one.id] for one in own if one.id in gaps]
            cells = (
                names[building.id],
                str(building.storeys),
                f"{building.fire_height_m:.2f}",
                sizes or "未设",
                "、".join(f"{gap:.2f}" for gap in near) or "—",
                f"{shares[building.id]:.0%}" if building.id in shares else "—",
                "> 50 m" if is_tall(building) else "高层",
            )
            rows.append(Row(cells=cells, is_strong=not own))
    return Table(title="高层建筑消防车登高操作场地一览表", columns=COLUMNS, rows=tuple(rows))


def rescue_sides(plan: Plan, building: Building) -> tuple[Side, ...]:
    """Sides of a building before which its rescue grounds lie, along more than half of them."""
    grounds = shapely.union_all([ground.outline for ground in _grounds_of(plan, building)])
    return tuple(side for side in sides(building.footprint) if side.cover(grounds, REACH_M) > side.length / 2.0)


def _grounds_of(plan: Plan, building: Building) -> tuple[Ground, ...]:
    return tuple(g for g in plan.grounds if g.kind is GroundKind.FIRE_GROUND and tag(g.tags, "of") == building.id)


def _paint_ways(theme: Theme) -> None:
    ground, ways = theme.ground, theme.told.plan.ways
    for way in ways:
        if way.kind in STREETS:
            ground.fill(way.outline, STREET)
    rescue = shapely.union_all([one.outline for one in theme.told.plan.grounds if one.kind is GroundKind.FIRE_GROUND])
    lanes = shapely.union_all([way.outline for way in ways if way.is_fire_lane and way.kind not in STREETS])
    ground.fill(lanes, LANE)
    ground.line(shapely.difference(shapely.boundary(lanes), rescue), MEDIUM, LANE_EDGE)
    for way in ways:
        if way.is_fire_lane:
            rest = ground.name_along(way.centre, f"{way.carriageway_m:.1f}m", WORD_MM)
            ground.line(shapely.difference(rest, rescue), THIN, LANE_EDGE, CENTRE_DASH_MM)


def _paint_grounds(theme: Theme, told: Told) -> None:
    long, short = (figures(told, "fire.ground_size", side=side) for side in ("long", "short"))
    for one in told.plan.grounds:
        if one.kind is GroundKind.TURNING_HEAD:
            theme.ground.fill(one.outline, TURN)
            theme.ground.edge(one.outline, MEDIUM, LANE_EDGE)
            say_inside(theme.ground, one.outline, ("回车场",))
        elif one.kind is GroundKind.FIRE_GROUND:
            theme.ground.fill(one.outline, RESCUE)
            theme.ground.edge(one.outline, MEDIUM, RESCUE_HATCH)
            size = f"{long[one.id]:.1f}×{short[one.id]:.1f}" if one.id in long and one.id in short else ""
            say_inside(theme.ground, one.outline, [word for word in ("登高操作场地", size) if word])


def _paint_buildings(theme: Theme) -> None:
    plan, ground = theme.told.plan, theme.ground
    for building in plan.buildings:
        is_high = is_high_rise(building)
        ground.fill(building.footprint, HIGH if is_high else BUILT)
        ground.edge(building.footprint, MEDIUM)
        name = theme.names[building.id]
        say_inside(ground, building.footprint, (f"{name} {building.storeys}F", f"H={building.fire_height_m:.2f}m"))
        for side in rescue_sides(plan, building) if is_high else ():
            ground.line(side.line, SIDE_MM, SIDE)


def _paint_rooms(theme: Theme) -> None:
    for facility in theme.told.plan.facilities:
        if facility.kind in ROOMS:
            theme.ground.disc(facility.outline.representative_point(), DISC_MM, ROOM)


def _keys() -> list[Entry]:
    return [
        Entry(text="城市道路、支路（消防车可通行）", fill=STREET),
        Entry(text="消防车道（注净宽）", fill=LANE, line=LANE_EDGE),
        Entry(text="消防车道中心线", line=LANE_EDGE, width_mm=THIN, dash_mm=CENTRE_DASH_MM, mark="line"),
        Entry(text="回车场", fill=TURN, line=LANE_EDGE),
        Entry(text="消防车登高操作场地（长×宽）", fill=RESCUE, line=RESCUE_HATCH),
        Entry(text="消防扑救面", line=SIDE, width_mm=SIDE_MM, mark="line"),
        Entry(text="高层建筑（消防高度）", fill=HIGH),
        Entry(text="多层、单层建筑", fill=BUILT),
        Entry(text="消防车出入口（机动车出入口）", fill=SIDE, mark="triangle"),
        Entry(text="消防控制室、消防水池及泵房", fill=ROOM, mark="disc"),
        Entry(text="用地红线", line=SIDE, width_mm=THICK, dash_mm=(6.0, 1.0, 1.0, 1.0, 1.0, 1.0), mark="line"),
    ]
