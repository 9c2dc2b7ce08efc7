"""The judgement: every clause in force held against a plan, and the report of it."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from layoutgen.indicators.communities import community_plans
from layoutgen.indicators.facility_table import facility_table
from layoutgen.indicators.green import Greens
from layoutgen.indicators.table import indicator_table
from layoutgen.model.brief import Conditions
from layoutgen.model.plan import Plan
from layoutgen.model.report import (
    CommunityReport,
    Finding,
    Inapplicable,
    JudgedAs,
    JudgedBy,
    Outcome,
    Override,
    PathTaken,
    Report,
    Verdict,
    worst_first,
)
from layoutgen.processes import ALONE, Crew
from layoutgen.standards.clause import Clause, Pack, Standard
from layoutgen.standards.community import community_size
from layoutgen.standards.existing import is_advice
from layoutgen.standards.load import DRAWING_PACK
from layoutgen.standards.measures import MANUAL
from layoutgen.standards.off_site import off_site_terms
from layoutgen.standards.scope import circumstances_of_plan, outranked_by, why_out_of_scope
from layoutgen.sunlight.position import has_winter_sun
from layoutgen.validator.alternatives import settle_alternatives
from layoutgen.validator.doubt import doubts_of, outcomes_in_doubt
from layoutgen.validator.evidence import with_evidence
from layoutgen.validator.hearing import deaf
from layoutgen.validator.joined import join_outcomes
from layoutgen.validator.judgement import central_greens, green, judging
from layoutgen.validator.off_site import counting_plan, judged_off_site, path_of
from layoutgen.validator.reach_shares import reach_shares
from layoutgen.validator.registry import RULES

SUN_MEASURES = (
    *("sun.dwelling_hours", "sun.elderly_hours", "sun.every_point_hours", "sun.neighbour_hours", "sun.playroom_hours"),
    *("central_green.sun_share", "facility.ground_sun_share"),
)
APART = ("fire.",)  # measures that take a third of the time
ABOUT_FACILITIES = ("facility.", "lot.", "ground.", "garden.")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One community to be judged by the clauses that speak of one."""

    plan: Plan
    standard: Standard
    clauses: tuple[Clause, ...]


def check_plan(plan: Plan, standard: Standard, crew: Crew = ALONE) -> Report:
    """Judge a plan, clause by clause; of a divided site every community by itself, and what speaks of the whole on the whole.

    Parameters
    ----------
    crew
        Processes that judge communities side by side; the report is the same whatever their number.

    Raises
    ------
    KeyError
        If a clause names a measure that no rule takes: our own fault, the loader knows only measures with a rule.
    """
    report = _checked(plan, standard, crew)
    return replace(report, outcomes=with_evidence(report.outcomes, plan, standard))


def _checked(plan: Plan, standard: Standard, crew: Crew) -> Report:
    path = path_taken(plan, standard)
    if not plan.communities:
        report = _judged_report(counting_plan(plan, path), standard, standard.clauses, crew)
        return replace(report, path=_counted(path, report.outcomes, standard))
    plan = replace(plan, off_site=())  # a community of a divided site is fully equipped
    own = tuple(clause for clause in standard.clauses if not clause.is_of_site)
    of_site = tuple(clause for clause in standard.clauses if clause.is_of_site)
    cases = [_Case(plan=part, standard=standard, clauses=own) for part in community_plans(plan)]
    reports = crew.each(_judged_case, cases)
    communities = tuple(
        CommunityReport(id=one.id, people=one.people, report=report)
        for one, report in zip(plan.communities, reports, strict=True)
    )
    whole = {outcome.clause: outcome for outcome in _outcomes(plan, standard, of_site)}
    by_clause = zip(*(community.report.outcomes for community in communities), strict=True)
    names = tuple(community.id for community in communities)
    joined = {same[0].clause: join_outcomes(tuple(zip(names, same, strict=True))) for same in by_clause}
    outcomes = tuple((whole | joined)[clause.id] for clause in standard.clauses)
    facilities = tuple(line for one in communities for line in one.report.facilities)
    whole_report = _report(plan, standard, outcomes)
    return replace(whole_report, communities=communities, facilities=facilities, path=_counted(path, outcomes, standard))


