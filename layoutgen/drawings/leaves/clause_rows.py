"""Rows of 条文核对表: the standard's own clauses whole, of the other packs what decides and every breach."""

import re
from collections.abc import Iterator, Mapping

from layoutgen.drawings.building_names import names_of_things
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.leaves.clause_words import asked_text, found_text, margin_text, source_text
from layoutgen.drawings.pages import Anchor
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.model.count_words import COUNTS_ZH
from layoutgen.model.plan import Plan
from layoutgen.model.report import Outcome, Report, Verdict

WHOLE = "crc-2020"  # a row each, whatever the verdict
FAMILIES = ("facility.", "lot.", "ground.", "spot.", "way.", "building.")  # whose kinds may be the subject
OTHERS = {"site": "用地", "drawing": "图纸", "people": "人口"}
LEAST_MM = (44.0, 106.0, 34.0, 34.0, 22.0, 18.0, 38.0)  # the source has the rest
HEADS = ("条文", "要求", "限值", "实测（最不利）", "余量", "结论", "对象", "依据")
ANCHORS: tuple[Anchor, ...] = ("left", "left", "middle", "middle", "right", "middle", "left", "left")


def clause_table(report: Report, plan: Plan, profile: Profile, width_mm: float) -> Table:
    """Clauses by pack; a note at the end says what is left out."""
    widths = (*LEAST_MM, width_mm - sum(LEAST_MM))
    columns = tuple(
        Column(head=head, width_mm=width, anchor=anchor) for head, width, anchor in zip(HEADS, widths, ANCHORS, strict=True)
    )
    return Table(title="条文核对表", columns=columns, rows=tuple(_rows(report, plan, profile)))


def _rows(report: Report, plan: Plan, profile: Profile) -> Iterator[Row]:
    shown = [outcome for outcome in report.outcomes if _is_shown(outcome)]
    names = {layer.holds.partition(".")[2]: layer.zh for layer in profile.layers if layer.holds.startswith(FAMILIES)}
    names |= OTHERS | names_of_things(plan, profile)
    titles = {pack.name: pack.title_zh for pack in report.packs}
    for pack in dict.fromkeys(outcome.pack for outcome in shown):
        yield Row(cells=(titles.get(pack, pack),), is_heading=True)
        of_pack = sorted((outcome for outcome in shown if outcome.pack == pack), key=lambda outcome: _natural(outcome.clause))
        yield from (_row(outcome, names) for outcome in of_pack)
    left = len(report.outcomes) - len(shown)
    if left:
        yield Row(cells=(f"另有 {left} 条不适用、或不起决定作用且已满足或须人工核查，见 report.json。",), is_heading=True)


def _is_shown(outcome: Outcome) -> bool:
    if outcome.verdict is Verdict.NOT_APPLICABLE:
        return False
    return outcome.decides or outcome.pack == WHOLE or outcome.verdict in (Verdict.FAIL, Verdict.BLOCKED)


def _natural(clause: str) -> list[tuple[int, str]]:
    """Order in which 2 comes before 10."""
    return [(int(part) if part.isdecimal() else -1, part) for part in re.split(r"(\d+)", clause)]


def _subject(outcome: Outcome, names: Mapping[str, str]) -> str:
    """The worst thing examined, and of how many."""
    if not outcome.findings or not outcome.findings[0].subjects:
        return "—"
    first = outcome.findings[0].subjects[0]
    more = f" 等 {len(outcome.findings)} 处" if len(outcome.findings) > 1 else ""
    return names.get(first, first) + more


def _row(outcome: Outcome, names: Mapping[str, str]) -> Row:
    worst = outcome.findings[0] if outcome.findings else None
    return Row(
        is_strong=outcome.counts_as in ("fail", "blocked"),
        cells=(
            outcome.clause,
            outcome.says_zh,
            asked_text(worst),
            found_text(worst),
            margin_text(worst),
            COUNTS_ZH[outcome.counts_as],
            _subject(outcome, names),
            source_text(outcome.source),
        ),
    )
