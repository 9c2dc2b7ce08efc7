"""A report as text for a console, in Chinese or English."""

from collections.abc import Sequence
from textwrap import wrap

from layoutgen.model.count_words import COUNT_WORDS, COUNTS_ZH
from layoutgen.model.limit import Demand, Measured
from layoutgen.model.report import Confidence, Finding, Outcome, Report, Verdict
from layoutgen.model.scores import scores_of
from layoutgen.reports.communities import community_lines
from layoutgen.reports.given import given_lines
from layoutgen.reports.in_doubt import doubts_in, is_in_doubt
from layoutgen.reports.judged_as import judged_as_text
from layoutgen.reports.near_misses import near_lines
from layoutgen.reports.note_words import note_sentence
from layoutgen.reports.path_taken import path_lines
from layoutgen.reports.report_json import BANNER_EN, BANNER_ZH
from layoutgen.reports.waivers import waived_mark, waiver_lines

WORDS = {
    "zh": {
        **COUNTS_ZH,
        "verdict": "结论",
        "declared": "标注",
        "more": "另有 {n} 处",
        "needs": "要求",
        "yes": "是",
        "no": "否",
        "nothing": "无",
        "examined": "检查数",
        "tolerance": "容差",
        "none": "零",
        "clauses": "{n} 条（validate --full 逐条列出）",
        "unsure": "另有 {n} 条提示所据数字系回忆或自定，用 validate --full 列出",
        "score": "得分(达到/可判(全部))",
        "banner": BANNER_ZH,
        "assumptions": "采用的假定",
    },
    "en": {
        **{name: said.en for name, said in COUNT_WORDS.items()},
        "verdict": "Verdict",
        "declared": "declared",
        "more": "and {n} more",
        "needs": "needs",
        "yes": "yes",
        "no": "no",
        "nothing": "nothing",
        "examined": "examined",
        "tolerance": "tolerance",
        "none": "none",
        "clauses": "clauses: {n} (validate --full lists each)",
        "unsure": "further advice on recalled or our own figures: {n}; validate --full lists it",
        "score": "Score, reached/judged (of)",
        "banner": BANNER_EN,
        "assumptions": "Assumptions",
    },
}
STATE_WORDS = WORDS  # a verdict or a count by its name
LEAST_TOLERANCE = 1e-6  # what is less is floating point only
DOUBT_COLUMNS = 110  # of the list of clauses in doubt
SHOWN = 3  # findings printed under a clause


def report_text(report: Report, lang: str, *, full: bool = False, near: bool = False) -> str:
    """Verdict, counts, then what failed, is blocked or is advice; every clause with ``full``, near misses with ``near``."""
    words = WORDS[lang]
    counted = [(name, count) for name, count in report.counts() if count or name != "waived"]
    counts = " · ".join(f"{words[name]} {count}" for name, count in counted)
    lines = [f"{words['verdict']}: {words[report.verdict.value]}    {counts}"]
    lines.append(f"  {judged_as_text(report.judged_as, lang)}")
    lines.extend(f"  {line}" for line in path_lines(report.path, lang))
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
    told_apart = shown if full else [outcome for outcome in shown if not is_in_doubt(outcome)]
    for outcome in sorted(told_apart, key=_rank):
        lines.extend(_outcome_lines(outcome, lang, SHOWN if full or outcome.counts_as != "advice" else 1))
        lines.extend(_examined_line(outcome, words) if full else ())
    lines.extend([] if full else _doubt_lines(shown, lang))
    lines.extend([] if full else _unsure_line(report, words))
    lines.extend(f"  {line}" for line in near_lines(report, lang, is_listed=near))
    lines.extend(f"  {line}" for line in waiver_lines(report, lang))
    lines.append(words["banner"])
    return "\n".join(lines)


def assumptions_text(report: Report, lang: str) -> str:
    """Every assumption of the drawing, one a line."""
    return "\n".join((f"{WORDS[lang]['assumptions']}:", *(f"  - {one.text(lang)}" for one in report.assumptions)))


