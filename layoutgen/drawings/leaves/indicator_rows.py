"""技术经济指标表, in the order in which a scheme is submitted; every figure is measured on the plan."""

from collections import defaultdict
from collections.abc import Iterator

from layoutgen.drawings.paper.leaf import Told
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.indicators.intensity import average_storeys, covered_m2, floor_area_m2, is_housing
from layoutgen.indicators.parking import free_outlines_m2, parking_facilities
from layoutgen.model.kinds import BuildingUse, GroundKind, LotKind, WayKind
from layoutgen.model.plan import Plan, tag, tag_number

COLUMNS = (
    Column(head="项目", width_mm=72.0),
    Column(head="单位", width_mm=18.0, anchor="middle"),
    Column(head="数值", width_mm=34.0, anchor="right"),
    Column(head="比重 / 规划条件 / 说明", width_mm=66.0),
)
USES = {
    BuildingUse.SERVICE: "公共服务设施",
    BuildingUse.KINDERGARTEN: "公共服务设施",
    BuildingUse.SHOPS: "商业服务设施",
}  # any other use: 市政公用设施
SQUARE_M_PER_HECTARE = 10_000.0
Line = tuple[str, str, str, str]


def indicator_table(told: Told) -> Table:
    """The whole table, 190 mm wide."""
    plan = told.plan
    values = {name: float(value) for name, value in told.report.indicators if isinstance(value, (int, float))}
    lines = (
        *_land(plan, values),
        *_floor_area(plan, values),
        *_intensity(plan, values),
        *_green(plan, values),
        *_people(plan, values),
        *_parking(plan, values),
        *_height(plan, values),
    )
    rows = tuple(Row(cells=line, is_strong=not line[0].startswith("　")) for line in lines)
    return Table(title="技术经济指标表", columns=COLUMNS, rows=rows, text_mm=3.5)


def _land(plan: Plan, values: dict[str, float]) -> Iterator[Line]:
    site = values["site_m2"]
    yield "总用地面积", "hm²", f"{site / SQUARE_M_PER_HECTARE:.2f}", f"{site:.2f} ㎡"
    green = values[f"lot_{LotKind.GARDEN.value}_m2"]
    lots = sum(values[f"lot_{kind.value}_m2"] for kind in LotKind) - green
    roads = sum(way.outline.area for way in plan.ways if way.kind in (WayKind.STREET, WayKind.CITY_ROAD))
    parts = (
        ("住宅用地（街坊）", values["blocks_m2"]),
        ("配套设施用地", lots),
        ("公共绿地", green),
        ("城市道路用地（用地内）", roads),
    )
    for name, area in parts:
        yield f"　{name}", "hm²", f"{area / SQUARE_M_PER_HECTARE:.2f}", _share(area, site)


def _floor_area(plan: Plan, values: dict[str, float]) -> Iterator[Line]:
    above, below = values["floor_area_m2"], below_ground_m2(plan)
    yield "总建筑面积", "㎡", f"{above + below:.0f}", ""
    yield "地上建筑面积（计容）", "㎡", f"{above:.0f}", "100 %"
    parts: dict[str, float] = defaultdict(float)
    for building in plan.buildings:
        parts["住宅" if is_housing(building) else USES.get(building.use, "市政公用设施")] += floor_area_m2(building)
    for name in ("住宅", *dict.fromkeys(USES.values()), "市政公用设施"):
        yield f"　{name}", "㎡", f"{parts[name]:.0f}", _share(parts[name], above)
    yield "地下建筑面积（不计容）", "㎡", f"{below:.0f}", "车库轮廓×层数 + 建筑地下层"
    defence = _garages_m2(plan, is_defence=True)
    if defence:
        yield "　其中人防工程", "㎡", f"{defence:.0f}", ""


def _intensity(plan: Plan, values: dict[str, float]) -> Iterator[Line]:
    given = plan.facts.conditions
    footprint = covered_m2(plan.buildings, plan.boundary)
    yield "容积率", "—", f"{values['net_far']:.2f}", _asked("街坊净值，", given.far_max, "≤ {:.2f}")
    yield "　毛容积率（总用地）", "—", f"{values['far']:.2f}", ""
    yield "建筑基底面积", "㎡", f"{footprint:.0f}", ""
    yield "建筑密度", "%", f"{100.0 * values['density']:.1f}", _asked("", _percent(given.density_max), "≤ {:.1f}")


