"""Sheet 条文: every clause with what it asks, what was measured, the margin, the verdict and the source."""

from layoutgen.model.count_words import COUNTS_ZH
from layoutgen.model.limit import Demand, Limit, Measured
from layoutgen.model.report import Outcome, Report
from layoutgen.reports.waivers import waiver_lines
from layoutgen.reports.xlsx.formula import lesser
from layoutgen.reports.xlsx.names import BASES, CONFIDENCES, FORCES, yes
from layoutgen.reports.xlsx.table import Cell, Column, Line, Table, new_line

COLUMNS = (
    Column(key="clause", zh="条文", en="clause", width=24.0),
    Column(key="pack", zh="标准包", en="pack", width=14.0),
    Column(key="says", zh="要求", en="in Chinese", width=44.0, form="wrap"),
    Column(key="says_en", zh="英文", en="in English", width=44.0, form="wrap"),
    Column(key="force", zh="用词", en="force", width=10.0),
    Column(key="decides", zh="决定结论", en="decides", width=9.0),
    Column(key="verdict", zh="结论", en="verdict", width=10.0),
    Column(key="basis", zh="依据", en="basis", width=9.0),
    Column(key="asked", zh="限值", en="required", width=16.0),
    Column(key="low", zh="下限", en="at least", width=10.0, form="0.####"),
    Column(key="high", zh="上限", en="at most", width=10.0, form="0.####"),
    Column(key="measured", zh="实际（最不利）", en="provided (worst)", width=14.0, form="0.####"),
    Column(key="unit", zh="单位", en="unit", width=10.0),
    Column(key="margin", zh="余量", en="margin", width=10.0, form="0.####;[Red]-0.####;0"),
    Column(key="tolerance", zh="容差", en="tolerance", width=10.0, form="0.####"),
    Column(key="who", zh="最不利对象", en="worst", width=22.0, form="wrap"),
    Column(key="examined", zh="检查数", en="examined", width=9.0, form="0"),
    Column(key="short", zh="不满足数", en="not met", width=9.0, form="0"),
    Column(key="near", zh="接近限值数", en="near misses", width=9.0, form="0"),
    Column(key="waiver", zh="豁免", en="waiver", width=9.0),
    Column(key="source", zh="出处", en="source", width=44.0, form="wrap"),
    Column(key="confidence", zh="可信度", en="confidence", width=9.0),
    Column(key="method", zh="量测方法", en="how it is measured", width=44.0, form="wrap"),
    Column(key="note", zh="说明", en="note", width=44.0, form="wrap"),
)
LEAST_TOLERANCE = 1e-6  # what is less is floating point only
SHOWN = 3  # things named in a cell


def clauses_table(report: Report) -> Table:
    """One line an outcome, as in `report.json`; margins follow a bound or a figure that is changed, verdicts do not."""
    rows = tuple(_row(outcome, number) for number, outcome in enumerate(report.outcomes))
    return Table(
        name="条文",
        title="条文核查表",
        title_en="Clause by clause",
        columns=COLUMNS,
        rows=rows,
        count=len(rows),
        notes=tuple(waiver_lines(report, "zh")),
    )


def _row(outcome: Outcome, number: int) -> tuple[Cell, ...]:
    line = new_line(
        COLUMNS,
        number,
        clause=outcome.clause,
        pack=outcome.pack,
        says=outcome.says_zh,
        says_en=outcome.says_en,
        force=FORCES[outcome.force],
        decides=yes(outcome.decides),
        verdict=COUNTS_ZH[outcome.counts_as],
        examined=float(outcome.examined),
        short=float(sum(not finding.passed for finding in outcome.findings)),
        near=float(len(outcome.near_misses)),
        waiver="、".join(f"第 {number} 条" for number in outcome.waivers),
        source=outcome.source,
        confidence=CONFIDENCES[outcome.confidence],
        method=outcome.method,
        note=outcome.note,
    )
    if outcome.findings:
        _worst(line, outcome)
    return line.done()


def _worst(line: Line, outcome: Outcome) -> None:
    worst = outcome.findings[0]
    is_off_site = any(finding.is_off_site for finding in outcome.findings)
    is_declared = any(finding.is_declared for finding in outcome.findings)
    line.put("basis", BASES["off_site" if is_off_site else "declared" if is_declared else "measured"])
    line.put("asked", asked_text(worst.limit))
    line.put("unit", worst.limit.unit)
    line.put("tolerance", worst.limit.tolerance if worst.limit.tolerance >= LEAST_TOLERANCE else 0.0)
    line.put("who", ", ".join(worst.subjects[:SHOWN]) + (" …" if len(worst.subjects) > SHOWN else ""))
    line.put("note", worst.blocked or worst.note or outcome.note)
    for key, bound in (("low", worst.limit.low), ("high", worst.limit.high)):
        if bound is not None:
            line.ask(key, bound)
    if worst.limit.margin(worst.measured) is None or not isinstance(worst.measured, float | int):
        line.put("measured", measured_text(worst.measured))
        return
    line.ask("measured", float(worst.measured))
    _margin(line, worst.limit)


def _margin(line: Line, limit: Limit) -> None:
    """Distance inside the nearer bound; a figure without end has none."""
    if isinstance(line.cells["measured"].value, str):
        return
    above = None if limit.low is None else line.here("measured") - line.here("low")
    below = None if limit.high is None else line.here("high") - line.here("measured")
    bounds = [room for room in (above, below) if room is not None]
    line.compute("margin", lesser(*bounds) if len(bounds) == 2 else bounds[0])


def asked_text(limit: Limit) -> str:
    """A bound as people write it in Chinese."""
    if limit.demand is Demand.CONNECTED:
        return "是"
    if limit.demand is Demand.MANUAL:
        return "人工核查"
    return limit.text().replace(">= ", "≥").replace("<= ", "≤")


def measured_text(measured: Measured) -> str:
    """A measured thing that is no number: a word, words, or nothing."""
    if measured is None:
        return "无"
    if isinstance(measured, bool):
        return yes(measured)
    return ", ".join(measured) or "无" if isinstance(measured, tuple) else ""