def _counted(path: PathTaken, outcomes: Sequence[Outcome], standard: Standard) -> PathTaken:
    """Path with the clauses about facilities that are met on the site and off it, counted apart (F-61)."""
    about = {clause.id for clause in standard.clauses if clause.measure.startswith(ABOUT_FACILITIES)}
    met = [outcome for outcome in outcomes if outcome.verdict is Verdict.PASS]
    off = tuple(outcome.clause for outcome in met if any(finding.is_off_site for finding in outcome.findings))
    on = tuple(outcome.clause for outcome in met if outcome.clause in about and outcome.clause not in off)
    return replace(path, met_on_site=on, met_off_site=off)


def path_taken(plan: Plan, standard: Standard) -> PathTaken:
    """How a plan comes by its facilities: all on the site, or some off it where a clause in force lets them count."""
    terms = off_site_terms(standard, circumstances_of_plan(plan.facts))
    return path_of(plan, terms, is_below_a_community=plan.facts.people < community_size().population_low)


def _outcomes(plan: Plan, standard: Standard, clauses: Sequence[Clause], crew: Crew = ALONE) -> tuple[Outcome, ...]:
    """Outcomes of some of a standard's clauses on one plan; a process of the crew, where one has begun, takes its share."""
    lesser = outranked_by(standard, circumstances_of_plan(plan.facts))
    anew = {override.clause: override for override in standard.overrides}
    case = _Case(plan=plan, standard=standard, clauses=tuple(clauses))
    if crew.has_begun:
        apart = tuple(clause for clause in clauses if clause.measure.startswith(APART))
        others = crew.aside(_first_outcomes, replace(case, clauses=apart))
        rest = tuple(clause for clause in clauses if not clause.measure.startswith(APART))
        first = (*_first_outcomes(replace(case, clauses=rest)), *others())
    else:
        first = _first_outcomes(case)
    by_clause = {outcome.clause: outcome for outcome in first}
    found = (by_clause[clause.id] for clause in clauses)
    ranked = tuple(_overridden(_outranked(one, lesser.get(one.clause, "")), anew.get(one.clause)) for one in found)
    return settle_alternatives(ranked, standard)


def _first_outcomes(case: _Case) -> tuple[Outcome, ...]:
    """Outcomes before anything is weighed against another."""
    if doubts_of(case.plan):
        return outcomes_in_doubt(case.plan, case.clauses, judge_clause)
    with judging(case.plan):
        return tuple(judge_clause(case.plan, clause) for clause in case.clauses)


def _judged_case(case: _Case) -> Report:
    return _judged_report(case.plan, case.standard, case.clauses)


def _judged_report(plan: Plan, standard: Standard, clauses: Sequence[Clause], crew: Crew = ALONE) -> Report:
    """Report of one community, with the reach of its facilities."""
    with judging(plan):
        outcomes = _outcomes(plan, standard, clauses, crew)
        report = _report(plan, standard, outcomes)
        return report if plan.boundary.is_empty else replace(report, indicators=(*report.indicators, *reach_shares(plan)))


def _report(plan: Plan, standard: Standard, outcomes: tuple[Outcome, ...]) -> Report:
    return Report(
        outcomes=outcomes,
        conditions=_given(plan.facts.conditions),
        overrides=standard.overrides,
        packs=tuple(_judged_by(pack) for pack in standard.packs),
        indicators=()
        if plan.boundary.is_empty
        else (*indicator_table(plan, _greens(plan)), *_neighbour_hours(outcomes, standard)),
        facilities=facility_table(plan, standard),
        assumptions=plan.facts.assumptions,
        judged_as=JudgedAs(mode=plan.facts.mode.value, is_constrained=plan.facts.is_constrained),
    )


