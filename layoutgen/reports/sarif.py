"""A report as SARIF 2.1.0, the format that viewers of findings read: a rule a clause, a result a thing that is not met."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from layoutgen.model.report import Confidence, Finding, Outcome, Report, Verdict
from layoutgen.model.waiver import WaiverUse
from layoutgen.reports.against import Changes
from layoutgen.reports.json_values import Json
from layoutgen.reports.note_words import note_sentence
from layoutgen.reports.report_json import BANNER_EN, BANNER_ZH, finding_fields
from layoutgen.reports.report_text import finding_text
from layoutgen.reports.waivers import waiver_sentence
from layoutgen.sentence import Sentence, printable

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "layoutgen/v1"
KINDS = {  # of a result that stands for its whole clause
    Verdict.PASS: "pass",
    Verdict.FAIL: "fail",
    Verdict.NOT_APPLICABLE: "notApplicable",
    Verdict.MANUAL: "review",
    Verdict.BLOCKED: "open",
}
BASELINE = {  # by what became of a finding
    "new": "new",
    "worse": "updated",
    "better": "updated",
    "unchanged": "unchanged",
    "mended": "absent",
    "gone": "absent",
}
ABSENT = {
    "mended": Sentence(en="mended since the earlier report", zh="与上次报告相比已改正"),
    "gone": Sentence(en="no longer drawn: it was not met in the earlier report", zh="图上已无此对象，上次报告中不满足"),
}
EXAMINED = Sentence(en="{n} examined", zh="检查 {n} 处")
BANNER = Sentence(en=BANNER_EN, zh=BANNER_ZH)
LANGUAGES = {"en": "en", "zh": "zh-CN"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What every result says besides its finding."""

    drawing: str
    handles: Mapping[str, tuple[str, ...]]
    waivers: Mapping[int, WaiverUse]
    lang: str


