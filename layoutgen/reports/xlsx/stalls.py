"""Sheets 停车 and 车位明细: garages with what their outline can hold, surface stalls by place, every stall."""

from layoutgen.geometry.tolerance import AREA_EPS_M2
from layoutgen.indicators.parking import (
    EV_READY,
    RESIDENT,
    ParkingFacility,
    free_outlines_m2,
    garage_levels,
    labelled_stalls,
    parking_facilities,
)
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Ground, Plan
from layoutgen.reports.xlsx.formula import constant, count_where, lesser, total, whole_part
from layoutgen.reports.xlsx.names import EV, STALL_USES, Namer, yes
from layoutgen.reports.xlsx.table import Cell, Column, Line, Table, column_cells, computed, figure, new_line
from layoutgen.standards.counting import load_counting

STALL_COLUMNS = (
    Column(key="id", zh="车位编号", en="stall", width=14.0),
    Column(key="kind", zh="类型", en="kind", width=14.0),
    Column(key="place", zh="街坊或地块", en="block or lot", width=16.0),
    Column(key="use", zh="使用者", en="used by", width=12.0),
    Column(key="resident", zh="居民车位", en="for residents", width=10.0),
    Column(key="ev", zh="充电", en="charging", width=12.0),
    Column(key="area", zh="面积 ㎡", en="area m2", width=10.0, form="0.00"),
)
PARKING_COLUMNS = (
    Column(key="id", zh="车库或停放处", en="garage or place", width=18.0),
    Column(key="kind", zh="类别", en="kind", width=12.0),
    Column(key="place", zh="街坊或地块", en="block or lot", width=16.0),
    Column(key="resident", zh="居民车位", en="for residents", width=10.0),
    Column(key="outline", zh="车库轮廓 ㎡", en="garage outline m2", width=14.0, form="#,##0.00"),
    Column(key="levels", zh="层数", en="levels", width=8.0, form="0"),
    Column(key="floor", zh="车库面积 ㎡", en="garage floor m2", width=14.0, form="#,##0.00"),
    Column(key="label", zh="标注车位", en="on the label", width=11.0, form="0"),
    Column(key="least", zh="每位至少 ㎡", en="at least m2 each", width=12.0, form="0"),
    Column(key="most", zh="容纳上限", en="holds at most", width=11.0, form="0"),
    Column(key="stalls", zh="计入车位", en="stalls that count", width=11.0, form="0"),
    Column(key="accessible", zh="无障碍", en="accessible", width=10.0, form="0"),
    Column(key="ev", zh="充电（建成或预留）", en="charging, or reserved", width=14.0, form="0"),
)
GARAGE, SURFACE = "地下车库", "地面"
NOT_SAID = "未标注"


def stalls_table(plan: Plan, name: Namer) -> Table:
    """One line a surface stall."""
    rows = tuple(
        new_line(
            STALL_COLUMNS,
            number,
            id=stall.id,
            kind=name.stall(stall.kind),
            place=stall.block or stall.lot,
            use=STALL_USES.get(stall.use, stall.use),
            resident=yes(stall.use == RESIDENT),
            ev=EV.get(stall.ev, stall.ev),
            area=float(stall.outline.area),
        ).done()
        for number, stall in enumerate(plan.stalls)
    )
    return Table(
        name="车位明细",
        title="地面机动车位明细",
        title_en="Surface stalls, one by one",
        columns=STALL_COLUMNS,
        rows=rows,
        count=len(rows),
    )


def parking_table(plan: Plan, stalls: Table) -> Table:
    """One line a garage, or the surface stalls of one place; a garage counts no more than its outline holds."""
    garages = {ground.id: ground for ground in plan.grounds if ground.kind is GroundKind.GARAGE}
    in_order = [garages[key] for key in sorted(garages)]
    free = dict(zip(sorted(garages), free_outlines_m2(in_order), strict=True))
    rows = []
    for number, parking in enumerate(parking_facilities(plan)):
        line = new_line(PARKING_COLUMNS, number, id=parking.id, resident=yes(parking.is_resident))
        if parking.is_garage:
            _garage(line, garages[parking.id], free[parking.id])
        else:
            _surface(line, parking, stalls)
        for key, said in (("accessible", parking.accessible), ("ev", parking.ev_ready)):
            if key not in line.cells:
                line.put(key, NOT_SAID if said is None else float(said))
        rows.append(line.done())
    return Table(
        name="停车",
        title="机动车停车位统计",
        title_en="Parking: garages and places",
        columns=PARKING_COLUMNS,
        rows=(*rows, _totals(rows)),
        count=len(rows),
    )


def _garage(line: Line, garage: Ground, free_m2: float) -> None:
    levels = garage_levels(garage)
    line.put("kind", GARAGE)
    line.put("place", garage.block or garage.lot)
    area, storeys = line.ask("outline", free_m2), line.ask("levels", float(levels))
    line.compute("floor", area * storeys)
    line.ask("label", float(labelled_stalls(garage)))
    line.cells["least"] = figure(load_counting().garage_m2_per_stall_least, is_input=True)
    room = area + constant(AREA_EPS_M2)
    line.compute("most", whole_part(room * storeys / line.here("least")))
    line.compute("stalls", lesser(line.here("label"), line.here("most")))


def _surface(line: Line, parking: ParkingFacility, stalls: Table) -> None:
    line.put("kind", SURFACE)
    line.put("place", parking.id)
    here = ((stalls.cells("place"), line.name("place")), (stalls.cells("resident"), line.name("resident")))
    line.put("floor", 0.0)
    line.compute("stalls", count_where(*here))
    if parking.ev_ready is not None:
        ready = [count_where(*here, (stalls.cells("ev"), EV[word])) for word in EV_READY]
        line.compute("ev", ready[0] + ready[1])


def _totals(rows: list[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    line = new_line(PARKING_COLUMNS, len(rows), id="合计")
    for key in ("floor", "stalls", "accessible", "ev"):
        line.cells[key] = computed(total(column_cells(PARKING_COLUMNS, rows, key)))
    return line.done()
