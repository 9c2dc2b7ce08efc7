"""Blocks: what the lots leave, with attached streets inside them, named north to south."""

from collections.abc import Sequence

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.geometry.parts import polygons, without_holes
from layoutgen.geometry.tolerance import GRID_M
from layoutgen.model.plan import Block
from layoutgen.model.stages import Cell, Structure

LEAST_M2 = 1.0
WELD_M = GRID_M / 10.0  # cells and streets are welded on this grid, far below the drawing's


def name_blocks(
    rests: Sequence[BaseGeometry], structure: Structure, *, is_gated: bool
) -> tuple[tuple[Block, ...], tuple[Cell, ...]]:
    """Blocks and their cells, from what is left of the structure's cells."""
    left = [part for rest in rests for part in polygons(rest, LEAST_M2)]
    grounds = [part for shape in left for part in without_holes(shape, LEAST_M2)]
    outlines = grounds if structure.is_public else _with_streets(grounds, structure)
    ordered = sorted(outlines, key=_place)
    blocks = tuple(Block(id=f"K{n}", outline=shape, is_gated=is_gated) for n, shape in enumerate(ordered, start=1))
    cells: list[tuple[str, Polygon]] = []
    for block in blocks:
        cells.extend((block.id, part) for ground in grounds for part in _inside(ground, block.outline))
    cells.sort(key=lambda entry: _place(entry[1]))
    named = tuple(Cell(id=f"C{n}", outline=shape, block=block) for n, (block, shape) in enumerate(cells, start=1))
    return blocks, named


def _place(shape: Polygon) -> tuple[float, float]:
    return (-round(shape.centroid.y, 1), shape.centroid.x)


def _with_streets(grounds: Sequence[Polygon], structure: Structure) -> list[Polygon]:
    """Cells and attached streets grown together; where lots are ringed by them, cut so that no block has a hole."""
    whole = shapely.union_all([*grounds, *(way.outline for way in structure.streets)], grid_size=WELD_M)
    return [part for shape in polygons(whole, LEAST_M2) for part in without_holes(shape, LEAST_M2)]


def _inside(ground: Polygon, block: Polygon) -> tuple[Polygon, ...]:
    """Ground as it lies in a block: whole where the block holds it, else its part."""
    shared = shapely.intersection(ground, block)
    if shared.area <= LEAST_M2:
        return ()
    if shared.area > ground.area - LEAST_M2:
        return (ground,)
    return tuple(part for shape in polygons(shared, LEAST_M2) for part in without_holes(shape, LEAST_M2))
