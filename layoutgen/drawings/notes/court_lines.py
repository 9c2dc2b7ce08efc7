"""Lines of courts 球场划线: the playing field of the sport in the middle of its ground."""

from collections.abc import Callable, Iterator
from math import atan2, cos, pi, radians, sin, tan

from shapely.geometry import Polygon

from layoutgen.drawings.captions import sides_of
from layoutgen.drawings.sheet import Line
from layoutgen.model.kinds import GroundKind
from layoutgen.model.plan import Plan, tag

Place = tuple[float, float]
Stroke = tuple[tuple[Place, ...], tuple[float, ...]]  # points and bulges, from the middle, along and across [m]
HALF_TURN, QUARTER_TURN = 1.0, tan(pi / 8.0)  # bulges

# Lengths and widths of playing fields [m]: FIBA, BWF, FIVB, ITF; what is drawn is paint and decides nothing.
FIELDS = {
    "basketball": (28.0, 15.0),
    "badminton": (13.4, 6.1),
    "volleyball": (18.0, 9.0),
    "tennis": (23.77, 10.97),
    "table_tennis": (2.74, 1.525),
}
CIRCLE_M = 1.8  # basketball: middle circle and free-throw circle
HOOP_M = 1.575  # from the end line to the hoop's middle
THREE_M, THREE_IN_M = 6.75, 0.9  # three-point arc, and its straight parts from the side lines
KEY_M, KEY_WIDE_M = 5.8, 4.9
ATTACK_M = 3.0  # volleyball: from the net
SHORT_M, LONG_M, SINGLES_M = 1.98, 0.76, 0.46  # badminton: from the net, from the end, from the side
SERVICE_M, ALLEY_M = 6.4, 1.37  # tennis: from the net, from the side
FILLED = 0.9  # share of a ground that a playing field of an unknown sport fills


def court_lines(plan: Plan, layer: str) -> tuple[Line, ...]:
    """Lines of every court whose ground is large enough for its sport's field."""
    found: list[Line] = []
    for ground in plan.grounds:
        if ground.kind is GroundKind.COURT:
            sport = tag(ground.tags, "sport") or ""
            found += _court(ground.outline, sport, layer)
    return tuple(found)


def _court(outline: Polygon, sport: str, layer: str) -> Iterator[Line]:
    long, short, turn = sides_of(outline)
    field = FIELDS.get(sport, (long * FILLED, short * FILLED))
    if field[0] > long + 1e-6 or field[1] > short + 1e-6:
        return
    along = cos(radians(turn)), sin(radians(turn))
    middle = outline.minimum_rotated_rectangle.centroid
    for points, bulges in (*_box(*field), *MARKS.get(sport, _plain)(*field)):
        moved = tuple(
            (round(middle.x + along[0] * u - along[1] * v, 3), round(middle.y + along[1] * u + along[0] * v, 3))
            for u, v in points
        )
        yield Line(layer=layer, id="", points=moved, bulges=bulges)


def _box(long: float, wide: float) -> list[Stroke]:
    x, y = long / 2.0, wide / 2.0
    return [(((-x, -y), (x, -y), (x, y), (-x, y), (-x, -y)), ())]


def _plain(long: float, wide: float) -> list[Stroke]:
    """Middle line."""
    return [_across(0.0, wide)]


def _across(at: float, wide: float) -> Stroke:
    return ((at, -wide / 2.0), (at, wide / 2.0)), ()


def _basketball(long: float, wide: float) -> list[Stroke]:
    circle: Stroke = ((-CIRCLE_M, 0.0), (CIRCLE_M, 0.0), (-CIRCLE_M, 0.0)), (HALF_TURN, HALF_TURN, 0.0)
    strokes = [_across(0.0, wide), circle]
    side = wide / 2.0 - THREE_IN_M
    reach = (THREE_M**2 - side**2) ** 0.5  # of the straight parts, from the hoop
    bulge = tan(2.0 * atan2(side, reach) / 4.0)
    for way in (1.0, -1.0):
        end, hoop, key = way * long / 2.0, way * (long / 2.0 - HOOP_M), way * (long / 2.0 - KEY_M)
        corner = hoop - way * reach
        strokes += [
            (((end, -side), (corner, -side), (corner, side), (end, side)), (0.0, -way * bulge, 0.0, 0.0)),
            (((end, -KEY_WIDE_M / 2.0), (key, -KEY_WIDE_M / 2.0), (key, KEY_WIDE_M / 2.0), (end, KEY_WIDE_M / 2.0)), ()),
            (((key, -CIRCLE_M), (key, CIRCLE_M)), (-way * HALF_TURN, 0.0)),
        ]
    return strokes


def _volleyball(long: float, wide: float) -> list[Stroke]:
    return [_across(at, wide) for at in (0.0, -ATTACK_M, ATTACK_M)]


def _badminton(long: float, wide: float) -> list[Stroke]:
    x, inner = long / 2.0, wide / 2.0 - SINGLES_M
    strokes = [_across(at, wide) for at in (0.0, -SHORT_M, SHORT_M, LONG_M - x, x - LONG_M)]
    strokes += [(((-x, v), (x, v)), ()) for v in (-inner, inner)]
    return [*strokes, (((SHORT_M, 0.0), (x, 0.0)), ()), (((-x, 0.0), (-SHORT_M, 0.0)), ())]


def _tennis(long: float, wide: float) -> list[Stroke]:
    x, inner = long / 2.0, wide / 2.0 - ALLEY_M
    strokes = [_across(0.0, wide), *(_across(at, 2.0 * inner) for at in (-SERVICE_M, SERVICE_M))]
    strokes += [(((-x, v), (x, v)), ()) for v in (-inner, inner)]
    return [*strokes, (((-SERVICE_M, 0.0), (SERVICE_M, 0.0)), ())]


MARKS: dict[str, Callable[[float, float], list[Stroke]]] = {
    "basketball": _basketball,
    "volleyball": _volleyball,
    "badminton": _badminton,
    "tennis": _tennis,
}
