"""The title block 图签 at the right of every page: what the drawing is, what it is not, who signs it."""

from dataclasses import dataclass

from layoutgen.drawings.pages import PaperPoint
from layoutgen.drawings.paper.leaf import BLOCK_MM, Leaf, Told
from layoutgen.drawings.paper.measure import wrap
from layoutgen.drawings.paper.pen import MEDIUM, THICK, THIN, PaperPen
from layoutgen.drawings.words import shorten
from layoutgen.model.count_words import COUNTS_ZH
from layoutgen.model.report import Report

BANNER = "本图为方案自查成果，不是施工图审查（审图）意见，不代替官方日照分析报告。"
NAME_MM, WORD_MM, SMALL_MM = 5.0, 3.5, 3.0  # heights of texts
ROW_MM = 8.0
LINE_MM = 5.6  # of the contents
LONGEST = 40  # characters of the project's name
LABEL_MM = 24.0  # width of the words before what they name
SIGNERS = ("审定", "审核", "项目负责人", "专业负责人", "校对", "设计", "制图")
COUNTERSIGNERS = ("建筑", "结构", "给排水", "电气", "暖通", "景观")
VERDICTS = {"pass": "通过", "fail": "不通过", "blocked": "无法判定"}
COUNTS = ("pass", "fail", "waived", "advice", "blocked", "manual", "not_applicable")  # as they are told; no waiver, no word


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Which page of which."""

    number: int
    titles: tuple[str, ...]  # of all pages

    @property
    def total(self) -> int:
        """How many pages there are."""
        return len(self.titles)


def paint_title_block(pen: PaperPen, leaf: Leaf, told: Told, place: Place) -> None:
    """Paint the frame of a page and its title block, from the foot upwards."""
    _, south, east, north = leaf.paper.frame_mm
    pen.box(0.0, 0.0, *leaf.paper.size_mm, THIN)
    pen.box(*leaf.paper.frame_mm, THICK)
    west = east - BLOCK_MM
    pen.draw(((west, south), (west, north)), THICK)
    y = _foot(pen, west, south, leaf, place)
    y = _signers(pen, west, y, SIGNERS, "签字")
    y = _named(pen, west, y, "图名", leaf.title)
    y = _named(pen, west, y, "子项", "居住社区总平面")
    y = _named(pen, west, y, "工程名称", _project(told))
    y = _named(pen, west, y, "建设单位", "")
    y = _named(pen, west, y, "设计单位", "")
    _from_the_top(pen, (west, y, north), told.report, place)


def _project(told: Told) -> str:
    """Name of the site file, which is all that is known of the project's."""
    name = told.plan.facts.site_file
    return shorten(name.rpartition(".")[0] or name, LONGEST) or "—"


def _foot(pen: PaperPen, west: float, south: float, leaf: Leaf, place: Place) -> float:
    """Rows of two fields: scale, stage, number, date."""
    half = BLOCK_MM / 2.0
    scale = f"1:{leaf.paper.scale}" if leaf.has_scale else "—"
    rows = (
        (("图号", _number(place.number)), ("张次", f"{place.number} / {place.total}")),
        (("比例", scale), ("图幅", leaf.paper.name)),
        (("专业", "总图"), ("阶段", "方案")),
        (("版次", ""), ("日期", "")),
    )
    y = south
    for row in rows:
        for number, (label, value) in enumerate(row):
            x = west + number * half
            pen.say((x + 2.0, y + ROW_MM / 2.0), label, SMALL_MM)
            pen.say((x + 14.0, y + ROW_MM / 2.0), value, WORD_MM)
        pen.draw(((west + half, y), (west + half, y + ROW_MM)))
        y += ROW_MM
        pen.draw(((west, y), (west + BLOCK_MM, y)))
    return y


def _signers(pen: PaperPen, west: float, y: float, names: tuple[str, ...], head: str) -> float:
    """A row to sign in for each."""
    for name in reversed(names):
        pen.say((west + 2.0, y + ROW_MM / 2.0), name, SMALL_MM)
        pen.draw(((west + LABEL_MM, y), (west + LABEL_MM, y + ROW_MM)))
        y += ROW_MM
        pen.draw(((west, y), (west + BLOCK_MM, y)))
    pen.say((west + LABEL_MM + (BLOCK_MM - LABEL_MM) / 2.0, y + ROW_MM / 2.0), head, SMALL_MM, "middle")
    y += ROW_MM
    pen.draw(((west, y), (west + BLOCK_MM, y)), MEDIUM)
    return y


