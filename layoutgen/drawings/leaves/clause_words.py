"""A clause's bound, finding and source in the words of a Chinese table."""

import re

from layoutgen.model.limit import Demand
from layoutgen.model.report import Finding

UNITS = {
    "m2": "㎡",
    "min": "分钟",
    "h": "小时",
    "share": "",
    "degrees": "°",
    "persons": "人",
    "m2/person": "㎡/人",
    "m2/child": "㎡/人",
    "m2 per 1000 persons": "㎡/千人",
    "km/km2": "km/km²",
}
SOURCES = (
    (r"the drawing contract, docs/drawing\.md", "图纸约定"),
    (r"practice, (local|I)\b(, \w+)?", "行业惯例"),
    (r"ours, house margin.*(?= \()", "本工具余量"),
    (r"court dimensions, [\w.]+", "球场通用尺寸"),
    (r"garden of a residential area", "居住区公园"),
    (r"classes by people served", "按服务人口分班"),
    (r"local rules on e-bike sheds, no edition seen", "各地电动自行车棚规定"),
    (r", as coded in a checker", "，据校核程序"),
    (r"\bquoting ", "引"),
    (r"\bafter ", "据 "),
    (r"\bguide (?=\d)", "指南 "),
    (r"\bopinion ", "意见 "),
    (r"\brow (\d+)", r"第 \1 项"),
    (r"\barticle (\d+)", r"第 \1 条"),
    (r"\bchapter (\d+)", r"第 \1 章"),
    (r"\btable ", "表 "),
    (r"\bannex(?! A)", "附件"),
    (r"\bannex A\b", "附录 A"),
    (r"\bcommentary\b", "条文说明"),
    (r"\bcaption\b", "图注"),
    (r"\bscoring\b", "评分"),
    (r"\bnotes\b", "注"),
    (r", brief\b", "（任务书）"),
    (r"\s*\(superseded\)", "（已废止）"),
    (r"\s*\(primary\)", ""),
    (r"\s*\(secondary\)", "（转引）"),
    (r"\s*\(recalled\)", "（据记忆）"),
    (r"\s*\(own\)", "（自定）"),
)
DASH = "—"


def asked_text(finding: Finding | None) -> str:
    """What is asked: bound with its unit."""
    if finding is None or finding.limit.demand is Demand.MANUAL:
        return DASH
    limit = finding.limit
    if limit.demand is Demand.INCLUDES:
        return f"{len(limit.words)} 项齐备"
    if limit.demand is Demand.CONNECTED:
        return "是"
    low, high = (None if bound is None else _number(bound) for bound in (limit.low, limit.high))
    if low is not None and high is not None:
        bound = low if low == high else f"{low}–{high}"
    else:
        bound = f"≥ {low}" if low is not None else f"≤ {high}"
    return f"{bound} {_unit(limit.unit)}".rstrip()


def found_text(finding: Finding | None) -> str:
    """What was measured, or that the drawing does not say."""
    if finding is None:
        return DASH
    if finding.blocked:
        return "图上未表达"
    measured = finding.measured
    if measured is None:
        text = "无"
    elif isinstance(measured, bool):
        text = "是" if measured else "否"
    elif isinstance(measured, tuple):
        missing = len(set(finding.limit.words) - set(measured))
        text = f"缺 {missing} 项" if missing else f"{len(finding.limit.words)} 项"
    else:
        text = f"{_number(measured)} {_unit(finding.limit.unit)}".rstrip()
    return text + ("（标注）" if finding.is_declared else "")


def margin_text(finding: Finding | None) -> str:
    """Distance inside the nearer bound, negative outside."""
    margin = None if finding is None or finding.blocked else finding.limit.margin(finding.measured)
    return DASH if margin is None else f"{margin:+.2f}".replace("-0.00", "0.00").replace("+0.00", "0.00")


def source_text(source: str) -> str:
    """Document and place in Chinese; how sure the figure is stands in brackets where it is not the document's own."""
    for pattern, word in SOURCES:
        source = re.sub(pattern, word, source)
    return source


def _number(value: float) -> str:
    if value == round(value):
        return f"{value:.0f}"
    return f"{value:.2f}" if abs(value) >= 1.0 else f"{value:.3f}".rstrip("0").rstrip(".")


def _unit(unit: str) -> str:
    return UNITS.get(unit, unit)
