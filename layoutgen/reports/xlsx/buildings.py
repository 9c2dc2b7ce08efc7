"""Sheet 楼栋: every building with storeys, heights, dwellings, and floor area as footprint times storeys."""

from collections import defaultdict
from collections.abc import Mapping

from layoutgen.indicators.intensity import is_housing
from layoutgen.indicators.land import buildings_of
from layoutgen.model.kinds import SpotKind
from layoutgen.model.plan import Building, Plan, tag
from layoutgen.reports.xlsx.formula import total
from layoutgen.reports.xlsx.names import Namer, yes
from layoutgen.reports.xlsx.table import Cell, Column, Line, Table, column_cells, computed, new_line, said
from layoutgen.reports.xlsx.terms import HOUSEHOLD

COLUMNS = (
    Column(key="id", zh="楼号", en="building", width=20.0),
    Column(key="use", zh="用途", en="use", width=12.0),
    Column(key="place", zh="街坊或地块", en="block or lot", width=20.0),
    Column(key="phase", zh="分期", en="phase", width=6.0),
    Column(key="units", zh="单元数", en="units", width=8.0, form="0"),
    Column(key="storeys", zh="地上层数", en="storeys", width=9.0, form="0"),
    Column(key="below", zh="地下层数", en="basements", width=9.0, form="0"),
    Column(key="footprint", zh="基底面积 ㎡", en="footprint m2", width=12.0, form="#,##0.00"),
    Column(key="floor", zh="地上建筑面积 ㎡", en="floor area m2", width=14.0, form="#,##0.00"),
    Column(key="basement", zh="地下建筑面积 ㎡", en="below ground m2", width=14.0, form="#,##0.00"),
    Column(key="label", zh="标注面积 ㎡", en="on the label m2", width=14.0, form="#,##0.00"),
    Column(key="height", zh="规划高度 m", en="planning height", width=11.0, form="0.00"),
    Column(key="fire", zh="消防高度 m", en="fire height", width=11.0, form="0.00"),
    Column(key="shading", zh="遮挡高度 m", en="shading height", width=11.0, form="0.00"),
    Column(key="dwellings", zh="住宅套数", en="dwellings", width=9.0, form="0"),
    Column(key="mean", zh="套均面积 ㎡", en="mean dwelling m2", width=12.0, form="0.00"),
    Column(key="people", zh="居住人数", en="people", width=10.0, form="0.0"),
    Column(key="mix", zh="户型（面积:套数）", en="mix (area:count)", width=28.0),
    Column(key="housing", zh="住宅楼", en="housing", width=8.0),
)


def buildings_table(plan: Plan, terms: Table, name: Namer) -> Table:
    """One line a building, in the drawing's order; the block is where more than half of it stands."""
    places = {building.id: block.id for block in reversed(plan.blocks) for building in buildings_of(plan, block)}
    units = _units(plan)
    rows = []
    for number, building in enumerate(plan.buildings):
        line = _line(building, number, name)
        line.put("place", places.get(building.id, building.lot))
        line.put("units", float(units.get(building.id, 0)))
        line.compute("floor", line.here("footprint") * line.here("storeys"))
        line.compute("basement", line.here("footprint") * line.here("below"))
        line.compute("mean", line.here("floor") / line.here("dwellings"))
        line.compute("people", line.here("dwellings") * terms.number("value", HOUSEHOLD))
        rows.append(line.done())
    return Table(
        name="楼栋",
        title="楼栋一览表",
        title_en="Buildings",
        columns=COLUMNS,
        rows=(*rows, _totals(rows)),
        count=len(rows),
    )


def _line(building: Building, number: int, name: Namer) -> Line:
    line = new_line(
        COLUMNS,
        number,
        id=building.id,
        use=name.building(building.use),
        phase=tag(building.tags, "phase") or "",
        label=building.floor_area_m2,
        mix=tag(building.tags, "mix") or "",
        housing=yes(is_housing(building)),
    )
    line.ask("storeys", float(building.storeys))
    line.ask("below", float(building.storeys_below))
    line.ask("footprint", float(building.footprint.area))
    line.ask("dwellings", float(building.dwellings))
    line.ask("height", building.planning_height_m)
    line.ask("fire", building.fire_height_m)
    line.ask("shading", building.shading_height_m)
    return line


def _units(plan: Plan) -> Mapping[str, int]:
    """Units 单元 of each building, as its doors tell them."""
    found: dict[str, set[str]] = defaultdict(set)
    for spot in plan.spots:
        unit = tag(spot.tags, "unit")
        if spot.kind is SpotKind.DOOR and unit:
            found[spot.of].add(unit)
    return {building: len(units) for building, units in found.items()}


def _totals(rows: list[tuple[Cell, ...]]) -> tuple[Cell, ...]:
    line = new_line(COLUMNS, len(rows), id="合计")
    for key in ("footprint", "floor", "basement", "label", "dwellings", "people"):
        line.cells[key] = computed(total(column_cells(COLUMNS, rows, key)))
    line.cells["use"] = said(f"{len(rows)} 栋")
    return line.done()
