"""A plan drawn as another office draws it: millimetres, the survey's coordinates, its own layers, blocks and loose texts."""

from collections.abc import Iterable
from math import atan2, degrees
from pathlib import Path

import ezdxf
from ezdxf.layouts import Modelspace
from shapely.geometry import LineString, Point, Polygon

from layoutgen.model.kinds import BuildingUse, GroundKind, WayKind
from layoutgen.model.plan import Building, Plan, tag

MM = 1000.0
SHIFT = (512_000.0, 3_791_000.0)  # of the survey [m]
REDL, BLDG, TEXT, GARAGE, NEAR = "用地红线-REDL", "建筑轮廓", "A-ANNO-TEXT", "地下室轮廓线", "现状建筑"
CENTRE = "-CENTER"
USES = {
    BuildingUse.KINDERGARTEN: "幼儿园",
    BuildingUse.SERVICE: "综合服务楼",
    BuildingUse.SHOPS: "商业",
    BuildingUse.WASTE_STATION: "垃圾站",
    BuildingUse.TOILET: "公厕",
    BuildingUse.UTILITY: "配电房",
}
WAYS = {
    WayKind.STREET: "A-ROAD-支路",
    WayKind.ATTACHED: "A-ROAD-附属",
    WayKind.MAIN: "A-ROAD-小区主路",
    WayKind.ACCESS: "A-ROAD-宅前路",
    WayKind.FOOTPATH: "A-ROAD-步行",
}
GROUNDS = {
    "green": "绿地",
    "central_green": "集中绿地",
    "play_ground": "老幼活动场地",
    "sports_ground": "运动场地",
    "activity_ground": "活动场地",
    "fire_ground": "消防登高场地",
    "garage": GARAGE,
    "ramp": "地库坡道",
    "class_ground": "幼儿园活动场地",
    "shared_ground": "幼儿园共用场地",
}


def draw_as_office(plan: Plan, path: Path) -> None:
    """Draw a plan as an office would, without any label of ours, and save it."""
    doc = ezdxf.new("R2010", units=4)
    stall = doc.blocks.new("CAR")
    stall.add_lwpolyline([(0, 0), (1, 0), (1, 1), (0, 1)], close=True)
    space = doc.modelspace()
    _land(space, plan)
    for number, building in enumerate(plan.buildings, 1):
        _building(space, building, number)
    _ways(space, plan)
    _open_ground(space, plan)
    space.add_text("总平面图 1:1000", height=5 * MM, dxfattribs={"layer": "图框"}).set_placement(_mm(Point(0, -60)))
    doc.saveas(path)


def _land(space: Modelspace, plan: Plan) -> None:
    _ring(space, plan.boundary, REDL)
    for block in plan.blocks:
        _ring(space, block.outline, "街坊线")
    for lot in plan.lots:
        _ring(space, lot.outline, f"用地-{lot.kind.value}")
    for near in plan.context:
        _ring(space, near.footprint, NEAR)
        _text(space, near.footprint.representative_point(), f"H={near.height_m:.1f}")


def _open_ground(space: Modelspace, plan: Plan) -> None:
    for ground in plan.grounds:
        if ground.kind.value in GROUNDS:
            _ring(space, ground.outline, GROUNDS[ground.kind.value])
        if ground.kind is GroundKind.GARAGE:
            _text(
                space,
                ground.outline.representative_point(),
                f"停车 {tag(ground.tags, 'stalls')}辆 地下{tag(ground.tags, 'levels')}层",
            )
    for one in plan.stalls:
        _stall(space, one.outline)
    for spot in plan.spots:
        space.add_point(_mm(spot.point), dxfattribs={"layer": f"点-{spot.kind.value}"})


def _building(space: Modelspace, building: Building, number: int) -> None:
    _ring(space, building.footprint, BLDG)
    place = building.footprint.representative_point()
    name = f"{number}#" if building.use is BuildingUse.DWELLING else USES[building.use]
    _text(space, place, name)
    _text(space, place, f"{building.storeys}F" + (f"/-{building.storeys_below}F" if building.storeys_below else ""))
    if building.dwellings:
        _text(space, place, f"{building.dwellings}户")


def _ways(space: Modelspace, plan: Plan) -> None:
    for way in plan.ways:
        if way.kind in WAYS:
            _ring(space, way.outline, WAYS[way.kind])
            _line(space, way.centre, WAYS[way.kind] + CENTRE)


def _stall(space: Modelspace, outline: Polygon) -> None:
    """Insert the stall's block, scaled and turned to an outline of four corners."""
    corners = list(outline.exterior.coords)
    (x0, y0), (x1, y1), (x3, y3) = corners[0], corners[1], corners[3]
    if len(corners) != 5:
        _ring(space, outline, "车位")
        return
    insert = space.add_blockref("CAR", _mm(Point(x0, y0)), dxfattribs={"layer": "车位"})
    along, across = LineString([(x0, y0), (x1, y1)]), LineString([(x0, y0), (x3, y3)])
    insert.dxf.xscale, insert.dxf.yscale = along.length * MM, across.length * MM
    insert.dxf.rotation = degrees(atan2(y1 - y0, x1 - x0))


def _ring(space: Modelspace, outline: Polygon, layer: str) -> None:
    space.add_lwpolyline(_all(list(outline.exterior.coords)[:-1]), close=True, dxfattribs={"layer": layer})


def _line(space: Modelspace, line: LineString, layer: str) -> None:
    space.add_lwpolyline(_all(line.coords), dxfattribs={"layer": layer})


def _text(space: Modelspace, place: Point, words: str) -> None:
    space.add_text(words, height=2 * MM, dxfattribs={"layer": TEXT}).set_placement(_mm(place))


def _all(coords: Iterable[tuple[float, ...]]) -> list[tuple[float, float]]:
    return [_mm(Point(at)) for at in coords]


def _mm(point: Point) -> tuple[float, float]:
    return round((point.x + SHIFT[0]) * MM, 3), round((point.y + SHIFT[1]) * MM, 3)
