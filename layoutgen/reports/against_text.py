"""What changed since an earlier report, as text and as JSON."""

from collections.abc import Iterator, Sequence

from layoutgen.model.limit import Demand, Measured
from layoutgen.model.snapshot import SeenFinding, SeenOutcome
from layoutgen.reports.against import CHANGES, Changes, ClauseChange, FindingChange
from layoutgen.reports.json_values import Json
from layoutgen.reports.note_words import note_sentence
from layoutgen.reports.report_text import STATE_WORDS, measured_words
from layoutgen.sentence import Sentence

WORDS = {
    "new": Sentence(en="new", zh="新增"),
    "worse": Sentence(en="worse", zh="变差"),
    "better": Sentence(en="better", zh="改善"),
    "mended": Sentence(en="mended", zh="已改正"),
    "gone": Sentence(en="gone", zh="已不存在"),
    "unchanged": Sentence(en="unchanged", zh="不变"),
    "head": Sentence(en="Against the earlier report{of}: {was} -> {now}", zh="与上次报告{of}比较：{was} -> {now}"),
    "of": Sentence(en=" of {name}", zh="（{name}）"),
    "same": Sentence(en="it is the very same file", zh="图纸文件未变"),
    "findings": Sentence(en="what is not met", zh="未满足之处"),
    "figures": Sentence(en="the same verdict, another figure: {n} clauses", zh="结论不变、量得值有变的条文：{n} 条"),
    "anew": Sentence(en="judged now and not then: {n} clauses", zh="本次新判定的条文：{n} 条"),
    "left_out": Sentence(en="judged then and not now: {n} clauses", zh="本次未再判定的条文：{n} 条"),
    "unknown": Sentence(
        en="the earlier report has no fingerprints: only clauses are compared", zh="上次报告没有指纹，只能按条文比较"
    ),
    "more": Sentence(en="and {n} more", zh="另有 {n} 处"),
    "nothing": Sentence(en="no verdict changed", zh="结论均无变化"),
    "needs": Sentence(en="needs", zh="要求"),
    "was": Sentence(en="was", zh="原"),
}
ORDER = ("fail", "blocked", "waived", "advice", "manual", "pass", "not_applicable")
SHOWN = 3  # changes printed under a clause


def changes_text(changes: Changes, lang: str) -> str:
    """Verdict then and now, every clause whose verdict or findings changed, and the counts."""
    told = {one.clause: one for one in changes.verdicts}
    moved: dict[str, list[FindingChange]] = {}
    for one in changes.findings:
        if one.change != "unchanged":
            moved.setdefault(one.clause, []).append(one)
    outcomes = [changes.new.outcomes[clause] for clause in told.keys() | moved.keys()]
    lines = [_head(changes, lang)]
    for outcome in sorted(outcomes, key=lambda one: (_rank(one), one.clause)):
        lines.extend(_clause_lines(outcome, told.get(outcome.clause), moved.get(outcome.clause, ()), lang))
    if not told:
        lines.append(f"  {WORDS['nothing'].text(lang)}")
    return "\n".join((*lines, *_counts(changes, lang)))


def changes_json(changes: Changes) -> dict[str, Json]:
    """Fields under ``against`` in what `validate --format json` prints."""
    return {
        "drawing": changes.old.drawing,
        "sha256": changes.old.sha256,
        "verdict": {"was": changes.old.verdict, "is": changes.new.verdict},
        "counts": {name: changes.count(name) for name in CHANGES},
        "known_again": changes.is_known_again,
        "clauses": [_clause_json(one) for one in changes.verdicts],
        "figures": [_clause_json(one) for one in changes.figures],
        "judged_anew": list(changes.anew),
        "no_longer_judged": list(changes.left_out),
        "findings": [_finding_json(one) for one in changes.findings],
    }


def _head(changes: Changes, lang: str) -> str:
    of = WORDS["of"].text(lang).format(name=changes.old.drawing) if changes.old.drawing else ""
    was, now = (_state(verdict, lang) for verdict in (changes.old.verdict, changes.new.verdict))
    same = f"  ({WORDS['same'].text(lang)})" if changes.old.sha256 and changes.old.sha256 == changes.new.sha256 else ""
    return WORDS["head"].text(lang).format(of=of, was=was, now=now) + same


def _rank(outcome: SeenOutcome) -> int:
    return ORDER.index(outcome.state) if outcome.state in ORDER else len(ORDER)


def _clause_lines(
    outcome: SeenOutcome, change: ClauseChange | None, moved: Sequence[FindingChange], lang: str
) -> Iterator[str]:
    state = _state(outcome.state, lang)
    shown = f"{_state(change.was.state, lang)} -> {state}" if change and change.was else state
    yield f"  [{shown}] {outcome.clause}  {outcome.says.text(lang)}"
    ordered = sorted(moved, key=lambda one: CHANGES.index(one.change))
    yield from (f"      {_finding_line(one, outcome.unit, lang)}" for one in ordered[:SHOWN])
    if len(ordered) > SHOWN:
        yield "      " + WORDS["more"].text(lang).format(n=len(ordered) - SHOWN)


def _finding_line(one: FindingChange, unit: str, lang: str) -> str:
    here = one.now or one.was
    said = _figures(here, unit, lang) if here else ""
    was = f" ({WORDS['was'].text(lang)} {measured_words(one.was.measured, lang)})" if one.was and one.now else ""
    return f"{WORDS[one.change].text(lang)}: {', '.join(here.ids) if here else ''}: {said}{was}"


def _figures(finding: SeenFinding, unit: str, lang: str) -> str:
    if finding.state == "blocked":
        return note_sentence(finding.note).text(lang)
    shown = measured_words(finding.measured, lang)
    asked = measured_words(True, lang) if finding.limit == Demand.CONNECTED else f"{finding.limit} {unit}".rstrip()
    return f"{shown}, {WORDS['needs'].text(lang)} {asked}"


def _counts(changes: Changes, lang: str) -> Iterator[str]:
    if changes.is_known_again:
        counts = " · ".join(f"{WORDS[name].text(lang)} {changes.count(name)}" for name in CHANGES)
        yield f"  {WORDS['findings'].text(lang)}: {counts}"
    else:
        yield f"  {WORDS['unknown'].text(lang)}"
    for name, told in (("figures", changes.figures), ("anew", changes.anew), ("left_out", changes.left_out)):
        if told:
            yield "  " + WORDS[name].text(lang).format(n=len(told))


def _state(state: str, lang: str) -> str:
    return STATE_WORDS[lang].get(state, state)


def _clause_json(one: ClauseChange) -> Json:
    def told(outcome: SeenOutcome | None) -> Json:
        return {"verdict": outcome.state, "measured": _measured(outcome.measured)} if outcome else None

    return {"clause": one.clause, "was": told(one.was), "is": told(one.now)}


def _finding_json(one: FindingChange) -> Json:
    here = one.now or one.was
    if here is None:
        return None
    return {
        "clause": one.clause,
        "change": one.change,
        "fingerprint": here.fingerprint,
        "ids": list(here.ids),
        "at": list(one.now.at) if one.now and one.now.at else None,
        "limit": here.limit,
        "was": {"measured": _measured(one.was.measured), "margin": one.was.margin} if one.was else None,
        "is": {"measured": _measured(one.now.measured), "margin": one.now.margin} if one.now else None,
    }


def _measured(value: Measured) -> Json:
    return list(value) if isinstance(value, tuple) else value
