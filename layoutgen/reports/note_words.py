"""What rules note beside a finding, in Chinese: the rules speak English."""

import re
from functools import cache

from layoutgen.drawings.layers import load_profile
from layoutgen.model.report import UNREAD
from layoutgen.reports.defect_words import defect_in_chinese
from layoutgen.reports.phrases import first_phrase
from layoutgen.sentence import Sentence

N = r"(-?[\d.,]+)"  # a number
W = r"(\S+)"  # a word or an id
CHINESE = (
    (rf"unit {W}", r"\1 单元"),
    (rf"{N} m in {N} storeys", r"\2 层共高 \1 m"),
    (rf"{N} m2 said, {N} m2 drawn", r"标注 \1 ㎡，图上 \2 ㎡"),
    (rf"nearest fire lane or city road at {N} m", r"距最近的消防车道或城市道路 \1 m"),
    (rf"planning {N} m, fire {N} m", r"规划高度 \1 m，消防高度 \2 m"),
    (rf"shading {N} m, planning {N} m", r"遮挡高度 \1 m，规划高度 \2 m"),
    (r"no lane or no ground", r"没有消防车道或登高操作场地"),
    (r"or wider", r"或更宽"),
    (r"or farther", r"或更远"),
    (rf"top entry on floor {N}, {N} m up", r"最高入户层为 \1 层，高 \2 m"),
    (rf"of {N} stalls", r"共 \1 个车位"),
    (rf"of {N} dwellings", r"共 \1 套"),
    (rf"{N} stalls", r"\1 个车位"),
    (rf"{N} stalls, {N} dwellings", r"\1 个车位，\2 套住宅"),
    (rf"{N}% of the dwellings within", r"范围内住宅占 \1%"),
    (rf"not drawn, or not joined to every home: {N}% of the dwellings within", r"未绘出，或与部分住宅不连通；范围内住宅占 \1%"),
    (rf"from one place on the site's ways at best {N}%", r"在本用地路网上选一处，最多可达 \1%"),
    (r"not drawn, or not joined to every home", r"未绘出，或与部分住宅不连通"),
    (rf"{N}% of the doors within", r"范围内单元门占 \1%"),
    (rf"{N} storeys on average, (\S+)", r"平均 \1 层，\2"),
    (rf"roads around taken as wide as their class: local {N} m, collector {N} m, arterial {N} m", r"周边道路按等级计宽"),
    (r"no grade of its own: the steepest of the site", r"自身未标坡度：按场地最大坡度"),
    (rf"{N} pieces", r"\1 块"),
    (rf"{N} ways", r"\1 条路"),
    (rf"{N} things", r"\1 个要素"),
    (rf"{N} grounds", r"\1 处场地"),
    (rf"{N} cells", r"\1 格"),
    (rf"{N} m", r"\1 m"),
    (rf"{N} m2", r"\1 ㎡"),
    (rf"{N} m of {N} m", r"\2 m 中的 \1 m"),
    (rf"{N} m2 for {N} people", r"\1 ㎡，供 \2 人"),
    (rf"{N} m2 of ground", r"场地 \1 ㎡"),
    (rf"{N} of {N} m2 labelled, for {N} people", r"标注 \2 ㎡，计 \1 ㎡，供 \3 人"),
    (rf"{N} places for {N} people", r"\1 位，供 \2 人"),
    (rf"{N} places, {N} m2 of floor", r"\1 位，建筑面积 \2 ㎡"),
    (rf"{N} children in {N} classes", r"\2 班 \1 名幼儿"),
    (rf"{N} dwellings x {N} of {N} people", r"\1 套 × \2，共 \3 人"),
    (rf"{N} in all, {N} stated", r"合计 \1，标注 \2"),
    (rf"{N} m2 of floor area, {N} access road", r"建筑面积 \1 ㎡，出入道路 \2 条"),
    (rf"{N} m2 on fire ground", r"占登高操作场地 \1 ㎡"),
    (rf"dead end of {N} m", r"尽端路长 \1 m"),
    (r"floors? ([\d, ]+)", r"第 \1 层"),
    (r"with (.+)", r"与 \1"),
    (r"in (C\d+)", r"在 \1"),
    (r"not listed: (.+)", r"未列：\1"),
    (r"asked of (new build|existing communities) only", r"仅适用于{1}"),
    (r"this is new build", r"本项目为新建"),
    (r"this is an existing community", r"本项目为既有社区"),
    (r"asked where (\S+) is (.+)", r"仅当 {1} 为 \2 时适用"),
    (r"here it is not said", r"此处未说明"),
    (r"here it is (.+)", r"此处为 \1"),
    (rf"asked from {N} to {N} people", r"适用于 \1–\2 人"),
    (rf"asked from {N} below {N} people", r"适用于 \1 人至不足 \2 人"),
    (rf"asked from {N} people", r"适用于不少于 \1 人"),
    (rf"asked below {N} people", r"适用于不足 \1 人"),
    (rf"here are {N}", r"此处 \1 人"),
    (r"not understood on the drawing \((\d+)\): (.+)", r"图上有 \1 处未能读懂：\2"),
    (r"nothing to examine", r"无检查对象"),
    (rf"outranked by {W}", r"让位于 \1"),
    (r"of an existing community this is advice", r"对既有社区仅作提示"),
    (r"not needed: the clause itself is met", r"条文本身已满足，不需替代"),
    (r"met by the alternative (.+)", r"由替代条文满足：\1"),
    (r"the site is not divided", r"用地未划分社区"),
    (r"the site lies along a city road", r"用地临城市道路"),
    (r"the drawing states no people", r"图上未写明人数"),
    (r"the drawing has no red line to measure by", r"图上没有用地红线，无从量测"),
    (r"the drawing tells no latitude between 0 and 66 degrees north", r"图上没有北纬 0–66 度之间的纬度"),
    (r"the table has no row for .+", r"表中没有对应的行"),
    (r"no block of this zone and class", r"没有该气候区与层数类别的街坊"),
    (r"no two buildings of these classes", r"没有这样的两栋建筑"),
    (rf"no (garage|open car park) of {N} to {N} stalls", r"没有 \2–\3 个车位的{1}"),
    (rf"no such fire lane leads {N} m or farther into a dead end", r"没有尽端长度达 \1 m 的消防车道"),
    (rf"no road leads farther than {N} m into a dead end", r"没有超过 \1 m 的尽端路"),
    (r"no dwelling door drawn", r"未绘住宅单元门"),
    (r"no (?:dwelling building|building with dwellings|housing is drawn|dwellings are drawn|dwelling drawn)", r"未绘住宅"),
    (r"no (?:building|building drawn)", r"未绘建筑"),
    (r"no high-rise building", r"没有高层建筑"),
    (r"no surface stalls?", r"没有地面车位"),
    (r"no bus stop is drawn: name the nearest ones in the site file", r"未绘公交站：请在用地文件中给出最近站点"),
    (r"no such ground is? ?drawn", r"未绘此类场地"),
    (rf"no {W} (?:lots? |is |are )?drawn", r"未绘{1}"),
    (rf"no {W} on the plan", r"图上没有{1}"),
    (rf"no {W} is drawn, and none is asked", r"未绘{1}，也无要求"),
    (r"no building of (?:this height|such a length)", r"没有这样的建筑"),
    (r"no courtyard of such a width enclosed by buildings", r"没有由建筑围合的这样的内院"),
    (r"no building is labelled for the elderly", r"没有标注为老年人居住的建筑"),
    (r"no protected neighbour", r"没有受保护的相邻建筑"),
    (r"no public building that is high-rise or covers more than .+", r"没有高层或占地更大的公共建筑"),
    (r"no dwelling building with a top entry on floor .+", r"没有入户层如此之高的住宅"),
    (rf"no road along the site is {W}", r"用地周边没有{1}"),
    (r"no arterial crossing drawn", r"未绘主干路过街设施"),
    (r"no ramp .+", r"没有这样的坡道"),
    (r"no (car|surface) stall that lies so", r"没有这样的车位"),
    (r"no such face looks at .+", r"没有这样临路的建筑面"),
    (r"no step-free way from the city", r"从城市道路没有无障碍路线"),
    (r"no walkable way reaches it", r"没有步行路到达"),
    (r"no way leads there", r"没有路到达"),
    (r"neither gate nor door of it is drawn", r"未绘其门或出入口"),
    (r"a dwelling building without a door", r"住宅楼未绘单元门"),
    (rf"windows of {N} dwellings are drawn, the lowest storey has at least {N}", r"绘有 \1 套的窗，最低居住层至少有 \2 套"),
    (rf"windows of {N} playrooms are drawn, of {N} classes", r"绘有 \1 间活动室的窗，共 \2 班"),
    (r"no window on the building's wall", r"窗不在建筑外墙上"),
    (r"no window on the building's wall: (.+)", r"窗不在建筑外墙上：\1"),
    (r"no fire ground", r"没有登高操作场地"),
    (r"no such way drawn", r"未绘此类道路"),
    (r"the label lists no rooms", r"标注未列功能用房"),
    (rf"the drawing states no parameter {W}", r"图上未写明参数 \1"),
    (r"(?:no|the) (?:label says|labels do not say|shed's label says) (.+)", r"标注未写 \1"),
    (r"the id is given again", r"编号重复"),
    (
        rf"of {N} m2 above ground and {N} m2 below, {N}% of which count: {N} m2 with all below ground, {N} m2 without",
        r"地上 \1 ㎡，地下 \2 ㎡（计 \3%）：地下全计为 \4 ㎡，不计为 \5 ㎡",
    ),
    (rf"every {W} stands in a garden or a block and has no land of its own", r"{1}均在游园或街坊内，无独立用地"),
    (rf"{N} classes", r"\1 班"),
    (rf"{N} for {N} people", r"\2 人设 \1 处"),
    (rf"{N} stalls on the surface, {N} dwellings", r"地面车位 \1 个，住宅 \2 套"),
    (rf"{W} has {N} classes, asked below {N}", r"\1 为 \2 班，条文适用于不足 \3 班"),
    (rf"{W} has {N} classes, the demand begins at {N}", r"\1 为 \2 班，条文自 \3 班起适用"),
    (rf"in a building of use {W}", r"所在建筑用途为{1}"),
    (rf"{W} has no homes in its building", r"\1 所在建筑没有住宅"),
    (rf"{W} is in no high-rise", r"\1 不在高层建筑内"),
    (rf"{W} has the layout {W}", r"\1 的布置为 \2"),
    (rf"{W}: the label does not say (.+)", r"\1 的标注未写 \2"),
    (r"the label does not say (.+)", r"标注未写 \1"),
)
WORDS = {
    "new build": "新建",
    "existing communities": "既有社区",
    "arterial": "主干路",
    "collector": "次干路",
    "local": "支路",
    "garage": "车库",
    "open car park": "露天停车场",
    "climate_zone": "气候区",
    "large_city": "大城市",
    "feature": "开关",
    "mode": "建设类型",
    "streets": "街道",
}


ROLE = re.compile(r"[a-z_]+(\.[a-z_]+)?")  # "stall.accessible", among words of what is not understood


def note_sentence(note: str) -> Sentence:
    """A note in both languages; what nobody has put into Chinese stays as it is."""
    return Sentence(en=note, zh=_chinese(note))


@cache
def _words() -> dict[str, str]:
    """Kinds of things by the words of the layer table, and the words above."""
    return {**{layer.holds.partition(".")[2]: layer.zh for layer in load_profile().layers}, **WORDS}


@cache
def _roles() -> dict[str, str]:
    """Words of the layer table by what each layer holds."""
    return {layer.holds: layer.zh for layer in load_profile().layers}


def _chinese(note: str) -> str:
    return defect_in_chinese(note) or "；".join(_part(part) for part in note.split("; ")).replace(" or ", " 或 ")


def _part(part: str) -> str:
    found = first_phrase(part, CHINESE)
    if found is None:
        return part
    match, chinese = found
    first = match.group(1) if match.groups() else ""
    said = match.expand(chinese).replace("{1}", _words().get(first, first))
    return ROLE.sub(lambda role: _roles().get(role.group(), role.group()), said) if part.startswith(UNREAD) else said
