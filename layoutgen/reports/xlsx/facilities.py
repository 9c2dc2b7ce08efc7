"""Sheets 配套设施 and 设施明细: what is drawn of every kind with areas, clause and ownership, then each by itself."""

from collections.abc import Mapping

from layoutgen.indicators.communities import NOWHERE, owners
from layoutgen.indicators.facility_areas import floors_of
from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.plan import Facility, Ground, Lot, Plan, tag
from layoutgen.reports.xlsx.formula import constant, total, total_where
from layoutgen.reports.xlsx.names import Namer
from layoutgen.reports.xlsx.table import Cell, Column, Line, Table, column_cells, computed, new_line
from layoutgen.reports.xlsx.terms import PEOPLE
from layoutgen.standards.ownership import Ownerships, load_ownerships

OR_DASH, OR_DASH_SHORT = '#,##0.00;-#,##0.00;"—"', '0.0;-0.0;"—"'
ITEM_COLUMNS = (
    Column(key="id", zh="编号", en="facility", width=24.0),
    Column(key="kind", zh="名称", en="kind", width=18.0),
    Column(key="community", zh="社区", en="community", width=8.0),
    Column(key="listed", zh="一览表序号", en="line of the list", width=10.0),
    Column(key="building", zh="所在楼栋", en="building", width=16.0),
    Column(key="lot", zh="地块", en="lot", width=16.0),
    Column(key="floors", zh="所在楼层", en="floors", width=10.0),
    Column(key="outline", zh="轮廓 ㎡", en="outline m2", width=12.0, form="#,##0.00"),
    Column(key="storeys", zh="层数", en="storeys", width=8.0, form="0"),
    Column(key="floor", zh="建筑面积 ㎡", en="floor area m2", width=12.0, form="#,##0.00"),
    Column(key="usable", zh="使用面积 ㎡", en="usable m2", width=12.0, form="#,##0.00"),
    Column(key="classes", zh="班数", en="classes", width=8.0, form="0"),
    Column(key="children", zh="学位", en="children", width=8.0, form="0"),
    Column(key="rooms", zh="房间与设施", en="rooms", width=36.0, form="wrap"),
    Column(key="phase", zh="分期", en="phase", width=6.0),
    Column(key="owner", zh="产权", en="owner", width=12.0),
    Column(key="handover", zh="移交", en="handed over", width=8.0),
)
COLUMNS = (
    Column(key="no", zh="序号", en="line", width=7.0),
    Column(key="name", zh="名称", en="facility", width=24.0),
    Column(key="community", zh="社区", en="community", width=8.0),
    Column(key="kind", zh="代码", en="kind", width=18.0),
    Column(key="where", zh="位置", en="where", width=8.0),
    Column(key="count", zh="处数", en="count", width=8.0, form="0"),
    Column(key="floor", zh="建筑面积 ㎡", en="floor area m2", width=14.0, form=OR_DASH),
    Column(key="land", zh="独立用地 ㎡", en="own land m2", width=14.0, form=OR_DASH),
    Column(key="people", zh="服务人数", en="people", width=10.0, form="#,##0"),
    Column(key="per_1000", zh="千人建筑面积 ㎡", en="floor m2 per 1000 people", width=16.0, form=OR_DASH_SHORT),
    Column(key="land_1000", zh="千人用地 ㎡", en="land m2 per 1000 people", width=16.0, form=OR_DASH_SHORT),
    Column(key="clause", zh="控制条文", en="governing clause", width=28.0),
    Column(key="owner", zh="产权", en="owner", width=12.0),
    Column(key="handover", zh="移交", en="handed over", width=8.0),
    Column(key="standalone", zh="独立占地", en="own land", width=10.0),
    Column(key="ids", zh="编号", en="ids", width=40.0, form="wrap"),
)
THOUSAND = 1000.0


