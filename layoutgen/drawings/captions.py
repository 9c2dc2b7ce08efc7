"""Short names painted on the plan; where two would cover each other the lesser one is left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, degrees, hypot

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon

from layoutgen.drawings.building_names import building_names
from layoutgen.drawings.layers import Profile
from layoutgen.drawings.sheet import Text
from layoutgen.geometry.parts import largest, polygons
from layoutgen.geometry.placing import best_rectangle
from layoutgen.model.kinds import GroundKind, WayKind, off_site_family
from layoutgen.model.plan import Building, Plan, tag

NAMED_GROUNDS = (
    GroundKind.SPORTS_GROUND,
    GroundKind.COURT,
    GroundKind.ACTIVITY_GROUND,
    GroundKind.POCKET_PARK,
    GroundKind.CENTRAL_GREEN,
    GroundKind.PLAY_GROUND,
    GroundKind.SHARED_GROUND,
    GroundKind.RUNNING_TRACK,
    GroundKind.SAND_PIT,
    GroundKind.NURSERY_GROUND,
    GroundKind.BIKE_SHED,
)
SPORTS = {
    "basketball": "篮球场",
    "football": "足球场",
    "badminton": "羽毛球场",
    "volleyball": "排球场",
    "tennis": "网球场",
    "table_tennis": "乒乓球场",
}
RED_LINE = "红线"  # a street's outline is its red line; its name is the street's
INSIDE_CIRCLE = 0.7  # half side of the square inside a circle, in radii
ROOMS = ((4.0, 0.7), (3.0, 0.8), (2.0, 0.9), (1.4, 0.9), (1.0, 1.0))  # tried round the middle: the widest first
WINGED, WINGED_M2 = 41, 3000.0  # an outline of wings has fewer corners and less area
WIDE = 4.5  # length over depth of a room in a wing
WIDE_ROOMS_M = (9.0, 7.5, 6.0, 5.0)  # depths tried
OFF_SITE_CAPTION_M = 15.0  # half side of the square round the mark of a facility off the site
SHARE_ACROSS = 0.42  # of the room across, for one line of text
SHARE_ALONG = 0.86


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """A caption that would like to stand on a shape."""

    text: str
    shape: Polygon
    most_m: float
    id: str


def caption_box(caption: Text, profile: Profile) -> Polygon:
    """Ground that a caption covers."""
    x, y = caption.point
    half = caption.height_m * _width(caption.text, profile) / 2.0
    box = shapely.box(x - half, y - caption.height_m * 0.6, x + half, y + caption.height_m * 0.6)
    turned = affinity.rotate(box, caption.turn_deg, origin=(x, y))
    return turned if isinstance(turned, Polygon) else box


def captions_of(plan: Plan, profile: Profile, least_m: float = 0.0) -> tuple[Text, ...]:
    """Names of buildings, lots and grounds, the more important first.

    Parameters
    ----------
    least_m
        Height below which a name cannot be read on the printed sheet, and is left out. [m]
    """
    kept: list[Text] = []
    boxes: list[Polygon] = []
    for wish in _wishes(plan, profile):
        caption = _caption(wish, profile)
        box = caption_box(caption, profile)
        if caption.height_m < max(least_m, profile.size("caption_least")) or (
            boxes and shapely.intersects(box, np.asarray(boxes)).any()
        ):
            continue
        kept.append(caption)
        boxes.append(box)
    return tuple(kept)


def _wishes(plan: Plan, profile: Profile) -> Iterator[_Wish]:
    most, big = profile.size("caption_most"), profile.size("building_caption")
    names = building_names(plan, profile)
    yield from (_building_wish(building, names[building.id], big) for building in plan.buildings)
    yield from _ground_wishes(plan, profile, profile.size("ground_caption"))
    yield from _lot_wishes(plan, profile, most)
    yield from _standing_wishes(plan, profile, profile.size("ground_caption"))
    yield from _off_site_wishes(plan, profile, most)
    for way in plan.ways:
        if way.kind in (WayKind.CITY_ROAD, WayKind.STREET, WayKind.ATTACHED) and len(way.centre.coords) == 2:
            strip = way.centre.buffer(way.carriageway_m / 2.0, cap_style="flat")
            zh = profile.holding(f"way.{way.kind}").zh.removesuffix(RED_LINE)
            if way.footway_m:
                zh += f" 红线宽{way.carriageway_m + 2.0 * way.footway_m:.2f}m"
            yield from (_Wish(text=zh, shape=part, most_m=big, id=way.id) for part in polygons(strip)[:1])


def _standing_wishes(plan: Plan, profile: Profile, most_m: float) -> Iterator[_Wish]:
    """Names of what stays: land that is kept, buildings with their height."""
    for keep_out in plan.keep_outs:
        yield _Wish(text=profile.holding("keep_out").zh, shape=keep_out, most_m=most_m, id="")
    for stays in plan.context:
        text = f"{profile.holding('context').zh} H={stays.height_m:.1f}"
        yield _Wish(text=text, shape=stays.footprint, most_m=most_m, id=stays.id)


def _off_site_wishes(plan: Plan, profile: Profile, most_m: float) -> Iterator[_Wish]:
    """Names of facilities off the site: on their land, or beside their mark."""
    for off in plan.off_site:
        zh = profile.holding(f"{off_site_family(off.kind)}.{off.kind}").zh
        shape = off.land or off.shape.buffer(OFF_SITE_CAPTION_M, cap_style="square")
        yield _Wish(text=f"场外 {off.name or zh}", shape=shape, most_m=most_m, id=off.id)


def _ground_wishes(plan: Plan, profile: Profile, most_m: float) -> Iterator[_Wish]:
    named = [ground for ground in plan.grounds if ground.kind in NAMED_GROUNDS]
    outlines = np.array([ground.outline for ground in named], dtype=object)
    tree, areas = shapely.STRtree(outlines), shapely.area(outlines)
    for ground in named:
        near = np.sort(tree.query(ground.outline, predicate="intersects"))
        inside = outlines[near[areas[near] < ground.outline.area]]
        free = largest(ground.outline.difference(shapely.union_all(inside)))
        if free is not None:
            zh = SPORTS.get(tag(ground.tags, "sport") or "", profile.holding(f"ground.{ground.kind}").zh)
            yield _Wish(text=zh, shape=free, most_m=most_m, id=ground.id)


def _lot_wishes(plan: Plan, profile: Profile, most_m: float) -> Iterator[_Wish]:
    covers = [building.footprint for building in plan.buildings]
    covers += [ground.outline for ground in plan.grounds if ground.kind in NAMED_GROUNDS]
    tree = shapely.STRtree(covers)
    for lot in plan.lots:
        near = np.sort(tree.query(lot.outline, predicate="intersects"))
        free = largest(lot.outline.difference(shapely.union_all(tree.geometries[near])))
        zh = profile.holding(f"lot.{lot.kind}").zh
        if free is not None:
            yield _Wish(text=zh, shape=free, most_m=most_m, id=lot.id)


def _building_wish(building: Building, name: str, most_m: float) -> _Wish:
    below = f"/-{building.storeys_below}F" if building.storeys_below else ""
    return _Wish(text=f"{name} {building.storeys}F{below}", shape=building.footprint, most_m=most_m, id=building.id)


def _caption(wish: _Wish, profile: Profile) -> Text:
    """As large as the room allows, along its longer side, turned no further than upright."""
    place, room = room_in(wish.shape)
    along, across, turn_deg = sides_of(room)
    if across > SHARE_ALONG * along:
        turn_deg = 0.0
    width = _width(wish.text, profile)
    height = min(wish.most_m, SHARE_ACROSS * across, SHARE_ALONG * along / width)
    return Text(
        layer=profile.holding("paint.text").code,
        id=wish.id,
        point=(round(place.x, 3), round(place.y, 3)),
        text=wish.text,
        height_m=round(height, 2),
        turn_deg=round(turn_deg, 2),
    )


def room_in(shape: Polygon) -> tuple[Point, Polygon]:
    """Middle of a shape and the upright or turned rectangle that is free round it."""
    rectangle = shape.minimum_rotated_rectangle
    if isinstance(rectangle, Polygon) and shape.area > 0.9 * rectangle.area:
        return rectangle.centroid, rectangle
    wide = _wide_room(shape)
    if wide is not None:
        return wide.centroid, wide
    reach = shapely.maximum_inscribed_circle(shape, tolerance=max(shape.area, 1.0) ** 0.5 / 50.0)
    if not isinstance(reach, LineString) or reach.is_empty:
        return shape.representative_point(), shape
    x, y = reach.coords[0]
    half = reach.length * INSIDE_CIRCLE
    boxes = [shapely.box(x - half * wide, y - half * high, x + half * wide, y + half * high) for wide, high in ROOMS]
    return Point(x, y), next((box for box in boxes if shape.contains(box)), boxes[-1])


def _wide_room(shape: Polygon) -> Polygon | None:
    """A long room along an outline of wings; None in ground of any other shape."""
    if shape.interiors or len(shape.exterior.coords) > WINGED or shape.area > WINGED_M2:
        return None
    turn = sides_of(shape)[2]
    sizes = ((WIDE * high, high) for high in WIDE_ROOMS_M)
    return next((room for size in sizes if (room := best_rectangle(shape, turn, size, lambda x, y: -y)) is not None), None)


def sides_of(rectangle: Polygon) -> tuple[float, float, float]:
    """Longer and shorter side of the least rectangle round a shape, and the turn of the longer one [m, m, deg]."""
    upright = rectangle.minimum_rotated_rectangle
    if not isinstance(upright, Polygon) or upright.is_empty:
        return 0.0, 0.0, 0.0
    corners = list(upright.exterior.coords)
    sides = [(hypot(b[0] - a[0], b[1] - a[1]), a, b) for a, b in pairwise(corners[:3])]
    (long, a, b), (short, _, _) = sorted(sides, key=lambda side: -side[0])
    turn = degrees(atan2(b[1] - a[1], b[0] - a[0]))
    turn = (turn + 90.0) % 180.0 - 90.0
    return long, short, 90.0 if turn < -85.0 else turn


def _width(text: str, profile: Profile) -> float:
    """Width of a text in heights: Latin letters are narrow, Chinese characters square."""
    return sum(profile.size("character_width") if ord(c) < 0x2E80 else 1.0 for c in text) or 1.0
