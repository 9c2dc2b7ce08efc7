"""公服设施分布图: every facility with a number, service radii, and the share of the homes within, straight and on foot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from layoutgen.drawings.building_names import building_names
from layoutgen.drawings.facility_numbers import family_of, numbered
from layoutgen.drawings.layers import Colour
from layoutgen.drawings.leaves.numbered import Mark, paint_marks
from layoutgen.drawings.leaves.theme import Theme, begin_theme, end_theme, say_inside
from layoutgen.drawings.paper.key import Entry
from layoutgen.drawings.paper.leaf import Shown, Told, Waiting
from layoutgen.drawings.paper.measure import width_mm
from layoutgen.drawings.paper.pen import MEDIUM
from layoutgen.drawings.paper.table import Column, Row, Table
from layoutgen.indicators.facility_areas import floor_area_m2
from layoutgen.indicators.intensity import is_housing
from layoutgen.model.kinds import GroundKind, LotKind
from layoutgen.model.plan import Plan
from layoutgen.standards.counting import load_counting
from layoutgen.walking.distances import walks_from_homes
from layoutgen.walking.graph import walk_graph
from layoutgen.walking.places import dwelling_doors, shapes_of_kind

TITLE = "公服设施分布图"
FAMILY_LOOKS: tuple[tuple[str, Colour], ...] = (  # of the families of facilities, in their order
    ("幼托", (245, 140, 175)),
    ("养老与医疗", (255, 120, 110)),
    ("市政与环卫", (150, 165, 195)),
    ("商业便民", (250, 165, 70)),
    ("综合服务与文化、物业", (205, 130, 205)),
)
OPEN_RGB: Colour = (130, 195, 110)
OPEN_GROUNDS = (GroundKind.SPORTS_GROUND, GroundKind.ACTIVITY_GROUND, GroundKind.POCKET_PARK)
RADIUS_RGB: tuple[Colour, ...] = ((214, 40, 110), (130, 50, 160), (220, 110, 0), (0, 120, 50))
RADIUS_DASH_MM = (6.0, 2.0)
RADIUS_WORD_MM = 3.0
CIRCLE_SEGMENTS = 24  # of a quarter
NAMES_APART_MM = 30.0
HOMES_RGB: tuple[Colour, ...] = (
    (250, 250, 250),
    (226, 236, 246),
    (190, 214, 236),
    (146, 186, 222),
    (100, 152, 204),
    (60, 120, 186),
)
REACHES = (
    Column(head="设施", width_mm=50.0),
    Column(head="半径 m", width_mm=22.0, anchor="middle"),
    Column(head="直线覆盖住户", width_mm=38.0, anchor="middle"),
    Column(head="步行覆盖住户", width_mm=38.0, anchor="middle"),
    Column(head="最远步行 m", width_mm=42.0, anchor="middle"),
)
FACILITIES = (
    Column(head="编号", width_mm=14.0, anchor="middle"),
    Column(head="设施", width_mm=58.0),
    Column(head="位置", width_mm=52.0),
    Column(head="楼层", width_mm=24.0, anchor="middle"),
    Column(head="建筑/用地面积 ㎡", width_mm=42.0, anchor="right"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A numbered place of service: a facility, garden or ground."""

    number: int
    word: str
    rgb: Colour
    shape: shapely.Polygon
    where: str
    floors: str
    area_m2: float


def service_leaves(shown: Shown) -> Waiting:
    """One page; none where there is no facility."""
    services = tuple(_services(shown))
    if not services:
        return ()
    walks = home_walks(shown.plan)
    theme = begin_theme(shown, "services", TITLE)
    _paint_homes(theme, walks)
    for service in services:
        theme.ground.fill(service.shape, service.rgb)
        theme.ground.edge(service.shape, MEDIUM)
    _paint_radii(theme)
    paint_marks(
        theme.ground, [Mark(at=one.shape.representative_point(), word=str(one.number), rgb=one.rgb) for one in services]
    )
    told = yield
    tables = (reach_table(told, walks), _service_table(services))
    return (end_theme(theme, _keys(told, len(walks)), tables),)


def home_walks(plan: Plan) -> Mapping[str, Mapping[str, float]]:
    """Walk from every dwelling door to the nearest of each kind that has a radius [m]; kinds that are drawn only."""
    graph = walk_graph(plan)
    kinds = [kind for kind, _ in load_counting().reach_m if shapes_of_kind(plan, kind)]
    return {kind: dict(walks_from_homes(plan, graph, kind)) for kind in kinds}


def kinds_within(plan: Plan, walks: Mapping[str, Mapping[str, float]]) -> dict[str, int]:
    """How many of the kinds every dwelling building has within their radius on foot, from all of its doors."""
    radius = dict(load_counting().reach_m)
    doors: dict[str, list[str]] = {}
    for door in dwelling_doors(plan):
        doors.setdefault(door.of, []).append(door.id)
    return {
        name: sum(max((of_kind.get(door, inf) for door in own), default=inf) <= radius[kind] for kind, of_kind in walks.items())
        for name, own in doors.items()
    }


def reach_table(told: Told, walks: Mapping[str, Mapping[str, float]]) -> Table:
    """Shares of the homes within a radius as the report tells them; of a divided site from the least community to the best."""
    reports = [one.report for one in told.report.communities] or [told.report]
    rows = []
    for kind, radius in load_counting().reach_m:
        far = max((walk for walk in walks.get(kind, {}).values()), default=inf)
        cells = [_name(told, kind), f"{radius:g}"]
        for way in ("straight", "walk"):
            said = [dict(report.indicators).get(f"reach.{kind}.{way}_{radius:g}") for report in reports]
            cells.append(_span([value for value in said if isinstance(value, float)]))
        cells.append(f"{far:.0f}" if far < inf else "—")
        rows.append(Row(cells=tuple(cells)))
    return Table(title="服务半径覆盖", columns=REACHES, rows=tuple(rows))


