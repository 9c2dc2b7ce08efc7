"""The judgement: every clause in force held against a plan, and the report of it."""

from layoutgen.indicators.table import indicator_table
from layoutgen.model.plan import Plan
from layoutgen.model.report import Finding, Inapplicable, Outcome, Report, Verdict, worst_first
from layoutgen.standards.clause import Clause, Standard
from layoutgen.standards.load import DRAWING_PACK
from layoutgen.standards.measures import MANUAL
from layoutgen.standards.scope import why_out_of_scope
from layoutgen.validator.registry import RULES


def check_plan(plan: Plan, standard: Standard) -> Report:
    """Judge a plan, clause by clause.

    Raises
    ------
    KeyError
        If a clause names a measure that no rule takes: our own fault, the loader knows only measures with a rule.
    """
    return Report(
        outcomes=tuple(judge_clause(plan, clause) for clause in standard.clauses),
        indicators=() if plan.boundary.is_empty else indicator_table(plan),
        assumptions=plan.facts.assumptions,
    )


def judge_clause(plan: Plan, clause: Clause) -> Outcome:
    """Outcome of one clause."""
    reason = why_out_of_scope(clause, plan.facts)
    if reason:
        return _outcome(clause, Verdict.NOT_APPLICABLE, note=reason)
    if clause.measure == MANUAL:
        return _outcome(clause, Verdict.MANUAL, note=clause.says_en)
    if plan.boundary.is_empty and clause.pack != DRAWING_PACK:
        return _outcome(clause, Verdict.BLOCKED, note="the drawing has no red line to measure by")
    results = tuple(RULES[clause.measure](plan, clause))
    findings = worst_first(result for result in results if isinstance(result, Finding))
    reasons = sorted({result.reason for result in results if isinstance(result, Inapplicable)})
    return _outcome(clause, verdict_of(findings), findings, "; ".join(reasons))


def verdict_of(findings: tuple[Finding, ...]) -> Verdict:
    """Verdict of the things examined: one failure fails, one silence blocks, nothing examined never passes."""
    if not findings:
        return Verdict.NOT_APPLICABLE
    if any(not finding.passed and not finding.blocked for finding in findings):
        return Verdict.FAIL
    return Verdict.BLOCKED if any(finding.blocked for finding in findings) else Verdict.PASS


def _outcome(clause: Clause, verdict: Verdict, findings: tuple[Finding, ...] = (), note: str = "") -> Outcome:
    return Outcome(
        clause=clause.id,
        pack=clause.pack,
        force=clause.force,
        decides=clause.decides,
        may_block=clause.may_block,
        verdict=verdict,
        findings=findings,
        source=f"{clause.source}, {clause.where} ({clause.confidence.value})" if clause.where else clause.source,
        method=clause.method,
        says_zh=clause.says_zh,
        says_en=clause.says_en,
        note=note or ("" if findings else "nothing to examine"),
    )
