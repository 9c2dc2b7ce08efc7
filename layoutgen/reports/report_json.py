"""A report as JSON: the promised shape, the same bytes for the same report."""

import json
from collections.abc import Mapping

from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.limit import Measured
from layoutgen.model.report import Finding, JudgedBy, Outcome, Report
from layoutgen.model.scores import Score, scores_of
from layoutgen.model.snapshot import rounded
from layoutgen.reports.communities import community_json
from layoutgen.reports.given import given_fields
from layoutgen.reports.json_values import Json
from layoutgen.reports.judged_as import judged_as_json
from layoutgen.reports.path_taken import path_json
from layoutgen.reports.waivers import waivers_json

SCHEMA = "layoutgen-report/1"
NEAR_SHOWN = 10  # near misses of a clause that are told one by one, the nearest first


def report_json(report: Report, given: Mapping[str, Json], more: Mapping[str, Json] | None = None) -> str:
    """Text of `report.json`.

    Parameters
    ----------
    given
        What was judged: name and sha256 of the drawing, and the brief where one is known; stands under ``input``.
    more
        Further fields at the end, such as what changed ``against`` an earlier report.
    """
    document: dict[str, Json] = {
        "schema": SCHEMA,
        "verdict": report.verdict.value,
        "counts": dict(report.counts()),
        "judged_as": dict(judged_as_json(report.judged_as)),
        "path": path_json(report.path),
        "packs": [_pack(pack) for pack in report.packs],
        **given_fields(dict(report.conditions), report.overrides),
        "scores": [_score(score) for score in scores_of(report)],
        "outcomes": [outcome_fields(outcome) for outcome in report.outcomes],
        **waivers_json(report),
        "communities": [community_json(community) for community in report.communities],
        "indicators": dict(report.indicators),
        "facilities": [_facility(line) for line in report.facilities],
        "assumptions": [assumption.en for assumption in report.assumptions],
        "assumptions_zh": [assumption.zh for assumption in report.assumptions],
        "banner": BANNER_EN + " " + BANNER_ZH,
        "input": dict(given),
        **(more or {}),
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


BANNER_EN = "A draft check by layoutgen; it replaces no official plan review (审图) and no official sunlight report."
BANNER_ZH = "本报告为方案自查,不代替施工图审查与官方日照分析报告。"


def _pack(pack: JudgedBy) -> Json:
    return {
        "name": pack.name,
        "title_zh": pack.title_zh,
        "title_en": pack.title_en,
        "status": pack.status,
        "status_zh": pack.status_zh,
        "status_en": pack.status_en,
        "jurisdiction": pack.jurisdiction,
    }


def _facility(line: FacilityLine) -> Json:
    return {
        "kind": line.kind,
        "ids": list(line.ids),
        "floor_area_m2": line.floor_area_m2,
        "land_m2": line.land_m2,
        "clause": line.clause,
        "owner": line.owner,
        "handover": line.handover,
        "standalone": line.standalone,
        "off_site": line.is_off_site,
    }


def _score(score: Score) -> Json:
    return {
        "pack": score.pack,
        "group": score.group,
        "reached": score.reached,
        "judged": score.judged,
        "of": score.of,
    }


def outcome_fields(outcome: Outcome) -> dict[str, Json]:
    """Fields of an outcome as in `report.json`."""
    worst = outcome.findings[0] if outcome.findings else None
    subjects: list[Json] = [finding_fields(finding) for finding in outcome.findings if not finding.passed]
    return {
        "clause": outcome.clause,
        "pack": outcome.pack,
        "force": outcome.force.value,
        "decides": outcome.decides,
        "verdict": outcome.verdict.value,
        "counts_as": outcome.counts_as,
        "waivers": list(outcome.waivers),
        "basis": _basis(outcome),
        "measured": _measured(worst.measured) if worst else None,
        "limit": worst.limit.text() if worst else None,
        "unit": worst.limit.unit if worst else "",
        "margin": rounded(worst.limit.margin(worst.measured)) if worst else None,
        "tolerance": worst.limit.tolerance if worst else None,
        "examined": outcome.examined,
        "worst": finding_fields(worst) if worst else None,
        "subjects": subjects,
        "near": len(outcome.near_misses),
        "near_misses": [finding_fields(finding) for finding in outcome.near_misses[:NEAR_SHOWN]],
        "source": outcome.source,
        "confidence": outcome.confidence.value,
        "method": outcome.method,
        "says_zh": outcome.says_zh,
        "says_en": outcome.says_en,
        "note": outcome.note,
    }


def _basis(outcome: Outcome) -> str:
    if any(finding.is_off_site for finding in outcome.findings):
        return "off_site"
    is_declared = any(finding.is_declared for finding in outcome.findings)
    return "declared" if is_declared else "measured"


def finding_fields(finding: Finding) -> dict[str, Json]:
    """Fields of one thing examined: the evidence that it can be looked up by."""
    return {
        "ids": list(finding.subjects),
        "state": finding.state,
        "measured": _measured(finding.measured),
        "limit": finding.limit.text(),
        "margin": rounded(finding.limit.margin(finding.measured)),
        "at": list(finding.at) if finding.at else None,
        "note": finding.blocked or finding.note,
        "waiver": finding.waiver or None,
        "fingerprint": finding.fingerprint,
    }


def _measured(value: Measured) -> Json:
    if isinstance(value, tuple):
        return list(value)
    return value if isinstance(value, bool) or value is None else rounded(value)
