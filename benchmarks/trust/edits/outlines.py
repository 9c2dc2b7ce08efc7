"""The same outlines and lines drawn in other ways: other first corner, other direction, other entity, more corners."""

from collections.abc import Callable
from random import Random

from benchmarks.trust.edit import Doc, Edit, of_ours, open_lines, outlines, points_of

Corners = list[tuple[float, float]]
TINY_M = 1e-6
GRID = 1e-3  # a new corner is rounded to the millimetre


def _redrawn(corners: Callable[[Corners, Random], Corners], *, of_lines: bool = False, is_directed: bool = True):
    """Edit that gives every outline, or every line, its corners anew."""

    def make(doc: Doc, rng: Random) -> None:
        for entity in open_lines(doc, is_directed=is_directed) if of_lines else outlines(doc):
            entity.set_points(corners(points_of(entity), rng), format="xy")

    return make


def _started_elsewhere(ring: Corners, rng: Random) -> Corners:
    start = rng.randrange(len(ring))
    return [*ring[start:], *ring[:start]]


def _reversed(line: Corners, _: Random) -> Corners:
    return line[::-1]


def _halved_sides(ring: Corners, _: Random) -> Corners:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return [point for a, b in pairs for point in (a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2))]


def _halved_lines(line: Corners, rng: Random) -> Corners:
    return _halved_sides(line, rng)[:-1]


def _doubled(ring: Corners, rng: Random) -> Corners:
    at = rng.randrange(len(ring))
    return [*ring[: at + 1], *ring[at:]]


def _noisy(line: Corners, rng: Random) -> Corners:
    return [(x + rng.uniform(-TINY_M, TINY_M), y + rng.uniform(-TINY_M, TINY_M)) for x, y in line]


def _closed_by_point(doc: Doc, _: Random) -> None:
    for outline in outlines(doc):
        ring = points_of(outline)
        outline.set_points([*ring, ring[0]], format="xy")
        outline.closed = False


def _as_polylines(*, is_3d: bool):
    def make(doc: Doc, _: Random) -> None:
        space = doc.modelspace()
        for old in [*outlines(doc), *open_lines(doc)]:
            add = space.add_polyline3d if is_3d else space.add_polyline2d
            new = add([(x, y, 0.0) for x, y in points_of(old)], close=old.closed, dxfattribs={"layer": old.dxf.layer})
            if old.has_xdata("LAYOUTGEN"):
                new.set_xdata("LAYOUTGEN", old.get_xdata("LAYOUTGEN"))
            space.delete_entity(old)

    return make


def _raised(doc: Doc, rng: Random) -> None:
    for entity in of_ours(doc):
        z = rng.uniform(-0.5, 150.0)
        if entity.dxftype() == "LWPOLYLINE":
            entity.dxf.elevation = z
        else:
            entity.translate(0, 0, z)


def _wide_lines(doc: Doc, _: Random) -> None:
    for outline in outlines(doc):
        outline.dxf.const_width = 0.3


def _shuffled(doc: Doc, rng: Random) -> None:
    rng.shuffle(doc.modelspace().entity_space.entities)


def _turned_round(doc: Doc, _: Random) -> None:
    doc.modelspace().entity_space.entities.reverse()


def _houses_in_a_block(doc: Doc, _: Random) -> None:
    """All homes with their labels as one block, its base point elsewhere."""
    base = (120.0, 80.0, 0.0)
    block = doc.blocks.new("住宅-全部", base_point=base)
    for entity in [e for e in of_ours(doc) if "BLDG-HOUSE" in e.dxf.layer]:
        doc.modelspace().move_to_layout(entity, block)
    doc.modelspace().add_blockref("住宅-全部", base)


def _from_below(doc: Doc, _: Random) -> None:
    """Outlines as MIRROR leaves them twice: seen from below, where x runs the other way."""
    for outline in outlines(doc):
        outline.set_points([(-x, y) for x, y in points_of(outline)], format="xy")
        outline.dxf.extrusion = (0, 0, -1)


EDITS = (
    Edit(name="every outline begun at another corner", kind="outlines", make=_redrawn(_started_elsewhere)),
    Edit(name="every outline run the other way", kind="outlines", make=_redrawn(_reversed)),
    Edit(
        name="every centre line and edge run the other way",
        kind="outlines",
        make=_redrawn(_reversed, of_lines=True, is_directed=False),
    ),
    Edit(name="every side of an outline halved by a corner", kind="outlines", make=_redrawn(_halved_sides), blur=GRID),
    Edit(
        name="every line halved by a corner",
        kind="outlines",
        make=_redrawn(_halved_lines, of_lines=True, is_directed=False),
        blur=GRID,
    ),
    Edit(name="a corner of every outline drawn twice", kind="outlines", make=_redrawn(_doubled)),
    Edit(name="outlines off by a thousandth of a millimetre", kind="outlines", make=_redrawn(_noisy)),
    Edit(name="lines off by a thousandth of a millimetre", kind="outlines", make=_redrawn(_noisy, of_lines=True)),
    Edit(name="outlines closed by their last point", kind="outlines", make=_closed_by_point),
    Edit(name="LWPOLYLINE made POLYLINE", kind="outlines", make=_as_polylines(is_3d=False)),
    Edit(name="LWPOLYLINE made 3D POLYLINE", kind="outlines", make=_as_polylines(is_3d=True)),
    Edit(name="everything at odd levels", kind="outlines", make=_raised),
    Edit(name="outlines with a width", kind="outlines", make=_wide_lines),
    Edit(name="entities in random order", kind="re-ordering", make=_shuffled),
    Edit(name="entities in reverse order", kind="re-ordering", make=_turned_round),
    Edit(name="all homes in one block", kind="outlines", make=_houses_in_a_block),
    Edit(name="outlines mirrored twice, seen from below", kind="outlines", make=_from_below),
)
