"""日照窗户表: when the best window of every dwelling and playroom is lit, and every neighbour's window before and after."""

from collections.abc import Iterator

from layoutgen.drawings.building_names import building_names
from layoutgen.drawings.leaves.sun_map import ROOM, VERDICT
from layoutgen.drawings.leaves.sun_words import clock_name, clock_of, hours_text, period_text
from layoutgen.drawings.paper.flow import flow_tables
from layoutgen.drawings.paper.leaf import Leaf, Shown, table_leaves, whole_room
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.indicators.sun import SunStudy, WindowStudy, keeps_its_sun, owed_h
from layoutgen.sunlight.periods import lit_hours

TITLE = "日照时间表"
COLUMN_MM = 177.0  # four on an A1
WINDOWS = (
    Column(head="楼号", width_mm=22.0),
    Column(head="套/室", width_mm=19.0, anchor="middle"),
    Column(head="窗台 m", width_mm=14.0, anchor="right"),
    Column(head="日照时段", width_mm=84.0),
    Column(head="时长", width_mm=15.0, anchor="middle"),
    Column(head="限值", width_mm=10.0, anchor="middle"),
    Column(head="结论", width_mm=13.0, anchor="middle"),
)
NEIGHBOURS = (
    Column(head="邻房", width_mm=20.0),
    Column(head="窗", width_mm=9.0, anchor="middle"),
    Column(head="建前时段", width_mm=46.0),
    Column(head="时长", width_mm=14.0, anchor="middle"),
    Column(head="建后时段", width_mm=46.0),
    Column(head="时长", width_mm=14.0, anchor="middle"),
    Column(head="不低于", width_mm=14.0, anchor="middle"),
    Column(head="结论", width_mm=14.0, anchor="middle"),
)


def sun_window_leaves(told: Shown, study: SunStudy) -> tuple[Leaf, ...]:
    """As many pages as the windows need."""
    pens = flow_tables([*_tables(told, study)], whole_room(told.paper), COLUMN_MM)
    return table_leaves("sun-windows", TITLE, told.paper, pens)


def _tables(told: Shown, study: SunStudy) -> Iterator[Table]:
    clock = clock_name(told.plan.facts.place)
    for title, of in (("住宅窗户", study.homes), ("幼儿活动室", study.rooms)):
        if of is not None:
            yield Table(title=f"{title}日照时间表（{clock}）", columns=WINDOWS, rows=tuple(_window_rows(told, of)))
    if study.neighbours is not None:
        rows = tuple(_neighbour_rows(told, study.neighbours))
        yield Table(title=f"相邻住宅窗户日照时间表（{clock}）", columns=NEIGHBOURS, rows=rows)


def _window_rows(told: Shown, study: WindowStudy) -> Iterator[Row]:
    clock = clock_of(told.plan.facts.place, study.sun)
    names = building_names(told.plan, told.sheet.profile)
    for window in study.windows:
        is_met = study.limit.met_by(window.hours)
        cells = (
            names[window.building],
            window.dwelling.removeprefix(ROOM),
            f"{window.window.sill_m:.2f}",
            period_text(window.periods, clock),
        )
        said = (hours_text(window.hours), f"{study.sun.hours:g}h", VERDICT[is_met])
        yield Row(cells=(*cells, *said), is_strong=not is_met)


def _neighbour_rows(told: Shown, study: WindowStudy) -> Iterator[Row]:
    clock = clock_of(told.plan.facts.place, study.sun)
    for window in study.neighbours:
        is_met = keeps_its_sun(window, study)
        before = (period_text(window.before, clock), hours_text(lit_hours(window.before)))
        after = (period_text(window.after, clock), hours_text(lit_hours(window.after)))
        cells = (window.of, str(window.number), *before, *after, hours_text(owed_h(window, study)), VERDICT[is_met])
        yield Row(cells=cells, is_strong=not is_met)
