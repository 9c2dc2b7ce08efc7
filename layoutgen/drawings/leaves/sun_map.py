"""日照分析图: hours of sun on the ground with the standard's line, every building's least window, neighbours' sun."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import shapely
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.building_names import building_names
from layoutgen.drawings.layers import Colour
from layoutgen.drawings.leaves.sun_words import clock_name, clock_of, hours_text, period_text
from layoutgen.drawings.leaves.theme import BUILT, PAPER, Theme, begin_theme, end_theme, paint_streets, say_inside
from layoutgen.drawings.paper.key import Entry
from layoutgen.drawings.paper.leaf import COLUMN_MM, Leaf, Shown
from layoutgen.drawings.paper.pen import MEDIUM, THICK
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.geometry.parts import lines
from layoutgen.indicators.sun import SunStudy, WindowStudy, keeps_its_sun, owed_h, worst_of
from layoutgen.model.plan import Plan
from layoutgen.standards.solar_time import sun_sentence
from layoutgen.standards.sun_standard import SunStandard, day_names
from layoutgen.sunlight.ground import SunMap, sun_map
from layoutgen.sunlight.periods import lit_hours
from layoutgen.sunlight.windows import scene_of

TITLE = "日照分析图"
AROUND_M = 30.0  # ground outside the red line that is told of
SMOOTH_M = 0.5  # a line of equal hours may lie off by this
HOURS = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)  # between the bands
BANDS: tuple[Colour, ...] = (
    (121, 134, 178),
    (158, 177, 212),
    (196, 221, 226),
    (219, 237, 214),
    (243, 244, 200),
    (252, 229, 166),
    (249, 203, 128),
)
LINE: Colour = (170, 20, 60)
GOOD, BAD = (0, 130, 60), (220, 0, 0)
WINDOW_MM = 0.9
NAME_MM = 3.0
LINE_WORD_MM = 2.0
NAMED_FROM_MM = 40.0  # a line of equal hours shorter on paper has no hours in it
WORST = (
    Column(head="楼号", width_mm=27.0),
    Column(head="套数", width_mm=12.0, anchor="middle"),
    Column(head="最不利套", width_mm=17.0, anchor="middle"),
    Column(head="日照时段", width_mm=88.0),
    Column(head="时长", width_mm=15.0, anchor="middle"),
    Column(head="限值", width_mm=13.0, anchor="middle"),
    Column(head="结论", width_mm=18.0, anchor="middle"),
)
NEIGHBOUR = (
    Column(head="受保护邻房", width_mm=38.0),
    Column(head="窗数", width_mm=14.0, anchor="middle"),
    Column(head="最不利窗", width_mm=20.0, anchor="middle"),
    Column(head="建前", width_mm=26.0, anchor="middle"),
    Column(head="建后", width_mm=26.0, anchor="middle"),
    Column(head="不低于", width_mm=26.0, anchor="middle"),
    Column(head="结论", width_mm=40.0, anchor="middle"),
)
ROOM = "playroom-"  # how the makers number playrooms
VERDICT = {True: "满足", False: "不满足"}


def sun_map_leaf(told: Shown, study: SunStudy, homes: WindowStudy) -> Leaf:
    """The page: ground by the day of the dwellings' standard, and the worst windows in tables."""
    theme = begin_theme(told, "sun", TITLE)
    _paint_ground(theme, homes.sun)
    _paint_buildings(theme, [one for one in (homes, study.rooms) if one is not None])
    tables = [_terms(told, homes, study.rooms)]
    if study.neighbours is not None:
        _paint_neighbours(theme, study.neighbours)
        tables.append(neighbour_table(study.neighbours))
    if study.rooms is not None:
        tables.append(worst_table(told, study.rooms, "幼儿活动室日照时间表"))
    tables.append(worst_table(told, homes, "住宅最不利窗日照时间表"))
    return end_theme(theme, _keys(homes.sun, has_neighbours=study.neighbours is not None), tables)