def items_table(plan: Plan, lines: tuple[FacilityLine, ...], name: Namer) -> Table:
    """One line a facility: its outline times the floors that its building has, and in which line of the list it counts."""
    ownerships, homes = load_ownerships(), _communities(plan)
    listed = {one: f"{number}" for number, line in enumerate(lines, start=1) for one in line.ids}
    rows = []
    for number, facility in enumerate(plan.facilities):
        line = _item(plan, facility, number, name)
        line.put("community", homes.get(facility.id, ""))
        line.put("listed", listed.get(facility.id, ""))
        line.compute("floor", line.here("outline") * line.here("storeys"))
        for key in ("owner", "handover"):
            line.put(key, _word(ownerships, tag(facility.tags, key)))
        rows.append(line.done())
    return Table(
        name="设施明细",
        title="配套设施明细",
        title_en="Facilities, one by one",
        columns=ITEM_COLUMNS,
        rows=tuple(rows),
        count=len(rows),
    )


def _item(plan: Plan, facility: Facility, number: int, name: Namer) -> Line:
    floors = floors_of(plan, facility)
    line = new_line(
        ITEM_COLUMNS,
        number,
        id=facility.id,
        kind=name.facility(facility.kind),
        building=facility.building,
        lot=facility.lot,
        floors=", ".join(f"{floor}" for floor in floors),
        rooms=", ".join(facility.rooms),
        phase=tag(facility.tags, "phase") or "",
    )
    line.ask("outline", float(facility.outline.area))
    line.ask("storeys", float(len(floors)))
    for key, value in (
        ("usable", facility.usable_m2),
        ("classes", float(facility.classes)),
        ("children", float(facility.children)),
    ):
        if value:
            line.ask(key, value)
    return line


def facilities_table(plan: Plan, lines: tuple[FacilityLine, ...], items: Table, terms: Table, name: Namer) -> Table:
    """One line a kind, as in the report: its floor area is the sum of what stands on the sheet of items."""
    ownerships = load_ownerships()
    people = terms.number("value", PEOPLE)
    drawn, homes = {facility.id for facility in plan.facilities}, _communities(plan)
    rows = []
    for number, one in enumerate(lines):
        line = new_line(
            COLUMNS,
            number,
            no=f"{number + 1}",
            name=name.facility(one.kind),
            community=next((homes[thing] for thing in one.ids if thing in homes), ""),
            kind=one.kind,
            where="场外" if one.is_off_site else "场内",
            count=float(len(one.ids)),
            clause=one.clause,
            ids=", ".join(one.ids),
        )
        if drawn.issuperset(one.ids):
            line.compute("floor", total_where(items.cells("floor"), (items.cells("listed"), line.name("no"))))
        else:
            line.ask("floor", one.floor_area_m2)
        line.ask("land", one.land_m2)
        own = next((one.people for one in plan.communities if one.id == line.cells["community"].value), None)
        served = line.compute("people", people) if own is None else line.ask("people", float(own))
        for key, of in (("per_1000", "floor"), ("land_1000", "land")):
            line.compute(key, line.here(of) / served * constant(THOUSAND))
        for key, said in (("owner", one.owner), ("handover", one.handover), ("standalone", one.standalone)):
            line.put(key, _word(ownerships, said))
        rows.append(line.done())
    return Table(
        name="配套设施",
        title="配套设施一览表",
        title_en="Facilities",
        columns=COLUMNS,
        rows=(*rows, _totals(rows)),
        count=len(rows),
    )


def _communities(plan: Plan) -> Mapping[str, str]:
    """Community in which each facility, lot and ground of a divided site lies, by its id."""
    things: tuple[Facility | Lot | Ground, ...] = (*plan.facilities, *plan.lots, *plan.grounds)
    places = owners([thing.outline for thing in things], plan.communities)
    return {thing.id: plan.communities[at].id for thing, at in zip(things, places, strict=True) if at != NOWHERE}


def _totals(rows: list[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    line = new_line(COLUMNS, len(rows), name="场内合计")
    where = column_cells(COLUMNS, rows, "where")
    for key in ("floor", "land"):
        line.cells[key] = computed(total_where(column_cells(COLUMNS, rows, key), (where, "场内")))
    line.cells["count"] = computed(total(column_cells(COLUMNS, rows, "count")))
    return line.done()


def _word(ownerships: Ownerships, said: str | None) -> str:
    return ownerships.word(said, "zh") if said else ""
