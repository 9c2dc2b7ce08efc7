"""Faults of what a block may hold: floor area, density, height, green (block.*)."""

from random import Random

from benchmarks.faults.builders import area_together, average_storeys, grow, housed_block, restack, scale, union
from benchmarks.faults.drawing import Edit, NoPlaceError
from benchmarks.faults.fault import Breach, Fault, above, below
from benchmarks.faults.thing import Thing

HIGHEST_M = 80.0  # figures D.3: GB 50180 4.0.2, no new dwelling building above 80 m
# figures D.3, table 4.0.2, by zone group and the average storeys of a class: FAR, density, green, height
TABLE = {
    "I_VII": {(7, 9): (1.7, 0.25, 0.30, 36.0), (10, 18): (2.4, 0.20, 0.35, 54.0), (19, 26): (2.8, 0.20, 0.35, 80.0)},
    "II_VI": {(7, 9): (1.9, 0.28, 0.30, 36.0), (10, 18): (2.6, 0.20, 0.35, 54.0), (19, 26): (2.9, 0.20, 0.35, 80.0)},
    "III_V": {(7, 9): (2.1, 0.30, 0.30, 36.0), (10, 18): (2.8, 0.22, 0.35, 54.0), (19, 26): (3.1, 0.22, 0.35, 80.0)},
}
GROUPS = {"I": "I_VII", "VII": "I_VII", "II": "II_VI", "VI": "II_VI", "III": "III_V", "IV": "III_V", "V": "III_V"}
FAR = ("GB180-4.0.2.far", "GB180-4.0.2.far.high2")
DENSITY = ("GB180-4.0.2.density", "GB180-4.0.2.density.recalled")
GREEN = ("GB180-4.0.2.green", "GB180-4.0.2.green.recalled")
SOFT = ("ground.green", "ground.central_green")


def _row(edit: Edit, homes: list[Thing]) -> tuple[float, float, float, float]:
    """Table row of a block.

    Raises
    ------
    NoPlaceError
        If its average storeys lie in none.
    """
    mean = round(average_storeys(homes), 3)
    rows = TABLE[GROUPS[edit.fact("climate_zone")]]
    found = [row for (low, high), row in rows.items() if low <= mean <= high]
    if not found:
        raise NoPlaceError(f"{mean:.1f} average storeys lie between the classes, or in no row that is written here")
    return found[0]


def _far(edit: Edit, block: Thing) -> float:
    land = block.polygon
    inside = [one for one in edit.things("building.") if land.covers(one.polygon.representative_point())]
    return sum(one.polygon.area * one.storeys for one in inside) / land.area


def _density(edit: Edit, block: Thing) -> float:
    land = block.polygon
    return area_together([one.polygon.intersection(land) for one in edit.things("building.")]) / land.area


def _too_far(edit: Edit, block: Thing, homes: list[Thing], says: str) -> Breach:
    return above(f"{says}: FAR of {block.id}", _far(edit, block), _row(edit, homes)[0], block.id)


def _too_dense(edit: Edit, block: Thing, homes: list[Thing], says: str) -> Breach:
    return above(f"{says}: density of {block.id}", _density(edit, block), _row(edit, homes)[1], block.id)


def more_storeys(edit: Edit, rng: Random) -> Breach:
    """Raise every home of a block to eighteen storeys."""
    block, homes = housed_block(edit, rng)
    for one in homes:
        restack(one, 18)
    for depth in (1.0, 1.15, 1.3, 1.5, 1.7):
        if _far(edit, block) > _row(edit, homes)[0]:
            break
        for one in homes:
            grow(one, 1.0, depth)
    return _too_far(edit, block, homes, "18 storeys all over")


def smaller_block(edit: Edit, rng: Random) -> Breach:
    """Draw the block's red line tight round its middle: half the land is a street's now."""
    block, homes = housed_block(edit, rng)
    land = block.polygon
    inside = [one.polygon for one in edit.things("building.") if land.covers(one.polygon.representative_point())]
    x0, y0, x1, y1 = union(inside).bounds
    block.reshape([(x0, y0), (x1, y0), (x1, y1), (x0, y1)])
    for one in homes:
        restack(one, max(one.storeys, 17))
    return _too_far(edit, block, homes, "less land for the same homes")


def a_second_row(edit: Edit, rng: Random) -> Breach:
    """Draw every home of a block twice, side by side, on its greens."""
    block, homes = housed_block(edit, rng)
    copies = []
    for number, one in enumerate(homes):
        depth = one.polygon.bounds[3] - one.polygon.bounds[1]
        copies.append(edit.copy(one, f"{one.id}x{number}", 0.0, depth + 0.5))
        inside = block.polygon.covers(copies[-1].polygon)
        if not inside:
            edit.delete(copies.pop())
    return _too_far(edit, block, homes, "homes drawn twice")


def fat_homes(edit: Edit, rng: Random) -> Breach:
    """Make every home of a block twice as deep."""
    block, homes = housed_block(edit, rng)
    for one in homes:
        grow(one, 1.0, 2.2)
    return _too_dense(edit, block, homes, "homes twice as deep")


def podium(edit: Edit, rng: Random) -> Breach:
    """Lay one flat hall over a quarter of the block."""
    block, homes = housed_block(edit, rng)
    hall = block.polygon.buffer(-0.25 * block.polygon.area**0.5)
    if hall.is_empty or hall.geom_type != "Polygon":
        raise NoPlaceError("no room for a hall in the middle")
    words = ("1F", "H5.40/4.20/5.40", f"{hall.area:.2f}㎡", f"block={block.id}", "phase=1", "rating=II")
    edit.add("building.shops", f"hall-{block.id}", list(hall.exterior.coords)[:-1], words)
    return _too_dense(edit, block, homes, "a hall over the middle of the block")


