"""What the page knows of every clause: its law in words, and every finding with what lights up on the plan."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from layoutgen.indicators.measured_lines import Shapes
from layoutgen.model.limit import Limit, Measured
from layoutgen.model.report import Finding, Outcome, Report
from layoutgen.model.spoken_of import SpokenOf
from layoutgen.reports.explain_clause import Law, explain_clause
from layoutgen.reports.html.interned import Interned
from layoutgen.reports.html.overlays.walk_map import MEASURES as WALKED
from layoutgen.reports.html.words import HEADINGS
from layoutgen.reports.json_values import Json
from layoutgen.reports.law_words import UNITS_ZH, limit_words
from layoutgen.reports.note_words import note_sentence
from layoutgen.reports.waivers import waived_mark
from layoutgen.sentence import Sentence, printable
from layoutgen.standards.clause import Clause

PASSED, FAILED, BLOCKED = 0, 1, 2
SKIPPED = ("demand",)  # headings of an explanation that the page shows elsewhere
DECIMALS = 4
LEAST_TOLERANCE = 1e-6  # what is less is floating point only
LINED = 40  # findings of a clause whose measured line is sought: as many as the page shows at first


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words that stand once on the page."""

    sentences: Interned[tuple[str, str]] = field(default_factory=Interned)  # English, Chinese
    names: Interned[str] = field(default_factory=Interned)  # of subjects and of things drawn
    limits: dict[Limit, tuple[int, int]] = field(default_factory=dict)  # bound with its unit -> numbers of their words

    def sentence(self, said: Sentence) -> int:
        """Number of a sentence."""
        return self.sentences.number((printable(said.en), printable(said.zh)))

    def limit(self, limit: Limit) -> tuple[int, int]:
        """Numbers of a bound's words and of its unit's."""
        if limit not in self.limits:
            words = Sentence(en=limit_words(limit, "en"), zh=limit_words(limit, "zh"))
            unit = Sentence(en=limit.unit, zh=UNITS_ZH.get(limit.unit, limit.unit))
            self.limits[limit] = (self.sentence(words), self.sentence(unit))
        return self.limits[limit]

    def name(self, name: str) -> int:
        """Number of a name."""
        return self.names.number(printable(name))


def clause_data(report: Report, law: Law, shapes: Shapes, told: Told) -> dict[str, Json]:
    """Every outcome by the id of its clause."""
    clauses = {clause.id: clause for clause in law.standard.clauses}
    return {
        outcome.clause: {
            **_law(outcome, clauses.get(outcome.clause), law, told),
            "state": outcome.counts_as,
            "says": told.sentence(Sentence(en=outcome.says_en, zh=outcome.says_zh)),
            "note": told.sentence(_note(outcome)) if outcome.note else -1,
            "findings": list(_findings(outcome, clauses.get(outcome.clause), shapes, told)),
        }
        for outcome in report.outcomes
    }


def _law(outcome: Outcome, clause: Clause | None, law: Law, told: Told) -> dict[str, Json]:
    lines = explain_clause(clause, law).lines if clause else ()
    said: list[Json] = [[told.sentence(line.head), told.sentence(line.text)] for line in lines if line.head.en not in SKIPPED]
    if outcome.findings and outcome.findings[0].limit.tolerance >= LEAST_TOLERANCE:
        said.append([told.sentence(HEADINGS["tolerance"]), told.sentence(_tolerance(outcome.findings[0].limit))])
    return {"lines": said, "walked": clause is not None and clause.measure in WALKED}


def _tolerance(limit: Limit) -> Sentence:
    figure = f"{limit.tolerance:g}"
    return Sentence(en=f"{figure} {limit.unit}", zh=f"{figure} {UNITS_ZH.get(limit.unit, limit.unit)}")


def _note(outcome: Outcome) -> Sentence:
    """Note of an outcome; of what is for a person it is the demand itself."""
    is_demand = outcome.note == outcome.says_en
    return Sentence(en=outcome.note, zh=outcome.says_zh) if is_demand else note_sentence(outcome.note)


def _findings(outcome: Outcome, clause: Clause | None, shapes: Shapes, told: Told) -> Iterator[Json]:
    """Rows of the findings; the line that was measured stands with the worst ones."""
    of = clause.of if clause else ""
    for number, finding in enumerate(outcome.findings):
        line = shapes.line_of(finding, of) if number < LINED else None
        lined: list[Json] = [[line[0], -line[1], line[2], -line[3]]] if line else []  # y to the south, as in a picture
        yield [*_finding(finding, shapes.spoken, told), *lined]


def _finding(finding: Finding, spoken: SpokenOf, told: Told) -> list[Json]:
    """Row of subjects, measured, limit, unit, margin, state, declared, note and what lights up."""
    note, margin = finding.blocked or finding.note, finding.limit.margin(finding.measured)
    return [
        [told.name(name) for name in finding.subjects],
        measured_value(finding.measured),
        *told.limit(finding.limit),
        _number(margin) if margin is not None else None,
        state_of(finding),
        int(finding.is_declared),
        told.sentence(_finding_note(finding)) if note or finding.waiver else -1,
        [told.name(name) for name in spoken.of(finding)],
    ]


def _finding_note(finding: Finding) -> Sentence:
    """Note of a finding, and the waiver that answers for it."""
    note = finding.blocked or finding.note
    said = [note_sentence(note)] if note else []
    said += [waived_mark(finding.waiver)] if finding.waiver else []
    return Sentence(en="; ".join(one.en for one in said), zh="；".join(one.zh for one in said))


def state_of(finding: Finding) -> int:
    """Passed, failed or blocked."""
    if finding.blocked:
        return BLOCKED
    return PASSED if finding.passed else FAILED


def measured_value(measured: Measured) -> Json:
    """A measured value for the page: a number, a claim, words, or nothing."""
    if isinstance(measured, tuple):
        return [printable(word) for word in measured]
    return measured if measured is None or isinstance(measured, bool) else _number(measured)


def _number(value: float) -> float | None:
    """A number of few digits; what is no number is nothing, infinity too."""
    is_number = value == value and abs(value) != float("inf")
    return round(value, DECIMALS) + 0.0 if is_number else None


def told_fields(told: Told) -> Mapping[str, Json]:
    """Sentences and names for the page, when all is told."""
    return {"sentences": [list(pair) for pair in told.sentences.values()], "names": list(told.names.values())}
