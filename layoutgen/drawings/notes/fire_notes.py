"""Fire: rescue grounds 消防车登高操作场地 striped and named, fire lanes 消防车道 along their edges."""

import shapely
from shapely.geometry import Polygon

from layoutgen.drawings.layers import Layer
from layoutgen.drawings.notes.along import NamePen
from layoutgen.drawings.points import rounded_points
from layoutgen.drawings.sheet import Hatch, Line, Text
from layoutgen.geometry.parts import lines as lines_of
from layoutgen.geometry.tolerance import SNAP_NODE_M
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan, Way

NAMES = ("消防车登高操作场地", "登高操作场地", "登高场地")  # the longest that fits
LANE = "消防车道"
BESIDE = 0.4  # of a lane's edges from its middle, of its width
STRIPE = 0.9  # pitch of the stripes, in heights of a note
LANE_LEAST_M = 30.0  # lanes shorter are not named


def fire_grounds(plan: Plan, layer: Layer, pen: NamePen) -> tuple[list[Hatch], list[Text]]:
    """Stripes and names of the rescue grounds."""
    hatches: list[Hatch] = []
    texts: list[Text] = []
    for ground in plan.grounds:
        if ground.kind is GroundKind.FIRE_GROUND:
            points = rounded_points(ground.outline.exterior.coords[:-1])
            hatches.append(Hatch(layer=layer.code, of="", points=points, rgb=layer.rgb, stripe_m=round(STRIPE * pen.text_m, 3)))
            texts += [name] if (name := pen.name(ground.outline, NAMES)) else []
    return hatches, texts


def _edges(way: Way, layer: str) -> list[Line]:
    """Two lines inside the carriageway."""
    centre = way.centre.simplify(SNAP_NODE_M)
    beside = (shapely.offset_curve(centre, side * BESIDE * way.carriageway_m, join_style="mitre") for side in (1.0, -1.0))
    return [Line(layer=layer, id="", points=rounded_points(line.coords)) for two in beside for line in lines_of(two)]


def fire_lanes(plan: Plan, pen: NamePen) -> tuple[list[Line], list[Text]]:
    """Edges of the fire lanes, and their name once a block."""
    edges: list[Line] = []
    texts: list[Text] = []
    named: set[str] = set()
    for way in sorted((way for way in plan.ways if way.is_fire_lane), key=lambda way: (-way.centre.length, way.id)):
        edges += _edges(way, pen.layer)
        if way.block in named or way.centre.length < LANE_LEAST_M:
            continue
        strip = way.centre.simplify(0.01).buffer(way.carriageway_m / 2.0, cap_style="flat", join_style="mitre")
        is_straight = isinstance(strip, Polygon) and len(strip.exterior.coords) == 5
        if is_straight and (name := pen.name(strip, (LANE,))):
            texts.append(name)
            named.add(way.block)
    return sorted(edges, key=lambda line: line.points), texts
