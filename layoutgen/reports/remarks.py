"""A report as remarks for a drawing: what is not met, with its places, the gravest first; what is met is not marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from layoutgen.drawings.building_names import names_of_things
from layoutgen.drawings.layers import load_profile
from layoutgen.drawings.leaves.clause_words import asked_text, found_text
from layoutgen.drawings.review.remark import Remark, Review, Severity, Spot
from layoutgen.model.plan import Plan
from layoutgen.model.report import Confidence, Finding, Outcome, Report
from layoutgen.reports.finding_places import Places, places_on
from layoutgen.reports.in_doubt import InDoubt, doubts_in, is_in_doubt
from layoutgen.reports.law_words import limit_words
from layoutgen.reports.note_words import note_sentence
from layoutgen.reports.report_json import BANNER_EN, BANNER_ZH
from layoutgen.reports.report_text import WORDS
from layoutgen.standards.clause import Standard

MOST_GRAVE = 40  # findings of a clause that are marked on the drawing
MOST = {Severity.NEAR: 3, Severity.ADVICE: 1}  # and of one that is nearly not met, or only advises
NAMED = 3  # findings of a clause that its row of the table tells
FAMILIES = ("facility.", "lot.", "ground.", "spot.", "way.", "building.")  # whose kinds may be the subject
OTHERS = {"site": "用地", "drawing": "图纸", "people": "人口"}
LAYER = {
    "zh": "云线、引线、意见表均在本图层，再次标注时整层更新；答复请写在其他图层。",
    "en": "All marks stand on this layer and are replaced when the drawing is marked again: reply on another one.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    """Tells outcomes in a language, with the names and places of one plan."""

    lang: str
    names: Mapping[str, str]
    places: Places
    kinds: Mapping[str, str]  # by clause, what it speaks of

    def remark(self, number: int, severity: Severity, outcome: Outcome) -> Remark:
        """An outcome as it stands on the drawing and in its table."""
        is_near = severity is Severity.NEAR
        speaking = outcome.near_misses if is_near else tuple(one for one in outcome.findings if not one.passed)
        worst = speaking[0] if speaking else None
        return Remark(
            number=number,
            severity=severity,
            clause=outcome.clause,
            demand=outcome.says_zh if self.lang == "zh" else outcome.says_en,
            asked="" if worst is None else self._asked(worst),
            found=self._told(speaking) or note_sentence(outcome.note).text(self.lang),
            spots=tuple(self._spots(speaking[: MOST.get(severity, MOST_GRAVE)], self.kinds.get(outcome.clause, ""))),
        )

    def doubt(self, number: int, doubt: InDoubt) -> Remark:
        """Clauses that hang on what is not understood; where that is, the defects of the drawing tell."""
        count = len(doubt.clauses)
        return Remark(
            number=number,
            severity=Severity.BLOCKED,
            clause=doubt.clauses[0] if count == 1 else f"{count} 条" if self.lang == "zh" else f"{count} clauses",
            demand=("、" if self.lang == "zh" else ", ").join(doubt.clauses),
            asked="",
            found=note_sentence(doubt.reason).text(self.lang),
        )

    def _spots(self, findings: Sequence[Finding], of: str) -> Iterator[Spot]:
        for finding in findings:
            for shape in self.places.of(finding, of):
                yield Spot(shape=shape, says=self._short(finding))

    def _told(self, findings: Sequence[Finding]) -> str:
        parts = [f"{self._who(finding)}{self._colon}{self._long(finding)}" for finding in findings[:NAMED]]
        if len(findings) > NAMED:
            more = len(findings) - NAMED
            parts.append(f"另有 {more} 处" if self.lang == "zh" else f"and {more} more")
        return ("；" if self.lang == "zh" else "; ").join(parts)

    @property
    def _colon(self) -> str:
        return "：" if self.lang == "zh" else ": "

    def _who(self, finding: Finding) -> str:
        names = (self.names.get(name, name) for name in finding.subjects)
        return ("、" if self.lang == "zh" else ", ").join(names) or ("全图" if self.lang == "zh" else "the whole")

    def _short(self, finding: Finding) -> str:
        """What was measured and what is asked."""
        if finding.blocked:
            return note_sentence(finding.blocked).text(self.lang)
        between = "，要求 " if self.lang == "zh" else ", needs "
        return f"{self._found(finding)}{between}{self._asked(finding)}{self._waived(finding)}"

    def _waived(self, finding: Finding) -> str:
        if not finding.waiver:
            return ""
        return f"（豁免 {finding.waiver}）" if self.lang == "zh" else f" (waiver {finding.waiver})"

    def _long(self, finding: Finding) -> str:
        """What was measured, with the rule's note."""
        if finding.blocked:
            return note_sentence(finding.blocked).text(self.lang)
        note = note_sentence(finding.note).text(self.lang) if finding.note else ""
        brackets = f"（{note}）" if self.lang == "zh" else f" ({note})"
        return self._found(finding) + (brackets if note else "") + self._waived(finding)

    def _asked(self, finding: Finding) -> str:
        if self.lang == "zh":
            return asked_text(finding)
        return f"{limit_words(finding.limit, 'en')} {finding.limit.unit}".strip()

    def _found(self, finding: Finding) -> str:
        if self.lang == "zh":
            return found_text(finding)
        measured, words = finding.measured, WORDS["en"]
        if measured is None:
            return words["nothing"]
        if isinstance(measured, bool):
            return words["yes"] if measured else words["no"]
        if isinstance(measured, tuple):
            missing = [word for word in finding.limit.words if word not in measured]
            return f"lacks {', '.join(missing)}" if missing else ", ".join(measured)
        return f"{measured:.2f} {finding.limit.unit}".rstrip()


