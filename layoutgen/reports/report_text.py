"""A report as text for a console, in Chinese or English."""

from layoutgen.model.report import Finding, Outcome, Report, Verdict
from layoutgen.reports.report_json import BANNER_EN, BANNER_ZH

WORDS = {
    "zh": {
        "pass": "通过",
        "fail": "不通过",
        "blocked": "无法判定",
        "advice": "提示",
        "not_applicable": "不适用",
        "manual": "人工核查",
        "verdict": "结论",
        "declared": "标注",
        "more": "另有 {n} 处",
        "needs": "要求",
        "banner": BANNER_ZH,
        "assumptions": "采用的假定",
    },
    "en": {
        "pass": "pass",
        "fail": "fail",
        "blocked": "blocked",
        "advice": "advice",
        "not_applicable": "not applicable",
        "manual": "manual",
        "verdict": "Verdict",
        "declared": "declared",
        "more": "and {n} more",
        "needs": "needs",
        "banner": BANNER_EN,
        "assumptions": "Assumptions",
    },
}
SHOWN = 3  # findings printed under a clause


def report_text(report: Report, lang: str, *, full: bool = False) -> str:
    """Verdict, counts, then what failed, is blocked or is advice; every clause with ``full``."""
    words = WORDS[lang]
    counts = " · ".join(f"{words[name]} {count}" for name, count in report.counts())
    lines = [f"{words['verdict']}: {words[report.verdict.value]}    {counts}"]
    shown = report.outcomes if full else [o for o in report.outcomes if _speaks(o)]
    for outcome in sorted(shown, key=_rank):
        lines.extend(_outcome_lines(outcome, lang))
    lines.append(words["banner"])
    return "\n".join(lines)


def assumptions_text(report: Report, lang: str) -> str:
    """Every assumption of the drawing, one a line."""
    return "\n".join((f"{WORDS[lang]['assumptions']}:", *(f"  - {line}" for line in report.assumptions)))


def _speaks(outcome: Outcome) -> bool:
    return outcome.verdict in (Verdict.FAIL, Verdict.BLOCKED)


def _rank(outcome: Outcome) -> tuple[int, str]:
    order = ("fail", "blocked", "advice", "manual", "not_applicable", "pass")
    return (order.index(outcome.counts_as), outcome.clause)


def _outcome_lines(outcome: Outcome, lang: str) -> list[str]:
    words = WORDS[lang]
    says = outcome.says_zh if lang == "zh" else outcome.says_en
    lines = [f"  [{words[outcome.counts_as]}] {outcome.clause}  {says}"]
    speaking = [finding for finding in outcome.findings if not finding.passed]
    for finding in speaking[:SHOWN]:
        lines.append(f"      {_finding_text(finding, words)}")
    if len(speaking) > SHOWN:
        lines.append("      " + words["more"].format(n=len(speaking) - SHOWN))
    if outcome.note and not speaking:
        lines.append(f"      {outcome.note}")
    return lines


def _finding_text(finding: Finding, words: dict[str, str]) -> str:
    who = ", ".join(finding.subjects)
    if finding.blocked:
        return f"{who}: {finding.blocked}"
    measured = finding.measured
    shown = (
        ", ".join(measured)
        if isinstance(measured, tuple)
        else f"{measured:.2f}"
        if isinstance(measured, float)
        else str(measured)
    )
    basis = f" ({words['declared']})" if finding.is_declared else ""
    note = f"  {finding.note}" if finding.note else ""
    return f"{who}: {shown}{basis}, {words['needs']} {finding.limit.text()} {finding.limit.unit}{note}"
