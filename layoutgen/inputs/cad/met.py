"""What was met in a drawing and mended, or met and not read, in sentences."""

from collections import Counter
from collections.abc import Mapping

from ezdxf.document import Drawing

from layoutgen.inputs.cad.flatten import NOTHING, Tally
from layoutgen.inputs.cad.names import mend_foreign_word
from layoutgen.sentence import LISTED, Sentence, listed, plural

PROXY = ("ACAD_PROXY", "TCH_", "AEC_")  # things of other programs, by the start of their type
XREF = 4 | 8  # a block's flags: an external reference, laid over or not


def repairs_of(tally: Tally) -> tuple[Sentence, ...]:
    """What the reader set right."""
    said = []
    if tally.mended:
        names, count = listed(tally.mended), len(tally.mended)
        said.append(
            Sentence(
                en=f"{plural(count, 'layer name')} from a wrong encoding set right: {names}",
                zh=f"{count} 个图层名编码有误，已改正：{names}",
            )
        )
    if tally.raised:
        said.append(
            Sentence(
                en=f"{plural(tally.raised, 'line')} drawn at a height (up to {tally.highest:g}): laid flat",
                zh=f"{tally.raised} 条线带高程（最大 {tally.highest:g}）：已按平面处理",
            )
        )
    return tuple(said)


def unread_of(tally: Tally) -> tuple[Sentence, ...]:
    """What the reader met and did not read."""
    said = [_not_read(kind, layers) for kind, layers in sorted(_by_kind(tally.unread).items())]
    if tally.annotation:
        names = listed({kind: layers.total() for kind, layers in _by_kind(tally.annotation).items()})
        said.append(
            Sentence(
                en=f"annotation, construction lines and pictures, not used: {names}", zh=f"标注、构造线及图像，未采用：{names}"
            )
        )
    if tally.hidden:
        names = listed(tally.hidden)
        said.append(
            Sentence(en=f"hidden (layer off or frozen), not used: {names}", zh=f"不可见（图层关闭或冻结），未采用：{names}")
        )
    if tally.empty_blocks:
        names = listed(tally.empty_blocks)
        said.append(Sentence(en=f"block references that hold nothing: {names}", zh=f"内容为空的块参照：{names}"))
    if tally.beyond:
        said.append(
            Sentence(
                en=f"{tally.beyond} things with coordinates beyond the Earth: left out",
                zh=f"{tally.beyond} 个图元坐标超出合理范围：略去",
            )
        )
    return tuple(said)


def missing_references(document: Drawing) -> tuple[Sentence, ...]:
    """Drawings that the file refers to and does not hold."""
    names = sorted(
        mend_foreign_word(str(block.name)) for block in document.blocks if block.block and block.block.dxf.flags & XREF
    )
    if not names:
        return ()
    shown = ", ".join(names[:LISTED])
    return (
        Sentence(
            en=f"external references are not in the file: {shown}; bind them (XREF BIND) to have them read",
            zh=f"外部参照未包含在文件中：{shown}；请绑定后再输入",
        ),
    )


def paper_space(document: Drawing) -> tuple[Sentence, ...]:
    """What stands in layouts, where no site is looked for."""
    counts: Counter[str] = Counter()
    for layout in document.layouts:
        if not layout.is_modelspace:
            counts[mend_foreign_word(str(layout.name))] += sum(entity.dxftype() not in NOTHING for entity in layout)
    counts = +counts
    if not counts:
        return ()
    names = listed(counts)
    return (Sentence(en=f"paper space, not used: {names}", zh=f"图纸空间，未采用：{names}"),)


def _by_kind(counts: Mapping[tuple[str, str], int]) -> dict[str, Counter[str]]:
    by_kind: dict[str, Counter[str]] = {}
    for (kind, layer), count in counts.items():
        by_kind.setdefault(kind, Counter())[layer] += count
    return by_kind


def _not_read(kind: str, layers: Counter[str]) -> Sentence:
    names, (en, zh) = listed(layers), _hint(kind)
    count = layers.total()
    return Sentence(en=f"{count} {kind} not read, on {names}{en}", zh=f"{count} 个 {kind} 未读入，图层 {names}{zh}")


def _hint(kind: str) -> tuple[str, str]:
    if kind.startswith(PROXY):
        return (
            ": objects of another program; explode them or export plain entities (T3)",
            "：为其他软件对象，请分解或导出为基本图元（T3）",
        )
    return "", ""
