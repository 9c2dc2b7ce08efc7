"""Homes counted, not stood: what blocks carry with every storey number, by the table of pitches that massing plans by."""

from dataclasses import dataclass, replace

from shapely.geometry import Polygon

from layoutgen.model.brief import Conditions
from layoutgen.model.stages import Allocation, Commission, Structure
from layoutgen.stages.massing.facility_buildings import place_facilities
from layoutgen.stages.massing.mass import drafting
from layoutgen.stages.massing.obstacles import site_sun
from layoutgen.stages.massing.site_ground import ground_of
from layoutgen.stages.massing.standing import Standing
from layoutgen.stages.massing.storey_options import StoreyOption
from layoutgen.stages.massing.units import Placed
from layoutgen.standards.clause import Standard


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What one block carries in rows of one storey number by sun, lanes and gaps; no cap is asked."""

    block: str
    area_m2: float
    option: StoreyOption
    gfa_m2: float


def count_homes(
    commission: Commission, structure: Structure, allocation: Allocation, standard: Standard
) -> tuple[Carried, ...]:
    """Count the homes of every block for every storey number that the law allows, whatever the brief's caps.

    Rows lie a sunny pitch apart in real cells, whole slabs between their gables, the loop and the setbacks; a row of one
    cell keeps the sun of the cell north of it. Blocks come north to south.

    Raises
    ------
    InfeasibleError
        If a facility building fits no lot.
    """
    facilities = place_facilities(commission, allocation, standard)
    free = replace(commission, brief=replace(commission.brief, conditions=Conditions()))
    draft = drafting(free, structure, standard, facilities)
    sun = site_sun(commission, standard, facilities.buildings, facilities.windows)
    base = Standing(sun=sun, rows=(), placed=Placed(), ahead=Polygon())
    ground = ground_of(base, allocation.blocks, allocation.cells, draft)
    return tuple(
        Carried(
            block=block.id,
            area_m2=block.outline.area,
            option=option,
            gfa_m2=sum(ground.cell_reach[cell.id][k].gfa_m2 for cell in ground.cells[block.id]),
        )
        for block in ground.blocks
        for k, option in enumerate(draft.options)
    )
