"""How a drawing was read, for the console: what was mended or understood of it, nothing where all was as it was written."""

from collections.abc import Iterator

from layoutgen.model.reading import Reading, Rung
from layoutgen.sentence import Sentence

TITLE = {"en": "  How the drawing was read", "zh": "  图纸的读入"}
RUNGS = {
    Rung.LABEL: Sentence(en="their labels", zh="按标注"),
    Rung.XDATA: Sentence(en="their extended data", zh="按扩展数据"),
    Rung.GEOMETRY: Sentence(en="their shapes in plan.json", zh="按 plan.json 轮廓"),
    Rung.LAYER: Sentence(en="their layers alone", zh="仅按图层"),
}


def reading_text(reading: Reading, lang: str) -> str:
    """Lines of a reading; empty where there is nothing to say."""
    said = reading_said(reading)
    if not said:
        return ""
    return "\n".join([TITLE["zh" if lang == "zh" else "en"], *(f"      {sentence.text(lang)}" for sentence in said)])


def reading_said(reading: Reading) -> tuple[Sentence, ...]:
    """By what the things are known, and what was mended or understood; nothing of a drawing as it was written."""
    return (*_rungs(reading), *reading.said)


def _rungs(reading: Reading) -> Iterator[Sentence]:
    """By what the things are known, where not all are by their labels."""
    counts = reading.counts()
    if counts[Rung.LABEL] == len(reading.things):
        return
    en = ", ".join(f"{count} by {RUNGS[rung].en}" for rung, count in counts.items() if count)
    zh = "，".join(f"{RUNGS[rung].zh} {count}" for rung, count in counts.items() if count)
    yield Sentence(en=f"{len(reading.things)} things are known: {en}.", zh=f"共识别 {len(reading.things)} 个对象：{zh}。")
