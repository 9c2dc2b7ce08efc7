"""Dimensions of buildings: length and depth, gaps, distances from the red lines; the least of them are the main ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, radians, sin

from shapely.geometry import Polygon

from layoutgen.drawings.captions import sides_of
from layoutgen.drawings.notes.dimension_pen import DimensionPen
from layoutgen.drawings.notes.rays import Met, Place, Sides, red_lines
from layoutgen.drawings.sheet import Dimension
from layoutgen.model.kinds import BuildingUse
from layoutgen.model.plan import Plan

SHARES = (0.5, 0.3, 0.7, 0.15, 0.85)  # along a facade: where a gap may be written, the middle first
SQUARE_ON = 0.9  # sine from which a ray counts as square to what it meets
GAP_MOST_M = 60.0
RED_MOST_M = 40.0  # buildings farther from a red line do not stand at it
MAIN = (BuildingUse.DWELLING, BuildingUse.KINDERGARTEN, BuildingUse.SERVICE, BuildingUse.SHOPS)  # have main dimensions
OFFS = (1.9, 3.4)  # of a size's line from its wall, in heights of the text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facade:
    """One of the four sides of a building's least rectangle."""

    start: Place
    end: Place
    outward: Place

    def at(self, share: float, inside_m: float = 0.0) -> Place:
        x = self.start[0] + (self.end[0] - self.start[0]) * share - self.outward[0] * inside_m
        y = self.start[1] + (self.end[1] - self.start[1]) * share - self.outward[1] * inside_m
        return x, y


class BuildingSizes:
    """Finds the dimensions of a plan's buildings, each where there is room for it."""

    def __init__(self, plan: Plan) -> None:
        self.blocks = [(building.block or building.lot) if building.use in MAIN else "" for building in plan.buildings]
        self.told: set[tuple[int, int]] = set()  # pairs of buildings whose gap is told
        self.done: set[_Facade] = set()  # sides that have told how far they stand from what lies before them
        self.own = [building.footprint for building in plan.buildings]
        self.facades = [_facades(outline) for outline in self.own]
        self.outsides = [Sides([outline]) for outline in self.own]
        self.walls = Sides([*self.own, *(stays.footprint for stays in plan.context)])
        self.red = Sides(red_lines(plan))

    def main(self, pen: DimensionPen) -> Iterator[Dimension]:
        """Of every block the least gap before a long side and beside a gable, and the least distance from each red line."""
        least: dict[tuple[str, str, int], tuple[float, int, int]] = {}
        for number, sides in enumerate(self.facades):
            for place, side in enumerate(sides if self.blocks[number] else ()):
                _, met, other = self._look(number, side, SHARES[0])
                if met is not None and met.across >= SQUARE_ON:
                    kind = ("gap", place % 2) if other >= 0 else ("red", place)
                    found = round(met.way_m, 3), number, place
                    least[self.blocks[number], *kind] = min(least.get((self.blocks[number], *kind), found), found)
        for _, number, place in least.values():
            yield from self._away(number, self.facades[number][place], pen)

    def gaps(self, pen: DimensionPen) -> Iterator[Dimension]:
        """Gaps between buildings, and their distances from the red lines, but for the main ones."""
        for number, sides in enumerate(self.facades):
            for side in sides:
                if side not in self.done:
                    yield from self._away(number, side, pen)

    def sizes(self, pen: DimensionPen) -> Iterator[Dimension]:
        """Length and depth of the buildings."""
        for sides in self.facades:
            for pair in ((sides[0], sides[2]), (sides[1], sides[3])):
                found = pen.place([pen.between(side.start, side.end, -off) for off in OFFS for side in pair])
                yield from (found,) if found is not None else ()

    def _away(self, number: int, side: _Facade, pen: DimensionPen) -> Iterator[Dimension]:
        """Gap to the next building, or the way to the red line."""
        for share in SHARES:
            start, met, other = self._look(number, side, share)
            if start is None or met is None or met.across < SQUARE_ON or (other >= 0 and (other, number) in self.told):
                continue
            found = pen.place(pen.either(start, met.place))
            if found is not None:
                self.told.add((number, other))
                self.done.add(side)
                yield found
                return

    def _look(self, number: int, side: _Facade, share: float) -> tuple[Place | None, Met | None, int]:
        """Place on the wall, what is met from there, and which building it is, -1 = a red line."""
        inside = self.outsides[number].met(side.at(share, -0.5), (-side.outward[0], -side.outward[1]), 1e3)
        if inside is None:
            return None, None, -1
        start = inside.place
        wall = self.walls.met(start, side.outward, GAP_MOST_M, but=number)
        red = self.red.met(start, side.outward, RED_MOST_M)
        if wall is not None and (red is None or wall.way_m < red.way_m):
            return start, wall, wall.owner
        return start, red, -1


def _facades(outline: Polygon) -> tuple[_Facade, ...]:
    """South, east, north and west side of the least rectangle, in the frame of its longer side."""
    long, short, turn = sides_of(outline)
    along = cos(radians(turn)), sin(radians(turn))
    up = -along[1], along[0]
    middle = outline.minimum_rotated_rectangle.centroid

    def at(x: float, y: float) -> Place:
        return middle.x + along[0] * x * long / 2.0 + up[0] * y * short / 2.0, middle.y + along[1] * x * long / 2.0 + up[
            1
        ] * y * short / 2.0

    corners = [at(-1, -1), at(1, -1), at(1, 1), at(-1, 1)]
    outwards = [(-up[0], -up[1]), along, up, (-along[0], -along[1])]
    return tuple(_Facade(start=corners[n], end=corners[(n + 1) % 4], outward=outwards[n]) for n in range(4))
