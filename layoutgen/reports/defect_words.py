"""What a reader could not understand, in Chinese: it speaks English."""

import re

from layoutgen.reports.phrases import Phrases, first_phrase

AT = r"\(([^()]+)\)"  # a place
CODE = r"([A-Z0-9-]+)"  # a layer
WHOLE = (
    (r"The file is damaged and was read by repair", r"文件已损坏，经修复后读入"),
    (r"The drawing has (\d+) red lines 用地红线, not one", r"图上有 \1 条用地红线，应为一条"),
    (r"The layer (.+) is not known", r"图层 \1 无法识别"),
    (r"The (\S+) centre line (?:at )?(.+) has no outline", r"中心线 \2 没有道路轮廓（\1）"),
    (r"The fact (.+) is not understood", r"设计条件 \1 无法理解"),
    (r"The fact (.+) stands twice", r"设计条件 \1 重复"),
    (r"The fact (.+) is missing", r"缺少设计条件 \1"),
    (r"The fact (.+) is malformed", r"设计条件 \1 格式有误"),
    (r"The drawing's schema is (.+), not (.+)", r"图纸格式为 \1，应为 \2"),
    (
        r"All facts stand turned by (\S+) degrees and none says north: .*write north=(\S+); .*",
        r"设计条件文字均转了 \1 度，而无 north：若图纸在图幅内转过，请写 north=\2；若 y 轴仍为北，请写 north=0",
    ),
    (
        r"The drawing is scaled: by the floor areas on its labels 1 m is drawn as (.+) m",
        r"图纸比例有误：按标注面积，1 m 画成 \1 m",
    ),
    (
        r"The drawing's header says (.+); its site may as well be in metres, and no label tells",
        r"图纸文件头单位为 \1，用地也可能以米为单位，标注无从判别",
    ),
    (
        r"The map names no layer for (.+) \((.+)\), and does not say that there is none",
        r"对照表未写明“\2”的图层，也未说明没有（\1）",
    ),
)
ON_LAYER = (
    (rf"an outline near {AT} cannot be used: (.+)", r"(\1) 附近的轮廓无法使用：{2}"),
    (rf"a line near {AT} cannot be used: (.+)", r"(\1) 附近的线无法使用：{2}"),
    (rf"an outline near {AT} is not closed", r"(\1) 附近的轮廓未闭合"),
    (rf"a line near {AT} has no length", r"(\1) 附近的线没有长度"),
    (rf"the label (.+) at {AT} belongs to nothing", r"(\2) 处的标注 \1 不属于任何对象"),
    (rf"the thing at {AT} has no label", r"(\1) 处的对象没有标注"),
    (rf"the thing at {AT} has more than one label: (.+)", r"(\1) 处的对象有不止一个标注：\2"),
    (
        rf"the thing at {AT} is (.+) by its label and (.+) by its extended data \(handle (.+)\)",
        r"(\1) 处的对象，标注为 \2，扩展数据为 \3（句柄 \4）",
    ),
    (r"the label (.+) stands beyond every site", r"标注 \1 远在用地之外"),
    (r"a point stands beyond every site", r"有点远在用地之外"),
    (r"a line runs beyond every site", r"有线远在用地之外"),
    (r"a (\S+) is not understood on this layer(.*)", r"本图层上的 \1 无法理解\2"),
    (r"the texts in (.+) say (.+) in two ways", r"\1 内的文字对 \2 有两种说法"),
    (r"nothing says how many dwellings (.+) has", r"\1 的套数未写明"),
    (r"label (.+): (.+)", r"标注 \1：{2}"),
)
WHY = (
    (r"storeys, heights and floor area must be said", r"须写明层数、高度和建筑面积"),
    (r"storeys, heights, dwellings and floor area are said of buildings only", r"层数、高度、套数和建筑面积只用于建筑"),
    (r"(.+) is missing", r"缺少 \1"),
    (r"(.+) is not known here", r"不应有 \1"),
    (r"(.+) is no whole number", r"\1 不是整数"),
    (r"(.+) is no number", r"\1 不是数"),
    (r"(.+) is neither yes nor no", r"\1 不是 yes 或 no"),
    (r"(?:label .+ )?needs an id and a word", r"须有编号和名称"),
    (r"(?:label .+: )?(.+) is not understood or stands twice", r"\1 无法理解或重复"),
    (r"(.+) needs three heights", r"\1 须有三个高度"),
    (r"an outline collapses on the grid", r"轮廓小于一毫米"),
    (r"a line collapses on the grid", r"线短于一毫米"),
    (r"a legal outline has no hole", r"轮廓不应有洞"),
    (r"an outline is not valid on the grid: (.+)", r"轮廓自相交（\1）"),
)
LAYER = re.compile(rf"{CODE}: (.+)", re.DOTALL)


def defect_in_chinese(says: str) -> str | None:
    """A defect's sentence in Chinese; None of any other sentence."""
    if not says.endswith("."):
        return None
    text = says[:-1]
    on_layer = LAYER.fullmatch(text)
    if on_layer is not None:
        told = _told(on_layer.group(2), ON_LAYER)
        return None if told is None else f"{on_layer.group(1)}：{told}。"
    told = _told(text, WHOLE)
    return None if told is None else f"{told}。"


def _told(text: str, phrases: Phrases) -> str | None:
    found = first_phrase(text, phrases)
    if found is None:
        return None
    match, chinese = found
    why = _told(match.group(2), WHY) or match.group(2) if "{2}" in chinese else ""
    return match.expand(chinese.replace("{2}", "")) + why
