"""说明: what the drawing rests on — coordinates, law, planning conditions, every assumption and override."""

from collections.abc import Iterator

from layoutgen.drawings.paper.leaf import Told
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.drawings.words import shorten
from layoutgen.model.brief import Conditions
from layoutgen.model.kinds import Mode, StreetMode
from layoutgen.model.plan import Facts
from layoutgen.model.report import Report
from layoutgen.model.waiver import WaiverState, WaiverUse

WAIVER_STATES = {
    WaiverState.USED: "已计入豁免",
    WaiverState.NOT_NEEDED: "本次未用到",
    WaiverState.EXPIRED: "已到期，不生效",
    WaiverState.NOT_JUDGED: "所涉条文本次未判定",
}
LONGEST = 500  # characters of a note
STREETS = {
    StreetMode.AUTO: "按用地规模自动确定",
    StreetMode.PUBLIC: "支路对外开放",
    StreetMode.GATED: "封闭管理",
}


def note_table(told: Told, width_mm: float) -> Table:
    """Numbered notes in a table of one column."""
    rows = tuple(Row(cells=(f"{number}. {shorten(note, LONGEST)}",)) for number, note in enumerate(_notes(told), 1))
    return Table(title="说明", columns=(Column(head="", width_mm=width_mm),), rows=rows)


def _notes(told: Told) -> Iterator[str]:
    facts = told.plan.facts
    yield from survey_notes(facts)
    conditions = "；".join(_conditions(facts.conditions))
    yield f"规划条件：{conditions}。" if conditions else "规划条件：任务书未给，按所列标准取值。"
    yield from (f"假定：{assumption.zh}。" for assumption in told.report.assumptions)
    yield from (f"用户标准包改写的限值：{override.text()}" for override in told.report.overrides)
    yield from (_waiver(use) for use in told.report.waivers)
    yield from _law(facts, told.report)
    yield "建筑面积按基底轮廓×层数量取，绿地率、密度、间距均自图面量取；阳台、架空层未单列。"
    file = f"{facts.site_file or '—'}（sha256 {facts.site_sha256[:16] or '—'}）"
    yield f"用地资料 {file}；布局模板 {facts.template}，种子 {facts.seed}。"


def _waiver(use: WaiverUse) -> str:
    """A waiver in one sentence; the measured figure stands in the table of clauses as it is."""
    one = use.waiver
    of = f"（{'、'.join(one.things)}）" if one.things else ""
    signed = f"{one.by} 签认，有效至 {one.until}，{WAIVER_STATES[use.state]}"
    return f"豁免 {use.number}：条文 {one.clause}{of}，{one.reason}；{signed}。"


def survey_notes(facts: Facts) -> Iterator[str]:
    """Units, coordinates and levels."""
    east, north = facts.origin
    shift = (
        f"测量坐标 = 图面坐标 +（X {north:.3f}，Y {east:.3f}）；图上坐标注记已还原"
        if east or north
        else "采用用地文件的坐标，未作平移"
    )
    yield f"单位：米。坐标 X 为北、Y 为东，注至三位小数；{shift}。坐标系与高程系以测绘资料为准。"
    yield "未提供地形标高：场地按平地、各栋 ±0.00 与室外齐平绘制，绝对标高待竖向设计确定。"


def _conditions(given: Conditions) -> Iterator[str]:
    rows = (
        ("容积率 ≤ ", given.far_max, "{:g}"),
        ("建筑密度 ≤ ", given.density_max, "{:.0%}"),
        ("建筑高度 ≤ ", given.height_max_m, "{:g} m"),
        ("层数 ≤ ", given.storeys_max, "{:g} 层"),
        ("绿地率 ≥ ", given.green_min, "{:.0%}"),
        ("机动车位 ≥ ", given.stalls_per_household_min, "{:g} 辆/户"),
    )
    return (f"{name}{form.format(value)}" for name, value, form in rows if value is not None)


def _law(facts: Facts, report: Report) -> Iterator[str]:
    """What was judged by, and as what."""
    mode = "既有社区" if facts.mode is Mode.EXISTING else "新建社区"
    zone = f"北纬 {facts.place.latitude_deg:.2f}°，建筑气候 {facts.place.climate_zone} 区"
    yield f"按{mode}核对；{zone}；街道方式：{STREETS[facts.streets]}。"
    titles = [
        f"《{pack.title_zh}》" + (f"（{pack.status_zh}）" if pack.status_zh else "")
        for pack in report.packs
        if pack.name != "drawing"
    ]
    if titles:
        yield f"核对依据：{'、'.join(titles)}。各条文号、版本与可信程度见条文核对表。"
