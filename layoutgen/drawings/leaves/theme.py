"""A theme 分析图: a grey plan with one subject in colour over it, its key and its tables beside."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import cos, radians, sin

from shapely.geometry import Point, Polygon

from layoutgen.drawings.building_names import building_names
from layoutgen.drawings.captions import room_in, sides_of
from layoutgen.drawings.layers import Colour, Profile
from layoutgen.drawings.paper.beside import Beside
from layoutgen.drawings.paper.ground_pen import GroundPen
from layoutgen.drawings.paper.key import Entry
from layoutgen.drawings.paper.leaf import Leaf, Shown
from layoutgen.drawings.paper.measure import width_mm
from layoutgen.drawings.paper.pen import MEDIUM, THIN
from layoutgen.drawings.paper.plan_leaf import plan_leaf
from layoutgen.drawings.paper.table import Table
from layoutgen.model.plan import Building, Plan

RED: Colour = (214, 0, 0)
GREY: Colour = (128, 128, 128)
PAPER: Colour = (255, 255, 255)
BUILT: Colour = (222, 222, 222)
RED_LINE_MM, RED_DASH_MM = 0.9, (12.0, 2.0, 1.5, 2.0, 1.5, 2.0)
BASE_PAINT = ("paint.footway", "paint.kerb")  # what a grey plan keeps of the paint
NOISE = (  # and what it leaves out of the rest
    *("window", "edge", "neighbour_window", "note.", "facility.", "spot.", "centre."),
    *("ground.garage", "ground.fire_ground", "ground.green", "stall."),
)
NUMBER_MM, LEAST_NUMBER_MM = 2.5, 1.6  # height of a building's number
KEY_COLUMNS = 2
FITS = 0.9  # share of a footprint's length and depth that its words may take
LINE_PITCH = 1.4  # between lines, in heights
SQUARE = 0.86  # in a room that is deeper than this share of its length words are not turned


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A leaf under way."""

    leaf: Leaf
    ground: GroundPen
    beside: Beside
    told: Shown
    names: Mapping[str, str]  # of buildings


def begin_theme(told: Shown, key: str, title: str) -> Theme:
    """Grey plan, the same for all themes, with its strip."""
    leaf, beside = plan_leaf(told, key, title, _hidden(told.sheet.profile), muted=True)
    ground = GroundPen(pen=leaf.pen, view=leaf.views[0])
    names = building_names(told.plan, told.sheet.profile)
    return Theme(leaf=leaf, ground=ground, beside=beside, told=told, names=names)


def end_theme(theme: Theme, keys: Sequence[Entry], tables: Iterable[Table]) -> Leaf:
    """Red line over everything, then key and tables in the column beside, as many rows as there is room for."""
    theme.ground.edge(theme.told.plan.boundary, RED_LINE_MM, RED, RED_DASH_MM)
    theme.beside.key(tuple(keys), KEY_COLUMNS)
    for table in tables:
        if table.rows:
            theme.beside.table(table)
    return theme.leaf


def paint_buildings(ground: GroundPen, buildings: Iterable[Building], rgb: Colour = BUILT) -> None:
    """Footprints over what lies below them."""
    for building in buildings:
        ground.fill(building.footprint, rgb)
        ground.edge(building.footprint, MEDIUM)


def say_inside(ground: GroundPen, shape: Polygon, words: Sequence[str], most_mm: float = NUMBER_MM) -> None:
    """Write lines under each other along a footprint's longer side, as large as there is room for."""
    if shape.is_empty or not words:
        return
    middle, room = room_in(shape)
    long_m, short_m, turn = sides_of(room)
    turn = 0.0 if short_m > SQUARE * long_m else turn
    widest = max(width_mm(word, 1.0) for word in words)
    height_m = FITS * min(short_m / (LINE_PITCH * len(words)), long_m / max(widest, 1e-9))
    height = min(most_mm, height_m / ground.metres_a_mm)
    if height < LEAST_NUMBER_MM:
        return
    for number, word in enumerate(words):
        down = (number - (len(words) - 1) / 2.0) * height * LINE_PITCH * ground.metres_a_mm
        at = Point(middle.x + down * sin(radians(turn)), middle.y - down * cos(radians(turn)))
        ground.say(at, word, round(height, 2), turn)


def paint_streets(ground: GroundPen, plan: Plan) -> None:
    """Edges of the ways, thin and grey, over a coloured ground."""
    for way in plan.ways:
        ground.edge(way.outline, THIN, GREY)


def _hidden(profile: Profile) -> frozenset[str]:
    """Layers that a grey plan does not show."""
    return frozenset(
        layer.code
        for layer in profile.layers
        if layer.holds.startswith(NOISE) or (layer.holds.startswith("paint.") and layer.holds not in BASE_PAINT)
    )