def _green(plan: Plan, values: dict[str, float]) -> Iterator[Line]:
    ratio = values["green_ratio"]
    central = sum(value for name, value in values.items() if name.endswith(".central_green_m2"))
    yield "绿地面积（计入绿地率）", "㎡", f"{values['green_m2']:.0f}", ""
    yield "绿地率", "%", f"{100.0 * ratio:.1f}", _asked("", _percent(plan.facts.conditions.green_min), "≥ {:.1f}")
    yield "集中绿地面积", "㎡", f"{central:.0f}", "各街坊合计"
    public = values["public_green_m2"]
    yield "公共绿地面积", "㎡", f"{public:.0f}", f"人均 {values['public_green_m2_per_person']:.2f} ㎡"


def _people(plan: Plan, values: dict[str, float]) -> Iterator[Line]:
    homes = values["households"]
    yield "居住总户（套）数", "套", f"{homes:.0f}", ""
    yield "　住宅套均面积", "㎡/套", f"{values['housing_floor_area_m2'] / homes:.1f}" if homes else "—", ""
    yield "居住人数", "人", f"{values['people']:.0f}", f"{plan.facts.household_size:g} 人/户；任务书 {plan.facts.people} 人"


def _parking(plan: Plan, values: dict[str, float]) -> Iterator[Line]:
    found = parking_facilities(plan)
    homes = values["households"]
    least = plan.facts.conditions.stalls_per_household_min
    total = sum(one.stalls for one in found)
    each = f"住户 {values['stalls_per_household']:.2f} 辆/户" if homes else ""
    yield "机动车停车位", "辆", f"{total}", _asked(each + "，" if least else each, least, "≥ {:g}")
    yield "　地面", "辆", f"{sum(one.stalls for one in found if not one.is_garage)}", ""
    yield "　地下", "辆", f"{sum(one.stalls for one in found if one.is_garage)}", ""
    yield "　无障碍车位", "辆", f"{sum(one.accessible or 0 for one in found)}", ""
    yield "　充电车位（建成或预留）", "辆", f"{sum(one.ev_ready or 0 for one in found)}", "按图面标注"
    visitors = sum(stall.use == "visitor" for stall in plan.stalls)
    yield "　访客车位", "辆", f"{visitors}", ""
    sheds = [ground for ground in plan.grounds if ground.kind is GroundKind.BIKE_SHED]
    places = sum(tag_number(shed.tags, "places") or 0.0 for shed in sheds)
    yield "非机动车停车位", "辆", f"{places:.0f}", f"{len(sheds)} 处车棚，按图面标注"


def _height(plan: Plan, values: dict[str, float]) -> Iterator[Line]:
    homes = [building for building in plan.buildings if is_housing(building)]
    ground = sum(building.footprint.area for building in homes)
    given = plan.facts.conditions
    average = sum(floor_area_m2(building) for building in homes) / ground if ground else 0.0
    yield "住宅建筑平均层数", "层", f"{average:.1f}", _block_storeys(plan)
    yield "建筑最高层数", "层", f"{values['storeys_max']:.0f}", _asked("", given.storeys_max, "≤ {:.0f}")
    yield "建筑最大高度", "m", f"{values['height_max_m']:.2f}", _asked("", given.height_max_m, "≤ {:.2f}")


def below_ground_m2(plan: Plan) -> float:
    """Floor area below ground [m2]: outlines of garages times levels, and the basements of buildings."""
    basements = sum(building.footprint.area * building.storeys_below for building in plan.buildings)
    return float(_garages_m2(plan) + basements)


def _garages_m2(plan: Plan, *, is_defence: bool = False) -> float:
    garages = sorted((ground for ground in plan.grounds if ground.kind is GroundKind.GARAGE), key=lambda ground: ground.id)
    return sum(
        area * (tag_number(garage.tags, "levels") or 1.0)
        for garage, area in zip(garages, free_outlines_m2(garages), strict=True)
        if not is_defence or tag(garage.tags, "defence") == "yes"
    )


def _block_storeys(plan: Plan) -> str:
    each = [average_storeys(plan, block) for block in plan.blocks]
    housed = [storeys for storeys in each if storeys]
    return f"各街坊 {min(housed):.1f}–{max(housed):.1f}" if housed else ""


def _share(part: float, whole: float) -> str:
    return f"{100.0 * part / whole:.1f} %" if whole else ""


def _percent(share: float | None) -> float | None:
    return None if share is None else 100.0 * share


def _asked(before: str, bound: float | None, form: str) -> str:
    return before.rstrip("，") if bound is None else f"{before}规划条件 {form.format(bound)}"