def _greens(plan: Plan) -> Greens:
    return Greens(counted=green(plan), central=central_greens(plan))


def _neighbour_hours(outcomes: Sequence[Outcome], standard: Standard) -> tuple[tuple[str, float], ...]:
    """Hours of sun that each protected neighbour and line of windows keeps, and the least of all; empty where none is."""
    asked = {clause.id for clause in standard.clauses if clause.measure == "sun.neighbour_hours"}
    findings = [finding for outcome in outcomes if outcome.clause in asked for finding in outcome.findings]
    hours = {f"neighbour_hours.{f.subjects[0]}": f.measured for f in findings if isinstance(f.measured, float)}
    least = (("neighbour_hours_least", min(hours.values())),) if hours else ()
    return (*sorted(hours.items()), *least)


def judge_clause(plan: Plan, clause: Clause) -> Outcome:
    """Outcome of one clause; of an existing community what is asked of new build is advice, where the law says so."""
    outcome = _judged(plan, clause)
    is_new_only = outcome.decides and is_advice(clause, plan.facts.mode)
    return _not_deciding(outcome, "of an existing community this is advice") if is_new_only else outcome


def _judged(plan: Plan, clause: Clause) -> Outcome:
    reason = why_out_of_scope(clause, circumstances_of_plan(plan.facts))
    if reason:
        return _outcome(clause, Verdict.NOT_APPLICABLE, note=reason)
    if clause.measure == MANUAL:
        return _outcome(clause, Verdict.MANUAL, note=clause.says_en)
    with deaf():
        has_line = not plan.boundary.is_empty
    if not has_line and clause.pack != DRAWING_PACK:
        return _outcome(clause, Verdict.BLOCKED, note="the drawing has no red line to measure by")
    if clause.measure in SUN_MEASURES and not has_winter_sun(plan.facts.place.latitude_deg):
        return _outcome(clause, Verdict.BLOCKED, note="the drawing tells no latitude between 0 and 66 degrees north")
    rule = RULES[clause.measure]
    results = judged_off_site(plan, clause, rule) or tuple(rule(plan, clause))
    findings = worst_first(result for result in results if isinstance(result, Finding))
    reasons = sorted({result.reason for result in results if isinstance(result, Inapplicable)})
    return _outcome(clause, verdict_of(findings), findings, "; ".join(reasons))


def _outranked(outcome: Outcome, by: str) -> Outcome:
    if not by or not outcome.decides:
        return outcome
    return _not_deciding(outcome, f"outranked by {by}")


def _not_deciding(outcome: Outcome, why: str) -> Outcome:
    return replace(outcome, decides=False, note="; ".join(part for part in (why, outcome.note) if part))


def _overridden(outcome: Outcome, override: Override | None) -> Outcome:
    if override is None:
        return outcome
    said = f"limit set by {override.pack}, before {override.was}: {override.reason}"
    return replace(outcome, note="; ".join(part for part in (said, outcome.note) if part))


def _given(conditions: Conditions) -> tuple[tuple[str, float], ...]:
    return tuple((name, float(value)) for name, value in asdict(conditions).items() if value is not None)


def _judged_by(pack: Pack) -> JudgedBy:
    return JudgedBy(
        name=pack.name,
        title_zh=pack.title_zh,
        title_en=pack.title_en,
        status=pack.status,
        status_zh=pack.status_zh,
        status_en=pack.status_en,
        jurisdiction=pack.jurisdiction,
        is_scoring=pack.is_scoring,
    )


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
        confidence=clause.confidence,
        method=clause.method,
        says_zh=clause.says_zh,
        says_en=clause.says_en,
        note=note or ("" if findings else "nothing to examine"),
        group=clause.group,
    )
