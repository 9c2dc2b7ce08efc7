"""What is told of a reading: for each thing a note, and for all of one kind a sentence with their names."""

from collections import defaultdict
from collections.abc import Iterable
from enum import Enum

from layoutgen.drawings.words import shorten
from layoutgen.sentence import LISTED, Sentence


class Tiding(Enum):
    """What happened to a thing since it was drawn, or how it came to be known; in the order in which it is told."""

    XDATA = Sentence(en="without a label, known by the id in its extended data", zh="无标注，按扩展数据中的编号识别")
    GEOMETRY = Sentence(
        en="without a label, known by the shape it has in plan.json", zh="无标注，按与 plan.json 相同的轮廓识别"
    )
    LAYER = Sentence(en="without a label, known by its layer alone", zh="无标注，仅按图层识别")
    NAMED = Sentence(en="its id is the one that what belongs to it names", zh="编号取自所属门窗、场地等的标注")
    OUTSIDE = Sentence(en="its label lies outside its outline", zh="标注移出轮廓之外")
    COPIED = Sentence(en="a copy with the id of another thing: it got one of its own", zh="复制所得，与原对象重号，已另编号")
    TWICE = Sentence(en="drawn twice at one place, counted once", zh="同一位置重复绘制，只计一次")
    RETYPED = Sentence(en="on another layer than it was drawn on", zh="图层与原图不同")
    MOVED = Sentence(en="moved", zh="已移动")
    RESHAPED = Sentence(en="its outline was changed", zh="轮廓已修改")
    RELABELLED = Sentence(en="its label was changed", zh="标注已修改")
    LEFT = Sentence(en="deleted as plan.json tells, its label was left", zh="对照 plan.json 已删除，标注仍留在图上")
    NEW = Sentence(en="not in plan.json: new", zh="plan.json 中没有：新增")
    DELETED = Sentence(en="in plan.json and no longer in the drawing: deleted", zh="plan.json 中有而图中已无：已删除")


def tidings_of(told: Iterable[tuple[Tiding, str]]) -> tuple[Sentence, ...]:
    """One sentence for each tiding, with the number of things and their names."""
    names: dict[Tiding, list[str]] = defaultdict(list)
    for tiding, name in told:
        names[tiding].append(shorten(name))
    return tuple(_sentence(tiding, sorted(names[tiding])) for tiding in Tiding if tiding in names)


def note_of(tidings: Iterable[Tiding]) -> Sentence | None:
    """All that is told of one thing, in a sentence; None where it is nothing."""
    listed = [tiding for tiding in Tiding if tiding in set(tidings)]
    if not listed:
        return None
    return Sentence(en="; ".join(one.value.en for one in listed), zh="；".join(one.value.zh for one in listed))


def _sentence(tiding: Tiding, names: list[str]) -> Sentence:
    shown = ", ".join(names[:LISTED]) + (f", … +{len(names) - LISTED}" if len(names) > LISTED else "")
    what = tiding.value
    return Sentence(
        en=f"{what.en[0].upper()}{what.en[1:]} ({len(names)}): {shown}.", zh=f"{what.zh}（{len(names)} 个）：{shown}。"
    )
