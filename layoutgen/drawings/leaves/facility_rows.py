"""配套设施一览表: every kind of facility with where it stands, what is asked and drawn, who owns it."""

from collections.abc import Mapping

from layoutgen.drawings.building_names import names_of_things
from layoutgen.drawings.facility_numbers import numbers_of
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.leaves.clause_words import asked_text
from layoutgen.drawings.paper.leaf import Told
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.drawings.words import shorten
from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.plan import Plan
from layoutgen.standards.ownership import Ownerships, load_ownerships

COLUMNS = (
    Column(head="编号", width_mm=12.0, anchor="middle"),
    Column(head="名称", width_mm=31.0),
    Column(head="处", width_mm=6.0, anchor="middle"),
    Column(head="位置（楼号）", width_mm=22.5),
    Column(head="建筑面积 ㎡", width_mm=14.5, anchor="right"),
    Column(head="用地面积 ㎡", width_mm=14.5, anchor="right"),
    Column(head="条文要求", width_mm=18.0, anchor="middle"),
    Column(head="控制条文", width_mm=25.0),
    Column(head="产权", width_mm=14.5, anchor="middle"),
    Column(head="移交", width_mm=9.0, anchor="middle"),
    Column(head="独立占地", width_mm=10.0, anchor="middle"),
)
FAMILIES = ("facility", "lot", "ground")  # of the layer table, where a kind has its name
DASH = "—"
LONGEST = 40


def facility_table(told: Told) -> Table:
    """One row a kind, 177 mm wide."""
    asked = {outcome.clause: asked_text(outcome.findings[0]) for outcome in told.report.outcomes if outcome.findings}
    places = _places(told.plan, names_of_things(told.plan, told.sheet.profile))
    ownerships = load_ownerships()
    rows = []
    for line in told.facilities:
        said = {
            "number": numbers_of(told.plan, line.ids),
            "name": _name(line, told.sheet.profile),
            "asked": asked.get(line.clause, DASH),
            "at": _at(line, places),
        }
        rows.append(_row(line, said, ownerships))
    return Table(title="配套设施一览表", columns=COLUMNS, rows=tuple(rows))


def _row(line: FacilityLine, said: Mapping[str, str], ownerships: Ownerships) -> Row:
    return Row(
        cells=(
            said["number"],
            said["name"],
            str(len(line.ids)),
            said["at"],
            f"{line.floor_area_m2:.0f}" if line.floor_area_m2 else DASH,
            f"{line.land_m2:.0f}" if line.land_m2 else DASH,
            said["asked"],
            line.clause or DASH,
            *(
                shorten(ownerships.word(word, "zh"), LONGEST) if word else DASH
                for word in (line.owner, line.handover, line.standalone)
            ),
        )
    )


def _name(line: FacilityLine, profile: Profile) -> str:
    names = {layer.holds: layer.zh for layer in profile.layers}
    name = next((names[f"{family}.{line.kind}"] for family in FAMILIES if f"{family}.{line.kind}" in names), line.kind)
    return f"场外 {name}" if line.is_off_site else name


def _places(plan: Plan, names: Mapping[str, str]) -> dict[str, str]:
    """Building of every facility, lot or block of every ground, a lot itself."""
    places = {
        **{facility.id: facility.building for facility in plan.facilities},
        **{ground.id: ground.lot or ground.block for ground in plan.grounds},
        **{lot.id: lot.id for lot in plan.lots},
    }
    return {one: names.get(place, place) for one, place in places.items()}


def _at(line: FacilityLine, places: Mapping[str, str]) -> str:
    found = list(dict.fromkeys(places.get(one, "") for one in line.ids))
    first = shorten(found[0], LONGEST) if found and found[0] else DASH
    return first if len(found) < 2 else f"{first} 等"