def _named(pen: PaperPen, west: float, y: float, label: str, value: str) -> float:
    """A box with a small label above what it names."""
    lines = wrap(value, BLOCK_MM - 6.0, NAME_MM)
    height = 11.0 + 7.5 * len(lines)
    pen.say((west + 2.0, y + height - 4.0), label, SMALL_MM)
    for number, line in enumerate(lines):
        at = (west + BLOCK_MM / 2.0, y + height - 11.0 - 7.5 * number)
        pen.say(at, line, NAME_MM, "middle", is_bold=True)
    pen.draw(((west, y + height), (west + BLOCK_MM, y + height)), MEDIUM)
    return y + height


def _from_the_top(pen: PaperPen, span: tuple[float, float, float], report: Report, place: Place) -> None:
    """What the drawing is not, the verdict, countersigners, contents and stamp, as far as there is room."""
    west, low, north = span
    y = _paragraph(pen, (west, north), BANNER, NAME_MM)
    y = _verdict(pen, west, y, report)
    need = ROW_MM * (len(COUNTERSIGNERS) + 1)
    if y - need >= low:
        y -= need
        _signers(pen, west, y, COUNTERSIGNERS, "会签")
        pen.draw(((west, y), (west + BLOCK_MM, y)), MEDIUM)
    need = LINE_MM * (place.total + 2)
    if place.number == 1 and y - need >= low:
        y = _contents(pen, west, y, place.titles)
    if y - low >= 3.0 * ROW_MM:
        pen.say((west + 2.0, y - 4.0), "注册师签章 / 出图专用章", SMALL_MM)


def _contents(pen: PaperPen, west: float, y: float, titles: tuple[str, ...]) -> float:
    """Every page with its number."""
    pen.say((west + 2.0, y - 4.0), "图纸目录", SMALL_MM)
    y -= LINE_MM * 1.5
    for number, title in enumerate(titles, 1):
        pen.say((west + 3.0, y - LINE_MM / 2.0), _number(number), SMALL_MM)
        pen.say((west + LABEL_MM - 2.0, y - LINE_MM / 2.0), title, SMALL_MM)
        y -= LINE_MM
    y -= LINE_MM / 2.0
    pen.draw(((west, y), (west + BLOCK_MM, y)), MEDIUM)
    return y


def _number(number: int) -> str:
    return f"总图-{number:02d}"


def _paragraph(pen: PaperPen, at_mm: PaperPoint, text: str, height_mm: float) -> float:
    """Bold lines under each other; the foot of their box."""
    west, y = at_mm
    y -= 4.0
    for line in wrap(text, BLOCK_MM - 6.0, height_mm):
        pen.say((west + BLOCK_MM / 2.0, y - height_mm / 2.0), line, height_mm, "middle", is_bold=True)
        y -= height_mm * 1.5
    y -= 3.0
    pen.draw(((west, y), (west + BLOCK_MM, y)), MEDIUM)
    return y


def _verdict(pen: PaperPen, west: float, y: float, report: Report) -> float:
    pen.say((west + 2.0, y - 4.0), "程序自查结论", SMALL_MM)
    pen.say((west + BLOCK_MM / 2.0, y - 11.0), VERDICTS[report.verdict.value], 7.0, "middle", is_bold=True)
    counts = dict(report.counts())
    y -= 19.0
    names = [name for name in COUNTS if counts[name] or name != "waived"]
    for number, name in enumerate(names):
        x = west + 3.0 + BLOCK_MM / 2.0 * (number % 2)
        pen.say((x, y - ROW_MM * 0.7 * (number // 2)), f"{COUNTS_ZH[name]} {counts[name]} 条", SMALL_MM)
    y -= ROW_MM * 0.7 * ((len(names) + 1) // 2) - 1.0
    pen.draw(((west, y), (west + BLOCK_MM, y)), MEDIUM)
    return y