def _span(shares: Sequence[float]) -> str:
    if not shares:
        return "—"
    low, high = min(shares), max(shares)
    return f"{low:.0%}" if low == high else f"{low:.0%}–{high:.0%}"


def _services(told: Shown) -> Iterator[Service]:
    plan, profile = told.plan, told.sheet.profile
    names = building_names(plan, profile)
    for number, facility in numbered(plan):
        yield Service(
            number=number,
            word=profile.holding(f"facility.{facility.kind}").zh,
            rgb=FAMILY_LOOKS[family_of(facility)][1],
            shape=facility.outline,
            where=names.get(facility.building, facility.building),
            floors="、".join(str(floor) for floor in facility.floors),
            area_m2=floor_area_m2(plan, facility),
        )
    open_places = [("lot", lot.kind.value, lot.outline) for lot in plan.lots if lot.kind is LotKind.GARDEN]
    open_places += [("ground", one.kind.value, one.outline) for one in plan.grounds if one.kind in OPEN_GROUNDS]
    for number, (of, kind, outline) in enumerate(open_places, len(plan.facilities) + 1):
        word = profile.holding(f"{of}.{kind}").zh
        yield Service(
            number=number, word=word, rgb=OPEN_RGB, shape=outline, where="室外", floors="—", area_m2=float(outline.area)
        )


def _service_table(services: Sequence[Service]) -> Table:
    rows = tuple(Row(cells=(str(one.number), one.word, one.where, one.floors, f"{one.area_m2:.0f}")) for one in services)
    return Table(title="设施编号表", columns=FACILITIES, rows=rows)


def _paint_homes(theme: Theme, walks: Mapping[str, Mapping[str, float]]) -> None:
    within = kinds_within(theme.told.plan, walks)
    for building in theme.told.plan.buildings:
        rgb = HOMES_RGB[min(within.get(building.id, 0), len(HOMES_RGB) - 1)] if is_housing(building) else HOMES_RGB[0]
        theme.ground.fill(building.footprint, rgb)
        theme.ground.edge(building.footprint, MEDIUM)
        if is_housing(building):
            say_inside(theme.ground, building.footprint, (building.id,))


def _paint_radii(theme: Theme) -> None:
    """Circles round the doors of each kind, each with its name in the line where it is seen."""
    named: list[Point] = []
    for (kind, radius), rgb in zip(load_counting().reach_m, RADIUS_RGB, strict=False):
        shapes = shapes_of_kind(theme.told.plan, kind)
        if not shapes:
            continue
        circle: BaseGeometry = shapely.boundary(
            shapely.buffer(shapely.union_all(list(shapes)), radius, quad_segs=CIRCLE_SEGMENTS)
        )
        text = f"{_name(theme.told, kind)} {radius:g}m"
        at = _free_place(theme, circle, named)
        if at is not None:
            named.append(at)
            theme.ground.say(at, text, RADIUS_WORD_MM, is_bold=True)
            half, high = width_mm(text, RADIUS_WORD_MM) / 2.0 + 1.0, RADIUS_WORD_MM
            mm = theme.ground.metres_a_mm
            circle = shapely.difference(
                circle, shapely.box(at.x - half * mm, at.y - high * mm, at.x + half * mm, at.y + high * mm)
            )
        theme.ground.line(circle, MEDIUM, rgb, RADIUS_DASH_MM)


def _free_place(theme: Theme, circle: BaseGeometry, named: Sequence[Point]) -> Point | None:
    """Where a circle's name may stand: well inside the view, far from other names, as far north as may be."""
    west, south, east, north = theme.ground.view.window_m
    apart = NAMES_APART_MM * theme.ground.metres_a_mm
    inner = shapely.box(west + apart, south + apart / 4.0, east - apart, north - apart / 4.0)
    seen = [Point(xy) for xy in shapely.get_coordinates(circle) if inner.covers(Point(xy))]
    free = [at for at in seen if all(at.distance(other) > apart for other in named)]
    return max(free, key=lambda at: (at.y, at.x), default=None)


def _name(told: Shown, kind: str) -> str:
    names = {layer.holds: layer.zh for layer in told.sheet.profile.layers}
    return next((names[f"{of}.{kind}"] for of in ("facility", "lot", "ground", "spot") if f"{of}.{kind}" in names), kind)


def _keys(told: Told, count: int) -> list[Entry]:
    keys = [Entry(text=word, fill=rgb) for word, rgb in FAMILY_LOOKS]
    keys.append(Entry(text="公共绿地与活动场地", fill=OPEN_RGB))
    for (kind, radius), rgb in zip(load_counting().reach_m, RADIUS_RGB, strict=False):
        keys.append(
            Entry(
                text=f"{_name(told, kind)}服务半径 {radius:g} m（直线）",
                line=rgb,
                width_mm=MEDIUM,
                dash_mm=RADIUS_DASH_MM,
                mark="line",
            )
        )
    for number in range(count, -1, -1):
        word = f"住宅：{number} 类设施在步行半径内" if number else "住宅：均不在步行半径内；其他建筑"
        keys.append(Entry(text=word, fill=HOMES_RGB[min(number, len(HOMES_RGB) - 1)]))
    return keys
