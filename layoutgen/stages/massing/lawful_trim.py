"""Surplus taken off so that every block keeps the caps of the class that its average storeys then have."""

from collections.abc import Sequence

from layoutgen.model.stages import Commission
from layoutgen.stages.massing.block_plan import BlockPlan
from layoutgen.stages.massing.rows_of_slabs import RowPlan
from layoutgen.stages.massing.storey_options import storey_options
from layoutgen.stages.massing.trim import trimmed
from layoutgen.standards.blocks import block_limits
from layoutgen.standards.clause import Standard

SPREAD = 1.03  # a block may keep so much more than its even share when surplus is taken off


def lawfully_trimmed(
    rows: Sequence[RowPlan], plans: Sequence[BlockPlan], commission: Commission, standard: Standard
) -> tuple[RowPlan, ...]:
    """Rows trimmed to the households; a block that would leave its caps so keeps the storeys of the class it was filled for."""
    households = commission.program.households
    kept_share = households / max(sum(plan.dwellings for plan in plans), 1)
    least = {plan.block.id: _least_storeys(plan, commission, standard, kept_share) for plan in plans}
    kept = trimmed(rows, households, least)
    for _ in plans:
        over = [plan for plan in plans if not _is_lawful(kept, plan, commission, standard)]
        raised = {p.block.id: p.option.least_storeys for p in over if least[p.block.id] < p.option.least_storeys}
        if not raised:
            break
        least |= raised
        kept = trimmed(rows, households, least)
    return kept


def _least_storeys(plan: BlockPlan, commission: Commission, standard: Standard, kept_share: float) -> int:
    """How low a block's slabs may become: the lowest class whose caps hold what the block is thought to keep."""
    area = plan.block.outline.area
    kept_m2 = plan.gfa_m2 * min(1.0, kept_share * SPREAD)
    covered_m2 = sum(row.floor_m2 for row in plan.rows)
    lawful = [
        option.least_storeys
        for option in storey_options(commission.brief, commission.choices, standard)
        if option.storeys <= plan.option.storeys
        and kept_m2 <= option.far_max * area
        and covered_m2 <= option.density_max * area
    ]
    return min(lawful, default=plan.option.least_storeys)


def _is_lawful(rows: Sequence[RowPlan], plan: BlockPlan, commission: Commission, standard: Standard) -> bool:
    """Whether a block keeps FAR and density of the class of its average storeys."""
    own = [row for row in rows if row.block == plan.block.id]
    gfa_m2, covered_m2 = sum(row.gfa_m2 for row in own), sum(row.floor_m2 for row in own)
    if not covered_m2:
        return True
    brief, area = commission.brief, plan.block.outline.area
    limits = block_limits(standard, brief.place.climate_zone, gfa_m2 / covered_m2, brief.features)
    return gfa_m2 <= limits.far_max * area and covered_m2 <= limits.density_max * area
