"""What is met by little, as text: how many clauses, and on demand each of them with its margin."""

from collections.abc import Iterator

from layoutgen.model.limit import NEAR
from layoutgen.model.report import Finding, Outcome, Report
from layoutgen.sentence import Sentence

WORDS = {
    "count": Sentence(
        en="near misses (met by less than {share:.0%} of the bound): {n} clauses",
        zh="接近限值（余量不足限值的 {share:.0%}）：{n} 条",
    ),
    "hint": Sentence(en="; validate --near lists them", zh="，用 validate --near 列出"),
    "near": Sentence(en="near", zh="近限"),
    "margin": Sentence(en="margin", zh="余量"),
    "tolerance": Sentence(en="within the tolerance of {figure} only", zh="仅在容差 {figure} 之内"),
    "more": Sentence(en="and {n} more", zh="另有 {n} 处"),
    "needs": Sentence(en="needs", zh="要求"),
}
SHOWN = 3  # things printed under a clause


def near_lines(report: Report, lang: str, *, is_listed: bool) -> Iterator[str]:
    """How many clauses are met by little; each of them, those that decide first, where they are asked for."""
    near = [outcome for outcome in report.outcomes if outcome.near_misses]
    if not near:
        return
    hint = "" if is_listed else WORDS["hint"].text(lang)
    yield WORDS["count"].text(lang).format(share=NEAR, n=len(near)) + hint
    if is_listed:
        for outcome in sorted(near, key=lambda one: (not one.decides, one.clause)):
            yield from _outcome_lines(outcome, lang)


def _outcome_lines(outcome: Outcome, lang: str) -> Iterator[str]:
    says = outcome.says_zh if lang == "zh" else outcome.says_en
    yield f"[{WORDS['near'].text(lang)}] {outcome.clause}  {says}"
    for finding in outcome.near_misses[:SHOWN]:
        yield f"    {_finding_line(finding, lang)}"
    if len(outcome.near_misses) > SHOWN:
        yield "    " + WORDS["more"].text(lang).format(n=len(outcome.near_misses) - SHOWN)


def _finding_line(finding: Finding, lang: str) -> str:
    limit, margin = finding.limit, finding.limit.margin(finding.measured) or 0.0
    measured = f"{finding.measured:.3f}" if isinstance(finding.measured, float) else str(finding.measured)
    said = f"{WORDS['margin'].text(lang)} {margin:.3f} {limit.unit}".rstrip()
    if round(margin, 3) < 0.0:
        said = WORDS["tolerance"].text(lang).format(figure=f"{limit.tolerance:g} {limit.unit}".rstrip())
    return f"{', '.join(finding.subjects)}: {measured}, {WORDS['needs'].text(lang)} {limit.text()} {limit.unit}; {said}"
