"""Massing: homes in regular rows, aimed at the households, in the sun; facility buildings in their lots."""

from collections.abc import Sequence
from dataclasses import dataclass

from shapely.geometry import Polygon

from layoutgen.model.stages import Allocation, Commission, Massing, Structure
from layoutgen.stages.massing.block_plan import BlockPlan, Drafting
from layoutgen.stages.massing.clear_sides import with_clear_sides
from layoutgen.stages.massing.compose_homes import Homes, compose_homes
from layoutgen.stages.massing.facility_buildings import FacilityBuildings
from layoutgen.stages.massing.lawful_trim import lawfully_trimmed
from layoutgen.stages.massing.obstacles import site_sun, standing_shapes
from layoutgen.stages.massing.proof import apart, proven
from layoutgen.stages.massing.rows_of_slabs import RowPlan
from layoutgen.stages.massing.site_fill import fill_site
from layoutgen.stages.massing.site_ground import Ground, ground_of
from layoutgen.stages.massing.spreading import spread
from layoutgen.stages.massing.standing import Standing
from layoutgen.stages.massing.storey_options import storey_options
from layoutgen.stages.massing.taller import taller_note
from layoutgen.stages.massing.trim import rebalanced
from layoutgen.stages.massing.units import Placed, unit_kinds
from layoutgen.standards.clause import Standard

DRAFTS, MORE = 3, 0.003  # other drafts aim at a few more homes, by this share each


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Filled:
    """Lots with their facility buildings, and blocks with rows that are still to be made homes."""

    facilities: FacilityBuildings
    ground: Ground
    plans: tuple[BlockPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stood:
    """The buildings of a site, and the rows that they were made from."""

    filled: Filled
    rows: tuple[RowPlan, ...]
    massing: Massing


def mass(
    commission: Commission,
    structure: Structure,
    allocation: Allocation,
    facilities: FacilityBuildings,
    standard: Standard,
) -> Stood:
    """Stand the homes of a program in the blocks, among its facilities.

    Every dwelling's windows keep the sunlight standard, playrooms theirs. Where the homes do not all fit, the notes say
    what bound in each block.
    """
    draft = drafting(commission, structure, standard, facilities)
    base = bare(commission, standard, facilities)
    program = commission.program
    ground = ground_of(base, allocation.blocks, allocation.cells, draft)
    more = 1.0 + MORE * (commission.brief.seed % DRAFTS)
    wanted = (more * program.housing_gfa_m2, round(more * program.households))
    plans = fill_site(base, ground, *wanted, draft) if draft.options else ()
    return finished(base, Filled(facilities=facilities, ground=ground, plans=plans), draft, commission, standard)


def bare(commission: Commission, standard: Standard, facilities: FacilityBuildings) -> Standing:
    """What stands before the homes."""
    sun = site_sun(commission, standard, facilities.buildings, facilities.windows)
    return Standing(sun=sun, rows=(), placed=Placed(), ahead=Polygon())


def finished(base: Standing, filled: Filled, draft: Drafting, commission: Commission, standard: Standard) -> Stood:
    """Blocks that are filled made homes: surplus taken off, courts evened, gaps and sun proved, composed."""
    program, plans, facilities = commission.program, filled.plans, filled.facilities
    cells = [cell for block in filled.ground.blocks for cell in filled.ground.cells[block.id]]
    if not _dwellings(plans):
        none = Homes(buildings=(), windows=(), doors=(), rows=(), notes=("no home fits any block",))
        return Stood(filled=filled, rows=(), massing=_massing(facilities, none, ()))
    rows = [row for plan in plans for row in plan.rows]
    even = spread(lawfully_trimmed(rows, plans, commission, standard), cells, base.sun, draft)
    standing = standing_shapes(commission.site, facilities.buildings)
    lands = {block.id: block.outline for block in filled.ground.blocks}
    reached = with_clear_sides(even, lands, [shape for shape, _ in standing], commission.choices)
    sound = apart(reached, standing, commission.choices)
    final = proven(base.sun, rebalanced(sound, draft.kinds), sound, commission.choices)
    homes = compose_homes(final, cells, commission.choices, standard)
    taller = taller_note(final, filled.ground, program.housing_gfa_m2, draft)
    notes = (*_notes(final, plans, program.households), *taller)
    return Stood(filled=filled, rows=final, massing=_massing(facilities, homes, notes))


def _massing(facilities: FacilityBuildings, homes: Homes, notes: tuple[str, ...]) -> Massing:
    return Massing(
        buildings=(*homes.buildings, *facilities.buildings),
        facilities=facilities.facilities,
        windows=(*homes.windows, *facilities.windows),
        doors=(*homes.doors, *facilities.doors),
        rows=homes.rows,
        notes=(*homes.notes, *notes),
    )


def drafting(commission: Commission, structure: Structure, standard: Standard, facilities: FacilityBuildings) -> Drafting:
    """What the search for every block is given."""
    choices = commission.choices
    return Drafting(
        site=commission.site,
        brief=commission.brief,
        choices=choices,
        options=storey_options(commission.brief, choices, standard),
        kinds=unit_kinds(commission.program.dwellings, choices.housing.dwellings_per_unit),
        fixed=facilities.buildings,
        structure_deg=structure.azimuth_deg,
    )


def _dwellings(plans: Sequence[BlockPlan]) -> int:
    return sum(plan.dwellings for plan in plans)


def _notes(rows: Sequence[RowPlan], plans: Sequence[BlockPlan], households: int) -> tuple[str, ...]:
    housed = sum(row.dwellings for row in rows)
    if housed >= households:
        return ()
    words = [f"{plan.block.id}: {plan.bound_by}, {plan.gfa_m2:.0f} m2" for plan in plans]
    return (f"{housed} of {households} households are housed; bound by " + ("; ".join(words) or "land"),)