def worst_table(told: Shown, study: WindowStudy, title: str) -> Table:
    """The least window of every building."""
    clock = clock_of(told.plan.facts.place, study.sun)
    names = building_names(told.plan, told.sheet.profile)
    rows = []
    for building in dict.fromkeys(window.building for window in study.windows):
        windows = [window for window in study.windows if window.building == building]
        worst = worst_of(windows)
        is_met = study.limit.met_by(worst.hours)
        cells = (names[building], str(len(windows)), worst.dwelling.removeprefix(ROOM), period_text(worst.periods, clock))
        said = (hours_text(worst.hours), f"{study.sun.hours:g}h", VERDICT[is_met])
        rows.append(Row(cells=(*cells, *said), is_strong=not is_met))
    return Table(title=title, columns=WORST, rows=tuple(rows))


def neighbour_table(study: WindowStudy) -> Table:
    """The worst window of every protected neighbour, before and after."""
    rows = []
    for name in dict.fromkeys(window.of for window in study.neighbours):
        windows = [window for window in study.neighbours if window.of == name]
        worst = min(windows, key=lambda window: lit_hours(window.after) - owed_h(window, study))
        is_met = keeps_its_sun(worst, study)
        cells = (name, str(len(windows)), str(worst.number), hours_text(lit_hours(worst.before)))
        said = (hours_text(lit_hours(worst.after)), hours_text(owed_h(worst, study)), VERDICT[is_met])
        rows.append(Row(cells=(*cells, *said), is_strong=not is_met))
    return Table(title="相邻住宅日照影响（建前/建后）", columns=NEIGHBOUR, rows=tuple(rows))


def ground_map(plan: Plan, sun: SunStandard) -> tuple[SunMap, BaseGeometry]:
    """Hours on the ground of the site and a strip round it, and that ground."""
    zone = plan.boundary.buffer(AROUND_M)
    standing = [building.footprint for building in plan.buildings] + [other.footprint for other in plan.context]
    return sun_map(scene_of(plan), standing, zone.bounds, sun, plan.facts.place.latitude_deg), zone


def _paint_ground(theme: Theme, sun: SunStandard) -> None:
    plan, ground = theme.told.plan, theme.ground
    field, zone = ground_map(plan, sun)
    shapely.prepare(zone)
    ground.fill(zone, BANDS[0])
    for hours, rgb in zip(HOURS, BANDS[1:], strict=True):
        ground.fill(_smooth(field, hours, zone), rgb)
    built = shapely.union_all([building.footprint for building in plan.buildings])
    inner = zone.buffer(-2.0 * SMOOTH_M)
    line = shapely.boundary(_smooth(field, sun.hours, zone))
    for part in lines(shapely.line_merge(shapely.difference(shapely.intersection(line, inner), built))):
        ground.line(_with_hours(theme, part, f"{sun.hours:g}h"), MEDIUM, LINE)
    paint_streets(ground, plan)


def _with_hours(theme: Theme, line: LineString, text: str) -> BaseGeometry:
    """Write the hours into the middle of a long line; what is left of it is given back."""
    mm = theme.ground.metres_a_mm
    if line.length < NAMED_FROM_MM * mm:
        return line
    middle = line.interpolate(0.5, normalized=True)
    theme.ground.say(middle, text, LINE_WORD_MM)
    return shapely.difference(line, middle.buffer(LINE_WORD_MM * mm))


def _smooth(field: SunMap, hours: float, zone: BaseGeometry) -> BaseGeometry:
    whole = shapely.simplify(shapely.multipolygons(list(field.sunny(hours))), SMOOTH_M)
    return shapely.intersection(shapely.make_valid(whole), zone)


