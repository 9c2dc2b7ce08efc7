"""Handles in the drawing's file of what a report names as not met, or only just: where to look with a CAD program."""

from collections.abc import Mapping

from layoutgen.model.reading import Reading
from layoutgen.model.report import Report
from layoutgen.reports.json_values import Json
from layoutgen.reports.report_json import NEAR_SHOWN


def named_handles(report: Report, reading: Reading) -> Mapping[str, tuple[str, ...]]:
    """Handles by id, sorted, of the things that findings name; empty where the file has none."""
    named: set[str] = set()
    for outcome in report.outcomes:
        told = [finding for finding in outcome.findings if not finding.passed]
        for finding in (*told, *outcome.near_misses[:NEAR_SHOWN]):
            named.update(finding.subjects)
    handles = reading.handles()
    return {name: handles[name] for name in sorted(named & handles.keys())}


def handles_json(report: Report, reading: Reading) -> Json:
    """Field ``input.handles`` of `report.json`."""
    return {name: list(handles) for name, handles in named_handles(report, reading).items()}
