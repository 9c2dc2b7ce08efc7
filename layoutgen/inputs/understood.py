"""What was understood of a site file, mended, assumed and not understood, in sentences under four headings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from layoutgen.geometry.tolerance import OVERLAP_EPS_M2
from layoutgen.inputs.edges import side
from layoutgen.inputs.site import Reading
from layoutgen.inputs.units import HECTARE_M2
from layoutgen.model.kinds import RoadClass
from layoutgen.model.site import Edge, Site
from layoutgen.sentence import Sentence, plural

ROAD_WORDS = {
    RoadClass.ARTERIAL: Sentence(en="arterial road", zh="主干路"),
    RoadClass.COLLECTOR: Sentence(en="collector road", zh="次干路"),
    RoadClass.LOCAL: Sentence(en="branch road", zh="支路"),
    RoadClass.NONE: Sentence(en="no road", zh="不临路"),
}
SIDES_ZH = {"east": "东", "north": "北", "west": "西", "south": "南"}
EDGES_MOST = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Sentences under a heading."""

    key: str  # "understood", "mended", "assumed", "unread"
    heading: Sentence
    lines: tuple[Sentence, ...]


def groups(reading: Reading) -> tuple[Group, ...]:
    """The four headings, empty ones too: that nothing was mended is worth knowing."""
    site = reading.site
    return (
        Group(key="understood", heading=Sentence(en="Understood", zh="已识别"), lines=tuple(_understood(reading))),
        Group(key="mended", heading=Sentence(en="Mended", zh="已修复"), lines=site.repairs),
        Group(key="assumed", heading=Sentence(en="Assumed", zh="按假定处理"), lines=site.assumptions),
        Group(key="unread", heading=Sentence(en="Not understood or not used", zh="未识别或未采用"), lines=site.unread),
    )


def edge_words(edge: Edge) -> Sentence:
    """An edge in a few words: id, side, length, road, setback."""
    where, length, road = side(edge), edge.line.length, ROAD_WORDS[edge.road_class]
    en, zh = f"{edge.id} {where}, {length:.1f} m: {road.en}", f"{edge.id} {SIDES_ZH[where]}侧 {length:.1f} m：{road.zh}"
    if edge.setback_m is not None:
        en, zh = f"{en}, setback {edge.setback_m:g} m", f"{zh}，退界 {edge.setback_m:g} m"
    if edge.road_class is not RoadClass.NONE and not edge.allows_gate:
        en, zh = f"{en}, no gate", f"{zh}，不设出入口"
    return Sentence(en=en, zh=zh)


def _understood(reading: Reading) -> Iterator[Sentence]:
    site, survey = reading.site, reading.survey
    yield from survey.source
    yield from _land(site)
    yield from (edge_words(edge) for edge in site.edges[:EDGES_MOST])
    more = len(site.edges) - EDGES_MOST
    if more > 0:
        yield Sentence(en=f"and {more} more edges", zh=f"另有 {more} 条边")
    if site.keep_outs:
        count, area = len(site.keep_outs), sum(one.area for one in site.keep_outs)
        yield Sentence(en=f"{plural(count, 'keep-out')}, {area:,.1f} m2", zh=f"保留用地 {count} 处，{area:,.1f} m²")
    yield from _buildings(site)
    yield from _roads(reading)
    yield from _marks(reading)


def _land(site: Site) -> Iterator[Sentence]:
    area, corners, around = site.boundary.area, len(site.boundary.exterior.coords) - 1, site.boundary.length
    yield Sentence(
        en=f"site {area / HECTARE_M2:.4f} ha ({area:,.1f} m2), {corners} corners, {around:,.1f} m around",
        zh=f"用地面积 {area / HECTARE_M2:.4f} 公顷（{area:,.1f} m²），拐点 {corners} 个，周长 {around:,.1f} m",
    )
    if any(site.origin):
        east, north = site.origin
        yield Sentence(
            en=f"survey coordinates, moved by {east:,.0f} m east and {north:,.0f} m north",
            zh=f"测量坐标，已平移：东 {east:,.0f} m、北 {north:,.0f} m",
        )


def _buildings(site: Site) -> Iterator[Sentence]:
    if not site.context:
        return
    heights = [one.height_m for one in site.context]
    count, low, high = len(heights), min(heights), max(heights)
    between = (
        Sentence(en=f"{low:g} to {high:g}", zh=f"{low:g}～{high:g}") if low < high else Sentence(en=f"{low:g}", zh=f"{low:g}")
    )
    kept = sum(one.is_protected for one in site.context)
    inside = sum(one.footprint.intersection(site.boundary).area > OVERLAP_EPS_M2 for one in site.context)
    yield Sentence(
        en=f"{plural(count, 'existing building')}, {between.en} m high, {inside} on the site, {kept} protected",
        zh=f"现状建筑 {count} 栋，高 {between.zh} m，其中用地内 {inside} 栋，受保护 {kept} 栋",
    )


def _roads(reading: Reading) -> Iterator[Sentence]:
    classes = Counter(road.road_class for road in reading.survey.roads)
    if classes:
        en = ", ".join(f"{ROAD_WORDS[one].en} ({classes[one]})" for one in RoadClass if classes[one])
        zh = "、".join(f"{ROAD_WORDS[one].zh}（{classes[one]}）" for one in RoadClass if classes[one])
        yield Sentence(en=f"lines of roads: {en}", zh=f"道路线：{zh}")


def _marks(reading: Reading) -> Iterator[Sentence]:
    site, survey = reading.site, reading.survey
    counted: Sequence[tuple[int, str, str]] = (
        (len(site.bus_stops), "bus stop", "公交站"),
        (len(survey.entrances), "entrance", "出入口"),
        (len(site.window_lines), "line of neighbours' windows", "相邻窗线"),
        (len(survey.levels), "spot height", "高程点"),
    )
    for count, en, zh in counted:
        if count:
            yield Sentence(en=plural(count, en) if en[-1] != "s" else f"{count} {en}", zh=f"{zh} {count} 处")
    for one in site.off_site:
        yield Sentence(en=f"off the site: {one.kind} {one.name}".rstrip(), zh=f"场外设施：{one.kind} {one.name}".rstrip())
