"""What a drawing itself tells of being mirrored or turned: windows that look into their buildings, facts that stand askew."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import hypot

from shapely.geometry import Point, Polygon
from shapely.strtree import STRtree

from layoutgen.inputs.cad.shapes import Shape
from layoutgen.model.reading import Defect
from layoutgen.sentence import Sentence

LOOK_M = 0.1  # how far beside a window it is looked for its building
FEWEST = 3  # windows that must agree
SHARE = 0.9  # of the windows
ASKEW_DEG = 0.01  # a fact's text that stands askew by less is upright
BACKWARDS_DEG = 180.0
ROWS = ("window", "neighbour_window")  # lines whose direction says where they look

ByLayer = Mapping[str, Sequence[Shape]]


def look_inwards(by_layer: ByLayer) -> bool:
    """Whether nearly all windows look into the buildings on whose walls they lie: a mirror turns them so."""
    rings = [
        Polygon(shape.points)
        for holds, shapes in by_layer.items()
        if holds.startswith("building.")
        for shape in shapes
        if shape.is_closed and len(shape.points) > 2
    ]
    rings = [ring for ring in rings if ring.is_valid]
    if not rings:
        return False
    tree = STRtree(rings)
    looks = [look for shape in by_layer.get("window", ()) for look in _looks_inwards(shape, tree)]
    return len(looks) >= FEWEST and sum(looks) >= SHARE * len(looks)


def _looks_inwards(window: Shape, tree: STRtree) -> Iterator[bool]:
    """Yield whether the building lies to the right of a window, where it lies on one side only."""
    (x0, y0), (x1, y1) = window.points[0], window.points[-1]
    length = hypot(x1 - x0, y1 - y0)
    if len(window.points) < 2 or not length:
        return
    east, north = LOOK_M * (y1 - y0) / length, LOOK_M * (x0 - x1) / length  # to the right of its direction
    x, y = (x0 + x1) / 2.0, (y0 + y1) / 2.0
    right, left = (
        bool(len(tree.query(Point(x + side * east, y + side * north), predicate="intersects"))) for side in (1.0, -1.0)
    )
    if right != left:
        yield right


def turned_round(by_layer: Mapping[str, list[Shape]]) -> tuple[dict[str, list[Shape]], Sentence]:
    """Shapes with all windows read the other way round, and what is said of that."""
    shapes = {
        holds: [replace(shape, points=shape.points[::-1]) for shape in found] if holds in ROWS else found
        for holds, found in by_layer.items()
    }
    return shapes, Sentence(
        en="the drawing was mirrored: its windows look into their buildings; they are read the other way round, and the rest "
        "is judged as it is drawn",
        zh="图纸曾被镜像：窗线朝向建筑内侧，已按相反方向读取；其余按图面审查",
    )


def askew(facts: Sequence[Shape], *, is_mirrored: bool) -> Defect | None:
    """Doubt about north where all facts stand turned by the same angle: the sheet may have been turned, or the site.

    Parameters
    ----------
    is_mirrored
        Whether the drawing was mirrored: then its texts may run backwards.
    """
    turns = {round(shape.turn_deg, 2) for shape in facts}
    turn = turns.pop() if len(turns) == 1 else 0.0
    off = abs(turn % BACKWARDS_DEG) if is_mirrored else abs(turn)
    if off <= ASKEW_DEG:
        return None
    return Defect(
        says=f"All facts stand turned by {turn:g} degrees and none says north: if the drawing was turned in its sheet, "
        f"write north={-turn:g}; if y is still north, north=0."
    )
