"""楼栋一览表: every building with use, storeys, height, areas and dwellings."""

from layoutgen.drawings.building_names import building_names
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.drawings.words import shorten
from layoutgen.indicators.intensity import floor_area_m2
from layoutgen.model.plan import Building, Plan, tag_words

COLUMNS = (
    Column(head="楼号", width_mm=28.0),
    Column(head="用途", width_mm=22.0, anchor="middle"),
    Column(head="层数 上/下", width_mm=17.0, anchor="middle"),
    Column(head="高度 m", width_mm=15.0, anchor="right"),
    Column(head="基底 ㎡", width_mm=17.0, anchor="right"),
    Column(head="建筑面积 ㎡", width_mm=20.0, anchor="right"),
    Column(head="套数", width_mm=12.0, anchor="right"),
    Column(head="户型 ㎡×套", width_mm=46.0),
)

LONGEST = 60  # characters of what a drawing says


def building_table(plan: Plan, profile: Profile) -> Table:
    """One row a building, the sum last."""
    names = building_names(plan, profile)
    rows = [_row(building, names[building.id], profile.holding(f"building.{building.use}").zh) for building in plan.buildings]
    if rows:
        rows.append(_sum(plan))
    return Table(title="楼栋一览表", columns=COLUMNS, rows=tuple(rows))


def _row(building: Building, name: str, use: str) -> Row:
    below = f"/-{building.storeys_below}" if building.storeys_below else "/0"
    mix = (word.partition(":") for word in tag_words(building.tags, "mix"))
    return Row(
        cells=(
            shorten(name, LONGEST),
            use,
            f"{building.storeys}{below}",
            f"{building.planning_height_m:.2f}",
            f"{building.footprint.area:.1f}",
            f"{floor_area_m2(building):.1f}",
            str(building.dwellings) if building.dwellings else "—",
            shorten("、".join(f"{area.removesuffix('.0')}×{count}" for area, _, count in mix), LONGEST) or "—",
        )
    )


def _sum(plan: Plan) -> Row:
    return Row(
        is_strong=True,
        cells=(
            f"合计 {len(plan.buildings)} 栋",
            "",
            "",
            "",
            f"{sum(building.footprint.area for building in plan.buildings):.1f}",
            f"{sum(floor_area_m2(building) for building in plan.buildings):.1f}",
            str(sum(building.dwellings for building in plan.buildings)),
            "",
        ),
    )
