"""Lines of point towers 点式 at the north of a cell, slabs in rows before them: where the homes are high-rise and asked so."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations_with_replacement

import shapely

from layoutgen.model.choices import Choices
from layoutgen.stages.massing.cell_ground import CellGround
from layoutgen.stages.massing.cell_work import CellWork, cell_work
from layoutgen.stages.massing.line_sweep import swept
from layoutgen.stages.massing.row_fit import SlabManner
from layoutgen.stages.massing.standing import Standing
from layoutgen.stages.massing.units import UnitKind

FEW_TOWERS = 2  # one tower is no line


def with_towers(work: CellWork, ask_m2: float) -> CellWork | None:
    """The same cell when its first lines of towers stand, for the rows that are to come south of them; None where none fit.

    Parameters
    ----------
    ask_m2
        Floor area to reach. [m2]
    """
    housing = work.choices.housing
    manner = tower_manner(work.manner, work.choices)
    towers = cell_work(work.standing, work.ground, manner, work.choices)
    if not housing.tower_lines or not len(towers.runs.wests):
        return None
    after = swept(towers, ask_m2, lines=housing.tower_lines)
    rows = after.rows[len(work.standing.rows) :]
    if sum(len(row.slabs) for row in rows) < FEW_TOWERS:
        return None
    south = min(row.north_m - row.depth_m for row in rows) - (work.least_pitch_m - work.manner.depth_m)
    return _south_of(south, after, work)


def _south_of(line_m: float, standing: Standing, work: CellWork) -> CellWork | None:
    """What is left of a cell south of a line of its frame."""
    west, low, east, _ = work.ground.buildable.bounds
    if line_m - low < work.manner.depth_m:
        return None
    kept = shapely.intersection(work.ground.buildable, shapely.box(west, low, east, line_m))
    ground: CellGround = replace(work.ground, buildable=kept)
    return cell_work(standing, ground, work.manner, work.choices)


def tower_manner(slabs: SlabManner, choices: Choices) -> SlabManner:
    """How towers stand that are as high as slabs: units of the slabs' mix joined round one lift lobby, wide apart."""
    housing = choices.housing
    kinds = tower_kinds(slabs.kinds, housing.tower_units)
    width = max(kind.floor_m2 for kind in kinds) / housing.tower_depth_m
    return replace(
        slabs,
        depth_m=housing.tower_depth_m,
        length_max_m=width,
        units_max=1,
        few_units=1,
        gap_m=max(slabs.gap_m, housing.tower_gap_share * width),
        kinds=kinds,
    )


def tower_kinds(kinds: Sequence[UnitKind], joined: int) -> tuple[UnitKind, ...]:
    """Units joined into one, each mix as often as chance would have it."""
    shares: dict[tuple[float, ...], float] = {}
    for group in combinations_with_replacement(sorted(kinds, key=lambda kind: kind.areas_m2), joined):
        ways = 1.0
        for place, kind in enumerate(group, start=1):
            ways *= kind.share * place / Counter(group[:place])[kind]
        areas = tuple(area for kind in group for area in kind.areas_m2)
        shares[areas] = shares.get(areas, 0.0) + ways
    return tuple(UnitKind(areas_m2=areas, share=share) for areas, share in sorted(shares.items()))
