"""Tables painted beside the plan: the facilities 配套设施一览表 and the parameters that the sizes rest on."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from layoutgen.drawings.facility_numbers import numbers_of
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.pen import Pen
from layoutgen.drawings.words import shorten
from layoutgen.model.facility_line import FacilityLine
from layoutgen.model.plan import Plan, tag_words
from layoutgen.standards.ownership import load_ownerships
from layoutgen.standards.parameters import load_parameters

TEXT = 0.34  # height of a table's text, in row heights
PITCH = 0.58  # between its lines
GAP = 0.9  # between columns
TITLE_ROOM = 1.1
LONGEST = 34  # characters of a cell
FAMILIES = ("facility", "lot", "ground")  # of the layer table, where a kind has its name
FACILITY_HEAD = ("图上编号", "名称", "建筑面积 ㎡", "用地面积 ㎡", "控制条文", "产权", "移交", "独立占地")
PARAMETER_HEAD = ("参数", "取值", "单位", "来源")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with its head first; empty where there is nothing to tell."""

    title: str
    rows: tuple[tuple[str, ...], ...]


def facility_table(plan: Plan, lines: Sequence[FacilityLine], profile: Profile) -> Table:
    """Facilities with areas, governing clause, ownership, handover and own land."""
    ownerships = load_ownerships()
    names = {layer.holds: layer.zh for layer in profile.layers}
    rows = [
        (
            numbers_of(plan, line.ids),
            ("场外 " if line.is_off_site else "")
            + next((names[f"{of}.{line.kind}"] for of in FAMILIES if f"{of}.{line.kind}" in names), line.kind),
            f"{line.floor_area_m2:.0f}" if line.floor_area_m2 else "—",
            f"{line.land_m2:.0f}" if line.land_m2 else "—",
            line.clause or "—",
            *(ownerships.word(said, "zh") if said else "—" for said in (line.owner, line.handover, line.standalone)),
        )
        for line in lines
    ]
    return Table(title="配套设施一览表", rows=(FACILITY_HEAD, *rows) if rows else ())


def parameter_table(plan: Plan) -> Table:
    """Household size, dwelling mix drawn, and parameters; a value that is not the default comes from the brief."""
    facts = plan.facts
    known = {one.name: one for one in load_parameters()}
    rows = [("户均人口", f"{facts.household_size:g}", "人/户", "任务书"), *_mix_rows(plan)]
    for name, value in facts.parameters:
        one = known.get(name)
        if one is None:
            rows.append((name, f"{value:g}", "", "任务书"))
            continue
        source = (one.source_zh or one.source) if value == one.default else "任务书"
        rows.append((one.says_zh, f"{value:g}", one.unit_zh or one.unit, source))
    return Table(title="测算参数", rows=(PARAMETER_HEAD, *rows))


def _mix_rows(plan: Plan) -> list[tuple[str, str, str, str]]:
    """Dwelling types by area, with their share of the dwellings drawn."""
    counts: Counter[str] = Counter()
    for building in plan.buildings:
        for word in tag_words(building.tags, "mix"):
            area, _, count = word.partition(":")
            counts[area] += int(count) if count.isdecimal() else 0
    total = sum(counts.values())
    return [
        (f"户型 {area} ㎡", f"{count / total:.0%}", "套数占比", "图上统计") for area, count in sorted(counts.items()) if count
    ]


def paint_tables(pen: Pen, left: float, tables: Iterable[Table]) -> tuple[float, float]:
    """Paint tables one under the other; width and foot, in row heights."""
    width, y = 0.0, 0.6
    for table in tables:
        if table.rows:
            used, y = _paint(pen, left, y, table)
            width, y = max(width, used), y + TITLE_ROOM
    return width, y


def _paint(pen: Pen, left: float, top: float, table: Table) -> tuple[float, float]:
    rows = [tuple(shorten(cell, LONGEST) for cell in row) for row in table.rows]
    widths = [max(_width(row[i]) for row in rows) * TEXT + GAP for i in range(len(rows[0]))]
    pen.say(left, top, table.title, 0.75)
    y = top + TITLE_ROOM
    right = left + sum(widths)
    for number, row in enumerate(rows):
        x = left
        for cell, width in zip(row, widths, strict=True):
            pen.say(x, y, cell, TEXT)
            x += width
        if number in (0, len(rows) - 1):
            pen.draw(((left, y + PITCH / 2.0), (right, y + PITCH / 2.0)))
        y += PITCH
    return right - left, y


def _width(text: str) -> float:
    """Width of a line in heights of its letters."""
    return sum(1.0 if east_asian_width(c) in "WF" else 0.6 for c in text)
