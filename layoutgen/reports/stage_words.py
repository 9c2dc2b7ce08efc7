"""What a stage says when it finds no plan, in Chinese: the stages speak English."""

import re

CHINESE = (
    (r"community (\S+) of (\d+) persons on ([\d.]+) ha: (.*)", r"社区 \1（\2 人，\3 公顷）：{rest}"),
    (r"people housed in lawful rows.*", "合法行列中能安置的人口"),
    (r"places for all lots, the largest the (\w+)", "容得下全部设施用地的位置（最大一块：{lot}）"),
    (r"land of the lots", "设施用地面积"),
    (r"(\w+) building in its lot", "地块内容得下的{lot}建筑"),
    (r"height of one storey", "一层的高度"),
    (r"no housing type is as low as the storeys or height allowed", "没有住宅类型符合限定的层数或高度"),
    (r"streets are gated", "道路为封闭式"),
    (r"no straight main roads divide .* into (\d+) to (\d+) .*", r"没有笔直的城市道路能把用地分成 \1 至 \2 个完整社区"),
)
LOTS = {
    "garden": "社区游园",
    "kindergarten": "幼儿园",
    "service": "综合服务",
    "shops": "商业",
    "waste_station": "垃圾收集站",
    "utility": "市政设备",
    "toilet": "公共厕所",
}


def said_in(what: str, lang: str) -> str:
    """A stage's words in a language; what nobody has put into Chinese stays as it is."""
    if lang != "zh":
        return what
    for pattern, chinese in CHINESE:
        found = re.fullmatch(pattern, what)
        if found is not None:
            last = found.groups()[-1] if found.groups() else ""
            return found.expand(chinese).format(rest=said_in(last, lang), lot=LOTS.get(last, last))
    return what
