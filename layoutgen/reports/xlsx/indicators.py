"""Sheet 技术经济指标: the headline figures as formulas over the other sheets, beside what the judge measured."""

from collections.abc import Mapping
from dataclasses import dataclass

from layoutgen.indicators.green import Greens, green_ratio
from layoutgen.indicators.intensity import covered_m2
from layoutgen.indicators.land import public_green_m2, site_area_m2
from layoutgen.model.count_words import COUNTS_ZH
from layoutgen.model.kinds import FacilityKind, GroundKind, LotKind, WayKind
from layoutgen.model.plan import Plan, tag_number
from layoutgen.model.report import Report
from layoutgen.reports.xlsx.blocks import less_shared
from layoutgen.reports.xlsx.formula import Expr, count_where, highest, total, total_where
from layoutgen.reports.xlsx.names import Namer
from layoutgen.reports.xlsx.stalls import GARAGE, SURFACE
from layoutgen.reports.xlsx.table import Cell, Column, Line, Table, computed, figure, new_line, said
from layoutgen.reports.xlsx.terms import PEOPLE

COLUMNS = (
    Column(key="no", zh="序号", en="no.", width=6.0),
    Column(key="zh", zh="项目", en="item", width=28.0),
    Column(key="en", zh="英文", en="in English", width=34.0),
    Column(key="here", zh="数值", en="value", width=16.0),
    Column(key="unit", zh="单位", en="unit", width=8.0),
    Column(key="share", zh="占用地比重", en="share of land", width=11.0, form="0.00%"),
    Column(key="each", zh="人均 ㎡", en="m2 per person", width=11.0, form="0.00"),
    Column(key="judged", zh="图上实测", en="as judged", width=16.0),
    Column(key="key", zh="代码", en="in report.json", width=26.0),
)
AREA, RATIO, SHARE, COUNT, METRES, TENTH = "#,##0.00", "0.000", "0.00%", "#,##0", "0.00", "#,##0.0"
ROADS = (WayKind.STREET, WayKind.CITY_ROAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The sheets that the indicators are computed from."""

    terms: Table
    buildings: Table
    blocks: Table
    items: Table
    facilities: Table
    parking: Table
    clauses: Table


class Rows:
    """The lines in the making, numbered as they come."""

    def __init__(self, judged: Mapping[str, float | str]) -> None:
        self.lines: list[Line] = []
        self._judged = judged

    def add(self, words: tuple[str, str, str], value: Expr | float, form: str, key: str = "") -> Expr:
        """Add a line: its Chinese, English and unit; a figure is asked for, an expression computed."""
        number = len(self.lines)
        line = new_line(COLUMNS, number, no=f"{number + 1}", zh=words[0], en=words[1], unit=words[2], key=key)
        cell = computed(value) if isinstance(value, Expr) else figure(value, is_input=True)
        line.cells["here"] = Cell(value=cell.value, formula=cell.formula, is_input=cell.is_input, form=form)
        told = self._judged.get(key)
        if isinstance(told, float):
            line.cells["judged"] = Cell(value=told, form=form)
        self.lines.append(line)
        return line.here("here")

    def also(self, key: str, value: Expr) -> None:
        """Add a share or a figure per person to the last line."""
        self.lines[-1].compute(key, value)


def indicators_table(plan: Plan, report: Report, greens: Greens, of: Sources, name: Namer) -> Table:
    """Figures in the order of GB 50180 table A.0.3, land first; those without a formula are measured on the drawing."""
    rows = Rows(dict(report.indicators))
    people = of.terms.number("value", PEOPLE)
    site = _land(rows, plan, of, name, people)
    housing = _intensity(rows, plan, of, site)
    _green(rows, plan, of, greens, (site, people))
    households = _people(rows, of, people, housing)
    _parking(rows, plan, of, households)
    _verdicts(rows, of)
    verdict = COUNTS_ZH[report.verdict]
    done = [line.done() for line in rows.lines]
    last = new_line(COLUMNS, len(done), zh="核查结论", en="verdict")
    last.cells["here"] = said(verdict)
    return Table(
        name="技术经济指标",
        title="技术经济指标表",
        title_en="Technical-economic indicators",
        columns=COLUMNS,
        rows=(*done, last.done()),
        count=len(done),
    )


def _land(rows: Rows, plan: Plan, of: Sources, name: Namer, people: Expr) -> Expr:
    site = rows.add(("总用地面积", "site area", "㎡"), site_area_m2(plan), AREA, "site_m2")
    rows.also("each", site / people)
    parts = []

    def part(words: tuple[str, str, str], value: Expr | float, key: str = "") -> None:
        parts.append(rows.add(words, value, AREA, key))
        rows.also("share", parts[-1] / site)
        rows.also("each", parts[-1] / people)

    part(("住宅用地（街坊）", "land of the blocks", "㎡"), total(of.blocks.cells("area")), "blocks_m2")
    for kind in LotKind:
        area = sum(float(lot.outline.area) for lot in plan.lots if lot.kind is kind)
        zh = name.by_holds.get(f"lot.{kind}", kind.value)
        part((zh, f"land of {kind.value.replace('_', ' ')}", "㎡"), area, f"lot_{kind.value}_m2")
    streets = sum(float(way.outline.area) for way in plan.ways if way.kind in ROADS)
    part(("城市道路用地（用地内）", "public streets between red lines", "㎡"), streets)
    rest = site
    for one in parts:
        rest = rest - one
    part(("其余用地", "what is left", "㎡"), rest)
    return site


def _intensity(rows: Rows, plan: Plan, of: Sources, site: Expr) -> Expr:
    floors, prints = of.buildings.cells("floor"), of.buildings.cells("footprint")
    homes = (of.buildings.cells("housing"), "是")
    block_land = total(of.blocks.cells("area"))
    above, below = total(floors), total(of.parking.cells("floor")) + total(of.buildings.cells("basement"))
    rows.add(("总建筑面积", "floor area, all", "㎡"), above + below, AREA)
    floor = rows.add(("地上建筑面积（计容）", "floor area above ground", "㎡"), above, AREA, "floor_area_m2")
    housing_words = ("其中：住宅楼", "of housing", "㎡")
    housing = rows.add(housing_words, total_where(floors, homes), AREA, "housing_floor_area_m2")
    rows.add(("其中：其他建筑", "of other buildings", "㎡"), floor - housing, AREA)
    inside = total_where(of.facilities.cells("floor"), (of.facilities.cells("where"), "场内"))
    rows.add(("配套设施（含住宅楼内）", "facilities, in homes too", "㎡"), inside, AREA)
    rows.add(("地下建筑面积（不计容）", "floor area below ground", "㎡"), below, AREA)
    net = total(of.blocks.cells("floor")) / block_land
    rows.add(("容积率", "net FAR of the blocks", ""), net, RATIO, "net_far")
    rows.add(("毛容积率（总用地）", "FAR of the whole site", ""), floor / site, RATIO, "far")
    ground = less_shared(total(prints), covered_m2(plan.buildings, plan.boundary))
    covered = rows.add(("建筑基底面积", "ground under footprints", "㎡"), ground, AREA)
    rows.add(("建筑密度", "building density", ""), covered / site, SHARE, "density")
    houses = total_where(prints, homes)
    rows.add(("住宅建筑密度（街坊）", "housing density of the blocks", ""), houses / block_land, SHARE)
    rows.add(("住宅建筑平均层数", "average storeys of housing", "层"), housing / houses, METRES)
    tallest = ("建筑最大高度", "greatest height", "m")
    rows.add(("建筑最高层数", "most storeys", "层"), highest(of.buildings.cells("storeys")), COUNT, "storeys_max")
    rows.add(tallest, highest(of.buildings.cells("height")), METRES, "height_max_m")
    return housing


def _green(rows: Rows, plan: Plan, of: Sources, greens: Greens, land: tuple[Expr, Expr]) -> None:
    site, people = land
    counted = green_ratio(plan.boundary, greens.counted) * site_area_m2(plan)
    green = rows.add(("绿地面积（计入绿地率）", "green that counts", "㎡"), counted, AREA, "green_m2")
    rows.add(("绿地率", "green ratio", ""), green / site, SHARE, "green_ratio")
    rows.add(("集中绿地面积", "central green", "㎡"), total(of.blocks.cells("central")), AREA)
    public = rows.add(("公共绿地面积", "public green", "㎡"), public_green_m2(plan), AREA, "public_green_m2")
    words = ("人均公共绿地", "public green per person", "㎡/人")
    rows.add(words, public / people, RATIO, "public_green_m2_per_person")


def _people(rows: Rows, of: Sources, people: Expr, housing: Expr) -> Expr:
    rows.add(("规划居住人数", "people stated", "人"), people, COUNT, "people_stated")
    rows.add(("居住人数", "people of the dwellings drawn", "人"), total(of.buildings.cells("people")), TENTH, "people")
    words = ("居住总户（套）数", "dwellings", "套")
    households = rows.add(words, total(of.buildings.cells("dwellings")), COUNT, "households")
    rows.add(("住宅套均面积", "mean dwelling", "㎡/套"), housing / households, METRES)
    kinds = (of.facilities.cells("kind"), FacilityKind.KINDERGARTEN.value)
    rows.add(("幼儿园处数", "kindergartens", "处"), total_where(of.facilities.cells("count"), kinds), COUNT)
    return households


def _parking(rows: Rows, plan: Plan, of: Sources, households: Expr) -> None:
    stalls, kind = of.parking.cells("stalls"), of.parking.cells("kind")
    resident = (of.parking.cells("resident"), "是")
    everything = rows.add(("机动车停车位", "stalls, all", "辆"), total(stalls), COUNT)
    rows.add(("其中：地面", "on the surface", "辆"), total_where(stalls, (kind, SURFACE)), COUNT, "stalls_surface")
    rows.add(("其中：地下", "below ground", "辆"), total_where(stalls, (kind, GARAGE)), COUNT)
    own = rows.add(("居民停车位", "for residents", "辆"), total_where(stalls, resident), COUNT, "stalls")
    rows.add(("访客与其他停车位", "for visitors and others", "辆"), everything - own, COUNT)
    rows.add(("户均停车位", "stalls per household", "辆/户"), own / households, RATIO, "stalls_per_household")
    rows.add(("无障碍停车位", "accessible stalls", "辆"), total(of.parking.cells("accessible")), COUNT)
    rows.add(("充电车位（建成或预留）", "charging, or reserved for it", "辆"), total(of.parking.cells("ev")), COUNT)
    sheds = [tag_number(ground.tags, "places") or 0.0 for ground in plan.grounds if ground.kind is GroundKind.BIKE_SHED]
    bikes = rows.add(("非机动车停车位", "bicycle places in sheds", "辆"), sum(sheds), COUNT)
    rows.add(("户均非机动车停车位", "bicycle places per household", "辆/户"), bikes / households, RATIO)


def _verdicts(rows: Rows, of: Sources) -> None:
    verdicts = of.clauses.cells("verdict")
    for name, word in COUNTS_ZH.items():
        rows.add((f"条文：{word}", f"clauses: {name.replace('_', ' ')}", "条"), count_where((verdicts, word)), COUNT)