def land_cut_off(edit: Edit, rng: Random) -> Breach:
    """Give most of the block's land away: what stands on the rest, and is made deeper, is too dense."""
    block, homes = housed_block(edit, rng)
    best = max((one.polygon for one in homes), key=lambda shape: shape.area)
    scale(block, 0.5, 0.5)
    dx, dy = best.centroid.x - block.polygon.centroid.x, best.centroid.y - block.polygon.centroid.y
    block.move(round(dx, 3), round(dy, 3))
    for one in homes:
        if block.polygon.intersects(one.polygon):
            grow(one, 1.0, 2.4)
    return _too_dense(edit, block, homes, "half the land")


def above_eighty_metres(edit: Edit, rng: Random) -> Breach:
    """Raise one dwelling building to 28 storeys."""
    block, homes = housed_block(edit, rng)
    tower = rng.choice(homes)
    restack(tower, 28)
    return above("planning height [m]", tower.heights[0], HIGHEST_M, block.id)


def high_storeys(edit: Edit, rng: Random) -> Breach:
    """Write heights of more than 80 m on a building of 26 storeys."""
    block, homes = housed_block(edit, rng)
    tower = rng.choice(homes)
    restack(tower, 26, 3.1)
    return above("planning height of 26 storeys of 3.1 m [m]", tower.heights[0], HIGHEST_M, block.id)


def eighteen_in_a_block_of_nine(edit: Edit, rng: Random) -> Breach:
    """Raise one building of a block to 18 storeys, the others are of seven: it averages up to nine."""
    block, homes = housed_block(edit, rng, lambda homes: len(homes) >= 4 and average_storeys(homes) < 13.0)
    tower = min(homes, key=lambda one: one.polygon.area)
    for one in homes:
        restack(one, 18 if one is tower else 7)
    return above(f"height to the roof in {block.id} [m]", tower.heights[1], _row(edit, homes)[3], block.id)


def _bare(edit: Edit, block: Thing) -> None:
    land = block.polygon
    edit.delete(*[one for one in edit.things(*SOFT) if land.intersects(one.polygon)])


def _green(edit: Edit, block: Thing) -> float:
    """At most so much green: the drawn outlines, nothing taken off."""
    land = block.polygon
    return area_together([one.polygon.intersection(land) for one in edit.things(*SOFT)]) / land.area


def _too_bare(edit: Edit, block: Thing, homes: list[Thing], says: str) -> Breach:
    return below(f"{says}: green of {block.id}", _green(edit, block), _row(edit, homes)[2], block.id)


def no_green(edit: Edit, rng: Random) -> Breach:
    """Take all green of a block away."""
    block, homes = housed_block(edit, rng)
    _bare(edit, block)
    return _too_bare(edit, block, homes, "green taken away")


def green_paved(edit: Edit, rng: Random) -> Breach:
    """Pave all green of a block."""
    block, homes = housed_block(edit, rng)
    for one in edit.things("ground.green"):
        if block.polygon.intersects(one.polygon):
            edit.retype(one, "ground.paved")
    return _too_bare(edit, block, homes, "green paved over")


def lawn_of_stalls(edit: Edit, rng: Random) -> Breach:
    """Put stalls upon the larger greens of a block: what is left is measured by taking them off."""
    block, homes = housed_block(edit, rng)
    land = block.polygon
    taken = []
    number = 0
    for one in edit.things(*SOFT):
        green = one.polygon
        if not land.intersects(green):
            continue
        x0, y0, x1, y1 = green.bounds
        for x in range(int(x0), int(x1), 3):
            for y in range(int(y0), int(y1), 5):
                corners = [(x, y), (x + 2.9, y), (x + 2.9, y + 4.9), (x, y + 4.9)]
                shape = edit.add("stall.car", f"XP-{number}", corners, (f"block={block.id}", "ev=none", "use=resident"))
                number += 1
                taken.append(shape.polygon)
    cover = area_together(taken)
    stalls = union(taken)
    free = area_together([one.polygon.intersection(land).difference(stalls) for one in edit.things(*SOFT)]) / land.area
    return below(f"{number} stalls of {cover:.0f} m2 upon the green of {block.id}", free, _row(edit, homes)[2], block.id)


FAULTS = (
    Fault(name="18 storeys all over a block", measure="block.far", expects=FAR, plant=more_storeys),
    Fault(name="less land for the same homes", measure="block.far", expects=FAR, plant=smaller_block),
    Fault(name="homes drawn twice", measure="block.far", expects=FAR, plant=a_second_row),
    Fault(name="homes twice as deep", measure="block.density", expects=DENSITY, plant=fat_homes),
    Fault(name="a hall over the middle of a block", measure="block.density", expects=DENSITY, plant=podium),
    Fault(name="half the land for the same ground", measure="block.density", expects=DENSITY, plant=land_cut_off),
    Fault(name="a tower above 80 m", measure="block.height", expects=("GB180-4.0.2.height",), plant=above_eighty_metres),
    Fault(name="26 high storeys", measure="block.height", expects=("GB180-4.0.2.height",), plant=high_storeys),
    Fault(
        name="18 storeys in a block that averages nine",
        measure="block.height",
        expects=("GB180-4.0.2.height.class",),
        plant=eighteen_in_a_block_of_nine,
    ),
    Fault(name="a block without green", measure="block.green_ratio", expects=GREEN, plant=no_green),
    Fault(name="green that is paved", measure="block.green_ratio", expects=GREEN, plant=green_paved),
    Fault(name="stalls upon the green", measure="block.green_ratio", expects=GREEN, plant=lawn_of_stalls),
)