def sarif_text(
    report: Report,
    given: Mapping[str, Json],
    handles: Mapping[str, tuple[str, ...]],
    lang: str,
    changes: Changes | None = None,
) -> str:
    """Text of a SARIF file.

    Parameters
    ----------
    given
        What was judged: name and sha256 of the drawing.
    handles
        Handles in the drawing's file by id, where it has any.
    changes
        Since an earlier report: every result then says whether it is new, and what is mended stands there as absent.
    """
    drawing = str(given.get("drawing", ""))
    told = _Told(drawing=drawing, handles=handles, waivers={use.number: use for use in report.waivers}, lang=lang)
    results: list[dict[str, Json]] = [
        {"ruleId": outcome.clause, "ruleIndex": place, **result}
        for place, outcome in enumerate(report.outcomes)
        for result in _results(outcome, told)
    ]
    if changes is not None and changes.is_known_again:
        results = [*_with_states(results, changes), *_absent(changes, report, told)]
    run: dict[str, Json] = {
        "tool": {"driver": {"name": "layoutgen", "rules": [_rule(outcome, lang) for outcome in report.outcomes]}},
        "language": LANGUAGES[lang],
        "artifacts": [_artifact(drawing, str(given.get("sha256", "")))],
        "results": [*results],
        "properties": {
            "verdict": report.verdict.value,
            "counts": dict(report.counts()),
            "waivers": [waiver_sentence(use).text(lang) for use in report.waivers],
            "banner": BANNER.text(lang),
        },
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def _artifact(drawing: str, sha256: str) -> Json:
    return (
        {"location": {"uri": quote(drawing)}, "hashes": {"sha-256": sha256}}
        if sha256
        else {"location": {"uri": quote(drawing)}}
    )


def _rule(outcome: Outcome, lang: str) -> Json:
    says = outcome.says_zh if lang == "zh" else outcome.says_en
    return {
        "id": outcome.clause,
        "shortDescription": {"text": printable(says)},
        "help": {"text": printable(f"{outcome.source}. {outcome.method}")},
        "defaultConfiguration": {"level": _level(outcome)},
        "properties": {
            "pack": outcome.pack,
            "force": outcome.force.value,
            "decides": outcome.decides,
            "confidence": outcome.confidence.value,
            "source": printable(outcome.source),
            "method": outcome.method,
        },
    }


def _level(outcome: Outcome) -> str:
    """How loud a breach is: what decides is an error, what only a recalled or our own figure advises a note."""
    if outcome.decides:
        return "error"
    return "note" if outcome.confidence in (Confidence.RECALLED, Confidence.OWN) else "warning"


def _results(outcome: Outcome, told: _Told) -> Iterator[dict[str, Json]]:
    """A result for each thing that is not met; else one for the whole clause."""
    breaches = [finding for finding in outcome.findings if not finding.passed]
    if outcome.verdict in (Verdict.FAIL, Verdict.BLOCKED) and breaches:
        yield from (_result_of(outcome, finding, told) for finding in breaches)
        return
    note = (
        Sentence(en=outcome.says_en, zh=outcome.says_zh) if outcome.verdict is Verdict.MANUAL else note_sentence(outcome.note)
    )
    said = note.text(told.lang) if outcome.note else EXAMINED.text(told.lang).format(n=outcome.examined)
    yield {
        "kind": KINDS[outcome.verdict],
        "level": _level(outcome) if outcome.verdict is Verdict.FAIL else "none",
        "message": {"text": printable(said)},
        "locations": [{"physicalLocation": _place(told)}],
        **_suppressed(outcome.waivers[0] if outcome.waivers else 0, told),
        "properties": {
            "counts_as": outcome.counts_as,
            "examined": outcome.examined,
            "near_misses": len(outcome.near_misses),
        },
    }


def _result_of(outcome: Outcome, finding: Finding, told: _Told) -> dict[str, Json]:
    return {
        "kind": "open" if finding.blocked else "fail",
        "level": "none" if finding.blocked else _level(outcome),
        "message": {"text": printable(finding_text(finding, told.lang))},
        "locations": _locations(told, finding.subjects),
        "fingerprints": {FINGERPRINT: finding.fingerprint},
        **_suppressed(finding.waiver, told),
        "properties": {
            "counts_as": outcome.counts_as,
            **finding_fields(finding),
            "tolerance": finding.limit.tolerance,
            "unit": finding.limit.unit,
            "handles": [handle for name in finding.subjects for handle in told.handles.get(name, ())],
        },
    }


def _locations(told: _Told, names: Sequence[str]) -> Json:
    """Where a result is: in the drawing, at the things of these ids."""
    logical: list[Json] = [{"name": printable(name), "fullyQualifiedName": printable(name)} for name in names]
    return [{"physicalLocation": _place(told), "logicalLocations": logical}]


def _place(told: _Told) -> Json:
    return {"artifactLocation": {"uri": quote(told.drawing), "index": 0}}


def _suppressed(number: int, told: _Told) -> dict[str, Json]:
    use = told.waivers.get(number)
    if use is None:
        return {}
    said = waiver_sentence(use).text(told.lang)
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": said}]}


def _with_states(results: list[dict[str, Json]], changes: Changes) -> Iterator[dict[str, Json]]:
    """Results with their ``baselineState``: all have one, or none (3.27.24)."""
    states = {(one.clause, one.now.fingerprint): BASELINE[one.change] for one in changes.findings if one.now is not None}
    other = {one.clause for one in changes.verdicts}
    for result in results:
        clause, prints = str(result["ruleId"]), result.get("fingerprints")
        if clause in changes.anew:
            state = "new"
        elif isinstance(prints, dict):
            state = states.get((clause, str(prints[FINGERPRINT])), "unchanged")
        else:
            state = "updated" if clause in other else "unchanged"
        yield {**result, "baselineState": state}


def _absent(changes: Changes, report: Report, told: _Told) -> Iterator[dict[str, Json]]:
    """What was not met and is no more: mended, or no longer drawn."""
    places = {outcome.clause: index for index, outcome in enumerate(report.outcomes)}
    for one in changes.findings:
        if one.was is None or BASELINE[one.change] != "absent":
            continue
        yield {
            "ruleId": one.clause,
            "ruleIndex": places[one.clause],
            "kind": "open" if one.was.state == "blocked" else "fail",
            "level": "none" if one.was.state == "blocked" else "note",
            "message": {"text": ABSENT[one.change].text(told.lang)},
            "locations": _locations(told, one.was.ids),
            "fingerprints": {FINGERPRINT: one.was.fingerprint},
            "baselineState": "absent",
        }