def _paint_buildings(theme: Theme, studies: Sequence[WindowStudy]) -> None:
    """Footprints, with windows that have their sun green and the others red."""
    plan, ground = theme.told.plan, theme.ground
    worst = {
        name: worst_of([window for window in study.windows if window.building == name])
        for study in studies
        for name in dict.fromkeys(window.building for window in study.windows)
    }
    for building in plan.buildings:
        ground.fill(building.footprint, PAPER if building.id in worst else BUILT)
        ground.edge(building.footprint, MEDIUM)
        said = (hours_text(worst[building.id].hours),) if building.id in worst else ()
        name = theme.names[building.id]
        say_inside(ground, building.footprint, (f"{name} {building.storeys}F", *said))
    for other in plan.context:
        ground.fill(other.footprint, BUILT)
        ground.edge(other.footprint)
    for study in studies:
        for window in study.windows:
            ground.line(window.window.line, WINDOW_MM, GOOD if study.limit.met_by(window.hours) else BAD)


def _paint_neighbours(theme: Theme, study: WindowStudy) -> None:
    for other in theme.told.plan.context:
        if other.is_protected:
            say_inside(theme.ground, other.footprint, (other.id, f"{other.height_m:g}m"))
    for line in theme.told.plan.window_lines:
        theme.ground.say(line.line.interpolate(0.0), line.id, NAME_MM, is_bold=True)
    for window in study.neighbours:
        theme.ground.line(LineString(window.line), THICK, GOOD if keeps_its_sun(window, study) else BAD)


def _keys(sun: SunStandard, *, has_neighbours: bool) -> list[Entry]:
    names = [f"地面日照 < {HOURS[0]:g} h", *(f"{low:g}–{high:g} h" for low, high in pairwise(HOURS))]
    keys = [Entry(text=name, fill=rgb) for name, rgb in zip((*names, f"≥ {HOURS[-1]:g} h"), BANDS, strict=True)]
    keys.append(Entry(text=f"地面 {sun.hours:g} h 等日照线", line=LINE, width_mm=MEDIUM, mark="line"))
    keys.append(Entry(text="窗满足日照标准", line=GOOD, width_mm=WINDOW_MM, mark="line"))
    keys.append(Entry(text="窗不满足日照标准", line=BAD, width_mm=WINDOW_MM, mark="line"))
    keys.append(Entry(text="住宅、幼儿园（编号、最不利窗时长）", fill=PAPER))
    keys.append(Entry(text="其他建筑、周边建筑", fill=BUILT))
    if has_neighbours:
        keys.append(Entry(text="邻房受保护窗（绿：满足；红：不满足）", line=GOOD, width_mm=THICK, mark="line"))
    return keys


def _terms(told: Shown, homes: WindowStudy, rooms: WindowStudy | None) -> Table:
    rows = tuple(Row(cells=(f"{number}. {text}",)) for number, text in enumerate(_term_lines(told, homes, rooms), 1))
    return Table(title="计算条件", columns=(Column(head="", width_mm=COLUMN_MM),), rows=rows)


def _term_lines(told: Shown, homes: WindowStudy, rooms: WindowStudy | None) -> Iterator[str]:
    place, sun = told.plan.facts.place, homes.sun
    if told.standard is not None:
        yield f"{sun_sentence(told.standard, place).zh}；北纬 {place.latitude_deg:.2f}°。"
    if rooms is not None:
        yield f"幼儿活动室：{day_names(rooms.sun.day).zh} {rooms.sun.hours:g} 小时（{rooms.clause}）。"
    yield (
        f"满窗日照：窗台两端同时受照，逐窗精确求解，不设时间步长；不足 {sun.least_piece_min:g} 分钟的时段不计，"
        f"宽窗取最有利的 {sun.window_width_m:g} m。每套取最有利窗，只列最低居住层。"
    )
    yield f"时段为{clock_name(place)}。遮挡按各栋规划、消防、遮挡高度的最大值及周边建筑。"
    yield "地面日照按网格点求得，等日照线为其内插。本图为自查，不代替官方日照分析报告。"
