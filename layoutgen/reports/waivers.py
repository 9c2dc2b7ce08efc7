"""The waivers of a judgement, as text and as JSON: every one is told, used or not, with who answers for it."""

from collections.abc import Iterator

from layoutgen.model.report import Report
from layoutgen.model.waiver import WaiverState, WaiverUse
from layoutgen.reports.json_values import Json
from layoutgen.sentence import Sentence, printable

WORDS = {
    "head": Sentence(en="Waivers", zh="豁免"),
    "signed": Sentence(en="{reason} (answered for by {by}, until {until})", zh="{reason}（{by} 签认，有效至 {until}）"),
    "of": Sentence(en=" for {things}", zh="，对象 {things}"),
    "covers": Sentence(en="not met and answered for: {n}", zh="覆盖未满足之处 {n} 处"),
    WaiverState.USED: Sentence(en="in force", zh="有效"),
    WaiverState.NOT_NEEDED: Sentence(en="not needed: nothing of it is short of its limit", zh="无需：未发现对应的不满足"),
    WaiverState.EXPIRED: Sentence(en="expired on {until}: it answers for nothing", zh="已于 {until} 到期，不再生效"),
    WaiverState.NOT_JUDGED: Sentence(en="its clause is not judged here", zh="所涉条文本次未判定"),
    "unknown": Sentence(en="not on the drawing: {things}", zh="图上没有：{things}"),
    "undated": Sentence(en="expiry is held against no day: give one with --on", zh="未指定核对到期的日期，可用 --on 给出"),
    "dated": Sentence(en="expiry is held against {on}", zh="到期以 {on} 为准"),
    "short": Sentence(en="waived, no. {n}", zh="豁免第 {n} 条"),
}


def waiver_lines(report: Report, lang: str) -> Iterator[str]:
    """A heading and a line a waiver; nothing where there are none."""
    if not report.waivers:
        return
    dated = WORDS["dated" if report.waivers_on else "undated"].text(lang).format(on=report.waivers_on)
    yield f"{WORDS['head'].text(lang)} ({dated}):"
    for use in report.waivers:
        yield f"  {use.number}. {waiver_sentence(use).text(lang)}"


def waiver_sentence(use: WaiverUse) -> Sentence:
    """What a waiver is given for, why, by whom, until when, and what became of it."""
    return Sentence(en=_sentence(use, "en"), zh=_sentence(use, "zh"))


def waived_mark(number: int) -> Sentence:
    """Mark of a finding that a waiver answers for."""
    return Sentence(en=WORDS["short"].en.format(n=number), zh=WORDS["short"].zh.format(n=number))


def waivers_json(report: Report) -> dict[str, Json]:
    """Fields ``waivers`` and ``waivers_on`` of `report.json`."""
    return {"waivers": [_fields(use) for use in report.waivers], "waivers_on": report.waivers_on or None}


def _sentence(use: WaiverUse, lang: str) -> str:
    one = use.waiver
    of = WORDS["of"].text(lang).format(things=", ".join(one.things)) if one.things else ""
    signed = WORDS["signed"].text(lang).format(reason=one.reason, by=one.by, until=one.until)
    joint = "，" if lang == "zh" else "; "
    told = [WORDS[use.state].text(lang).format(until=one.until)]
    if use.state is WaiverState.USED:
        told.append(WORDS["covers"].text(lang).format(n=use.covers))
    if use.unknown:
        told.append(WORDS["unknown"].text(lang).format(things=", ".join(use.unknown)))
    return printable(f"{one.clause}{of}: {signed}{joint}{joint.join(told)}")


def _fields(use: WaiverUse) -> Json:
    return {
        "number": use.number,
        "clause": use.waiver.clause,
        "reason": use.waiver.reason,
        "by": use.waiver.by,
        "until": use.waiver.until,
        "things": list(use.waiver.things),
        "state": use.state.value,
        "covers": use.covers,
        "unknown": list(use.unknown),
    }
