"""绿地分析图: green that counts and green that does not, central greens with their sunny part, public green."""

import shapely
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.layers import Colour
from layoutgen.drawings.leaves.judged import check_table, figures
from layoutgen.drawings.leaves.theme import BUILT, Theme, begin_theme, end_theme, paint_buildings, say_inside
from layoutgen.drawings.paper.key import Entry
from layoutgen.drawings.paper.leaf import Shown, Told, Waiting
from layoutgen.drawings.paper.pen import MEDIUM, THIN
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.geometry.parts import polygons
from layoutgen.indicators.green import Greens, green_ratio
from layoutgen.indicators.green_parts import GreenParts, green_parts
from layoutgen.indicators.people import block_people
from layoutgen.model.kinds import GroundKind, LotKind
from layoutgen.model.plan import Plan
from layoutgen.standards.counting import load_counting
from layoutgen.standards.scope import circumstances_of_plan, why_out_of_scope
from layoutgen.standards.sun_standard import SunStandard, day_names, sun_of_clause
from layoutgen.sunlight.ground import sun_map
from layoutgen.sunlight.position import has_winter_sun
from layoutgen.sunlight.windows import scene_of

TITLE = "绿地分析图"
COUNTED: Colour = (190, 222, 150)
CENTRAL: Colour = (110, 178, 92)
CENTRAL_EDGE: Colour = (40, 100, 40)
GARDEN: Colour = (60, 150, 60)
LOST: Colour = (246, 190, 130)
COVERED: Colour = (226, 150, 150)
PLAY: Colour = (250, 226, 150)
PATH: Colour = (244, 240, 226)
SUN_HATCH: Colour = (255, 214, 40)
NOT_CENTRAL: Colour = (140, 110, 60)
SUN_PITCH_MM, EDGE_PITCH_MM = 2.0, 1.2
LEAST_M2 = 0.5  # smaller pieces are not painted
AROUND_M = 3.0  # of a central green, that its sun is mapped
MEASURES = (
    *("block.green_ratio", "site.green_ratio", "central_green.per_person", "central_green.width", "central_green.sun_share"),
    *("public_green.per_person", "garden.width", "lot.green_ratio", "central_green.play_grounds"),
)
BLOCKS = (
    Column(head="街坊", width_mm=18.0),
    Column(head="用地 ㎡", width_mm=26.0, anchor="right"),
    Column(head="计入绿地 ㎡", width_mm=28.0, anchor="right"),
    Column(head="绿地率", width_mm=20.0, anchor="middle"),
    Column(head="集中绿地 ㎡", width_mm=28.0, anchor="right"),
    Column(head="㎡/人", width_mm=18.0, anchor="middle"),
    Column(head="达标日照范围占比", width_mm=52.0, anchor="middle"),
)
PARTS = (
    Column(head="类别", width_mm=40.0),
    Column(head="面积 ㎡", width_mm=30.0, anchor="right"),
    Column(head="计算说明", width_mm=120.0),
)


def green_leaves(shown: Shown) -> Waiting:
    """One page; none where there is no green."""
    plan = shown.plan
    parts = green_parts(plan)
    greens = parts.greens
    gardens = shapely.union_all([lot.outline for lot in plan.lots if lot.kind is LotKind.GARDEN])
    if greens.counted.is_empty and gardens.is_empty:
        return ()
    theme = begin_theme(shown, "green", TITLE)
    sun = _central_sun(shown)
    _paint_parts(theme, parts, gardens)
    if sun is not None:
        _paint_sun(theme, parts.central, sun)
    paint_buildings(theme.ground, plan.buildings)
    for building in plan.buildings:
        say_inside(theme.ground, building.footprint, (theme.names[building.id],))
    for block in plan.blocks:
        for piece in greens.central[block.id]:
            say_inside(theme.ground, piece, ("集中绿地", f"{piece.area:.0f}㎡"))
    told = yield
    tables = (block_table(told, greens), part_table(parts, gardens, plan), check_table(told, MEASURES, "绿地条文核对"))
    return (end_theme(theme, _keys(parts, sun), tables),)


def block_table(told: Told, greens: Greens) -> Table:
    """Green and central green of every block, the whole site last."""
    shares = figures(told, "central_green.sun_share")
    rows = []
    for block in told.plan.blocks:
        people = block_people(told.plan, block)
        central = sum(piece.area for piece in greens.central[block.id])
        cells = (
            block.id,
            f"{block.outline.area:.0f}",
            f"{shapely.intersection(greens.counted, block.outline).area:.0f}",
            f"{green_ratio(block.outline, greens.counted):.1%}",
            f"{central:.0f}",
            f"{central / people:.2f}" if people else "—",
            f"{shares[block.id]:.1%}" if block.id in shares else "—",
        )
        rows.append(Row(cells=cells))
    land = told.plan.boundary
    total = (
        f"{land.area:.0f}",
        f"{shapely.intersection(greens.counted, land).area:.0f}",
        f"{green_ratio(land, greens.counted):.1%}",
    )
    whole = f"{sum(piece.area for pieces in greens.central.values() for piece in pieces):.0f}"
    rows.append(Row(cells=("全用地", *total, whole, "", ""), is_strong=True))
    return Table(title="街坊绿地一览表", columns=BLOCKS, rows=tuple(rows))