def review_of(plan: Plan, report: Report, standard: Standard, lang: str, *, with_near: bool = False) -> Review:
    """Everything that a report has to say on its drawing.

    Parameters
    ----------
    lang
        "zh" or "en".
    with_near
        Whether what is only nearly not met is told too.
    """
    words = WORDS[lang]
    counts = " · ".join(f"{words[name]} {count}" for name, count in report.counts())
    verdict = f"{words['verdict']}{'：' if lang == 'zh' else ': '}{words[report.verdict.value]}"
    summary = (f"{verdict}    {counts}", LAYER[lang], BANNER_ZH if lang == "zh" else BANNER_EN)
    kinds = {clause.id: clause.of for clause in standard.clauses}
    teller = _Teller(lang=lang, names=_names(plan, lang), places=places_on(plan), kinds=kinds)
    shown: list[tuple[Severity, Outcome | InDoubt]] = [one for one in _shown(report, with_near) if not is_in_doubt(one[1])]
    shown += [(Severity.BLOCKED, doubt) for doubt in doubts_in(report.outcomes)]
    shown.sort(key=lambda one: list(Severity).index(one[0]))
    remarks = tuple(
        teller.doubt(number, told) if isinstance(told, InDoubt) else teller.remark(number, severity, told)
        for number, (severity, told) in enumerate(shown, start=1)
    )
    return Review(lang=lang, summary=summary, remarks=remarks)


def _shown(report: Report, with_near: bool) -> Iterator[tuple[Severity, Outcome]]:
    """Outcomes that are marked: what only a recalled or our own figure advises is not."""
    for outcome in report.outcomes:
        if outcome.counts_as in ("fail", "blocked", "waived"):
            yield Severity(outcome.counts_as), outcome
        elif outcome.counts_as == "advice" and outcome.confidence not in (Confidence.RECALLED, Confidence.OWN):
            yield Severity.ADVICE, outcome
        elif with_near and outcome.near_misses and outcome.decides:
            yield Severity.NEAR, outcome


def _names(plan: Plan, lang: str) -> dict[str, str]:
    """Names of subjects: kinds and the whole in Chinese; ids as they stand on the labels."""
    if lang != "zh":
        return {}
    profile = load_profile()
    kinds = {layer.holds.partition(".")[2]: layer.zh for layer in profile.layers if layer.holds.startswith(FAMILIES)}
    return {**kinds, **OTHERS, **{name: f"{zh} {name}" for name, zh in names_of_things(plan, profile).items() if zh != name}}
