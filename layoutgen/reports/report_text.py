"""A report as text for a console, in Chinese or English."""

from layoutgen.model.report import Finding, Outcome, Report, Verdict
from layoutgen.model.scores import scores_of
from layoutgen.reports.communities import community_lines
from layoutgen.reports.given import given_lines
from layoutgen.reports.judged_as import judged_as_text
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
        "score": "得分(达到/可判(全部))",
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
        "score": "Score, reached/judged (of)",
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
    lines.append(f"  {judged_as_text(report.judged_as, lang)}")
    lines.extend(f"  {line}" for line in community_lines(report, lang))
    lines.extend(
        f"  {line}"
        for line in (
            *_pack_lines(report, lang),
            *given_lines(dict(report.conditions), report.overrides, lang),
            *_score_lines(report, words),
        )
    )
    shown = report.outcomes if full else [o for o in report.outcomes if _speaks(o)]
    for outcome in sorted(shown, key=_rank):
        lines.extend(_outcome_lines(outcome, lang))
    lines.append(words["banner"])
    return "\n".join(lines)


def assumptions_text(report: Report, lang: str) -> str:
    """Every assumption of the drawing, one a line."""
    return "\n".join((f"{WORDS[lang]['assumptions']}:", *(f"  - {one.text(lang)}" for one in report.assumptions)))


def _pack_lines(report: Report, lang: str) -> list[str]:
    """What packs that are not plainly in force are worth."""
    rows = [(pack.title_zh, pack.status_zh) if lang == "zh" else (pack.title_en, pack.status_en) for pack in report.packs]
    return [f"{title}: {status}" for title, status in rows if status]


def _score_lines(report: Report, words: dict[str, str]) -> list[str]:
    """One line a scoring pack: what each group reaches, of how many that the drawing tells of."""
    scores = scores_of(report)
    lines = []
    for pack in dict.fromkeys(score.pack for score in scores):
        groups = " · ".join(f"{s.group} {s.reached}/{s.judged} ({s.of})" for s in scores if s.pack == pack)
        lines.append(f"{words['score']} {pack}: {groups}")
    return lines


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


HEADLINES = (
    ("site_m2", "用地面积", "site area", "m2"),
    ("people", "居住人数", "people", ""),
    ("households", "户数", "households", ""),
    ("housing_floor_area_m2", "住宅建筑面积", "housing floor area", "m2"),
    ("net_far", "街坊容积率", "net FAR", ""),
    ("density", "建筑密度", "building density", ""),
    ("green_ratio", "绿地率", "green ratio", ""),
    ("public_green_m2_per_person", "人均公共绿地", "public green per person", "m2"),
    ("stalls_per_household", "户均停车位", "stalls per household", ""),
    ("neighbour_hours_least", "相邻窗户最少日照", "least sun of neighbours' windows", "h"),
    ("kindergarten_classes", "幼儿园班数", "kindergarten classes", ""),
)


def indicators_text(report: Report, lang: str) -> str:
    """Short table of the headline indicators."""
    values = dict(report.indicators)
    rows = []
    for name, zh, en, unit in HEADLINES:
        value = values.get(name)
        if isinstance(value, (int, float)):
            shown = f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.2f}"
            rows.append(f"  {zh if lang == 'zh' else en}: {shown} {unit}".rstrip())
    return "\n".join(rows)