def part_table(parts: GreenParts, gardens: BaseGeometry, plan: Plan) -> Table:
    """What counts, what does not, and why."""
    counting = load_counting()
    people = plan.facts.people
    off = f"距墙 {counting.central_off_wall_m:g} m、距路缘 {counting.central_off_lane_m:g} m 以外"
    central = f"{off}，宽度 ≥ {counting.central_width_m:g} m"
    each = f"，{gardens.area / people:.2f} ㎡/人" if people else ""
    lines = (
        (
            "计入绿地率",
            parts.greens.counted,
            f"绿地与集中绿地，距墙 {counting.green_off_wall_m:g} m 以外，扣除道路、车位、铺装与场地",
        ),
        ("其中集中绿地", parts.central, central),
        ("社区游园（公共绿地）", gardens, f"独立用地{each}"),
        ("不计：墙脚带", parts.by_walls, f"距外墙 {counting.green_off_wall_m:g} m 以内"),
        ("不计：被占用", parts.covered, "道路、车位、铺装、登高场地等压占的绿地"),
        ("不计：活动场地", parts.play, "集中绿地以外的老幼活动场地"),
        ("不计入集中绿地", parts.not_central, "边缘带或宽度不足的部分，仍按绿地计算"),
    )
    rows = tuple(
        Row(cells=(word, f"{shape.area:.0f}", why), is_strong=word == "计入绿地率")
        for word, shape, why in lines
        if shape.area >= 1.0
    )
    return Table(title="绿地构成", columns=PARTS, rows=rows)


def _central_sun(shown: Shown) -> SunStandard | None:
    """Sun that is asked of a share of the central greens; None where no clause applies."""
    facts = shown.plan.facts
    if shown.standard is None or not has_winter_sun(facts.place.latitude_deg):
        return None
    here = circumstances_of_plan(facts)
    asked = (clause for clause in shown.standard.clauses if clause.measure == "central_green.sun_share")
    clause = next((clause for clause in asked if not why_out_of_scope(clause, here)), None)
    return None if clause is None else sun_of_clause(clause, clause.number("hours"))


def _paint_parts(theme: Theme, parts: GreenParts, gardens: BaseGeometry) -> None:
    ground = theme.ground
    for shape, rgb in (
        (parts.greens.counted, COUNTED),
        (gardens, GARDEN),
        (parts.central, CENTRAL),
        (parts.by_walls, LOST),
        (parts.covered, COVERED),
        (parts.play, PLAY),
    ):
        for piece in polygons(shape, LEAST_M2):
            ground.fill(piece, rgb)
    inside = [one for one in theme.told.plan.grounds if one.kind is not GroundKind.GARAGE and gardens.intersects(one.outline)]
    for one in inside:
        if one.kind in (GroundKind.PAVED, GroundKind.SPORTS_GROUND, GroundKind.COURT, GroundKind.ACTIVITY_GROUND):
            ground.fill(shapely.intersection(one.outline, gardens), PLAY)
    for way in theme.told.plan.ways:
        if way.outline.intersects(gardens):
            ground.fill(shapely.intersection(way.outline, gardens), PATH)
    ground.hatch(parts.not_central, EDGE_PITCH_MM, NOT_CENTRAL)
    ground.edge(parts.central, MEDIUM, CENTRAL_EDGE)


def _paint_sun(theme: Theme, central: BaseGeometry, sun: SunStandard) -> None:
    """Hatch the part of every central green that has the hours."""
    plan = theme.told.plan
    scene = scene_of(plan)
    standing = [building.footprint for building in plan.buildings]
    for piece in polygons(central, LEAST_M2):
        bounds = piece.buffer(AROUND_M).bounds
        field = sun_map(scene, standing, bounds, sun, plan.facts.place.latitude_deg)
        sunny = shapely.intersection(shapely.union_all(list(field.sunny(sun.hours))), piece)
        theme.ground.hatch(sunny, SUN_PITCH_MM, SUN_HATCH)
        theme.ground.line(shapely.intersection(shapely.boundary(sunny), piece.buffer(-0.5)), MEDIUM, SUN_HATCH)


def _keys(parts: GreenParts, sun: SunStandard | None) -> list[Entry]:
    keys = [
        Entry(text="计入绿地率的绿地", fill=COUNTED),
        Entry(text="计入的集中绿地", fill=CENTRAL, line=CENTRAL_EDGE),
        Entry(text="社区游园（公共绿地）", fill=GARDEN),
        Entry(text="活动、铺装场地", fill=PLAY),
        Entry(text="建筑", fill=BUILT),
    ]
    lost = (
        (parts.by_walls, Entry(text="不计：墙脚带", fill=LOST)),
        (parts.covered, Entry(text="不计：被道路、场地压占", fill=COVERED)),
        (parts.not_central, Entry(text="不计入集中绿地的边缘", hatch=NOT_CENTRAL, line=NOT_CENTRAL, width_mm=THIN)),
    )
    keys += [key for shape, key in lost if shape.area >= LEAST_M2]
    if sun is not None:
        word = f"集中绿地 {day_names(sun.day).zh}日照 ≥ {sun.hours:g} h"
        keys.append(Entry(text=word, fill=CENTRAL, hatch=SUN_HATCH, line=SUN_HATCH, width_mm=MEDIUM))
    return keys
