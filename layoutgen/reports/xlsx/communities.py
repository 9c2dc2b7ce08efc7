"""Sheet 社区: of a divided site, each community's people, verdict and headline indicators."""

from layoutgen.model.count_words import COUNTS_ZH
from layoutgen.model.report import CommunityReport, Report
from layoutgen.reports.communities import failed_clauses
from layoutgen.reports.xlsx.table import Cell, Column, Table, new_line

HEADLINES = (
    Column(key="site_m2", zh="用地面积 ㎡", en="land m2", width=14.0, form="#,##0.00"),
    Column(key="households", zh="住宅套数", en="dwellings", width=10.0, form="0"),
    Column(key="housing_floor_area_m2", zh="住宅建筑面积 ㎡", en="housing floor m2", width=14.0, form="#,##0.00"),
    Column(key="far", zh="容积率", en="FAR", form="0.000"),
    Column(key="net_far", zh="街坊容积率", en="net FAR", form="0.000"),
    Column(key="density", zh="建筑密度", en="density", form="0.00%"),
    Column(key="green_ratio", zh="绿地率", en="green ratio", form="0.00%"),
    Column(key="public_green_m2_per_person", zh="人均公共绿地 ㎡", en="public green per person", width=14.0, form="0.000"),
    Column(key="stalls_per_household", zh="户均停车位", en="stalls per household", width=12.0, form="0.000"),
    Column(key="kindergarten_classes", zh="幼儿园班数", en="kindergarten classes", width=11.0, form="0"),
)
COLUMNS = (
    Column(key="id", zh="社区", en="community"),
    Column(key="people", zh="规划居住人数", en="people", width=12.0, form="#,##0"),
    Column(key="verdict", zh="结论", en="verdict"),
    Column(key="failed", zh="不满足的条文", en="clauses not met", width=36.0, form="wrap"),
    *HEADLINES,
)


def communities_table(report: Report) -> Table:
    """One line a community, as judged by itself."""
    rows = tuple(_row(community, number) for number, community in enumerate(report.communities))
    return Table(
        name="社区",
        title="各社区指标与结论",
        title_en="Each community by itself",
        columns=COLUMNS,
        rows=rows,
        count=len(rows),
    )


def _row(community: CommunityReport, number: int) -> tuple[Cell, ...]:
    line = new_line(
        COLUMNS,
        number,
        id=community.id,
        people=float(community.people),
        verdict=COUNTS_ZH[community.report.verdict],
        failed=", ".join(failed_clauses(community.report)),
    )
    indicators = dict(community.report.indicators)
    for column in HEADLINES:
        value = indicators.get(column.key)
        if isinstance(value, float):
            line.put(column.key, value)
    return line.done()
