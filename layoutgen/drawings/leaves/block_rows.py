"""居住街坊综合技术指标 (GB 50180, appendix A): every block by itself; of a divided site, every community before them."""

from collections.abc import Mapping

from layoutgen.drawings.paper.leaf import Told
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.drawings.words import shorten
from layoutgen.model.plan import Block, Plan
from layoutgen.model.report import Report

NAMES = (  # columns after the first: head, indicator, form, share of the table's width
    ("用地 hm²", "area_m2", "{:.2f}", 1e-4),
    ("容积率", "far", "{:.2f}", 1.0),
    ("密度 %", "density", "{:.1f}", 100.0),
    ("绿地率 %", "green_ratio", "{:.1f}", 100.0),
    ("平均层数", "average_storeys", "{:.1f}", 1.0),
    ("户数", "households", "{:.0f}", 1.0),
    ("人数", "people", "{:.0f}", 1.0),
    ("集中绿地 ㎡", "central_green_m2", "{:.0f}", 1.0),
    ("人均 ㎡", "central_green_m2_per_person", "{:.2f}", 1.0),
)
FIRST_MM = 19.0
LAST_MM = 22.0  # of the column 最高层数/高度
TOPS = "最高 层/m"
COMMUNITY_VERDICTS = {"pass": "通过", "fail": "不通过", "blocked": "无法判定"}
LONGEST = 20


def block_table(told: Told, width_mm: float) -> Table:
    """One row a block."""
    values = {name: float(value) for name, value in told.report.indicators if isinstance(value, (int, float))}
    wide = (width_mm - FIRST_MM - LAST_MM) / len(NAMES)
    columns = (
        Column(head="街坊", width_mm=FIRST_MM),
        *(Column(head=head, width_mm=wide, anchor="right") for head, _, _, _ in NAMES),
        Column(head=TOPS, width_mm=LAST_MM, anchor="right"),
    )
    rows = tuple(_row(told.plan, block, values) for block in told.plan.blocks)
    return Table(title="居住街坊综合技术指标", columns=columns, rows=rows)


def community_table(report: Report, width_mm: float) -> Table:
    """One row a community of a divided site."""
    heads = ("社区", "人数", "结论", "不通过", "豁免", "提示")
    columns = tuple(Column(head=head, width_mm=width_mm / len(heads), anchor="middle") for head in heads)
    rows = []
    for community in report.communities:
        counts = dict(community.report.counts())
        verdict = COMMUNITY_VERDICTS[community.report.verdict.value]
        name = shorten(community.id, LONGEST)
        told = (f"{counts[count]} 条" for count in ("fail", "waived", "advice"))
        rows.append(Row(cells=(name, str(community.people), verdict, *told)))
    return Table(title="各社区核对结论", columns=columns, rows=tuple(rows))


def _row(plan: Plan, block: Block, values: Mapping[str, float]) -> Row:
    found = [values.get(f"{block.id}.{name}") for _, name, _, _ in NAMES]
    told = tuple(
        "—" if one is None else form.format(one * share) for one, (_, _, form, share) in zip(found, NAMES, strict=True)
    )
    homes = [building for building in plan.buildings if building.block == block.id]
    storeys, height = max((b.storeys for b in homes), default=0), max((b.planning_height_m for b in homes), default=0.0)
    return Row(cells=(shorten(block.id, LONGEST), *told, f"{storeys}/{height:.1f}" if homes else "—"))
