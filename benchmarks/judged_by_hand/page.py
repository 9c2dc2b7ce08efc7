"""The page of a drawing: its picture, its figures, and every clause with the hand's verdict beside ours."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from benchmarks.judged_by_hand.by_hand import HandVerdict
from benchmarks.judged_by_hand.pieces import Drawing
from layoutgen.jobs.validate import Judged
from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Plan
from layoutgen.model.report import Outcome

WORDS = {
    "pass": "合格 pass",
    "fail": "不合格 fail",
    "advice": "提示 advice",
    "blocked": "无法判断 blocked",
    "manual": "人工 manual",
    "not_applicable": "不适用 n/a",
}


def page_of(drawing: Drawing, by_hand: Sequence[HandVerdict], judged: Judged, windows: str = "") -> str:
    """The whole page as Markdown."""
    ours = {outcome.clause: outcome for outcome in judged.report.outcomes}
    single = [row for row in by_hand if not row.why]
    shared = [row for row in by_hand if row.why]
    parts = [
        f"# {drawing.title_zh} {drawing.title_en}",
        _opening(drawing, judged),
        f"![{drawing.title_en}]({drawing.name}.svg)",
        "## 图上数据 Figures of the drawing",
        _table(("项目", "Figure", "数值"), _figures(drawing.plan)),
        "## 逐条 Clause by clause",
        _agreement(by_hand, ours),
        _table(
            ("条文 Clause", "要求 Asked", "手算 Measured by hand", "手判 By hand", "本软件 Ours"),
            [_row(row, ours[row.clause]) for row in single],
        ),
        "### 同一理由的条文 Clauses that share a reason",
        _table(("手判 By hand", "理由 Reason", "条文 Clauses", "本软件 Ours"), _shared_rows(shared, ours)),
        windows,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _opening(drawing: Drawing, judged: Judged) -> str:
    packs, name = ", ".join(f"`{pack}`" for pack in judged.plan.facts.packs), drawing.name
    return (
        f"[{name}.dxf]({name}.dxf), judged by {packs}. The hand's part of this page is [{name}.toml]({name}.toml); "
        "ours is written by `python -m benchmarks.judged_by_hand`, and a test holds the two together."
    )


def _agreement(by_hand: Sequence[HandVerdict], ours: dict[str, Outcome]) -> str:
    agreed = sum(row.verdict == ours[row.clause].counts_as for row in by_hand)
    single = sum(not row.why for row in by_hand)
    return (
        f"{len(by_hand)} clauses in force: {single} measured by hand, {len(by_hand) - single} with a reason shared. "
        f"The same verdict: {agreed} of {len(by_hand)}. 手判 by hand: {_counts(by_hand)}."
    )


def _figures(plan: Plan) -> list[tuple[str, ...]]:
    homes = [b for b in plan.buildings if b.use is BuildingUse.DWELLING]
    count = sum(b.dwellings for b in homes)
    floors = sum(b.floor_area_m2 for b in plan.buildings)
    storeys = ", ".join(f"{b.id} {b.storeys}F" for b in homes)
    return [
        ("用地", "Site", f"{plan.boundary.area:,.0f} ㎡"),
        ("住宅", "Dwelling buildings", storeys),
        ("户数、人口", "Dwellings, people", f"{count} 户, {plan.facts.people} 人 ({plan.facts.household_size} 人/户)"),
        ("地上建筑面积", "Floor area above ground", f"{floors:,.0f} ㎡ (住宅 {sum(b.floor_area_m2 for b in homes):,.0f} ㎡)"),
        ("容积率", "FAR", f"{floors / plan.boundary.area:.3f}"),
        ("地面车位", "Surface stalls", str(len(plan.stalls))),
        ("地点", "Place", f"Xi'an 西安, {plan.facts.place.latitude_deg}° N, zone {plan.facts.place.climate_zone}"),
    ]


def _row(row: HandVerdict, ours: Outcome) -> tuple[str, ...]:
    told = "" if row.measured is None or not ours.findings else _number(ours.findings[0].measured)
    mark = "" if row.verdict == ours.counts_as else "**≠** "
    return (
        f"`{row.clause}`<br>{ours.says_zh}",
        row.asked,
        row.sum,
        WORDS[row.verdict],
        f"{mark}{WORDS[ours.counts_as]}{told}",
    )


def _number(measured: object) -> str:
    return (
        f" ({measured:.4g})"
        if isinstance(measured, float) and measured % 1
        else f" ({measured:g})"
        if isinstance(measured, float)
        else ""
    )


def _shared_rows(shared: Sequence[HandVerdict], ours: dict[str, Outcome]) -> list[tuple[str, ...]]:
    rows = []
    for (verdict, zh, en), group in groupby(shared, key=lambda row: (row.verdict, row.why_zh, row.why)):
        clauses = [row.clause for row in group]
        said = sorted({WORDS[ours[clause].counts_as] for clause in clauses})
        rows.append((WORDS[verdict], f"{zh}<br>{en}", ", ".join(f"`{clause}`" for clause in clauses), ", ".join(said)))
    return rows


def _counts(by_hand: Iterable[HandVerdict]) -> str:
    return ", ".join(f"{WORDS[word]} {n}" for word, n in Counter(row.verdict for row in by_hand).most_common())


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
