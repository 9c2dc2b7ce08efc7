"""Sheet 街坊: the indicators of every block 居住街坊综合技术指标, in the order of GB 50180 table A.0.3."""

from layoutgen.indicators.green import Greens, green_ratio
from layoutgen.indicators.intensity import covered_m2
from layoutgen.indicators.land import block_area_m2, buildings_of
from layoutgen.model.plan import Block, Plan
from layoutgen.reports.xlsx.formula import Expr, constant, total, total_where
from layoutgen.reports.xlsx.stalls import SURFACE
from layoutgen.reports.xlsx.table import Cell, Column, Line, Table, column_cells, computed, new_line

COLUMNS = (
    Column(key="id", zh="街坊", en="block", width=10.0),
    Column(key="area", zh="用地面积 ㎡", en="land m2", width=13.0, form="#,##0.00"),
    Column(key="far", zh="容积率", en="FAR", width=9.0, form="0.000"),
    Column(key="floor", zh="地上建筑面积 ㎡", en="floor area m2", width=14.0, form="#,##0.00"),
    Column(key="housing", zh="其中住宅楼 ㎡", en="of housing m2", width=14.0, form="#,##0.00"),
    Column(key="covered", zh="建筑基底 ㎡", en="under footprints m2", width=13.0, form="#,##0.00"),
    Column(key="density", zh="建筑密度", en="density", width=9.0, form="0.00%"),
    Column(key="houses", zh="住宅基底 ㎡", en="housing footprints m2", width=13.0, form="#,##0.00"),
    Column(key="storeys", zh="住宅平均层数", en="average storeys", width=11.0, form="0.00"),
    Column(key="green", zh="绿地 ㎡", en="green m2", width=12.0, form="#,##0.00"),
    Column(key="green_ratio", zh="绿地率", en="green ratio", width=9.0, form="0.00%"),
    Column(key="central", zh="集中绿地 ㎡", en="central green m2", width=12.0, form="#,##0.00"),
    Column(key="dwellings", zh="住宅套数", en="dwellings", width=9.0, form="0"),
    Column(key="people", zh="居住人数", en="people", width=10.0, form="0.0"),
    Column(key="central_each", zh="人均集中绿地 ㎡", en="central green per person", width=14.0, form="0.000"),
    Column(key="height", zh="最大高度 m", en="highest m", width=10.0, form="0.00"),
    Column(key="stalls", zh="停车位", en="stalls", width=9.0, form="0"),
    Column(key="surface", zh="其中地面", en="on the surface", width=9.0, form="0"),
)
SUMS = ("area", "floor", "housing", "covered", "houses", "green", "central", "dwellings", "people", "stalls", "surface")
LEAST_M2 = 1e-6  # less than this is no difference of two areas


def blocks_table(plan: Plan, greens: Greens, buildings: Table, parking: Table) -> Table:
    """One line a block; its buildings and garages are those that name it on their own sheets."""
    rows = []
    for number, block in enumerate(plan.blocks):
        line = new_line(COLUMNS, number, id=block.id)
        line.ask("area", block_area_m2(block))
        _built(line, plan, block, buildings)
        line.ask("green", green_ratio(block.outline, greens.counted) * block_area_m2(block))
        line.ask("central", sum(float(piece.area) for piece in greens.central[block.id]))
        line.put("height", max((b.planning_height_m for b in buildings_of(plan, block)), default=0.0))
        here = (parking.cells("place"), line.name("id"))
        line.compute("stalls", total_where(parking.cells("stalls"), here))
        line.compute("surface", total_where(parking.cells("stalls"), here, (parking.cells("kind"), SURFACE)))
        _ratios(line)
        rows.append(line.done())
    return Table(
        name="街坊",
        title="居住街坊综合技术指标",
        title_en="Indicators of the blocks",
        columns=COLUMNS,
        rows=(*rows, _totals(rows)),
        count=len(rows),
    )


def _built(line: Line, plan: Plan, block: Block, buildings: Table) -> None:
    here = (buildings.cells("place"), line.name("id"))
    homes = (buildings.cells("housing"), "是")
    line.compute("floor", total_where(buildings.cells("floor"), here))
    line.compute("housing", total_where(buildings.cells("floor"), here, homes))
    prints = total_where(buildings.cells("footprint"), here)
    line.compute("covered", less_shared(prints, covered_m2(plan.buildings, block.outline)))
    line.compute("houses", total_where(buildings.cells("footprint"), here, homes))
    line.compute("dwellings", total_where(buildings.cells("dwellings"), here))
    line.compute("people", total_where(buildings.cells("people"), here))


def less_shared(prints: Expr, covered: float) -> Expr:
    """Ground under footprints: their sum, less what two share or what lies outside, where there is such."""
    shared = prints.value - covered
    return prints if abs(shared) < LEAST_M2 else prints - constant(round(shared, 6))


def _ratios(line: Line) -> None:
    for key, part, whole in (
        ("far", "floor", "area"),
        ("density", "covered", "area"),
        ("storeys", "housing", "houses"),
        ("green_ratio", "green", "area"),
        ("central_each", "central", "people"),
    ):
        line.compute(key, line.here(part) / line.here(whole))


def _totals(rows: list[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    line = new_line(COLUMNS, len(rows), id="合计")
    for key in SUMS:
        line.cells[key] = computed(total(column_cells(COLUMNS, rows, key)))
    _ratios(line)
    return line.done()
