"""What the report found, for a theme: outcomes and figures of some measures, and a table of the clauses behind them."""

from collections.abc import Collection, Iterator

from layoutgen.drawings.leaves.clause_words import asked_text, found_text
from layoutgen.drawings.paper.leaf import Told
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.model.count_words import COUNTS_ZH
from layoutgen.model.report import Outcome, Verdict
from layoutgen.standards.clause import Clause

CHECKS = (
    Column(head="条文", width_mm=32.0),
    Column(head="要求", width_mm=86.0),
    Column(head="限值", width_mm=24.0, anchor="middle"),
    Column(head="最不利实测", width_mm=28.0, anchor="middle"),
    Column(head="结论", width_mm=20.0, anchor="middle"),
)


def judged_by(told: Told, measures: Collection[str]) -> Iterator[tuple[Clause, Outcome]]:
    """Clauses of some measures that were applied, with their outcomes, in the order of the packs."""
    if told.standard is None:
        return
    outcomes = {outcome.clause: outcome for outcome in told.report.outcomes}
    for clause in told.standard.clauses:
        outcome = outcomes.get(clause.id)
        if clause.measure in measures and outcome is not None and outcome.verdict is not Verdict.NOT_APPLICABLE:
            yield clause, outcome


def figures(told: Told, measure: str, **options: str) -> dict[str, float]:
    """Measured figures of a measure by every subject of a finding.

    Parameters
    ----------
    options
        Further keys that the clause must have: ``side="long"``.
    """
    found: dict[str, float] = {}
    for clause, outcome in judged_by(told, (measure,)):
        if all(clause.text(key) == value for key, value in options.items()):
            for finding in outcome.findings:
                if isinstance(finding.measured, float):
                    found |= dict.fromkeys(finding.subjects, finding.measured)
    return found


def check_table(told: Told, measures: Collection[str], title: str) -> Table:
    """Clauses of some measures that were measured: demand, bound, worst figure, verdict."""
    rows = []
    for clause, outcome in judged_by(told, measures):
        if outcome.verdict is Verdict.MANUAL:
            continue
        worst = outcome.findings[0] if outcome.findings else None
        said = (asked_text(worst), found_text(worst), COUNTS_ZH[outcome.counts_as])
        rows.append(Row(cells=(clause.id, outcome.says_zh, *said), is_strong=outcome.counts_as in ("fail", "blocked")))
    return Table(title=title, columns=CHECKS, rows=tuple(rows))