def _pack_lines(report: Report, lang: str) -> list[str]:
    """What packs are worth that are not plainly in force, or not everywhere."""
    told = [pack for pack in report.packs if pack.status != "in_force" or pack.jurisdiction]
    rows = [(pack.title_zh, pack.status_zh) if lang == "zh" else (pack.title_en, pack.status_en) for pack in told]
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
    """Whether an outcome is told without being asked for: not what only a recalled or our own figure advises."""
    return outcome.verdict in (Verdict.FAIL, Verdict.BLOCKED) and not _is_unsure(outcome)


def _is_unsure(outcome: Outcome) -> bool:
    is_unsure = outcome.confidence in (Confidence.RECALLED, Confidence.OWN)
    return is_unsure and not outcome.decides and outcome.verdict in (Verdict.FAIL, Verdict.BLOCKED)


def _unsure_line(report: Report, words: dict[str, str]) -> list[str]:
    count = sum(_is_unsure(outcome) for outcome in report.outcomes)
    return ["  " + words["unsure"].format(n=count)] if count else []


def _doubt_lines(outcomes: Sequence[Outcome], lang: str) -> list[str]:
    """What cannot be judged because of the drawing, the clauses of one reason together."""
    words, lines = WORDS[lang], []
    for group in doubts_in(outcomes):
        count = words["clauses"].format(n=len(group.outcomes))
        lines.append(f"  [{words['blocked']}] {count}  {note_sentence(group.reason).text(lang)}")
        lines.extend(wrap(", ".join(group.clauses), DOUBT_COLUMNS, initial_indent=" " * 6, subsequent_indent=" " * 6))
    return lines


def _rank(outcome: Outcome) -> tuple[int, str]:
    order = ("fail", "blocked", "waived", "advice", "manual", "not_applicable", "pass")
    return (order.index(outcome.counts_as), outcome.clause)


def _outcome_lines(outcome: Outcome, lang: str, most: int) -> list[str]:
    words = WORDS[lang]
    says = outcome.says_zh if lang == "zh" else outcome.says_en
    lines = [f"  [{words[outcome.counts_as]}] {outcome.clause}  {says}"]
    speaking = [finding for finding in outcome.findings if not finding.passed]
    for finding in speaking[:most]:
        lines.append(f"      {finding_text(finding, lang)}")
    if len(speaking) > most:
        lines.append("      " + words["more"].format(n=len(speaking) - most))
    if outcome.note and not speaking:
        lines.append(f"      {note_sentence(outcome.note).text(lang)}")
    return lines


def _examined_line(outcome: Outcome, words: dict[str, str]) -> list[str]:
    """How many things were examined, and within what tolerance they were held to their limit."""
    if not outcome.findings:
        return []
    limit = outcome.findings[0].limit
    tolerance = f"{limit.tolerance:g} {limit.unit}".rstrip() if limit.tolerance >= LEAST_TOLERANCE else words["none"]
    return [f"      {words['examined']} {outcome.examined} · {words['tolerance']} {tolerance}"]


def finding_text(finding: Finding, lang: str) -> str:
    """Who, what was measured, what is asked, or what the drawing does not say."""
    who, words = ", ".join(finding.subjects), WORDS[lang]
    if finding.blocked:
        return f"{who}: {note_sentence(finding.blocked).text(lang)}{_waived(finding, lang)}"
    shown = measured_words(finding.measured, lang)
    asked = (
        words["yes"] if finding.limit.demand is Demand.CONNECTED else f"{finding.limit.text()} {finding.limit.unit}".rstrip()
    )
    basis = f" ({words['declared']})" if finding.is_declared else ""
    note = f"  {note_sentence(finding.note).text(lang)}" if finding.note else ""
    return f"{who}: {shown}{basis}, {words['needs']} {asked}{note}{_waived(finding, lang)}"


def _waived(finding: Finding, lang: str) -> str:
    return f"  [{waived_mark(finding.waiver).text(lang)}]" if finding.waiver else ""


def measured_words(measured: Measured, lang: str) -> str:
    """A measured value as text, without its unit."""
    words = WORDS[lang]
    if measured is None:
        return words["nothing"]
    if isinstance(measured, bool):
        return words["yes"] if measured else words["no"]
    return ", ".join(measured) or words["nothing"] if isinstance(measured, tuple) else f"{measured:.2f}"


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
