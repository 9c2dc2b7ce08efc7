"""Homes counted, not finished: what every block carries when one storey number sweeps over the site, north to south."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from layoutgen.model.choices import LaneChoices
from layoutgen.model.plan import Building
from layoutgen.model.stages import Allocation, Cell, Commission, Structure
from layoutgen.stages.massing.cell_fill import fill_cell
from layoutgen.stages.massing.cell_ground import CellGround, cell_ground, row_azimuths
from layoutgen.stages.massing.facility_buildings import place_facilities
from layoutgen.stages.massing.obstacles import blocked_ground, site_sun
from layoutgen.stages.massing.rows_of_slabs import fire_height_m, planning_height_m
from layoutgen.stages.massing.storey_options import StoreyOption, manners
from layoutgen.stages.massing.sweep import Standing
from layoutgen.stages.massing.units import Placed, UnitKind, unit_kinds
from layoutgen.standards.clause import Standard

PER_CLASS = 2  # highest storey numbers of a class that are worth a count
ENOUGH = 0.999  # of a cap: a second manner of rows is not counted then


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What one block carries in rows of one storey number by sun, lanes and gaps, at most its class cap."""

    block: str
    area_m2: float
    option: StoreyOption
    gfa_m2: float
    floor_m2: float  # of one storey: what the rows cover


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counting:
    """What every sweep is given."""

    commission: Commission
    fixed: tuple[Building, ...]  # facility buildings
    kinds: tuple[UnitKind, ...]
    structure_deg: float

    def ground(self, cell: Cell, storeys: int) -> CellGround | None:
        """Ground of a cell in its own direction."""
        site, choices = self.commission.site, self.commission.choices
        azimuth = row_azimuths(cell, self.structure_deg, choices.housing.azimuth_max_deg)[0]
        blocked = blocked_ground(site, self.fixed, fire_height_m(storeys, choices.housing), choices)
        return cell_ground(cell, azimuth, planning_height_m(storeys, choices.housing), site, choices, blocked)


def count_homes(
    commission: Commission,
    structure: Structure,
    allocation: Allocation,
    standard: Standard,
    options: Sequence[StoreyOption],
) -> tuple[Carried, ...]:
    """Count the homes of every block, once for each storey number.

    Rows are swept as massing sweeps them, in the cells' own directions and under the exact sun, once a storey number,
    without what makes them a plan: no other directions, left-overs, raising, trimming.

    Parameters
    ----------
    options
        Storey numbers with the caps to which rows are added.

    Raises
    ------
    InfeasibleError
        If a facility building fits no lot.
    """
    facilities = place_facilities(commission, allocation, standard)
    sun = site_sun(commission, standard, facilities.buildings, facilities.windows)
    counting = _Counting(
        commission=commission,
        fixed=facilities.buildings,
        kinds=unit_kinds(commission.program.dwellings, commission.choices.housing.dwellings_per_unit),
        structure_deg=structure.azimuth_deg,
    )
    base = Standing(sun=sun, rows=(), placed=Placed(), ahead=Polygon())
    return tuple(carried for option in options for carried in _swept(base, option, allocation, counting))


def highest_options(options: Sequence[StoreyOption]) -> tuple[StoreyOption, ...]:
    """The highest storey numbers of each class, ascending: lower ones of a class carry less."""
    classes = groupby(options, key=lambda option: option.storey_class)
    return tuple(option for _, group in classes for option in tuple(group)[-PER_CLASS:])


def _swept(base: Standing, option: StoreyOption, allocation: Allocation, counting: _Counting) -> Iterator[Carried]:
    """Sweep one storey number over all blocks; what stands in the north keeps its sun, what comes has its own."""
    lanes = counting.commission.choices.lanes
    blocks = [(block, _north_first(c for c in allocation.cells if c.block == block.id)) for block in allocation.blocks]
    blocks = sorted((b for b in blocks if b[1]), key=lambda b: _place(b[0].outline))
    ahead = [_inner(cell, lanes) for _, cells in blocks for cell in cells]
    standing = base
    for block, cells in blocks:
        before, left, land = len(standing.rows), option.far_reach * block.outline.area, sum(c.outline.area for c in cells)
        for cell in cells:
            ahead = ahead[1:]
            standing = replace(standing, ahead=shapely.union_all(ahead))
            after = _fuller(standing, cell, option.storeys, left * cell.outline.area / land, counting)
            left -= sum(row.gfa_m2 for row in after.rows[len(standing.rows) :])
            land -= cell.outline.area
            standing = after
        rows = standing.rows[before:]
        yield Carried(
            block=block.id,
            area_m2=block.outline.area,
            option=option,
            gfa_m2=sum(row.gfa_m2 for row in rows),
            floor_m2=sum(row.floor_m2 for row in rows),
        )
        standing = replace(standing, ahead=base.ahead)


def _fuller(standing: Standing, cell: Cell, storeys: int, ask_m2: float, counting: _Counting) -> Standing:
    """Fill a cell by rows of long slabs, or of short ones where those carry more."""
    ground = counting.ground(cell, storeys)
    best, best_m2 = standing, 0.0
    if ground is None:
        return best
    for manner in manners(storeys, counting.kinds, counting.commission.choices):
        after = fill_cell(standing, ground, manner, ask_m2, counting.commission.choices)
        gained = sum(row.gfa_m2 for row in after.rows[len(standing.rows) :])
        if gained > best_m2:
            best, best_m2 = after, gained
        if best_m2 >= ask_m2 * ENOUGH:
            break
    return best


def _inner(cell: Cell, lanes: LaneChoices) -> BaseGeometry:
    """About where a cell will be built on."""
    return cell.outline.buffer(-(lanes.verge_m + lanes.loop_width_m + lanes.lane_to_wall_m), join_style="mitre")


def _place(shape: Polygon) -> tuple[float, float]:
    return (-round(shape.centroid.y, 1), shape.centroid.x)


def _north_first(cells: Iterator[Cell]) -> tuple[Cell, ...]:
    return tuple(sorted(cells, key=lambda c: _place(c.outline)))
